/** Places of what is drawn. */
import { describe, expect, it } from 'vitest'
import { heatOf } from '../../../../services/web/charts/heat.ts'
import { intervalScale, isAbove } from '../../../../services/web/charts/interval.tsx'
import { scaleOf } from '../../../../services/web/charts/scale.ts'
import type { NumberCell } from '../../../../services/web/reports/report.ts'

const rate = (value: number, change: Partial<NumberCell> = {}): NumberCell => ({
  type: 'number',
  unit: 'percent',
  value,
  low: null,
  high: null,
  mark: 'shown',
  kept: false,
  ...change,
})

describe('a scale', () => {
  it('begins at zero, ends at a round number above everything, and keeps what is beyond at its end', () => {
    const { max, at, ticks } = scaleOf([3, 17.2])
    expect([max, at(0), at(max), at(max * 2)]).toEqual([20, 0, 100, 100])
    expect(ticks).toContain(0)
  })

  it('of rates ends at 100', () => {
    expect(scaleOf([99], { ceiling: 100 }).max).toBe(100)
  })

  it('has room for ranges and for what values are compared with', () => {
    const compared = { target: 3, total: rate(9, { low: 8, high: 30 }) }
    expect(intervalScale([rate(2, { low: 1, high: 12 })], compared).max).toBeGreaterThan(30)
    expect(intervalScale([rate(1)], { target: 3, total: null }).max).toBeGreaterThan(3)
  })
})

describe('above a target beyond doubt', () => {
  it.each([
    ['its whole range is above', rate(9, { low: 4, high: 14 }), true],
    ['its range holds the target', rate(9, { low: 3, high: 14 }), false],
    ['it has no range', rate(9), false],
    ['at most 5% may be less', rate(5, { mark: 'at_most' }), false],
    ['at least 95%', rate(95, { mark: 'at_least' }), true],
  ])('%s', (_name, cell, above) => expect(isAbove(cell, 3)).toBe(above))

  it('never without a target', () => expect(isAbove(rate(99, { low: 98, high: 100 }), null)).toBe(false))
})

it('the darkest cell of a grid is the largest, and no share at all is the lightest', () => {
  const heat = heatOf([0, 5, 15])
  expect([heat(0), heat(15)]).toEqual([0, 5])
  expect(heatOf([0])(0)).toBe(0)
})
