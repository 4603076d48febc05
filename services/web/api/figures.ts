/** Figures of the report's tables in the shapes of the API: no digit is made here. */
import type { z } from 'zod'
import type { dimensionValue } from '../../../schemas/api/common.ts'
import type { ApiFigure, UNITS } from '../../../schemas/api/figures.ts'
import { DIMENSIONS } from '../../../schemas/cube.ts'
import type { Cell, Column, Measure, NumberCell, ShownUnit, Table } from '../reports/report.ts'
import { shownUnit } from '../reports/values.ts'

export type ApiUnit = (typeof UNITS)[number]
type DimensionValue = z.output<typeof dimensionValue>

export function unitOf(unit: ShownUnit): ApiUnit {
  return unit === 'from' ? 'connections_from' : unit
}

interface ApiRow {
  readonly values: readonly DimensionValue[]
  readonly mark: 'shown' | 'few'
  readonly measures: Readonly<Partial<Record<Measure, ApiFigure>>>
}

/** Of a table of one cut, or of days: a hidden row says nothing but which group it is. */
export function rowsOf({ columns, rows }: Table): readonly ApiRow[] {
  return rows.map(({ cells }) => {
    const measures = cells.filter((_, index) => columns[index]?.group !== 'label')
    const hidden = measures.every(({ type }) => type === 'few')
    return {
      values: cells.flatMap((cell, index) => valueOf(cell, columns[index])),
      mark: hidden ? 'few' : 'shown',
      measures: hidden ? {} : Object.fromEntries(cells.flatMap((cell, index) => entryOf(cell, columns[index]))),
    }
  })
}

/** Not of the columns `month` and `day`, which are no dimension. */
function valueOf(cell: Cell, column: Column | undefined): readonly DimensionValue[] {
  const dimension = DIMENSIONS.find((one) => one === column?.id)
  if (dimension === undefined || cell.type !== 'text' || cell.value === undefined) return []
  return [{ dimension, id: cell.value, name: cell.text }]
}

function entryOf(cell: Cell, column: Column | undefined): readonly (readonly [string, ApiFigure])[] {
  if (column === undefined || column.unit === null || cell.type === 'text' || cell.type === 'none') return []
  return [[column.id, cell.type === 'few' ? hiddenFigure(column.unit) : shownFigure(cell)]]
}

export function hiddenFigure(unit: ShownUnit): ApiFigure {
  return { value: null, unit: unitOf(unit), low: null, high: null, mark: 'few', kept: false }
}

/** A cell of a measure; null: none was published. */
export function figureOf(cell: Cell, measure: Measure): ApiFigure | null {
  if (cell.type === 'number') return shownFigure(cell)
  return cell.type === 'few' ? hiddenFigure(shownUnit(measure)) : null
}

function shownFigure({ value, unit, low, high, mark, kept }: NumberCell): ApiFigure {
  return { value, unit: unitOf(unit), low, high, mark, kept }
}

interface Order {
  readonly sort: 'report' | Measure
  readonly direction: 'ascending' | 'descending'
}

/**
 * By published values alone. Rows of which the measure is not shown, hidden or without a figure, stand last, in the order of the
 * report: where they stand says nothing of them.
 */
export function sorted(rows: readonly ApiRow[], { sort, direction }: Order): readonly ApiRow[] {
  if (sort === 'report') return rows
  const valueIn = ({ measures }: ApiRow): number | null => measures[sort]?.value ?? null
  const sign = direction === 'ascending' ? 1 : -1
  return rows.toSorted((one, two) => {
    const [a, b] = [valueIn(one), valueIn(two)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (a - b)
  })
}
