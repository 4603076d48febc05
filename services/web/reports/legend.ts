/** What the signs in a table mean, a line each, of those that occur in it. */
import { FAILURES } from '../../../schemas/cube.ts'
import { OTHER } from '../../../schemas/published.ts'
import type { Cell, Column, Row, Table } from './report.ts'
import type { Words } from './words/words.ts'

interface Shown {
  /** Of all rows that are there, their labels too. */
  readonly cells: readonly Cell[]
  readonly columns: readonly Pick<Column, 'id'>[]
  /** Whether rows of which nothing is shown are left out. */
  readonly isShortened: boolean
  /** Titles of columns that are left out because nothing in them is shown. */
  readonly left?: readonly string[]
}

export function legendLines(
  { cells, columns, isShortened, left = [] }: Shown,
  k: number,
  { legend }: Words,
): readonly string[] {
  return [
    cells.some(isOther) ? legend.other : '',
    cells.some((cell) => cell.type === 'few' && cell.of === 'cell') ? legend.few(k) : '',
    cells.some((cell) => cell.type === 'few' && cell.of === 'day') ? legend.fewOfDay(k) : '',
    cells.some((cell) => cell.type === 'number' && cell.mark !== 'shown') ? legend.bounded : '',
    columns.some(({ id }) => CAUSES.has(id)) ? legend.causes : '',
    isShortened ? legend.left(k) : '',
    left.length > 0 ? legend.columns(left) : '',
    cells.some((cell) => cell.type === 'number' && cell.kept) ? legend.kept : '',
    cells.some(({ type }) => type === 'none') ? legend.none : '',
  ].filter((line) => line !== '')
}

const CAUSES: ReadonlySet<string> = new Set(FAILURES.map((failure) => `failed_${failure}`))

/** The name of what is folded (design, section 8, step 1). */
export function isOther(cell: Cell | undefined): boolean {
  return cell?.type === 'text' && cell.value === OTHER
}

/** A row of which nothing is shown. */
export function isHidden({ cells }: Row, { columns }: Pick<Table, 'columns'>): boolean {
  return cells.every((cell, index) => columns[index]?.group === 'label' || cell.type === 'few')
}
