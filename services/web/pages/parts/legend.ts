/** What the marks of a table mean; only those that occur in it. */
import type { Cell, Row, Table } from '../../reports/report.ts'
import type { Words } from '../../reports/words/words.ts'

export function legendOf(
  cells: readonly Cell[],
  isShortened: boolean,
  k: number,
  { legend }: Words,
): readonly string[] {
  return [
    cells.some((cell) => cell.type === 'few' && cell.of === 'cell') ? legend.few(k) : '',
    cells.some((cell) => cell.type === 'few' && cell.of === 'day') ? legend.fewOfDay(k) : '',
    cells.some((cell) => cell.type === 'number' && cell.mark !== 'shown') ? legend.bounded : '',
    isShortened ? legend.left(k) : '',
    cells.some((cell) => cell.type === 'number' && cell.kept) ? legend.kept : '',
    cells.some(({ type }) => type === 'none') ? legend.none : '',
  ].filter((line) => line !== '')
}

/** A row of which nothing is shown. */
export function isHidden({ cells }: Row, { columns }: Pick<Table, 'columns'>): boolean {
  return cells.every((cell, index) => columns[index]?.group === 'label' || cell.type === 'few')
}
