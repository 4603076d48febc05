import { logGamma, orTiny } from './gamma.ts'

const PRECISION = 1e-16
const MOST_STEPS = 10_000

/** Continued fraction of the incomplete beta, Lentz's method (Abramowitz and Stegun 26.5.8). */
function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / orTiny(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let step = 1; step < MOST_STEPS; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step))
    d = 1 / orTiny(1 + even * d)
    c = orTiny(1 + even / c)
    value *= d * c
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1))
    d = 1 / orTiny(1 + odd * d)
    c = orTiny(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < PRECISION * 4) break
  }
  return value
}

/**
 * Regularised incomplete beta I_x(a, b): the probability that a Beta(a, b) variable is at most x; a, b > 0. The
 * fraction is taken from the side where it converges fast.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(a, b, x)) / a
  return 1 - (front * fraction(b, a, 1 - x)) / b
}
