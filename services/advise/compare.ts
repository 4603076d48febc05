/**
 * One group against the rest, like with like: the comparison of most rules (design, section 9).
 *
 * Legs of one meeting are no independent facts, so numbers are divided by the design effect (T0) before they are tested.
 * It is taken from the cells, where a meeting is one cluster however many strata its legs lie in. Where there are two or
 * more strata with both groups, T3 compares within them; else T2.
 */
import type { Outcome } from '../../schemas/cube.ts'
import { type ClusteredRate, clusteredRate, type Interval, wilson, Z95 } from '../shared/statistics/index.ts'
import { clustersOf, type Sums } from './month.ts'
import { isEquivalent, mantelHaenszel, sampleNeeded, type TwoByTwo, twoProportions } from './statistics/index.ts'

/** The least that matters. */
export interface MinimumEffect {
  /** Of two rates, 0 to 1. */
  readonly diff: number
  readonly ratio: number
}

/** Default of reference quality-and-advice 2: at least 2 percentage points and a ratio of at least 1.5. */
export const PRACTICAL: MinimumEffect = { diff: 0.02, ratio: 1.5 }

/** Legs below which no rate is shown; effective cases on each side, and events in the group, below which T2 says nothing. */
const FEWEST_LEGS = 50
const FEWEST_CASES = 30
const FEWEST_EVENTS = 5
/** Share of the group's cases that must lie in strata which the rest has too. */
const COMPARABLE = 0.5
/** The sample that is needed is the one for this many times the minimum effect. */
const SOUGHT = 1.5
/** z of a two-sided 90 % interval (T14). */
const Z90 = 1.644_853_626_951_472

interface Rate extends Interval {
  readonly p: number
  /** Cases, and how many independent ones say as much. */
  readonly n: number
  readonly nEff: number
}

export interface Comparison {
  readonly outcome: Outcome
  readonly group: Rate
  /** What comparable cases of the rest come to. */
  readonly rest: Rate
  readonly test: 'T2' | 'T3'
  /** Two-sided; null: too few cases to say anything. */
  readonly p: number | null
  readonly diff: number
  readonly low: number
  readonly high: number
  /** null: the rest has none. */
  readonly ratio: number | null
  /** The group is worse, by at least the minimum effect, and there are cases enough to say so. */
  readonly big: boolean
  /** Effective sample over the needed one; from 1 on the comparison would find what is sought. */
  readonly power: number
  readonly moreMeetings: number
  /** T14: no difference that matters. */
  readonly same: boolean
}

export interface Sides<Row> {
  readonly outcome: Outcome
  readonly group: readonly Row[]
  readonly rest: readonly Row[]
  /** Rows with the same text are alike. */
  readonly alike: (row: Row) => string
  /** The same cases by meeting, where a meeting's legs lie in several rows. */
  readonly groupCells: readonly Sums[]
  readonly restCells: readonly Sums[]
  readonly least: MinimumEffect
}

/** @returns null where there is nothing to compare: no cases on a side, or none that are alike */
export function compare<Row extends Sums>(sides: Sides<Row>): Comparison | null {
  const { outcome, least } = sides
  const group = effective(sides.group, sides.groupCells, outcome)
  const rest = effective(sides.rest, sides.restCells, outcome)
  if (group.n === 0 || rest.n === 0) return null
  const strata = pair(sides, group.deff, rest.deff)
  const comparable = strata.reduce((n, { n1 }) => n + n1, 0)
  if (comparable < COMPARABLE * group.nEff) return null

  const single = strata.length === 1 ? strata[0] : undefined
  const { p, diff, low, high } = single === undefined ? stratified(strata) : plain(single)
  const expected = Math.min(1, Math.max(0, group.p - diff))
  const ratio = expected === 0 ? null : group.p / expected
  const matters = Math.max(least.diff, expected * (least.ratio - 1))
  const needed = sampleNeeded(expected, Math.min(1, expected + SOUGHT * matters))
  const have = 2 / (1 / group.nEff + 1 / rest.nEff) // each of two equal groups that would tell as much
  const enough = [group, rest].every((side) => side.enough && side.n >= FEWEST_LEGS && side.nEff >= FEWEST_CASES)
  const power = have / needed
  return {
    outcome,
    group: { p: group.p, n: group.n, nEff: group.nEff, ...wilson(group.p, group.nEff) },
    rest: { p: expected, n: rest.n, nEff: rest.nEff, ...wilson(expected, rest.nEff) },
    test: single === undefined ? 'T3' : 'T2',
    p: enough ? p : null,
    diff,
    low,
    high,
    ratio,
    big:
      enough && group.p * group.nEff >= FEWEST_EVENTS && diff >= least.diff && (ratio === null || ratio >= least.ratio),
    power: enough ? power : Math.min(power, 0.99),
    // So much larger as the sample is to be, so many meetings more.
    moreMeetings: power >= 1 ? 0 : Math.ceil(group.m * (1 / power - 1)),
    same: isEquivalent(narrower(diff, low, high), matters),
  }
}

interface Estimate extends Interval {
  readonly p: number
  readonly diff: number
}

/** T3; a p of 1 where no outcome varies. */
function stratified(strata: readonly TwoByTwo[]): Estimate {
  const { corrected, difference } = mantelHaenszel(strata)
  const { value, low, high } = difference ?? { value: 0, low: -1, high: 1 }
  return { p: corrected?.p ?? 1, diff: value, low, high }
}

/** T2. */
function plain({ y1, n1, y2, n2 }: TwoByTwo): Estimate {
  return twoProportions({ p: y1 / n1, nEff: n1 }, { p: y2 / n2, nEff: n2 })
}

/** The 90 % interval of a 95 % one: each side as much shorter as its quantile is. */
function narrower(diff: number, low: number, high: number): Interval {
  const part = Z90 / Z95
  return { low: diff - (diff - low) * part, high: diff + (high - diff) * part }
}

interface Effective extends ClusteredRate {
  readonly n: number
  /** Meetings. */
  readonly m: number
}

/** Of the two design effects, that of the meetings as a whole and that within the rows, the larger one. */
export function effective(rows: readonly Sums[], cells: readonly Sums[], outcome: Outcome): Effective {
  const sums = clustersOf(rows, outcome)
  const whole = clustersOf(cells, outcome)
  const ofRows = clusteredRate(sums)
  const ofCells = clusteredRate(whole)
  const deff = Math.max(1, ofRows.deff, ofCells.deff)
  const m = whole.m > 0 ? Math.min(whole.m, sums.m) : sums.m
  const enough = whole.m > 0 ? ofCells.enough : ofRows.enough
  const nEff = sums.n / deff
  return { ...ofRows, n: sums.n, m, deff, nEff, variance: nEff > 0 ? (ofRows.p * (1 - ofRows.p)) / nEff : 0, enough }
}

/** The rows of both sides by stratum, in effective counts; strata that one side lacks are left out. */
function pair<Row extends Sums>(sides: Sides<Row>, groupDeff: number, restDeff: number): TwoByTwo[] {
  const { outcome, alike } = sides
  const restRows = Map.groupBy(sides.rest, alike)
  return [...Map.groupBy(sides.group, alike)].flatMap(([name, rows]) => {
    const group = clustersOf(rows, outcome)
    const rest = clustersOf(restRows.get(name) ?? [], outcome)
    if (group.n === 0 || rest.n === 0) return []
    return [{ y1: group.y / groupDeff, n1: group.n / groupDeff, y2: rest.y / restDeff, n2: rest.n / restDeff }]
  })
}
