import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FAILURES, HISTOGRAMS } from '../../../../schemas/cube.ts'
import { FIGURES, SIZE_CLASSES } from '../../../../schemas/published.ts'
import { figuresOfOne, figuresOfTwo, sizeClassOf } from '../../../../services/disclosure/core/figures.ts'
import { kindsIn, safeKinds } from '../../../../services/disclosure/core/kinds.ts'
import { quantileOf } from '../../../../services/disclosure/core/quantiles.ts'
import { rateOf } from '../../../../services/disclosure/core/rates.ts'
import { toTwoDigits } from '../../../../services/disclosure/core/round.ts'
import { wilson } from '../../../../services/shared/statistics/index.ts'
import { apart, binned, cellWith, figureOf } from './support.ts'

const one = (measures: Parameters<typeof cellWith>[3]) => {
  const cell = cellWith('site', 'a', '', measures)
  const tells = { kinds: kindsIn(cell), failures: true }
  return figuresOfOne(cell, { rates: tells, counts: { ...tells, causes: new Set(FAILURES) } }, 10)
}

describe('figures (design, section 8: Figures)', () => {
  test('counts, minutes and persons are rounded to the nearest 5', () => {
    const figures = one({ legs: 103, persons: 12, conferences: 38, ms: 98 * 60_000, failed: 7, failed_timeout: 8 })
    const values = (['legs', 'persons', 'conferences', 'minutes', 'failed', 'failed_timeout'] as const).map(
      (measure) => figureOf(figures, 'site', 'a', '', measure)?.value,
    )
    expect(values).toEqual([105, 10, 40, 100, 5, 10])
  })

  test('rates come from counts that are not rounded, in whole per cent, with a decimal from 1,000 cases in one dimension', () => {
    expect(rateOf({ y: 33, n: 999, fine: true }).value).toBe(30)
    expect(rateOf({ y: 33, n: 1_000, fine: true }).value).toBe(33)
    expect(rateOf({ y: 33, n: 1_000, fine: false }).value).toBe(30)
    expect(rateOf({ y: 1, n: 3, fine: true })).toMatchObject({ mark: 'shown', value: 330 })
  })

  test('A27: below 50 cases no rate is nearer to 0 or 100 than 5 %, and its interval does not tell it either', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 49 }), fc.nat(49), (n, most) => {
        const y = Math.min(most, n)
        const said = rateOf({ y, n, nEff: n, m: n, fine: true })
        const like = y <= 0.05 * n ? 0 : y >= 0.95 * n ? n : y
        expect(said).toEqual(rateOf({ y: like, n, nEff: n, m: n, fine: true }))
        expect(said.value).toBeGreaterThanOrEqual(50)
        expect(said.value).toBeLessThanOrEqual(950)
      }),
      { seed: 3 },
    )
    expect(rateOf({ y: 0, n: 20, nEff: 20, m: 20, fine: true })).toEqual({
      mark: 'at_most',
      value: 50,
      low: 0,
      high: 240,
    })
    expect(rateOf({ y: 0, n: 50, nEff: 50, m: 50, fine: true })).toEqual({ mark: 'shown', value: 0, low: 0, high: 80 })
  })

  test('intervals are those of the effective cases, rounded outward', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 5_000 }), fc.nat(5_000), fc.boolean(), (n, most, fine) => {
        const y = Math.min(most, n)
        const { low, high, value } = rateOf({ y, n, nEff: n / 2, m: n, fine })
        const exact = wilson(y / n, n / 2)
        const step = fine && n >= 1_000 ? 1 : 10
        expect(low).toBeLessThanOrEqual(exact.low * 1_000 + 1e-6)
        expect(low).toBeGreaterThan(exact.low * 1_000 - step - 1e-6)
        expect(high).toBeGreaterThanOrEqual(exact.high * 1_000 - 1e-6)
        expect(high).toBeLessThan(exact.high * 1_000 + step + 1e-6)
        expect((value ?? 0) % step).toBe(0)
      }),
      { seed: 4 },
    )
  })

  test('A28: medians need k entries, the worse tenth 50; nothing is a minimum or a maximum', () => {
    const graded = apart('measured', 10, 90)
    const measures = (count: number) => one({ ...graded, ...binned('loss', 3, count) }).map((figure) => figure.measure)
    expect(measures(9)).not.toContain('loss_p50')
    expect(measures(10)).toContain('loss_p50')
    expect(measures(49)).not.toContain('loss_p90')
    expect(measures(50)).toContain('loss_p90')
    expect(Object.keys(FIGURES).filter((name) => /min|max|first|last/.test(name.replace('minutes', '')))).toEqual([])
  })

  test('a quantile lies on the line within its bin, in the last bin at its lower edge, and keeps two digits', () => {
    const bins = [0, ...HISTOGRAMS.rtt.edges].map((_, index) => (index === 1 ? 10 : 0))
    expect(quantileOf('rtt', bins, 0.5)).toBe(30_000)
    const last = [0, ...HISTOGRAMS.rtt.edges].map((_, index) => (index === HISTOGRAMS.rtt.edges.length ? 10 : 0))
    expect(quantileOf('rtt', last, 0.5)).toBe(500_000)
    expect([toTwoDigits(67_391), toTwoDigits(412), toTwoDigits(24), toTwoDigits(0)]).toEqual([67_000, 410, 24, 0])
  })

  test('rates and means need k cases', () => {
    const few = one({ ...apart('measured', 2, 9), connected: 9, gradeable: 9 }).map((figure) => figure.measure)
    expect(few).not.toContain('measured_rate')
    expect(few).not.toContain('mean_length')
    expect(few).not.toContain('ungraded_rate')
    expect(one({ ...apart('measured', 2, 10) }).map((figure) => figure.measure)).toContain('measured_rate')
  })

  test('two dimensions: a size class, from 50 legs rates in whole per cent, and never a count (A29)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 3_000 }), fc.integer({ min: 0, max: 3_000 }), (legs, poor) => {
        const y = Math.min(poor, legs)
        const cell = cellWith('site_network', 'a', 'wifi', {
          legs,
          ...apart('failed', y, legs),
          ...apart('windows', y, legs),
        })
        const figures = figuresOfTwo(cell, { kinds: kindsIn(cell), failures: true }, true)
        expect(figures.every(({ measure }) => FIGURES[measure].in !== 'one')).toBe(true)
        expect(figures.some(({ measure }) => measure.endsWith('_rate'))).toBe(legs >= 50)
        expect(figures.every(({ measure, value }) => measure === 'size' || (value ?? 0) % 10 === 0)).toBe(true)
        const size = figureOf(figures, 'site_network', 'a', 'wifi', 'size')?.value ?? -1
        expect(SIZE_CLASSES).toContain(size)
        expect(size).toBeLessThanOrEqual(legs)
        expect(SIZE_CLASSES.find((from) => from > size) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(legs)
      }),
      { seed: 5 },
    )
    expect([0, 19, 20, 49, 50, 100_000].map(sizeClassOf)).toEqual([0, 0, 20, 20, 50, 100_000])
  })
})

