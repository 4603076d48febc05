/**
 * What differs between a published revision of a month and now: counted by rollup over the legs that it remembers, looked at
 * by disclosure (design, section 8: Revision). No stored rows.
 */
import { z } from 'zod'
import { type Cut, CUT_NAMES } from './cube.ts'

/**
 * What figures are made of, so that a leg can differ in one and be the same in another.
 *
 * - `legs`      whatever a leg counts in
 * - `failures`  that it failed, and how
 * - `measured`, `windows`, `alarms`  how it was graded by that kind; `measured`: with its media and what was measured
 */
export const ASPECTS = ['legs', 'failures', 'measured', 'windows', 'alarms'] as const
export type Aspect = (typeof ASPECTS)[number]

const count = z.number().int().min(0)

/** The legs of a cell of people that differ in one aspect, as they were or as they are; there is one at least. */
export const changedCell = z.strictObject({
  aspect: z.enum(ASPECTS),
  cut: z.enum(CUT_NAMES as [Cut, ...Cut[]]),
  v1: z.string(), // with folded values, as in a cell
  v2: z.string(),
  legs: count, // that differ
  ms: count, // their time, the longer of before and now
  persons: count, // as in a cell
  top_legs_mp: count, // the largest part of them that one caller has, milli-percent, rounded up
  top_ms_mp: count, // the same of the time
  untold: count, // of the legs, those of which it is not remembered what they were in this aspect
})
export type ChangedCell = z.output<typeof changedCell>
