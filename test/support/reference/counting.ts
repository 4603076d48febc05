/** Which observations count at all: the best version of each event, of the newest version of each record. */
import type { Observation } from '../../../schemas/observation.ts'
import { byRank, dayNumber, eventOf, grouped } from './order.ts'

export const HOUR_MS = 3_600_000
/** An observation later than this after the start of its leg does not count. */
export const BEYOND_MS = 48 * HOUR_MS
/** Versions of an event are seen together if the days they are stored under are at most so far apart. */
const VERSIONS_APART_DAYS = 5

/** The rows that an event is left with after exact repeats fell together, tombstones included. */
export function distinct(rows: readonly Observation[]): Observation[] {
  return [...new Map(rows.map((row) => [`${row.subject_key} ${row.event_key} ${row.content_hash}`, row])).values()]
}

/** What counts. Tombstones never do. What lies too far after its own start is among `beyond`. */
export function counting(rows: readonly Observation[]): {
  readonly counts: readonly Observation[]
  readonly beyond: readonly Observation[]
} {
  const versions = grouped(rows, (row) => `${row.subject_key} ${row.event_key}`)
  const records = grouped(
    rows.filter((row) => row.record_key !== null),
    (row) => row.record_key,
  )
  const alive = rows
    .filter((row) => row.mark !== 'erased')
    .filter((row) => !(versions.get(`${row.subject_key} ${row.event_key}`) ?? []).some((other) => beats(other, row)))
    .filter((row) => row.record_key === null || !(records.get(row.record_key) ?? []).some(({ rev }) => rev > row.rev))
  return {
    counts: alive.filter((row) => row.subject === 'conference' || !isBeyond(row, ownStart(row))),
    beyond: alive.filter((row) => row.subject === 'leg' && isBeyond(row, ownStart(row))),
  }
}

/** The start that a row itself states or lets count back. */
function ownStart({ start_ms, end_ms, duration_ms }: Observation): number | null {
  if (start_ms !== null) return start_ms
  return end_ms === null || duration_ms === null ? null : end_ms - duration_ms
}

/** Where in time a row puts its leg. */
export function anchorOf(row: Observation): number {
  return ownStart(row) ?? eventOf(row)
}

/** A row that states its leg's start lies where that start lies, however late it is told. */
export function isBeyond(row: Observation, start: number | null): boolean {
  return start !== null && (row.start_ms ?? Math.max(anchorOf(row), eventOf(row))) > start + BEYOND_MS
}

function beats(other: Observation, row: Observation): boolean {
  const apart = Math.abs(dayNumber(other.fact_day) - dayNumber(row.fact_day))
  return apart <= VERSIONS_APART_DAYS && byRank(other, row) > 0
}
