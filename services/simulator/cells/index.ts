/** The cube of a truth: a plain count of what rollup's fifth step must come to. */
export { truthCells, truthUnions } from './cells.ts'
export { truthConcurrency } from './concurrency.ts'
export { type CountedLeg, countedLegs, type Naming, OWN_NAMES } from './leg.ts'
export { truthModelStrata, truthStrata } from './strata.ts'
