/** T2, T4, T5, T14 and the needed sample: golden vectors of reference quality-and-advice 2, and of packages where named. */
import { expect, test } from 'vitest'
import { fisherExact } from '../../../../services/advise/statistics/fisher.ts'
import {
  benjaminiHochberg,
  empiricalBayes,
  equivalence,
  isEquivalent,
  moreMeetingsNeeded,
  sampleNeeded,
  twoProportions,
} from '../../../../services/advise/statistics/index.ts'

const share = (x: number, n: number) => ({ p: x / n, nEff: n })

test('T2: 60 of 1000 against 30 of 1000, 56 of 70 against 48 of 80', () => {
  const many = twoProportions(share(60, 1000), share(30, 1000))
  expect(many.method).toBe('z')
  expect(many.z).toBeCloseTo(3.236, 3)
  expect(many.p).toBeCloseTo(0.00121, 5)
  expect([many.diff, many.low, many.high].map((value) => value.toFixed(4))).toEqual(['0.0300', '0.0119', '0.0487'])
  const some = twoProportions(share(56, 70), share(48, 80))
  expect(some.z).toBeCloseTo(2.65, 3)
  expect([some.diff, some.low, some.high].map((value) => value.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339'])
})

test.each([
  [8, 10, 1, 6, 0.034965034965034975],
  [3, 4, 1, 4, 0.48571428571428565],
  [10, 12, 3, 18, 0.0005367241191434357],
  [0, 20, 6, 20, 0.0201960201960202],
  [2, 40, 9, 50, 0.10310068356163879],
])('Fisher, scipy 1.17.1 fisher_exact: %i of %i against %i of %i', (y1, n1, y2, n2, p) => {
  expect(fisherExact(y1, n1, y2, n2)).toBeCloseTo(p, 12)
  expect(fisherExact(y2, n2, y1, n1)).toBeCloseTo(p, 12)
})

test('T2 where there is little: Fisher’s test on rounded counts', () => {
  const few = twoProportions({ p: 0, nEff: 20.3 }, { p: 6 / 20, nEff: 19.8 })
  expect(few).toMatchObject({ method: 'fisher', z: null })
  expect(few.p).toBeCloseTo(0.0201960201960202, 12)
  expect(twoProportions(share(2, 400), share(5, 400)).method).toBe('fisher') // large, but 3.5 events in each
  expect(twoProportions(share(398, 400), share(395, 400)).method).toBe('fisher')
})

test.each([
  [share(0, 500), share(0, 500)],
  [share(500, 500), share(500, 500)],
  [
    { p: 0, nEff: 0 },
    { p: 0.1, nEff: 50 },
  ],
  [
    { p: 0, nEff: 0 },
    { p: 0, nEff: 0 },
  ],
])('T2 of what does not differ or is not there says so: %o, %o', (a, b) => {
  expect(twoProportions(a, b).p).toBe(1)
})

const rounded = (ps: readonly number[]) => benjaminiHochberg(ps).map((q) => Number(q.toFixed(12)))

test('T4: the golden vector, and statsmodels 0.15.0 multipletests fdr_bh with ties', () => {
  expect(rounded([0.01, 0.04, 0.03, 0.005, 0.2])).toEqual([0.025, 0.05, 0.05, 0.025, 0.2])
  expect(rounded([0.9, 0.01, 0.01, 0.5, 0.04, 0.3])).toEqual([0.9, 0.03, 0.03, 0.6, 0.08, 0.45])
  expect(rounded([])).toEqual([])
})

const GROUPS = [
  { x: 8, n: 40 },
  { x: 30, n: 600 },
  { x: 5, n: 100 },
  { x: 3, n: 12 },
  { x: 12, n: 300 },
]

test('T5: the golden vector; outliers by scipy 1.17.1 beta.sf', () => {
  const result = empiricalBayes(GROUPS)
  expect(result.enough).toBe(true)
  expect(result.mu).toBeCloseTo(0.05513, 5)
  expect(result.tau2).toBeCloseTo(0.001915, 6)
  expect(result.strength).toBeCloseTo(26.21, 2)
  expect(result.groups.map(({ shrunk }) => shrunk.toFixed(4))).toEqual([
    '0.1427',
    '0.0502',
    '0.0511',
    '0.1163',
    '0.0412',
  ])
  const outliers = [0.936704979, 0.000648258303, 0.0675097599, 0.718271597, 0.00107789956]
  for (const [index, { outlier }] of result.groups.entries()) expect(outlier).toBeCloseTo(outliers[index] ?? NaN, 9)
})

test('T5: groups that do not differ have no outlier; a group without facts has the share of all', () => {
  const alike = empiricalBayes([...Array.from({ length: 6 }, () => ({ x: 5, n: 100 })), { x: 0, n: 0 }])
  expect(alike).toMatchObject({ tau2: 0, strength: null })
  expect(alike.groups.every(({ shrunk, outlier }) => shrunk === alike.mu && outlier === 0)).toBe(true)
  expect(empiricalBayes([]).groups).toEqual([])
  const wild = empiricalBayes([
    { x: 100, n: 100 },
    { x: 0, n: 100 },
    { x: 0, n: 0 },
  ])
  expect(wild.groups.map(({ shrunk }) => Math.round(shrunk * 100))).toEqual([100, 0, 50])
})

/** statsmodels 0.15.0: tost_proportions_2indep (method wald), confint_proportions_2indep (alpha 0.1). */
test.each([
  [30, 1000, 32, 1000, 0.010107864566752932, -0.014749048142831536, 0.010749048142831532, true],
  [60, 1000, 30, 1000, 0.8602573158744367, 0.014790661903779048, 0.04520933809622095, false],
  [12, 400, 15, 420, 0.12540307982017368, -0.026175834082859267, 0.01474726265428784, false],
])('T14: %i of %i and %i of %i within 2 points', (x1, n1, x2, n2, p, low, high, equivalent) => {
  const [p1, p2] = [x1 / n1, x2 / n2]
  const result = equivalence(p1 - p2, Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2), 0.02)
  expect(result.p).toBeCloseTo(p, 12)
  expect(result.interval90.low).toBeCloseTo(low, 12)
  expect(result.interval90.high).toBeCloseTo(high, 12)
  expect(result.equivalent).toBe(equivalent)
  expect(result.p < 0.05).toBe(equivalent) // the interval and the two tests agree
})

test('T14 by an interval: its ends must lie inside', () => {
  expect(isEquivalent({ low: -0.01, high: 0.0199 }, 0.02)).toBe(true)
  expect(isEquivalent({ low: -0.01, high: 0.02 }, 0.02)).toBe(false)
  expect(isEquivalent({ low: -0.021, high: 0 }, 0.02)).toBe(false)
})

test.each([
  [0.03, 0.06, 749],
  [0.02, 0.04, 1141],
  [0.05, 0.1, 435],
])('%d against %d needs %i effective legs a group', (p1, p2, needed) => {
  expect(sampleNeeded(p1, p2)).toBe(needed)
  expect(sampleNeeded(p2, p1)).toBe(needed)
})

test('about N more meetings, each as telling as those so far', () => {
  expect(moreMeetingsNeeded({ m: 100, nEff: 250 }, 749)).toBe(200) // 2.5 facts a meeting, 499 to go
  expect(moreMeetingsNeeded({ m: 100, nEff: 749 }, 749)).toBe(0)
  expect(moreMeetingsNeeded({ m: 0, nEff: 0 }, 749)).toBeNull()
})
