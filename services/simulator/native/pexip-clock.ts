/**
 * Pexip writes times as seconds since 1970 with microseconds. What is true is known in ms here; up to 0.4 ms are put on
 * top of it, so that times and lengths are as uneven as real ones and still round to what is true.
 */
import type { Random } from '../random.ts'

/** Most microseconds that are put on top. */
const MOST_US = 399

/** Whole microseconds since 1970. */
export type Us = number

export function unevenUs(random: Random, ms: number): Us {
  return ms * 1000 + random.whole(0, MOST_US)
}

/** Seconds as the platform writes them. */
export function secondsOf(us: Us): number {
  return us / 1_000_000
}
