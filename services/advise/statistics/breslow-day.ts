import { chiSquareSurvival } from './gamma.ts'
import type { TwoByTwo } from './two-by-two.ts'

export interface Homogeneity {
  readonly chi2: number
  readonly df: number
  readonly p: number
}

/** What the group's events would be, with the stratum's margins, if the odds ratio were this one. */
function expected({ y1, n1, y2, n2 }: TwoByTwo, oddsRatio: number): number {
  const events = y1 + y2
  // The root within the margins of (1−ψ)A² + (n2 − events + ψ(n1 + events))A − ψ·n1·events = 0, written so that it
  // holds for ψ = 1 too.
  const linear = n2 - events + oddsRatio * (n1 + events)
  const root = Math.sqrt(linear ** 2 + 4 * (1 - oddsRatio) * oddsRatio * n1 * events)
  return (2 * oddsRatio * n1 * events) / (linear + root)
}

/**
 * Breslow and Day's test of one odds ratio in all strata, with Tarone's correction (N. Breslow and N. Day 1980; R. Tarone
 * 1985). Strata in which nobody or everybody has the outcome say nothing about it; null where fewer than two are left.
 */
export function breslowDay(strata: readonly TwoByTwo[], oddsRatio: number): Homogeneity | null {
  const telling = strata.filter(({ y1, n1, y2, n2 }) => y1 + y2 > 0 && y1 + y2 < n1 + n2)
  if (telling.length < 2) return null
  let chi2 = 0
  let excess = 0
  let variances = 0
  for (const stratum of telling) {
    const { y1, n1, y2, n2 } = stratum
    const a = expected(stratum, oddsRatio)
    const events = y1 + y2
    const variance = 1 / (1 / a + 1 / (events - a) + 1 / (n1 - a) + 1 / (n2 - events + a))
    chi2 += (y1 - a) ** 2 / variance
    excess += y1 - a
    variances += variance
  }
  const corrected = Math.max(0, chi2 - excess ** 2 / variances)
  const df = telling.length - 1
  return { chi2: corrected, df, p: chiSquareSurvival(corrected, df) }
}
