/** A month before and after records came late. */
import { type Aspect, ASPECTS, type ChangedCell } from '../../../../schemas/changed.ts'
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

const failedLike = (leg: MicroLeg, conference: number): MicroLeg => ({
  ...leg,
  conference,
  connected: false,
  ms: 0,
  failed: true,
  dropped: false,
  alone: false,
  gradedBy: null,
})

/**
 * A share of the persons has legs that came late: half of theirs.
 *
 * @param failing so many late legs more has one of them, and all of these failed
 */
export function reopened(legs: readonly MicroLeg[], share: number, seed: number, failing = 0): Reopened {
  const chance = chanceOf(seed)
  const late = new Set([...new Set(legs.map((leg) => leg.person))].filter(() => chance.hit(share)))
  const came = legs.filter((leg) => late.has(leg.person) && chance.hit(0.5))
  const often = came.find((leg) => leg.person >= 0)
  const more = often === undefined ? [] : Array.from({ length: failing }, (_, index) => failedLike(often, -1 - index))
  const without = new Set(came)
  return {
    before: legs.filter((leg) => !without.has(leg)),
    after: [...legs, ...more],
    changed: [...came, ...more],
  }
}

/** Which new legs change something in an aspect. */
export const IN_ASPECT: Readonly<Record<Aspect, (leg: MicroLeg) => boolean>> = {
  legs: () => true,
  failures: (leg) => leg.failed,
  measured: (leg) => leg.gradedBy === 'measured',
  windows: (leg) => leg.gradedBy === 'windows',
  alarms: (leg) => leg.gradedBy === 'alarms',
}

/** What the legs that came late change, with the folded values of the new revision, as rollup counts it. */
export function changesOf(late: readonly MicroLeg[], folds: Folds): readonly ChangedCell[] {
  return ASPECTS.flatMap((aspect) =>
    cellsNamed(late.filter(IN_ASPECT[aspect]), folds).map(
      ({ cut, v1, v2, legs, ms, persons, top_legs_mp, top_ms_mp }): ChangedCell => ({
        aspect,
        cut,
        v1,
        v2,
        legs,
        ms,
        persons,
        top_legs_mp,
        top_ms_mp,
        untold: 0,
      }),
    ),
  )
}

/** Cells of legs, with folded values. */
export function cellsNamed(legs: readonly MicroLeg[], folds: Folds): readonly Cell[] {
  const nameOf = (leg: MicroLeg, dimension: Dimension | undefined): string => {
    if (dimension === undefined || dimension === 'room') return ''
    const value = leg[dimension satisfies PeopleDimension]
    return (folds[dimension] ?? []).includes(value) ? 'other' : value
  }
  const named = (leg: MicroLeg, cut: Cut): readonly [string, string] => {
    const by: readonly Dimension[] = CUTS[cut].by
    return [nameOf(leg, by[0]), nameOf(leg, by[1])]
  }
  return cellsOf(legs, named)
}
