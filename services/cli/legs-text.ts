/** Legs of a day as a table for people: local times, names of sites and rooms, conferences numbered. */
import type { Leg } from '../../schemas/leg.ts'
import { table } from './output.ts'
import { LEGS_EN } from './words/legs-en.ts'
import type { LegWords } from './words/legs.ts'

export interface Names {
  readonly zone: string
  /** Names of sites and rooms by their id. */
  readonly places: ReadonlyMap<string, string>
}

/**
 * @param legs of one local day, in order
 * @returns one line a leg; a conference has a number that means something within this text only
 */
export function legsTable(legs: readonly Leg[], { zone, places }: Names, words: LegWords = LEGS_EN): string {
  const { head, kinds, ends, starts, endings, sites } = words
  const clockOf = localClock(zone)
  const numbers = new Map<string, number>()
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return number
  }
  const named = new Map<string, string>([...Object.entries(sites), ...places])
  const placeOf = (id: string | null): string | null => (id === null ? null : (named.get(id) ?? id))
  return table(
    [
      head.start,
      head.end,
      head.duration,
      head.platform,
      head.kind,
      head.site,
      head.room,
      head.conference,
      head.ended,
      head.startIs,
      head.endIs,
    ],
    legs.map((leg) => [
      clockOf(leg.start_ms),
      clockOf(leg.end_ms),
      lengthOf(leg.duration_ms),
      leg.platform,
      leg.kind === null ? null : kinds[leg.kind],
      placeOf(leg.site),
      placeOf(leg.room_id),
      leg.conference_key === null ? null : numberOf(leg.conference_key),
      leg.end_class === null ? null : ends[leg.end_class],
      starts[leg.start_by],
      endings[leg.end_by],
    ]),
  )
}

/** How many conferences the legs are of. */
export function conferencesOf(legs: readonly Leg[]): number {
  return new Set(legs.map((leg) => leg.conference_key).filter((key) => key !== null)).size
}

/** `09:00:05`; a leg that goes on after midnight simply ends at a smaller time. */
function localClock(zone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' })
  return (ms) => format.format(ms)
}

/** `0:55:03`. */
function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
