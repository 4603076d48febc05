/**
 * T3 against statsmodels 0.15.0 (StratifiedTable: test_null_odds, oddsratio_pooled, riskratio_pooled, test_equal_odds),
 * and R's documented UCBAdmissions (mantelhaen.test without correction: 1.5246, p 0.2169, odds ratio 0.9046968, 0.7719074
 * to 1.0603298).
 */
import { expect, test } from 'vitest'
import { createRandom, mantelHaenszel, type TwoByTwo } from '../../../../services/advise/statistics/index.ts'

const tables = (rows: readonly (readonly [number, number, number, number])[]): TwoByTwo[] =>
  rows.map(([a, b, c, d]) => ({ y1: a, n1: a + b, y2: c, n2: c + d }))

/** Admissions of men and women by department, Berkeley 1973 (R datasets::UCBAdmissions). */
const ADMISSIONS = tables([
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
])
/** Rabbits cured by early and late penicillin (R example(mantelhaen.test)); its last stratum says nothing. */
const RABBITS = tables([
  [0, 6, 0, 5],
  [3, 3, 0, 6],
  [6, 0, 2, 4],
  [5, 1, 6, 0],
  [2, 0, 5, 0],
])
const EFFECTIVE = tables([
  [12.5, 187.5, 9.25, 290.75],
  [7.2, 52.8, 3.1, 76.9],
  [1.5, 38.5, 20.5, 479.5],
])

test('Berkeley: men are not preferred, but it depends on the department', () => {
  const result = mantelHaenszel(ADMISSIONS)
  expect(result.strata).toBe(6)
  expect(result.plain?.chi2).toBeCloseTo(1.5246066604434356, 10)
  expect(result.plain?.p).toBeCloseTo(0.21692369705551817, 10)
  expect(result.corrected?.chi2).toBeCloseTo(1.4269462285866883, 10)
  expect(result.corrected?.p).toBeCloseTo(0.23226346281704802, 10)
  expect(result.oddsRatio?.value).toBeCloseTo(0.9046968282586231, 10)
  expect(result.oddsRatio?.low).toBeCloseTo(0.7719073617593505, 10)
  expect(result.oddsRatio?.high).toBeCloseTo(1.0603297644366558, 10)
  expect(result.riskRatio?.value).toBeCloseTo(0.944905022595929, 10)
  expect(result.homogeneity?.df).toBe(5)
  expect(result.homogeneity?.chi2).toBeCloseTo(18.82550125205323, 8)
  expect(result.homogeneity?.p).toBeCloseTo(0.0020714013978808676, 10)
})

test('effective counts that are not whole', () => {
  const result = mantelHaenszel(EFFECTIVE)
  expect(result.plain?.chi2).toBeCloseTo(4.732853459898552, 10)
  expect(result.corrected?.chi2).toBeCloseTo(4.028156625854581, 10)
  expect(result.oddsRatio?.value).toBeCloseTo(2.0584670314454145, 10)
  expect(result.oddsRatio?.low).toBeCloseTo(1.0783889472133508, 10)
  expect(result.oddsRatio?.high).toBeCloseTo(3.9292748043247365, 10)
  expect(result.riskRatio?.value).toBeCloseTo(1.986099886859544, 10)
  expect(result.homogeneity?.chi2).toBeCloseTo(1.4395336542808195, 10)
})

test('rabbits: sparse strata', () => {
  const result = mantelHaenszel(RABBITS)
  expect(result.plain?.chi2).toBeCloseTo(5.6571428571428575, 10)
  expect(result.corrected?.chi2).toBeCloseTo(3.928571428571429, 10)
  expect(result.oddsRatio?.value).toBeCloseTo(7, 10)
  expect(result.oddsRatio?.low).toBeCloseTo(1.026712688461667, 10)
  expect(result.riskRatio?.value).toBeCloseTo(1.5526315789473684, 10)
  expect(result.homogeneity?.df).toBe(2)
})

test('one stratum is the plain comparison: difference and ratio of its shares, with their intervals', () => {
  const { difference, riskRatio, homogeneity, strata } = mantelHaenszel([{ y1: 300, n1: 1000, y2: 100, n2: 1000 }])
  // With two groups of one size Sato's variance of one stratum is that of two independent shares, exactly.
  const standardError = Math.sqrt((0.3 * 0.7 + 0.1 * 0.9) / 1000)
  expect(strata).toBe(1)
  expect(difference?.value).toBeCloseTo(0.2, 12)
  expect((difference?.high ?? 0) - 0.2).toBeCloseTo(1.959963984540054 * standardError, 12)
  expect(0.2 - (difference?.low ?? 0)).toBeCloseTo(1.959963984540054 * standardError, 12)
  expect(riskRatio?.value).toBeCloseTo(3, 12)
  const logError = Math.sqrt(0.7 / 300 + 0.9 / 100) // of a ratio of two shares
  expect(Math.log((riskRatio?.high ?? 0) / 3)).toBeCloseTo(1.959963984540054 * logError, 12)
  expect(homogeneity).toBeNull()
})

test('a group that only has more of a bad stratum does not differ, though its whole share does', () => {
  const mix = [
    { y1: 80, n1: 800, y2: 20, n2: 200 }, // Wi-Fi, 10 % on both sides
    { y1: 4, n1: 200, y2: 16, n2: 800 }, // cable, 2 % on both sides
  ]
  const { plain, difference, oddsRatio, homogeneity } = mantelHaenszel(mix)
  expect(plain?.p).toBeCloseTo(1, 10)
  expect(difference?.value).toBeCloseTo(0, 12)
  expect(oddsRatio?.value).toBeCloseTo(1, 12)
  expect(homogeneity?.p).toBeCloseTo(1, 10)
})

test.each([
  ['no strata', []],
  ['a group alone', [{ y1: 3, n1: 10, y2: 0, n2: 0 }]],
])('%s: nothing is said', (_, strata) => {
  expect(mantelHaenszel(strata)).toEqual({
    strata: 0,
    corrected: null,
    plain: null,
    oddsRatio: null,
    riskRatio: null,
    difference: null,
    homogeneity: null,
  })
})

test('no outcome at all: no test and no ratio, and no difference of 0', () => {
  const result = mantelHaenszel([{ y1: 0, n1: 50, y2: 0, n2: 40 }])
  expect(result).toMatchObject({ strata: 1, corrected: null, plain: null, oddsRatio: null, riskRatio: null })
  expect(result.difference?.value).toBe(0)
})

test('the interval of the difference covers the truth in 92 to 98 % of 600 worlds with twelve sparse strata (seed 5)', () => {
  const random = createRandom(5)
  const drawn = (n: number, p: number): number => Array.from({ length: n }, random).filter((one) => one < p).length
  const covered = Array.from({ length: 600 }, () =>
    mantelHaenszel(
      Array.from({ length: 12 }, () => {
        const [n1, n2, p] = [Math.ceil(30 * random()), Math.ceil(80 * random()), 0.02 + 0.2 * random()]
        return { y1: drawn(n1, p + 0.05), n1, y2: drawn(n2, p), n2 }
      }),
    ),
  ).filter(({ difference }) => difference !== null && difference.low <= 0.05 && difference.high >= 0.05)
  expect(covered.length / 600).toBeGreaterThan(0.92)
  expect(covered.length / 600).toBeLessThan(0.98)
})
