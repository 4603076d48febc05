import type { Cell, Outcome } from '../../../schemas/cube.ts'
import type { Figure } from '../../../schemas/published.ts'
import { type Clusters, clusteredRate, wilson } from '../../shared/statistics/index.ts'

/** Below so many cases a rate is bounded to 5–95 %, and two-dimensional cells say none (design, section 8: Figures). */
export const RATE_FROM = 50
/** From so many cases on a rate of one dimension has a decimal. */
const FINE_FROM = 1_000
const BOUND = 0.05
const BOUND_PERMILLE = 50

export type Said = Pick<Figure, 'mark' | 'value' | 'low' | 'high'>

interface RateOf {
  readonly y: number
  /** More than 0. */
  readonly n: number
  /** So many independent cases would say as much; absent where no interval is said. */
  readonly nEff?: number
  /** Clusters: the least that n can be worth. */
  readonly m?: number
  /** One decimal where there are cases enough: one dimension only. */
  readonly fine: boolean
}

/** Sums of an outcome in a cell. */
export const clustersOf = (cell: Cell, outcome: Outcome): Clusters => ({
  m: cell[`${outcome}_m`],
  y: cell[`${outcome}_y`],
  n: cell[`${outcome}_n`],
  yy: cell[`${outcome}_yy`],
  yn: cell[`${outcome}_yn`],
  nn: cell[`${outcome}_nn`],
})

/**
 * A rate as it is published, permille (design, section 8: Figures): from unrounded counts to whole per cent, in one
 * dimension with one decimal from n = 1,000; below n = 50 a rate of at most 5 % or at least 95 % says just that, none at
 * all included (attack A27). Intervals are Wilson's on the effective number of cases, rounded outward. The interval of a
 * bounded rate is that of the bound itself with the fewest cases that it can be worth, so that it does not tell on which
 * side of the bound, and how far, the rate lies.
 */
export function rateOf({ y, n, nEff, m, fine }: RateOf): Said {
  if (n < RATE_FROM) {
    const fewest = Math.min(n, m ?? n)
    const said = nEff !== undefined
    if (y <= BOUND * n) {
      const { high } = wilson(BOUND, fewest)
      return { mark: 'at_most', value: BOUND_PERMILLE, low: said ? 0 : null, high: said ? outward(high, 100) : null }
    }
    if (y >= (1 - BOUND) * n) {
      const { low } = wilson(1 - BOUND, fewest)
      const value = 1_000 - BOUND_PERMILLE
      return { mark: 'at_least', value, low: said ? inward(low, 100) : null, high: said ? 1_000 : null }
    }
  }
  const steps = fine && n >= FINE_FROM ? 1_000 : 100
  const value = (Math.round((y * steps) / n) * 1_000) / steps
  if (nEff === undefined) return { mark: 'shown', value, low: null, high: null }
  const { low, high } = wilson(y / n, nEff)
  return { mark: 'shown', value, low: inward(low, steps), high: outward(high, steps) }
}

/** Down, resp. up, to a whole step, as permille. The last digits of a float do not move a bound to the next step. */
const inward = (ratio: number, steps: number): number => (Math.floor(ratio * steps + 1e-9) * 1_000) / steps
const outward = (ratio: number, steps: number): number => (Math.ceil(ratio * steps - 1e-9) * 1_000) / steps

/** An outcome's rate with its clustered interval (T0, T1). More than 0 cases. */
export function outcomeRate(cell: Cell, outcome: Outcome, fine: boolean): Said {
  const clusters = clustersOf(cell, outcome)
  const { nEff } = clusteredRate(clusters)
  return rateOf({ y: clusters.y, n: clusters.n, m: clusters.m, nEff, fine })
}
