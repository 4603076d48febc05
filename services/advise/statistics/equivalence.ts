import type { Interval } from '../../shared/statistics/index.ts'
import { normalQuantile, normalSurvival } from './normal.ts'

const Z90 = normalQuantile(0.95)

/**
 * T14, "no meaningful difference": two one-sided tests (D. Schuirmann 1987). True where the whole 90 % interval of the
 * difference lies inside ±delta, which is both tests at 5 %.
 */
export function isEquivalent(interval90: Interval, delta: number): boolean {
  return interval90.low > -delta && interval90.high < delta
}

/** The same of a normal estimate with its standard error: the larger of the two probabilities, and the 90 % interval. */
export function equivalence(
  diff: number,
  standardError: number,
  delta: number,
): { p: number; interval90: Interval; equivalent: boolean } {
  const half = Z90 * standardError
  const interval90 = { low: diff - half, high: diff + half }
  const p = Math.max(normalSurvival((diff + delta) / standardError), normalSurvival((delta - diff) / standardError))
  return { p, interval90, equivalent: isEquivalent(interval90, delta) }
}
