/** T0 and T1 of reference quality-and-advice 2: its golden vectors, and what is said where clusters say nothing. */
import { expect, test } from 'vitest'
import { type Clusters, clusteredRate, wilson } from '../../../../services/shared/statistics/index.ts'

function sumsOf(clusters: readonly (readonly [y: number, n: number])[]): Clusters {
  const sum = (of: (y: number, n: number) => number): number => clusters.reduce((all, [y, n]) => all + of(y, n), 0)
  return {
    m: clusters.length,
    y: sum((y) => y),
    n: sum((_, n) => n),
    yy: sum((y) => y * y),
    yn: sum((y, n) => y * n),
    nn: sum((_, n) => n * n),
  }
}

const GOLDEN = [
  [0, 4],
  [0, 6],
  [1, 5],
  [3, 6],
  [0, 3],
  [2, 6],
] as const

test('T0 and its T1: the golden vector of meetings', () => {
  const rate = clusteredRate(sumsOf(GOLDEN))
  expect(rate.p).toBe(0.2)
  expect(rate.variance).toBeCloseTo(0.0084267, 7)
  expect(rate.deff).toBeCloseTo(1.58, 2)
  expect(rate.nEff).toBeCloseTo(18.99, 2)
  expect(rate.enough).toBe(false)
  const { low, high } = wilson(rate.p, rate.nEff)
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0788', '0.4222'])
})

test('legs of a meeting that are all alike count once; independent legs count fully, never more', () => {
  const alike = clusteredRate(sumsOf(Array.from({ length: 100 }, (_, index) => [index % 5 === 0 ? 4 : 0, 4] as const)))
  expect(alike.nEff).toBeCloseTo(99, 6) // 100 clusters; the variance has m − 1 below
  expect(alike.enough).toBe(true)
  const spreadOut = clusteredRate(sumsOf(Array.from({ length: 100 }, () => [1, 4] as const)))
  expect(spreadOut.nEff).toBeLessThanOrEqual(400)
})

test.each([
  ['no legs', [], 0],
  ['one meeting', [[3, 12]], 1],
  [
    'nobody',
    [
      [0, 5],
      [0, 7],
    ],
    2,
  ],
  [
    'everybody',
    [
      [5, 5],
      [7, 7],
      [1, 1],
    ],
    3,
  ],
] as const)('T0 where clusters cannot tell counts one fact a meeting: %s', (_, clusters, nEff) => {
  const rate = clusteredRate(sumsOf(clusters))
  expect(rate.nEff).toBe(nEff)
  expect(Object.values(rate).every((value) => !Number.isNaN(value))).toBe(true)
})

test.each([
  [5, 100, '0.0215', '0.1118'],
  [0, 20, '0.0000', '0.1611'],
  [12, 40, '0.1807', '0.4543'],
  [30, 1000, '0.0211', '0.0425'],
] as const)('T1: %i of %i', (x, n, low, high) => {
  const interval = wilson(x / n, n)
  expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low, high])
})

test('T1 of nothing is everything; of all it ends at 1', () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  expect(wilson(1, 20).high).toBeLessThanOrEqual(1)
  expect(wilson(1, 20).low).toBeCloseTo(1 - wilson(0, 20).high, 12)
})
