/** Small invented months, for properties. */
import fc from 'fast-check'
import { type Cell, type Cut, HISTOGRAMS } from '../../../../schemas/cube.ts'
import type { Figure, FigureName } from '../../../../schemas/published.ts'
import { emptyCell } from '../attack/micro-cells.ts'
import { type MicroLeg, microLegs } from '../attack/micro-legs.ts'

export interface Month {
  readonly k: number
  readonly legs: readonly MicroLeg[]
}

/** Months of 5 to 150 persons, k from 5 to 12; made within the property, so that a counterexample is short. */
export const recipes = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  persons: fc.integer({ min: 5, max: 150 }),
  k: fc.integer({ min: 5, max: 12 }),
})
export type Recipe = Readonly<Record<'seed' | 'persons' | 'k', number>>

export const monthOf = ({ seed, persons, k }: Recipe): Month => ({ k, legs: microLegs(seed, persons, 8) })

/** Properties over months are dear: few of them, always the same. */
export const RUNS = { seed: 20_261_101, numRuns: 40 }

/** A cell of people that is safe unless it is said otherwise. */
export function cellWith(cut: Cut, v1: string, v2: string, measures: Partial<Cell>): Cell {
  const legs = measures.legs ?? 100
  const cell = emptyCell(cut, v1, v2)
  return {
    ...cell,
    persons: 20,
    top_legs_mp: 9_000,
    top_ms_mp: 9_000,
    days: 10,
    conferences: 40,
    legs,
    connected: legs,
    gradeable: legs,
    ms: legs * 600_000,
    failed_m: legs,
    failed_n: legs,
    failed_nn: legs,
    dropped_m: legs,
    dropped_n: legs,
    dropped_nn: legs,
    ...measures,
  }
}

/** Sums of an outcome of which every case is its own cluster. */
export const apart = (outcome: 'failed' | 'measured' | 'windows' | 'alarms', y: number, n: number): Partial<Cell> => ({
  [`${outcome}_m`]: n,
  [`${outcome}_y`]: y,
  [`${outcome}_n`]: n,
  [`${outcome}_yy`]: y,
  [`${outcome}_yn`]: y,
  [`${outcome}_nn`]: n,
})

/** All entries of a histogram in one bin. */
export const binned = (histogram: keyof typeof HISTOGRAMS, bin: number, count: number): Partial<Cell> => ({
  [`h_${histogram}`]: [0, ...HISTOGRAMS[histogram].edges].map((_, index) => (index === bin ? count : 0)),
})

/** One figure of a cell, without its names. */
export function figureOf(figures: readonly Figure[], cut: Cut, v1: string, v2: string, measure: FigureName) {
  const found = figures.find(
    (figure) => figure.cut === cut && figure.v1 === v1 && figure.v2 === v2 && figure.measure === measure,
  )
  return found === undefined ? undefined : { mark: found.mark, value: found.value, low: found.low, high: found.high }
}
