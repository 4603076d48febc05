/**
 * G02: a source was silent on working days on which it usually is not (T12). What it did not send is missing from every
 * figure, and no improvement may be read from it.
 */
import { addDays } from '../../shared/calendar.ts'
import { isQuiet } from '../holidays.ts'
import type { Month } from '../month.ts'
import { wholePerCents } from '../round.ts'
import { type Judged, NO_INPUT, type Rule, WITHHELD } from '../rule.ts'
import { dispersionOf, silence } from '../statistics/index.ts'
import { sizeClass } from '../round.ts'

/** Working days with records, without which nothing is known of what is usual. */
const FEWEST_DAYS = 20
/** Probability of the silence from which it is taken for a failure, before T4. */
const IMPROBABLE = 0.001

export const silentSource: Rule = {
  id: 'G02',
  version: 1,
  effect: null,
  impact: { unit: 'none', least: 0 },
  run(month) {
    const { health } = month.input
    if (health.length === 0) return NO_INPUT
    // Days on which few people met could be told from a source's silence; rooms may be looked at.
    const people = month.cells('tenant').some(({ legs }) => legs > 0)
    if (people ? !month.safe : month.cells('room').length === 0) return WITHHELD
    const sources = [...Map.groupBy(health, ({ source }) => source)].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const judged = sources.map(([source, days]) =>
      judgeSource(month, source, new Map(days.map((row) => [row.day, row.legs]))),
    )
    return { judged, facts: [], not: null }
  },
}

function judgeSource(month: Month, source: string, legs: ReadonlyMap<string, number>): Judged {
  const days = workingDays(month, legs)
  const lived = days.filter((day) => (legs.get(day) ?? 0) > 0)
  const quiet = { p: 1, draft: null, weight: 1, power: 1, moreMeetings: 0, same: false }
  if (lived.length < FEWEST_DAYS) return { ...quiet, p: null, power: 0 }
  const run = longestSilence(days, legs, month.first)
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return quiet
  const counts = days.filter((day) => !run.includes(day)).map((day) => legs.get(day) ?? 0)
  const lambda = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const p = silence({ lambda, gapDays: run.length, r: dispersionOf(counts) })
  if (p >= IMPROBABLE) return { ...quiet, p }
  const inMonth = days.filter((day) => day >= month.first)
  const silent = inMonth.filter((day) => (legs.get(day) ?? 0) === 0).length
  const share = silent / inMonth.length
  return {
    ...quiet,
    p,
    draft: {
      dimension: 'source',
      value: source,
      value2: '',
      population: 'people',
      outcome: null,
      group: {
        ...wholePerCents(share, { low: share, high: share }),
        size: sizeClass(inMonth.reduce((sum, day) => sum + (legs.get(day) ?? 0), 0)),
      },
      reference: null,
      test: { code: 'T12', n_eff: null },
      effect: null,
      impact: { unit: 'none', value: 0, low: 0 },
      since: first,
      since_low: first,
      since_high: last,
      causes: [],
    },
  }
}

/** Working days from the first with records to the end of the month; weekends and holidays may be silent. */
function workingDays(month: Month, legs: ReadonlyMap<string, number>): string[] {
  const first = [...legs.keys()].filter((day) => (legs.get(day) ?? 0) > 0).toSorted()[0]
  const days: string[] = []
  for (let day = first ?? month.last; day <= month.last; day = addDays(day, 1)) if (!isQuiet(day)) days.push(day)
  return days
}

/** The longest run of working days without a leg that reaches into the month. */
function longestSilence(days: readonly string[], legs: ReadonlyMap<string, number>, from: string): readonly string[] {
  let longest: readonly string[] = []
  let run: string[] = []
  for (const day of days) {
    if ((legs.get(day) ?? 0) > 0) run = []
    else run = [...run, day]
    if (day >= from && run.length > longest.length) longest = run
  }
  return longest
}
