/** Looks for hidden cells whose legs a reader with a solver knows. */
import { type Cell, CUT_NAMES, CUTS, type Cut } from '../../../../schemas/cube.ts'
import { isSafe } from '../../../../services/disclosure/core/safe.ts'
import type { Attack } from './attacker.ts'
import { FLOATS, type Numbers } from './numbers.ts'
import { createSolver, type Program, restricted, type Solver } from './simplex.ts'

const NEAR_0 = 1e-7

export interface Pinned {
  readonly cell: Cell
  readonly least: number
  readonly most: number
}

const wideEnough = (least: number, most: number): boolean => most - least >= Math.max(20, 0.4 * most)

/** Where a variable is pinned (design, section 8, no. 3): its bounds; null where it is not. */
export function pinOf<N>(numbers: Numbers<N>, solver: Solver<N>, variable: number) {
  const least = numbers.toNumber(solver.extreme(variable, 'least', (value) => value < NEAR_0))
  if (least < NEAR_0) return null
  const most = numbers.toNumber(solver.extreme(variable, 'most', (value) => wideEnough(least, value)))
  return wideEnough(least, most + NEAR_0) ? null : { least, most }
}

/** A solver that is made when it is needed, of the program or of a part of it. */
export function lazily(program: Program, variables: readonly number[] | null) {
  let made: Solver<number> | undefined
  const places = variables === null ? null : new Map(variables.map((variable, place) => [variable, place]))
  return (variable: number) => {
    made ??= createSolver(FLOATS, variables === null ? program : restricted(program, variables))
    const place = places === null ? variable : places.get(variable)
    return place === undefined ? undefined : pinOf(FLOATS, made, place)
  }
}

/**
 * @param cells people's cells with folded values
 * @param beside variables that move with a cut's, where the program holds more than one publication
 * @returns how many cells are hidden (not empty and not safe), and those of them that are pinned
 */
export function hunt(
  attack: Attack,
  cells: readonly Cell[],
  k: number,
  beside: (cut: Cut, fewOnly: boolean) => readonly number[] = () => [],
): { hidden: number; pinned: readonly Pinned[] } {
  let hidden = 0
  const pinned: Pinned[] = []
  const everything = lazily(attack.program, null)
  for (const cut of CUT_NAMES.filter((name) => CUTS[name].by.length === 2)) {
    // What is possible while the rest stands still is possible: most cells are found not to be pinned in small programs.
    const steps = [
      lazily(attack.program, [...attack.variablesOf(cut, true), ...beside(cut, true)]),
      lazily(attack.program, [...attack.variablesOf(cut, false), ...beside(cut, false)]),
      everything,
    ]
    for (const cell of cells.filter((own) => own.cut === cut && !isSafe(own, k))) {
      hidden += 1
      const variable = attack.legsOf(cut, cell.v1, cell.v2)
      if (variable === undefined) continue
      let pin: ReturnType<typeof pinOf> | undefined
      for (const step of steps) {
        pin = step(variable)
        if (pin === null) break
      }
      if (pin !== null && pin !== undefined) pinned.push({ cell, ...pin })
    }
  }
  return { hidden, pinned }
}
