/**
 * T7: since when is it different? An EWMA p-chart notices, a split with a permutation test confirms and dates (reference
 * quality-and-advice 2). Days without facts and holidays are left out.
 */
import { type Breach, breaches } from './ewma.ts'
import { createRandom, shuffled } from './random.ts'
import { best, candidates, type Tally } from './split.ts'
import { weekdayRates } from './weekday-rates.ts'

export interface ChangeDay {
  /** Number of the calendar day, rising. */
  readonly day: number
  /** y of n effective facts (T0), so that the days' noise is that of n independent ones. */
  readonly y: number
  readonly n: number
  /** Days with the same number are compared with each other. */
  readonly weekday: number
  readonly holiday?: boolean
}

interface ChangeOptions {
  readonly lambda?: number
  /** Limits of the chart, in deviations (L). */
  readonly deviations?: number
  /** Calendar days at the beginning that say what is usual. */
  readonly baselineDays?: number
  readonly permutations?: number
  readonly seed?: number
}

interface Split {
  /** First day of the new state, and the first and last it may be (90 %). */
  readonly day: number
  readonly earliest: number
  readonly latest: number
  /** Of the largest gain over all splits, by permutation; at least 1/(permutations + 1). */
  readonly p: number
  /** Share and effective facts on either side. */
  readonly before: Side
  readonly after: Side
}

interface Side {
  readonly p: number
  readonly nEff: number
  readonly days: number
}

export interface Change {
  /** At least ENOUGH_DAYS days of baseline, and days after it to judge; else nothing is said. */
  readonly enough: boolean
  /** First breach on the side to which the split goes; null: the chart noticed no such change. */
  readonly breach: Breach | null
  readonly split: Split | null
}

const ENOUGH_DAYS = 20
/** A state that held for fewer days is no state. */
const SHORTEST_STATE_DAYS = 5
/**
 * How far a likely date's log-likelihood may be below the best: half of 5.94, the 90 % point of (1 − e^(−x/2))², the
 * likelihood ratio's distribution at a change-point (B. E. Hansen 2000). Chi-square's 1.92 covers too few dates: a date
 * is no smooth parameter.
 */
const LIKELY = 2.97
/** Orders whose gains differ by rounding only are equal. */
const ROUNDING = 1e-9

const NOTHING: Change = { enough: false, breach: null, split: null }

/** The first calendar days, and more of them where weekends and holidays leave fewer than are needed. */
function baselineOf(days: readonly ChangeDay[], baselineDays: number): readonly ChangeDay[] {
  const until = (days[0]?.day ?? 0) + baselineDays
  const within = days.filter(({ day }) => day < until).length
  return days.slice(0, Math.max(ENOUGH_DAYS, within))
}

function sideOf(days: readonly ChangeDay[]): Side {
  const nEff = days.reduce((sum, { n }) => sum + n, 0)
  return { p: days.reduce((sum, { y }) => sum + y, 0) / nEff, nEff, days: days.length }
}

/**
 * How much more the days vary than binomial ones do around the shares of their state: Pearson's chi-square over its
 * degrees of freedom, at least 1. The likely dates widen with it.
 */
function dispersion(days: readonly Tally[], at: number): number {
  let chi2 = 0
  for (const part of [days.slice(0, at), days.slice(at)]) {
    const factor = part.reduce((sum, { y }) => sum + y, 0) / part.reduce((sum, { e }) => sum + e, 0)
    for (const { y, n, e } of part) {
      const usual = Math.min(n, factor * e)
      const variance = usual * (1 - usual / n)
      if (variance > 0) chi2 += (y - usual) ** 2 / variance
    }
  }
  return Math.max(1, chi2 / Math.max(1, days.length - 2))
}

/**
 * The best split. Its p is the part of random orders of the days whose best split gains as much; a day's y, n and usual
 * share stay together, so that large days are as large in every order.
 */
function splitOf(days: readonly ChangeDay[], permutations: number, seed: number): Split | null {
  const rates = weekdayRates(days)
  const tallies = days.map(({ y, n, weekday }) => ({ y, n, e: n * (rates.get(weekday) ?? 0) }))
  const found = candidates(tallies, SHORTEST_STATE_DAYS)
  const top = best(found)
  if (top === null) return null
  const random = createRandom(seed)
  let asLarge = 1
  for (let draw = 0; draw < permutations; draw += 1) {
    if ((best(candidates(shuffled(random, tallies), SHORTEST_STATE_DAYS))?.gain ?? 0) >= top.gain - ROUNDING)
      asLarge += 1
  }
  const reach = LIKELY * dispersion(tallies, top.at)
  const likely = found.filter(({ gain }) => gain >= top.gain - reach).map(({ at }) => at)
  const dayAt = (at: number): number => days[at]?.day ?? 0
  return {
    day: dayAt(top.at),
    earliest: dayAt(Math.min(...likely)),
    latest: dayAt(Math.max(...likely)),
    p: asLarge / (permutations + 1),
    before: sideOf(days.slice(0, top.at)),
    after: sideOf(days.slice(top.at)),
  }
}

/**
 * The change of a daily share, of days in rising order. A finding needs `breach`, and `split.p` after its family's
 * correction (T4). The same days, options and seed give the same answer.
 */
export function changePoint(
  series: readonly ChangeDay[],
  { lambda = 0.2, deviations = 3, baselineDays = 28, permutations = 999, seed = 1 }: ChangeOptions = {},
): Change {
  const days = series.filter(({ n, holiday }) => n > 0 && holiday !== true)
  const baseline = baselineOf(days, baselineDays)
  if (baseline.length < ENOUGH_DAYS || days.length - baseline.length < SHORTEST_STATE_DAYS) return NOTHING
  const split = splitOf(days, permutations, seed)
  if (split === null) return { enough: true, breach: null, split }
  const usual = weekdayRates(baseline)
  const mean = sideOf(baseline).p
  const points = days
    .slice(baseline.length)
    .map((day) => ({ day: day.day, y: day.y, n: day.n, p0: usual.get(day.weekday) ?? mean }))
  const side = split.after.p > split.before.p ? 'above' : 'below'
  const breach = breaches(points, { lambda, deviations }).find((one) => one.side === side) ?? null
  return { enough: true, breach, split }
}
