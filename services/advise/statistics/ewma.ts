import type { Interval } from '../../shared/statistics/index.ts'

/** How an exponentially weighted moving average weighs the newest day, and how many deviations its limits are away. */
export interface Chart {
  readonly lambda: number
  readonly deviations: number
}

/**
 * Limits of an EWMA p-chart at its `t`-th day where every day has `n` effective facts:
 * p0 ± L√(p0(1−p0)/n · λ/(2−λ)·(1−(1−λ)^{2t})), within 0 and 1 (S. W. Roberts 1959; reference T7).
 */
export function ewmaLimits(p0: number, n: number, t: number, { lambda, deviations }: Chart): Interval {
  const weight = (lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * t))
  return around(p0, deviations * Math.sqrt(((p0 * (1 - p0)) / n) * weight))
}

function around(p: number, half: number): Interval {
  return { low: Math.max(0, p - half), high: Math.min(1, p + half) }
}

/** A day of the chart: y of n effective facts; p0: the share that is usual on such a day. */
interface Point {
  readonly day: number
  readonly y: number
  readonly n: number
  readonly p0: number
}

export interface Breach {
  readonly day: number
  readonly side: 'above' | 'below'
}

/**
 * First day on each side on which the average of deviations from the usual share leaves its limits. The variance is
 * carried on day by day, V = λ²·p0(1−p0)/n + (1−λ)²·V, which is the formula above where n is always the same.
 */
export function breaches(points: readonly Point[], { lambda, deviations }: Chart): Breach[] {
  const found: Breach[] = []
  let average = 0
  let variance = 0
  for (const { day, y, n, p0 } of points) {
    average = lambda * (y / n - p0) + (1 - lambda) * average
    variance = (lambda ** 2 * p0 * (1 - p0)) / n + (1 - lambda) ** 2 * variance
    if (Math.abs(average) <= deviations * Math.sqrt(variance)) continue
    const side = average > 0 ? 'above' : 'below'
    if (!found.some((breach) => breach.side === side)) found.push({ day, side })
  }
  return found
}
