/** In which order a drawing has the rows of a table. */
import { UNKNOWN } from '../../../../schemas/cube.ts'
import { isOther } from '../../reports/legend.ts'
import type { Column, Row } from '../../reports/report.ts'

/** Of these a reader asks which is worst; other dimensions have an order of their own, or a few values. */
const RANKED: ReadonlySet<string> = new Set(['site', 'model', 'room'])

/**
 * Rows of one such dimension by their rate, the worst first; then those of which only is known that it is no more than
 * that, those that are not shown, and last what is no value of its own. All other rows as they stand, which is how the
 * table of all figures keeps them.
 *
 * @param at place of the rate in a row
 */
export function ranked(rows: readonly Row[], columns: readonly Column[], at: number): readonly Row[] {
  const [first, second] = columns
  if (first === undefined || !RANKED.has(first.id) || second?.group === 'label') return rows
  return rows.toSorted((one, two) => place(one, at) - place(two, at) || rateOf(two, at) - rateOf(one, at))
}

function place({ cells }: Row, at: number): number {
  const [name] = cells
  if (isOther(name)) return 4
  if (name?.type === 'text' && name.value === UNKNOWN) return 3
  const rate = cells[at]
  if (rate?.type !== 'number') return 2
  return rate.mark === 'at_most' ? 1 : 0
}

function rateOf({ cells }: Row, at: number): number {
  const cell = cells[at]
  return cell?.type === 'number' ? cell.value : 0
}
