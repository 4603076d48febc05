/**
 * A08: quality at a site has become worse since a day of the month. A chart of the daily share notices, and a split with
 * a permutation test confirms and dates (T7). What had changed before the month began is not said again.
 */
import type { Cell, Outcome, Stratum } from '../../../schemas/cube.ts'
import { DAY_MS } from '../../shared/calendar.ts'
import { type Interval, wilson } from '../../shared/statistics/index.ts'
import { effective, PRACTICAL } from '../compare.ts'
import { isHoliday } from '../holidays.ts'
import { clustersOf, isNamed, type Month } from '../month.ts'
import { sizeClass, twoDigits, wholePerCents } from '../round.ts'
import type { Draft, Judged, Rule } from '../rule.ts'
import { type Change, type ChangeDay, changePoint, sampleNeeded, twoProportions } from '../statistics/index.ts'
import { casesOf, hoursOfLeg, kindsOf, looked } from './groups.ts'
import { safeDaysOf } from './safe-days.ts'

const LEAST_HOURS = 10
/** Legs on a side below which no rate is shown (design, section 8). */
const FEWEST_LEGS = 50
/** A quick look first; where it says "perhaps", a long one. */
const QUICK = 99
const PERHAPS = 0.2
const LONG = 4_999 // so that its smallest p still counts among hundreds of comparisons
/** Changes before the month that are stepped over. */
const MOST_EARLIER = 3
const SOUGHT = 1.5
/** Of a median day's cases, so many must a day have. */
const BUSY = 0.25

export const change: Rule = {
  id: 'A08',
  version: 3,
  effect: PRACTICAL,
  impact: { unit: 'poor_hours', least: LEAST_HOURS },
  run(month) {
    const rows = month.input.strata.filter(
      ({ population, medium, site, day }) =>
        population === 'people' && medium === 'all' && isNamed(site) && day <= month.last,
    )
    const cells = month.cells('site')
    const names = month.names('site')
    const kinds = kindsOf(rows)
    const safeDays = safeDaysOf(month)
    const judged = names.flatMap((site) => {
      const own = { site, rows: rows.filter((row) => row.site === site), cells: cells.filter(({ v1 }) => v1 === site) }
      const said = kinds.filter((outcome) => month.says('site', outcome, site))
      return plainest(
        said.flatMap((outcome) => judgeSite(month, { ...own, outcome, isSafe: safeDays(site, outcome) }) ?? []),
      )
    })
    return looked(judged, Math.max(2, names.length), names.length)
  },
}

interface Series {
  readonly site: string
  readonly outcome: Outcome
  readonly rows: readonly Stratum[]
  readonly cells: readonly Cell[]
  /** Whether a day of the site may be spoken about. */
  readonly isSafe: (day: string) => boolean
}

/** A change is one event, whatever measured it: it is told, and dated, by the kind that shows it most plainly. */
function plainest(kinds: readonly Dated[]): readonly Judged[] {
  const best = kinds
    .filter(({ judged }) => judged.draft !== null)
    .reduce<Dated | null>((most, one) => (most === null || one.distance > most.distance ? one : most), null)
  return kinds.map((one) => (one === best ? one.judged : { ...one.judged, draft: null }))
}

interface Dated {
  readonly judged: Judged
  /** Between before and after, in standard errors. */
  readonly distance: number
}

