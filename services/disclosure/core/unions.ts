import type { Cell, Cut, Distinct } from '../../../schemas/cube.ts'

/**
 * Asks for the DISTINCTS of the legs of several cells of one cut taken together: all whose first value is one of `v1` and
 * whose second is one of `v2`. A union is not a sum of persons, and cells hold no persons, so rollup counts it over legs.
 */
export interface Union {
  readonly cut: Cut
  readonly v1: readonly string[]
  /** Empty for a cut of one dimension. */
  readonly v2: readonly string[]
}

/** Answers in the order of the questions; people's cells of one month. */
export type Unions = (asks: readonly Union[]) => Promise<readonly Pick<Cell, Distinct>[]>
