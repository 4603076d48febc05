/** Values of scipy 1.17.1 (stats.norm, stats.chi2, special.betainc, special.gammaln). */
import { expect, test } from 'vitest'
import { betaCdf } from '../../../../services/advise/statistics/beta.ts'
import { chiSquareSurvival, logGamma } from '../../../../services/advise/statistics/gamma.ts'
import { normalQuantile, normalSurvival, twoSided } from '../../../../services/advise/statistics/normal.ts'

/** How far it is off, as a part of what is expected. */
const off = (actual: number, expected: number): number => Math.abs(actual - expected) / Math.abs(expected)
const TEN_DIGITS = 1e-10

test.each([
  [-3, 0.9986501019683699],
  [-0.3, 0.6179114221889526],
  [0, 0.5],
  [0.5, 0.3085375387259869],
  [1.959963984540054, 0.025],
  [3, 0.0013498980316300933],
  [6, 9.865876450376946e-10],
  [8, 6.22096057427174e-16],
  [10, 7.61985302416047e-24],
])('normal: beyond %d', (z, expected) => {
  expect(off(normalSurvival(z), expected)).toBeLessThan(TEN_DIGITS)
})

test.each([
  [1e-12, -7.034483825301131],
  [1e-6, -4.753424308822899],
  [0.01, -2.3263478740408408],
  [0.025, -1.9599639845400545],
  [0.2, -0.8416212335729142],
  [0.8, 0.8416212335729143],
  [0.975, 1.959963984540054],
  [0.999999, 4.753424308817087],
])('normal: quantile of %d, and back', (p, z) => {
  expect(off(normalQuantile(p), z)).toBeLessThan(TEN_DIGITS)
  expect(off(normalSurvival(-normalQuantile(p)), p)).toBeLessThan(TEN_DIGITS)
  expect(normalQuantile(0.5)).toBe(0)
})

test('two-sided', () => {
  expect(off(twoSided(-1.959963984540054), 0.05)).toBeLessThan(TEN_DIGITS)
})

test.each([
  [0.5, 0.5, 0.3, 0.36901011956554536],
  [2, 3, 0.4, 0.5247999999999999],
  [9.4, 57, 0.0827, 0.06650269544531981],
  [31.4, 595, 0.06, 0.8692603290954456],
  [1.445, 24.77, 0.0827, 0.7844210139233293],
  [500, 9500, 0.05, 0.5054915522569031],
  [0.01, 5, 0.001, 0.9527958800070772],
  [200, 1, 0.99, 0.1339796748579617],
])('Beta(%d, %d) at most %d', (a, b, x, expected) => {
  expect(off(betaCdf(x, a, b), expected)).toBeLessThan(TEN_DIGITS)
  expect(off(1 - betaCdf(1 - x, b, a), expected)).toBeLessThan(TEN_DIGITS)
})

test.each([
  [3.841458820694124, 1, 0.04999999999999989],
  [1.5246, 1, 0.21692470114257756],
  [18.8, 5, 0.002094146814625287],
  [0.5, 3, 0.9188914116546758],
  [100, 10, 5.4497019829205215e-17],
  [700, 2, 9.929590396265143e-153],
])('chi-square beyond %d with %i degrees of freedom', (value, df, expected) => {
  expect(off(chiSquareSurvival(value, df), expected)).toBeLessThan(TEN_DIGITS)
  expect(chiSquareSurvival(0, df)).toBe(1)
})

test.each([
  [0.01, 4.599479878042022],
  [0.5, 0.5723649429247],
  [10, 12.801827480081469],
  [123.4, 469.3360974421906],
  [1e5, 1051287.7089736569],
])('ln Γ(%d)', (x, expected) => {
  expect(off(logGamma(x), expected)).toBeLessThan(TEN_DIGITS)
})
