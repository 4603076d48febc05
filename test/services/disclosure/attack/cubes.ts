/** The cubes that are attacked: organisations of 30 to 5,000 persons, each with one published month. */
import type { Cell } from '../../../../schemas/cube.ts'
import type { Folds } from '../../../../schemas/published.ts'
import {
  foldCells,
  foldDimensions,
  type MonthResult,
  publishMonth,
} from '../../../../services/disclosure/core/index.ts'
import { chanceOf } from './chance.ts'
import { cellsOf, unionsOf } from './micro-cells.ts'
import { type MicroLeg, microLegs } from './micro-legs.ts'

export const SEED = 20_261_101

export interface Cube {
  readonly persons: number
  readonly k: number
  readonly legs: readonly MicroLeg[]
}

/** The cube of an index; sizes are spread evenly over their logarithm. */
export function cubeOf(index: number, largest = 5_000): Cube {
  const chance = chanceOf(SEED + index)
  const persons = Math.round(30 * (largest / 30) ** chance.next())
  return {
    persons,
    k: persons < 200 && chance.hit(0.4) ? 5 : 10,
    legs: microLegs(SEED + 7 * index, persons, persons > 1_500 ? 5 : 12),
  }
}

export interface Published {
  readonly result: MonthResult
  readonly folds: Folds
  /** People's cells with folded values. */
  readonly folded: readonly Cell[]
}

export async function publishLegs(legs: readonly MicroLeg[], k: number): Promise<Published> {
  const cells = cellsOf(legs)
  const unions = unionsOf(legs)
  const folds = await foldDimensions(cells, k, unions)
  const folded = await foldCells(cells, folds, unions)
  return { result: publishMonth({ k, cells: folded, rooms: [], folds, mode: 'full' }), folds, folded }
}
