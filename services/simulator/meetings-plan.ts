/** A meeting that is planned: who is invited, when, and what must become of it. */
import type { Person, Room, SimulatedPlatform } from './model.ts'

/** A meeting before anybody came. */
export interface Plan {
  readonly platform: SimulatedPlatform
  readonly name: string
  readonly startMs: number
  readonly lengthMs: number
  readonly people: readonly Person[]
  readonly rooms: readonly Room[]
  /** People without an account. */
  readonly guests: number
  readonly extras: readonly Extra[]
}

/**
 * - `teams`, `recorder`  a leg of that kind takes part
 * - `punctual`           nobody comes early, and all are gone in time
 * - `through_midnight`   as many come after half time as before it
 * - `by_the_book`        every leg is told whole
 * - `forgotten_room`     its room stays connected for 41 hours
 * - `told_by_ends`       half of the legs are told by their end alone
 * - `every_telling`      the legs are told in one way after another
 * - `cascade`            on more than one call bridge
 * - `nobody`             attempts that reach no meeting
 */
export type Extra =
  | 'teams'
  | 'recorder'
  | 'punctual'
  | 'through_midnight'
  | 'by_the_book'
  | 'forgotten_room'
  | 'told_by_ends'
  | 'every_telling'
  | 'cascade'
  | 'nobody'

export const MINUTE_MS = 60_000
