/** The gamma function's family: logarithm, regularised upper part, and the chi-square distribution that is made of it. */

/** Lanczos' approximation with g = 7 and nine terms (P. Godfrey's coefficients), good to about 1e-15. */
const G = 7
const FIRST = 0.9999999999998099
const TERMS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)
const PRECISION = 1e-16
const MOST_STEPS = 10_000
/** Stands for 0 in Lentz's method. */
const TINY = 1e-300

/** ln Γ(x), x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const sum = TERMS.reduce((total, term, index) => total + term / (x + index), FIRST)
  const shifted = x + G - 0.5
  return HALF_LOG_TWO_PI + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum)
}

/** Lower part P(a, x) by its series; converges fast for x < a + 1 (Abramowitz and Stegun 6.5.29). */
function lowerBySeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let step = 1; step < MOST_STEPS && term > sum * PRECISION; step += 1) {
    term *= x / (a + step)
    sum += term
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a))
}

/** Upper part Q(a, x) by its continued fraction, Lentz's method; for x ≥ a + 1 (Abramowitz and Stegun 6.5.31). */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let value = d
  for (let step = 1; step < MOST_STEPS; step += 1) {
    const factor = -step * (step - a)
    b += 2
    d = 1 / orTiny(factor * d + b)
    c = orTiny(b + factor / c)
    value *= d * c
    if (Math.abs(d * c - 1) < PRECISION * 4) break
  }
  return value * Math.exp(a * Math.log(x) - x - logGamma(a))
}

/** A denominator of Lentz's method that is not 0. */
export function orTiny(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

/** Regularised upper incomplete gamma Q(a, x) = Γ(a, x) / Γ(a), a > 0, x ≥ 0. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x)
}

/** Probability that a chi-square variable with `df` degrees of freedom is larger than `value`. */
export function chiSquareSurvival(value: number, df: number): number {
  return gammaQ(df / 2, value / 2)
}
