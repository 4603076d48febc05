/** What is shown of a month: decided once, over all cuts together (design, section 8, steps 1 to 3). */
import type { Tenant } from '../../schemas/control/tables.ts'
import type { Cell } from '../../schemas/cube.ts'
import type { Folds } from '../../schemas/published.ts'
import { foldCells, foldDimensions, type MonthResult, publishMonth, type Unions } from './core/index.ts'

export interface Decided extends MonthResult {
  readonly folds: Folds
}

/** @param cells of both populations, as the cube has them */
export async function decide(
  { k, mode }: Pick<Tenant, 'k' | 'mode'>,
  cells: readonly Cell[],
  unions: Unions,
): Promise<Decided> {
  const people = cells.filter(({ population }) => population === 'people')
  const rooms = cells.filter(({ population }) => population === 'environment')
  const folds = await foldDimensions(people, k, unions)
  const folded = await foldCells(people, folds, unions)
  return { ...publishMonth({ k, mode, cells: folded, rooms, folds }), folds }
}
