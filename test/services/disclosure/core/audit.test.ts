import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audit, type Grid, isPinned } from '../../../../services/disclosure/core/audit.ts'
import { narrow } from '../../../../services/disclosure/core/bounds.ts'
import type { Cell } from '../../../../schemas/cube.ts'
import { figuresOfOne, figuresOfTwo } from '../../../../services/disclosure/core/figures.ts'
import { cellWith } from './support.ts'

const TELLS = { kinds: new Set<never>(), failures: true, causes: new Set<never>() }

const said = (cell: Cell) => figuresOfOne(cell, { rates: TELLS, counts: TELLS }, 10)

/** A grid of two sites and two networks, of cells by legs; those of the last argument are not safe. */
function gridOf(legs: readonly [number, number, number, number], unsafe: readonly number[]): Grid {
  const names = [
    ['a', 'wifi'],
    ['a', 'wired'],
    ['b', 'wifi'],
    ['b', 'wired'],
  ] as const
  const cells = names.map(([v1, v2], index) =>
    cellWith('site_network', v1, v2, { legs: legs[index] ?? 0, persons: unsafe.includes(index) ? 4 : 20 }),
  )
  const sum = (v1: string, v2: string) =>
    cells
      .filter((cell) => (v1 === '' || cell.v1 === v1) && (v2 === '' || cell.v2 === v2))
      .reduce((total, cell) => total + cell.legs, 0)
  return {
    k: 10,
    cells: new Map(cells.filter((cell) => cell.legs > 0).map((cell) => [`${cell.v1}\0${cell.v2}`, cell])),
    rows: ['a', 'b'],
    columns: ['wifi', 'wired'],
    tenant: said(cellWith('tenant', '', '', { legs: sum('', '') })),
    rowSums: new Map(['a', 'b'].map((v1) => [v1, said(cellWith('site', v1, '', { legs: sum(v1, '') }))])),
    columnSums: new Map(['wifi', 'wired'].map((v2) => [v2, said(cellWith('network', v2, '', { legs: sum('', v2) }))])),
    say: (cell, classed) => figuresOfTwo(cell, TELLS, classed),
  }
}

describe('the audit (design, section 8: Audit)', () => {
  test('knows what pinned means: some legs are certain, and how many to within 20 or 40 %', () => {
    expect(isPinned({ low: 0, high: 5 }, 1)).toBe(false)
    expect(isPinned({ low: 1, high: 20 }, 1)).toBe(true)
    expect(isPinned({ low: 1, high: 21 }, 1)).toBe(false)
    expect(isPinned({ low: 70, high: 109 }, 1)).toBe(true)
    expect(isPinned({ low: 60, high: 109 }, 1)).toBe(false)
  })

  test('takes nothing where classes leave room', () => {
    expect(audit(gridOf([300, 10, 450, 160], [1]))).toEqual({ rule: 'none' })
  })

  test('takes the classes of the row and column of a cell that they pin', () => {
    // Row a has 220 ± 2 legs, of which the class 20 holds at most 49: the cell of few has 169 to 202.
    const taken = audit(gridOf([180, 40, 300, 1_000], [0]))
    expect(taken.rule).not.toBe('none')
  })

  test('takes the cut where its sums alone pin a cell', () => {
    // Nearly all legs are of site a, and nearly all on wifi.
    expect(audit(gridOf([1_000, 12, 12, 0], [0, 1, 2])).rule).toBe('cut_taken')
  })

  test('takes the same in whatever order the cells stand', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(400)),
        fc.subarray([0, 1, 2, 3], { maxLength: 2 }),
        (legs, unsafe) => {
          const grid = gridOf(legs, unsafe)
          const turned: Grid = {
            ...grid,
            cells: new Map([...grid.cells].toReversed()),
            rows: grid.rows.toReversed(),
            columns: grid.columns.toReversed(),
          }
          expect(audit(turned)).toEqual(audit(grid))
        },
      ),
      { seed: 6, numRuns: 200 },
    )
  })
})

describe('narrowing of bounds', () => {
  test('never leaves out what is true', () => {
    const numbers = fc.array(fc.nat(200), { minLength: 4, maxLength: 4 })
    const slack = fc.array(fc.nat(60), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(numbers, slack, ([a = 0, b = 0, c = 0, d = 0], loose) => {
        const truth = [a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d]
        const bounds = truth.map((value, index) => ({
          low: Math.max(0, value - (loose[index] ?? 0)),
          high: value + (loose[(index + 3) % 12] ?? 0),
        }))
        const lines = [
          { whole: 4, parts: [0, 1] },
          { whole: 5, parts: [2, 3] },
          { whole: 6, parts: [0, 2] },
          { whole: 7, parts: [1, 3] },
          { whole: 8, parts: [4, 5] },
        ]
        const ratios = b === 0 ? [] : [{ part: 0, of: 1, low: a / b - 0.005, high: a / b + 0.005 }]
        const narrowed = narrow({ bounds, lines, within: a <= c ? [{ part: 0, of: 2 }] : [], ratios })
        for (const [index, value] of truth.entries()) {
          expect(narrowed[index]?.low).toBeLessThanOrEqual(value)
          expect(narrowed[index]?.high).toBeGreaterThanOrEqual(value)
        }
      }),
      { seed: 8, numRuns: 500 },
    )
  })

  test('finds what follows from sums and rates', () => {
    const narrowed = narrow({
      bounds: [
        { low: 98, high: 102 },
        { low: 50, high: 59 },
        { low: 0, high: 102 },
        { low: 10, high: 11 },
      ],
      lines: [{ whole: 0, parts: [1, 2] }],
      within: [],
      ratios: [{ part: 3, of: 1, low: 0.2, high: 0.21 }],
    })
    expect(narrowed[1]).toEqual({ low: 50, high: 55 })
    expect(narrowed[2]).toEqual({ low: 43, high: 52 })
  })
})
