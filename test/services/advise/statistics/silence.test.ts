/** T12: reference quality-and-advice 2, and scipy 1.17.1 (poisson.pmf, nbinom.pmf(0, r, r/(r + λg))). */
import { expect, test } from 'vitest'
import { dispersionOf, silence } from '../../../../services/advise/statistics/index.ts'

test.each([
  [0.5, 14, undefined, 0.0009118819655545162],
  [0.5, 14, 2, 0.04938271604938271],
  [2, 10, 3.5, 0.0012749719708102737],
  [0.8, 9, 1.2, 0.0968015590572116],
] as const)('%d a day, silent for %d days, r %s', (lambda, gapDays, r, expected) => {
  expect(silence(r === undefined ? { lambda, gapDays } : { lambda, gapDays, r })).toBeCloseTo(expected, 14)
})

test('a large r is Poisson; traffic that varies makes silence less of a surprise', () => {
  const poisson = silence({ lambda: 0.5, gapDays: 14 })
  expect(silence({ lambda: 0.5, gapDays: 14, r: 1e12 })).toBeCloseTo(poisson, 9)
  expect(silence({ lambda: 0.5, gapDays: 14, r: Infinity })).toBe(poisson)
  expect(silence({ lambda: 0.5, gapDays: 14, r: 3 })).toBeGreaterThan(poisson)
  expect(silence({ lambda: 0.5, gapDays: 0, r: 3 })).toBe(1)
})

test('r of a history: mean²/(variance − mean); none where counts vary no more than by chance', () => {
  expect(dispersionOf([0, 10, 0, 10])).toBeCloseTo(25 / (100 / 3 - 5), 12)
  expect(dispersionOf([5, 5, 5, 5])).toBe(Infinity)
})
