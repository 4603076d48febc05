/** How many connections a share of poor ones is of: those that were graded, which can be far fewer than all. */
import { MEASURING_KINDS, type MeasuringKind } from '../../../../schemas/profiles.ts'
import type { Cell, Column, NumberCell } from '../../reports/report.ts'

/** Of fewer a very low or very high rate is only bounded (design, section 8: Figures). */
const BOUNDED_BELOW = 50
/** Three roundings to 5 leave nothing of fewer. */
const TOLD_FROM = 10
const GRADES = ['good', 'fair', 'poor'] as const

/** @returns how the connections of a rate were graded; null where it is no rate of quality */
export function kindOf(measure: string): MeasuringKind | null {
  return MEASURING_KINDS.find((kind) => measure === `${kind}_rate`) ?? null
}

/** `about`: the sum of three published counts, each rounded to 5. `below`: known from the rate being only bounded. */
export interface Graded {
  readonly is: 'about' | 'below'
  readonly value: number
}

/**
 * @param rate of the kind, in this row
 * @returns null where it is not published how many were graded
 */
export function gradedOf(
  cells: readonly Cell[],
  columns: readonly Pick<Column, 'id'>[],
  kind: MeasuringKind,
  rate: Cell,
): Graded | null {
  // First: a sum of rounded counts may come to more than the bound that the rate itself tells.
  if (rate.type === 'number' && rate.mark !== 'shown') return { is: 'below', value: BOUNDED_BELOW }
  const counts = GRADES.flatMap((grade): readonly NumberCell[] => {
    const cell = cells[columns.findIndex(({ id }) => id === `${kind}_${grade}`)]
    return cell?.type === 'number' ? [cell] : []
  })
  const sum = counts.reduce((all, { value }) => all + value, 0)
  return counts.length < GRADES.length || sum < TOLD_FROM ? null : { is: 'about', value: sum }
}
