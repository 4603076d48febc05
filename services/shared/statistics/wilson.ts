/** z of a two-sided 95 % interval. */
export const Z95 = 1.959_963_984_540_054

export interface Interval {
  /** Ratios from 0 to 1. */
  readonly low: number
  readonly high: number
}

/**
 * T1, the Wilson score interval of a rate (reference quality-and-advice 2; E. B. Wilson, 1927): it stays within 0 and 1
 * and holds its level also for few cases and rates near the ends.
 *
 * @param p rate, 0 to 1
 * @param n cases behind it, effective ones where they come in clusters; not below 0, need not be whole
 * @param z quantile of the normal distribution; 95 % by default
 * @returns 0 to 1 where n is 0: nothing is known
 */
export function wilson(p: number, n: number, z: number = Z95): Interval {
  if (n <= 0) return { low: 0, high: 1 }
  const zz = z * z
  const centre = p + zz / (2 * n)
  const half = z * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n))
  const whole = 1 + zz / n
  return { low: Math.max(0, (centre - half) / whole), high: Math.min(1, (centre + half) / whole) }
}