function judgeSite(month: Month, { site, outcome, rows, cells, isSafe }: Series): Dated | null {
  const { n, m } = effective(rows, cells, outcome)
  if (n === 0) return null
  const safe = rows.filter(({ day }) => isSafe(day))
  const { deff } = effective(safe, cells, outcome)
  const days = usualDays(
    [...Map.groupBy(safe, ({ day }) => day)].map(([day, own]) => changeDay(day, clustersOf(own, outcome), deff)),
  )
  const { enough, breach, split } = lastChange(days, numberOf(month.first))
  if (!enough) {
    const judged = { p: null, draft: null, weight: n, power: 0, moreMeetings: Math.ceil(m / 2), same: false }
    return { judged, distance: 0 }
  }
  if (split === null) {
    return { judged: { p: 1, draft: null, weight: n, power: 1, moreMeetings: 0, same: false }, distance: 0 }
  }
  const { before, after, p } = split
  const apart = twoProportions(after, before)
  const needed = sampleNeeded(before.p, Math.min(1, before.p + SOUGHT * leastDiff(before.p)))
  const have = 2 / (1 / before.nEff + 1 / after.nEff)
  const power = have / needed
  const moreMeetings = power < 1 ? Math.ceil((m / 2) * (1 / power - 1)) : 0
  const told: Judged = { p, draft: null, weight: n, power, moreMeetings, same: false }
  const legs = { before: before.nEff * deff, after: after.nEff * deff }
  const matters =
    breach !== null && apart.diff >= leastDiff(before.p) && Math.min(legs.before, legs.after) >= FEWEST_LEGS
  // A part of a month is like a second dimension: no count of it is published.
  const cases = casesOf(legs.after, false)
  const hours = hoursOfLeg(cells)
  const cost = apart.diff * cases.middle * hours
  if (!matters || split.day < numberOf(month.first) || cost < LEAST_HOURS) {
    return { judged: told, distance: 0 }
  }
  const shown = (side: typeof after, size: number) => ({ ...rateOf(side), size: sizeClass(size) })
  const draft: Draft = {
    dimension: 'site',
    value: site,
    value2: '',
    population: 'people',
    outcome,
    group: shown(after, legs.after),
    reference: { kind: 'before', ...shown(before, legs.before) },
    test: { code: 'T7', n_eff: twoDigits(after.nEff, 'down') },
    effect: {
      diff: twoDigits(apart.diff * 1_000),
      low: twoDigits(apart.low * 1_000, 'down'),
      high: twoDigits(apart.high * 1_000, 'up'),
      ratio_c: before.p === 0 ? null : twoDigits((after.p / before.p) * 100),
    },
    impact: {
      unit: 'poor_hours',
      value: twoDigits(cost),
      low: Math.max(0, twoDigits(apart.low * cases.least * hours, 'down')),
    },
    since: nameOf(split.day),
    since_low: nameOf(split.earliest),
    since_high: nameOf(split.latest),
    causes: [],
  }
  const error = Math.sqrt((before.p * (1 - before.p)) / before.nEff + (after.p * (1 - after.p)) / after.nEff)
  return { judged: { ...told, draft }, distance: apart.diff / error }
}

function leastDiff(before: number): number {
  return Math.max(PRACTICAL.diff, before * (PRACTICAL.ratio - 1))
}

function rateOf({ p, nEff }: { readonly p: number; readonly nEff: number }): { value: number } & Interval {
  return wholePerCents(p, wilson(p, nEff))
}

/** The change that the days end in: what changed before the month is taken for the beginning. */
function lastChange(days: readonly ChangeDay[], first: number): Change {
  let from = days
  for (let earlier = 0; ; earlier += 1) {
    const quick = changePoint(from, { permutations: QUICK })
    if (quick.split === null || quick.split.p > PERHAPS) return quick
    const found = changePoint(from, { permutations: LONG })
    const { split } = found
    const old = split !== null && split.day < first && split.p < 0.05
    if (!old || earlier === MOST_EARLIER) return found
    const rest = from.filter(({ day }) => day >= split.day)
    // Too few days since then: there is no other change that could be seen.
    if (!changePoint(rest, { permutations: 0 }).enough) return found
    from = rest
  }
}

/** In rising order, without those on which next to nobody met: they say little, and only blur the chart's limits. */
function usualDays(days: readonly ChangeDay[]): readonly ChangeDay[] {
  const sizes = days.map(({ n }) => n).toSorted((a, b) => a - b)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0
  return days.filter(({ n }) => n >= median * BUSY).toSorted((a, b) => a.day - b.day)
}

function changeDay(day: string, { y, n }: { readonly y: number; readonly n: number }, deff: number): ChangeDay {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return {
    day: numberOf(day),
    y: y / deff,
    n: n / deff,
    weekday: weekday === 6 ? 0 : weekday, // the two days of the weekend are alike
    holiday: isHoliday(day),
  }
}

const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
const nameOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
