/**
 * The core of disclosure: what may be said of a month, and how (design, section 8). Pure functions of cells.
 *
 * Enters: cells of the cube, DISTINCTS of unions. Leaves: figures, and a protocol of what is not shown. May fail: never
 * for a value; a caller that forgot to fold crashes, so that nothing leaves. Keeps: I5 (what is not decided here is not
 * published), I10 (no person is in reach), and equal input gives equal output in equal order.
 */
export type { Since } from './changes.ts'
export { DAY_CUTS, dayFigures } from './day-figures.ts'
export { foldCells } from './fold-cells.ts'
export { foldDimensions } from './fold-dimensions.ts'
export { type DayCell, freezeDays, freezeMonth, OTHER_DAYS } from './freeze.ts'
export { kindsOfDay } from './kinds.ts'
export { mayName } from './may-name.ts'
export { type MonthResult, publishMonth } from './publish.ts'
export { revise } from './revise.ts'
export type { Unions } from './unions.ts'
