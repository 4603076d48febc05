/** What the signs in a table mean, a line each, of those that occur in it. */
import type { Cell } from './report.ts'
import type { Words } from './words/words.ts'

/** @param without whether rows of which nothing is shown are left out, and the titles of such columns */
export function legendLines(
  cells: readonly Cell[],
  { isShortened, left }: { readonly isShortened: boolean; readonly left: readonly string[] },
  k: number,
  { legend }: Words,
): readonly string[] {
  return [
    cells.some((cell) => cell.type === 'few' && cell.of === 'cell') ? legend.few(k) : '',
    cells.some((cell) => cell.type === 'few' && cell.of === 'day') ? legend.fewOfDay(k) : '',
    cells.some((cell) => cell.type === 'number' && cell.mark !== 'shown') ? legend.bounded : '',
    isShortened ? legend.left(k) : '',
    left.length > 0 ? legend.columns(left) : '',
    cells.some((cell) => cell.type === 'number' && cell.kept) ? legend.kept : '',
    cells.some(({ type }) => type === 'none') ? legend.none : '',
  ].filter((line) => line !== '')
}