const generic = (persons: number) =>
  cellWith('site_platform', 'a', 'generic', { legs: 50, persons, ...apart('measured', 9, 40) })

describe('measuring kinds', () => {
  test('are told where their legs are a safe group too', () => {
    const cell = cellWith('network', 'wifi', '', {
      legs: 300,
      top_legs_mp: 5_000,
      ...apart('windows', 5, 280),
      ...apart('measured', 9, 15),
    })
    // 15 legs may be one person's, who has at most 15 legs here.
    expect([...safeKinds(cell, [], 10)]).toEqual(['windows'])
  })

  test('of a site are those of a platform with a safe cell there', () => {
    const site = cellWith('site', 'a', '', {
      legs: 300,
      top_legs_mp: 5_000,
      ...apart('windows', 5, 240),
      ...apart('measured', 9, 40),
    })
    const pexip = cellWith('site_platform', 'a', 'pexip', { legs: 250, ...apart('windows', 5, 240) })
    expect([...safeKinds(site, [pexip, generic(9)], 10)]).toEqual(['windows'])
    expect([...safeKinds(site, [pexip, generic(10)], 10)]).toEqual(['measured', 'windows'])
  })

  test('are told without a platform where so many legs cannot be of few persons', () => {
    const cell = cellWith('size', '3-5', '', {
      legs: 1_000,
      persons: 200,
      top_legs_mp: 1_000,
      ...apart('measured', 5, 100),
    })
    expect([...safeKinds(cell, [], 10)]).toEqual(['measured'])
    expect([...safeKinds({ ...cell, top_legs_mp: 1_001 }, [], 10)]).toEqual([])
  })
})
