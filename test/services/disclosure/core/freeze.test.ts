import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, CUTS, HISTOGRAM_NAMES, SUMS } from '../../../../schemas/cube.ts'
import {
  type DayCell,
  foldCells,
  foldDimensions,
  freezeDays,
  freezeMonth,
  OTHER_DAYS,
} from '../../../../services/disclosure/core/index.ts'
import { cellsOf, emptyCell, unionsOf } from '../attack/micro-cells.ts'
import type { MicroLeg } from '../attack/micro-legs.ts'
import { cellWith, monthOf, recipes, RUNS } from './support.ts'

const daysOf = (legs: readonly MicroLeg[]): readonly DayCell[] =>
  [...Map.groupBy(legs, (leg) => leg.day)].flatMap(([day, own]) =>
    cellsOf(own).map((cell) => ({ ...cell, day: `2026-10-${String(day + 1).padStart(2, '0')}` })),
  )

const nameOf = (cell: Cell): string => `${cell.cut}|${cell.v1}|${cell.v2}|${cell.room}`
const day = (date: string, measures: Partial<Cell>): DayCell => ({ ...cellWith('site', 'a', '', measures), day: date })

describe('what outlives the facts (design, section 8)', () => {
  test('has no cell of people with 1 to 4 persons, and every month is the sum of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const { k, legs } = monthOf(recipe)
        const cells = cellsOf(legs)
        const unions = unionsOf(legs)
        const folds = await foldDimensions(cells, k, unions)
        const month = freezeMonth(await foldCells(cells, folds, unions))
        const days = freezeDays(daysOf(legs), folds, month)
        for (const cell of [...month, ...days]) expect(cell.persons).toBeGreaterThanOrEqual(5)
        const daily = month.filter((cell) => CUTS[cell.cut].daily)
        expect(new Set(days.map(nameOf))).toEqual(new Set(daily.map(nameOf)))
        for (const cell of daily) {
          const rows = days.filter((row) => nameOf(row) === nameOf(cell))
          for (const sum of SUMS) expect(rows.reduce((total, row) => total + row[sum], 0)).toBe(cell[sum])
          for (const name of HISTOGRAM_NAMES) {
            const total = cell[`h_${name}`].map((_, bin) =>
              rows.reduce((all, row) => all + (row[`h_${name}`][bin] ?? 0), 0),
            )
            expect(total).toEqual(cell[`h_${name}`])
          }
          expect(new Set(rows.map((row) => row.day)).size).toBe(rows.length)
        }
      }),
      RUNS,
    )
  })

  test('a tenant of four persons leaves nothing of people', () => {
    const cells = [cellWith('tenant', '', '', { persons: 4 }), cellWith('site', 'other', '', { persons: 4 })]
    expect(freezeMonth(cells)).toEqual([])
    expect(freezeDays([{ ...cellWith('tenant', '', '', { persons: 4 }), day: '2026-10-01' }], {}, [])).toEqual([])
  })

  test('the smallest further day joins the other days', () => {
    const days = [
      day('2026-10-01', { persons: 3, legs: 4, conferences: 2 }),
      day('2026-10-02', { persons: 9, legs: 40, conferences: 20 }),
      day('2026-10-03', { persons: 8, legs: 20, conferences: 9, top_ms_mp: 30_000 }),
      day('2026-10-04', { persons: 2, legs: 2, conferences: 1, top_legs_mp: 60_000 }),
    ]
    const frozen = freezeDays(days, {}, [cellWith('site', 'a', '', { legs: 66, persons: 12 })])
    expect(frozen.map((row) => [row.day, row.legs, row.persons])).toEqual([
      ['2026-10-02', 40, 9],
      [OTHER_DAYS, 26, 8],
    ])
    expect(frozen[1]).toMatchObject({ conferences: 12, top_legs_mp: 60_000, top_ms_mp: 30_000 })
  })

  test('a value whose days are all of few persons is one row, with the persons of the month', () => {
    const days = [day('2026-10-01', { persons: 3, legs: 4 }), day('2026-10-02', { persons: 4, legs: 6 })]
    const month = cellWith('site', 'a', '', { legs: 10, persons: 7 })
    expect(freezeDays(days, {}, [month]).map((row) => [row.day, row.legs, row.persons])).toEqual([[OTHER_DAYS, 10, 7]])
  })

  test('folds days as the month was published, and keeps rooms by day', () => {
    const month = [cellWith('site', 'other', '', { legs: 30, persons: 11 }), emptyCell('room', 'r', '', 'r')]
    const days: DayCell[] = [
      { ...cellWith('site', 'x', '', { legs: 10, persons: 6 }), day: '2026-10-01' },
      { ...cellWith('site', 'y', '', { legs: 20, persons: 7 }), day: '2026-10-01' },
      { ...emptyCell('room', 'r', '', 'r'), legs: 1, persons: 1, day: '2026-10-01' },
      { ...cellWith('site_network', 'x', 'wifi', {}), day: '2026-10-01' },
    ]
    const frozen = freezeDays(days, { site: ['x', 'y'] }, month)
    expect(frozen.map((row) => [row.cut, row.v1, row.legs, row.persons])).toEqual([
      ['site', 'other', 30, 7],
      ['room', 'r', 1, 1],
    ])
  })
})
