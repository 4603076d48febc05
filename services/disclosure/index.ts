/**
 * Disclosure: cells become figures that may be said, the way a statistics office does it (design, section 8).
 *
 * Enters: cells of the cube, which know no person; counts that only rollup can make, through a port. Leaves: `published`
 * and `published_days`, and in the control store what was decided about each month (`periods`, `publications`).
 * May fail: EngineError, AppError; a step that was interrupted is repeated by the next attempt with the same result. What
 * an operator asks for and may not be is a value (`refused`).
 *
 * Keeps: I5 (the one gate: nothing else writes figures that leave), I8, I9 (a publication names profile, program and
 * watermark), I10 (it reads no leg), I12.
 *
 * `core` decides, and knows no store. Around it, one file each: states.ts (of a month), seal.ts, revision.ts,
 * standing.ts (advice beside kept figures), freeze.ts, days.ts, and sealing.ts, which the operator and the schedule call.
 */
export { kindsOfDay, mayName } from './core/index.ts'
export { matchable } from './matchable.ts'
export {
  createPublicationReader,
  type Published,
  publicationOf,
  readPublication,
  type ReadPublication,
} from './read.ts'
export { storedPublication } from './records.ts'
export { REFUSALS, type Refusal } from './states.ts'
export type { Standing } from './standing.ts'
export { createSealing, type MonthStatus, type Sealing } from './sealing.ts'
