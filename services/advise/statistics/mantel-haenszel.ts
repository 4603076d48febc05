/**
 * T3: the same comparison inside strata, so that like is compared with like: a site with more Wi-Fi is not a bad site.
 * Cochran, Mantel and Haenszel's test with the pooled odds ratio, risk ratio and risk difference. Counts may be effective
 * ones and need not be whole.
 */
import { type Interval, Z95 } from '../../shared/statistics/index.ts'
import { breslowDay, type Homogeneity } from './breslow-day.ts'
import { chiSquareSurvival } from './gamma.ts'
import type { TwoByTwo } from './two-by-two.ts'

interface Estimate extends Interval {
  readonly value: number
}

interface Test {
  readonly chi2: number
  readonly p: number
}

interface Stratified {
  /** Strata in which both groups are; a test of like with like needs two (reference: gate of T3). */
  readonly strata: number
  /** With Mantel and Haenszel's continuity correction, and without; null where no outcome varies. */
  readonly corrected: Test | null
  readonly plain: Test | null
  /** Odds of the group over odds of the reference; null where it is 0 or unbounded. */
  readonly oddsRatio: Estimate | null
  /** Share of the group over share of the reference, of the same mix; null where it is 0 or unbounded. */
  readonly riskRatio: Estimate | null
  /** Share of the group less share of the reference, of the same mix; null without strata. */
  readonly difference: Estimate | null
  /** Whether the odds ratio differs from stratum to stratum: "it depends". */
  readonly homogeneity: Homogeneity | null
}

/** Cells of a stratum: a, b of the group, c, d of the reference, with and without the outcome. */
interface Cells {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly n1: number
  readonly n2: number
  readonly total: number
}

const cellsOf = ({ y1, n1, y2, n2 }: TwoByTwo): Cells => ({
  a: y1,
  b: n1 - y1,
  c: y2,
  d: n2 - y2,
  n1,
  n2,
  total: n1 + n2,
})

const sum = (strata: readonly Cells[], of: (cells: Cells) => number): number =>
  strata.reduce((total, cells) => total + of(cells), 0)

/** N. Mantel and W. Haenszel 1959; correction as in R's mantelhaen.test: ½, but no more than there is to correct. */
function tests(strata: readonly Cells[]): { corrected: Test | null; plain: Test | null } {
  const excess = Math.abs(sum(strata, ({ a, c, n1, total }) => a - (n1 * (a + c)) / total))
  const variance = sum(
    strata.filter(({ total }) => total > 1),
    ({ a, b, c, d, n1, n2, total }) => (n1 * n2 * (a + c) * (b + d)) / (total ** 2 * (total - 1)),
  )
  if (variance <= 0) return { corrected: null, plain: null }
  const test = (distance: number): Test => {
    const chi2 = distance ** 2 / variance
    return { chi2, p: chiSquareSurvival(chi2, 1) }
  }
  return { corrected: test(excess >= 0.5 ? excess - 0.5 : excess), plain: test(excess) }
}

/** An estimate whose logarithm has this variance. */
function onLogScale(value: number, variance: number, z: number): Estimate | null {
  if (!(value > 0 && Number.isFinite(value))) return null
  const factor = Math.exp(z * Math.sqrt(Math.max(0, variance)))
  return { value, low: value / factor, high: value * factor }
}

/** Mantel and Haenszel's odds ratio; variance by J. Robins, N. Breslow and S. Greenland 1986. */
function oddsRatio(strata: readonly Cells[], z: number): Estimate | null {
  const r = sum(strata, ({ a, d, total }) => (a * d) / total)
  const s = sum(strata, ({ b, c, total }) => (b * c) / total)
  const variance =
    sum(strata, ({ a, d, total }) => ((a + d) * a * d) / total ** 2) / (2 * r ** 2) +
    sum(strata, ({ a, b, c, d, total }) => ((a + d) * b * c + (b + c) * a * d) / total ** 2) / (2 * r * s) +
    sum(strata, ({ b, c, total }) => ((b + c) * b * c) / total ** 2) / (2 * s ** 2)
  return onLogScale(r / s, variance, z)
}

/** Mantel and Haenszel's risk ratio; variance by S. Greenland and J. Robins 1985. */
function riskRatio(strata: readonly Cells[], z: number): Estimate | null {
  const group = sum(strata, ({ a, n2, total }) => (a * n2) / total)
  const reference = sum(strata, ({ c, n1, total }) => (c * n1) / total)
  const spread = sum(strata, ({ a, c, n1, n2, total }) => (n1 * n2 * (a + c) - a * c * total) / total ** 2)
  return onLogScale(group / reference, spread / (group * reference), z)
}

/** Mantel and Haenszel's risk difference; variance by T. Sato 1989, which holds for few large and many sparse strata. */
function riskDifference(strata: readonly Cells[], z: number): Estimate | null {
  const weight = sum(strata, ({ n1, n2, total }) => (n1 * n2) / total)
  if (weight <= 0) return null
  const value = sum(strata, ({ a, c, n1, n2, total }) => (a * n2 - c * n1) / total) / weight
  const p = sum(
    strata,
    ({ a, c, n1, n2, total }) => (n1 ** 2 * c - n2 ** 2 * a + (n1 * n2 * (n2 - n1)) / 2) / total ** 2,
  )
  const q = sum(strata, ({ a, b, c, d, total }) => (a * d + b * c) / (2 * total))
  const half = (z * Math.sqrt(Math.max(0, value * p + q))) / weight
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) }
}

/**
 * The comparison over all strata that have both groups; the others say nothing.
 *
 * @param z quantile of the normal distribution, for the intervals; 95 % by default
 */
export function mantelHaenszel(strata: readonly TwoByTwo[], z: number = Z95): Stratified {
  const used = strata.filter(({ n1, n2 }) => n1 > 0 && n2 > 0)
  const cells = used.map(cellsOf)
  const odds = oddsRatio(cells, z)
  return {
    strata: used.length,
    ...tests(cells),
    oddsRatio: odds,
    riskRatio: riskRatio(cells, z),
    difference: riskDifference(cells, z),
    homogeneity: odds === null ? null : breslowDay(used, odds.value),
  }
}
