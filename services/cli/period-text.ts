/** Months and what is shown of them, for machines and for people. */
import type { Publication } from '../../schemas/control/tables.ts'
import { CUTS } from '../../schemas/cube.ts'
import type { DisclosureRule, Protocol, ProtocolCut } from '../../schemas/published.ts'
import { type MonthStatus, matchable } from '../disclosure/index.ts'
import { localDayOf } from '../shared/calendar.ts'
import { table } from './output.ts'
import { isoOf } from './rollup-text.ts'
import type { CliWords } from './words/index.ts'
import type { PeriodWords } from './words/period.ts'

export function statusJson(status: MonthStatus) {
  const { month, state, due, part, revision, safe, reason } = status
  const times = { sealed: isoOf(status.sealedMs), data_until: isoOf(status.untilMs) }
  return { month, state, due, part, revision, ...times, safe, reason }
}

export function statusText(
  tenant: string,
  zone: string,
  months: readonly MonthStatus[],
  { call, period: { status: words } }: CliWords,
): string {
  const { head, states } = words
  const day = (ms: number | null): string | null => (ms === null ? null : localDayOf(ms, zone))
  const rows = months.map(({ month, state, due, part, revision, sealedMs, safe }) => [
    part ? words.part(month) : month,
    states[state],
    revision,
    day(sealedMs),
    state === 'open' || state === 'closed' ? due : null,
    safe === null ? null : safe ? words.shown : words.tooFew,
  ])
  const reasons = months.flatMap(({ month, reason }) => (reason === null ? [] : [words.reopened(month, reason)]))
  const next = months.flatMap(({ month, state, due }) => {
    if (state === 'closed') return [words.mayBeSealed({ tenant, month, due })]
    return state === 'reopened' ? [words.waits({ tenant, month })] : []
  })
  const parts = months.some(({ part }) => part) ? [words.partSays] : []
  const titles = [head.month, head.state, head.revision, head.sealed, head.due, head.people]
  const below = [...parts, ...reasons, ...next].map((line) => `${line}\n`)
  return [table(titles, rows, call.none), ...below].join('')
}

interface SealedMonth {
  readonly month: string
  readonly revision: number
  readonly anew: boolean
  readonly safe: boolean
  readonly protocol: Protocol
}

export function sealedText(
  tenant: string,
  { month, revision, anew, safe, protocol }: SealedMonth,
  words: PeriodWords,
): string {
  if (!anew) return `${words.sealedAgain({ tenant, month, revision })}\n`
  return (
    `${words.sealed({ tenant, month, revision })}\n${peopleText(safe, words)}` +
    `\n${cutsTable(protocol, words)}\n${words.read({ tenant, month })}\n`
  )
}

export function protocolText(
  tenant: string,
  { month, revision, k, safe, protocol }: Publication,
  words: PeriodWords,
): string {
  const { title, rules, byRule } = words.protocol
  const took = new Set(protocol.flatMap(({ by_rule: by }) => Object.keys(by) as DisclosureRule[]))
  const width = Math.max(...Object.values(rules).map(({ name }) => name.length))
  const lines = [...took].map((rule) => `  ${rules[rule].name.padEnd(width)} ${rules[rule].says}\n`)
  return (
    `${title({ tenant, month, revision, k })}\n${peopleText(safe === 1, words)}` +
    `\n${cutsTable(protocol, words)}${lines.length === 0 ? '' : `\n${byRule}\n${lines.join('')}`}`
  )
}

function peopleText(safe: boolean, { noPeople }: PeriodWords): string {
  return safe ? '' : `${noPeople}\n`
}

/** One line a rule, so that the table fits a terminal. */
function cutsTable(stored: Protocol, { protocol: words }: PeriodWords): string {
  const { head, cellSays, roomSays } = words
  const protocol = matchable(stored)
  const rows = protocol.flatMap((one) => {
    const [first = null, ...more] = rulesOf(one, words)
    return [[nameOf(one, words), one.cells, one.shown, first], ...more.map((rule) => ['', '', '', rule])]
  })
  const rooms = protocol.some(({ cut }) => CUTS[cut].population === 'environment')
  const says = [cellSays, ...(rooms ? [roomSays] : [])]
  return `${table([head.cut, head.cells, head.shown, head.rules], rows)}\n${says.join('\n')}\n`
}

function nameOf({ cut }: ProtocolCut, words: PeriodWords['protocol']): string {
  const { population, by } = CUTS[cut]
  return population === 'people' ? words.people(by) : words.rooms
}

function rulesOf({ by_rule: by }: ProtocolCut, { rules }: PeriodWords['protocol']): readonly string[] {
  return Object.entries(by).map(([rule, cells]) => `${rules[rule as DisclosureRule].name} ${cells}`)
}
