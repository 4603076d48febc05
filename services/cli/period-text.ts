/** Months and what is shown of them, for machines and for people. */
import type { Publication } from '../../schemas/control/tables.ts'
import { CUTS } from '../../schemas/cube.ts'
import type { DisclosureRule, Protocol, ProtocolCut } from '../../schemas/published.ts'
import type { MonthStatus } from '../disclosure/index.ts'
import { localDayOf } from '../shared/calendar.ts'
import { table } from './output.ts'
import { isoOf } from './rollup-text.ts'

export function statusJson(status: MonthStatus) {
  const { month, state, due, part, revision, safe, reason } = status
  const times = { sealed: isoOf(status.sealedMs), data_until: isoOf(status.untilMs) }
  return { month, state, due, part, revision, ...times, safe, reason }
}

export function statusText(tenant: string, zone: string, months: readonly MonthStatus[]): string {
  const day = (ms: number | null): string | null => (ms === null ? null : localDayOf(ms, zone))
  const rows = months.map(({ month, state, due, part, revision, sealedMs, safe }) => [
    part ? `${month} (part)` : month,
    state,
    revision,
    day(sealedMs),
    state === 'open' || state === 'closed' ? due : null,
    safe === null ? null : safe ? 'shown' : 'too few',
  ])
  const reasons = months.flatMap(({ month, reason }) =>
    reason === null ? [] : [`${month} is opened again: ${reason}\n`],
  )
  const waits = months.filter(({ state }) => state === 'closed' || state === 'reopened')
  const next = waits.map(
    ({ month, state, due }) =>
      `${month} ${state === 'closed' ? `can be sealed from ${due} on` : 'waits to be sealed again'}: avesqo period seal --tenant ${tenant} --month ${month}\n`,
  )
  const parts = months.some(({ part }) => part) ? ['part: the contract begins or ends within that month.\n'] : []
  const head = ['month', 'state', 'revision', 'sealed on', 'due', 'people']
  return [table(head, rows), ...parts, ...reasons, ...next].join('')
}

interface SealedMonth {
  readonly month: string
  readonly revision: number
  readonly anew: boolean
  readonly safe: boolean
  readonly protocol: Protocol
}

export function sealedText(tenant: string, { month, revision, anew, safe, protocol }: SealedMonth): string {
  if (!anew) {
    return (
      `${month} of ${tenant} is sealed again, and revision ${revision} stands: nothing changed, or so few persons did ` +
      'that a new figure would tell of them.\n'
    )
  }
  return (
    `${month} of ${tenant} is sealed, revision ${revision}.\n${peopleText(safe)}` +
    `\n${cutsTable(protocol)}\nRead it with: avesqo report --tenant ${tenant} --month ${month}\n`
  )
}

export function protocolText(tenant: string, { month, revision, k, safe, protocol }: Publication): string {
  const rules = new Set(protocol.flatMap(({ by_rule: by }) => Object.keys(by) as DisclosureRule[]))
  const words = [...rules].map((rule) => `  ${rule.padEnd(18)}${RULES[rule]}\n`)
  return (
    `${month} of ${tenant}, revision ${revision}; fewest persons of a group: ${k}.\n${peopleText(safe === 1)}` +
    `\n${cutsTable(protocol)}${words.length === 0 ? '' : `\nNot shown, by rule:\n${words.join('')}`}`
  )
}

function peopleText(safe: boolean): string {
  return safe ? '' : 'Nothing is said about people: they are too few, or one of them has most of it.\n'
}

/** One line a rule, so that the table fits a terminal. */
function cutsTable(protocol: Protocol): string {
  const rows = protocol.flatMap((one) => {
    const [first = null, ...more] = rulesOf(one)
    return [[nameOf(one), one.cells, one.shown, first], ...more.map((rule) => ['', '', '', rule])]
  })
  const rooms = protocol.some(({ cut }) => CUTS[cut].population === 'environment')
  return table(['cut', 'cells', 'shown', 'not shown, by rule'], rows) + (rooms ? ROOMS : '')
}

const ROOMS = `
A cell is a value, or a pair of values, that occurs. Rooms are counted one by
one: a room with two models has two cells under "room × model". A room is shown
in all of them or in none.
`

function nameOf({ cut }: ProtocolCut): string {
  const { population, by } = CUTS[cut]
  if (population === 'people') return `people: ${by.length === 0 ? 'all' : by.join(' × ')}`
  // Its cells are kept for each room (services/disclosure, core/rooms.ts).
  return `rooms: ${['room', ...by.filter((dimension) => dimension !== 'room')].join(' × ')}`
}

function rulesOf({ by_rule: by }: ProtocolCut): readonly string[] {
  return Object.entries(by).map(([rule, cells]) => `${rule} ${cells}`)
}

const RULES: Readonly<Record<DisclosureRule, string>> = {
  persons: 'fewer persons than a group must have',
  dominance: 'one person has more than half of its legs or time',
  folded: 'its value stands together with others as "other"',
  one_value: 'its dimension has one value left, which says nothing',
  class_taken: 'it shows no size class: a hidden cell beside it could be worked out',
  cut_classes_taken: 'the cut shows no size classes, for the same reason',
  cut_taken: 'the cut is not shown, for the same reason',
  kept: 'it shows first figures: what changed since came from too few persons, or mostly from one',
  room_not_visible: 'the room met too few people or too seldom, or is mostly one person’s',
  tenant: 'the customer’s people are too few to be shown at all',
}
