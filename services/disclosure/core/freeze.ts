import { type Cell, CUTS } from '../../../schemas/cube.ts'
import type { Folds } from '../../../schemas/published.ts'
import { addCells, certainOf, compareText, distinctsOf, groupBy, keyOf } from './cells.ts'
import { foldedName } from './fold-cells.ts'

/** People's cells of fewer persons do not outlive the facts (design, section 8: What outlives the facts). */
const FEWEST_PERSONS = 5

/** The day of the row that holds a value's days of few persons. */
export const OTHER_DAYS = '1970-01-01'

export type DayCell = Cell & { readonly day: string }

const outlives = (cell: Cell): boolean => cell.population === 'environment' || cell.persons >= FEWEST_PERSONS

const nameOf = (cell: Cell): string => `${cell.population}\0${cell.cut}\0${keyOf(cell.v1, cell.v2)}\0${cell.room}`

/**
 * What stays of a month when its facts go: values as they were published, without people's cells of fewer than 5 persons.
 * In one dimension those are a whole tenant that has so few people, since folding leaves no other.
 *
 * @param cells of the month: people's with folded values, and environment cells
 */
export const freezeMonth = (cells: readonly Cell[]): Cell[] => cells.filter(outlives)

/** Rows of one name as one row; the parts' persons may be the same ones, so what is certain of them stands. */
function addDays(rows: readonly DayCell[], day: string): DayCell {
  const [first] = rows
  if (first === undefined) throw new Error('a day of no rows')
  const { population, cut, v1, v2, room } = first
  const distincts = rows.length === 1 ? distinctsOf(first) : certainOf(rows)
  return { ...addCells(rows, { population, cut, v1, v2, room, ...distincts }), day }
}

/** The rows of a value of people, with its days of few persons in one row. */
function mergeDays(rows: readonly DayCell[], month: Cell): readonly DayCell[] {
  const sorted = rows.toSorted((a, b) => a.legs - b.legs || compareText(a.day, b.day))
  const few = sorted.filter((row) => row.persons < FEWEST_PERSONS)
  if (few.length === 0) return rows
  const [smallest, ...others] = sorted.filter((row) => row.persons >= FEWEST_PERSONS)
  if (smallest !== undefined) return [...others, addDays([...few, smallest], OTHER_DAYS)]
  // All days in one row are the month, of which more is certain.
  return [{ ...addDays(few, OTHER_DAYS), ...distinctsOf(month) }]
}

/**
 * The month by day as it outlives its facts: the daily cuts, values as published; of people, the days of a value that had
 * fewer than 5 persons are one row, `other days`, and the smallest further day joins them while that row has fewer. Every
 * value of the month still equals the sum of its rows.
 *
 * @param days the month's cells by day, as the cube has them
 * @param month what freezeMonth left of the month: what is not there has no days either
 */
export function freezeDays(days: readonly DayCell[], folds: Folds, month: readonly Cell[]): DayCell[] {
  const left = new Map(month.map((cell) => [nameOf(cell), cell]))
  const folded = days
    .filter((cell) => CUTS[cell.cut].daily)
    .map((cell): DayCell => {
      if (cell.population === 'environment') return cell
      const [v1, v2] = foldedName(folds, cell)
      return { ...cell, v1, v2 }
    })
  return [...groupBy(folded, nameOf)].flatMap(([name, rows]) => {
    const whole = left.get(name)
    if (whole === undefined) return []
    const byDay = [...groupBy(rows, (row) => row.day)].map(([day, parts]) => addDays(parts, day))
    return whole.population === 'environment' ? byDay : mergeDays(byDay, whole)
  })
}
