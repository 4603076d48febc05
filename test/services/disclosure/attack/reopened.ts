/** A month before and after records came late. */
import type { Cell, Cut, Dimension } from '../../../../schemas/cube.ts'
import { CUTS } from '../../../../schemas/cube.ts'
import type { Folds } from '../../../../schemas/published.ts'
import { chanceOf } from './chance.ts'
import { cellsOf } from './micro-cells.ts'
import type { MicroLeg, PeopleDimension } from './micro-legs.ts'

export interface Reopened {
  readonly before: readonly MicroLeg[]
  readonly after: readonly MicroLeg[]
  readonly changed: readonly MicroLeg[]
}

/** A share of the persons has legs that came late: half of theirs. */
export function reopened(legs: readonly MicroLeg[], share: number, seed: number): Reopened {
  const chance = chanceOf(seed)
  const late = new Set([...new Set(legs.map((leg) => leg.person))].filter(() => chance.hit(share)))
  const changed = legs.filter((leg) => late.has(leg.person) && chance.hit(0.5))
  const without = new Set(changed)
  return { before: legs.filter((leg) => !without.has(leg)), after: legs, changed }
}

/** Cells of the legs that differ, with the folded values of the new revision. */
export function changedCells(changed: readonly MicroLeg[], folds: Folds): readonly Cell[] {
  const nameOf = (leg: MicroLeg, dimension: Dimension | undefined): string => {
    if (dimension === undefined || dimension === 'room') return ''
    const value = leg[dimension satisfies PeopleDimension]
    return (folds[dimension] ?? []).includes(value) ? 'other' : value
  }
  const named = (leg: MicroLeg, cut: Cut): readonly [string, string] => {
    const by: readonly Dimension[] = CUTS[cut].by
    return [nameOf(leg, by[0]), nameOf(leg, by[1])]
  }
  return cellsOf(changed, named)
}
