/** The wall clock of a zone: local day, hour, and the instant at which the hour began. */
import { Temporal } from 'temporal-polyfill'
import { localDayOf } from '../../shared/calendar.ts'

/** Offsets of zones, and the instants at which they change, are whole quarters of an hour. */
const QUARTER_MS = 900_000

interface LocalHour {
  readonly day: string // YYYY-MM-DD
  readonly hour: number // 0 to 23
  readonly hourMs: number // its first instant, ms UTC
}
export type Hours = (ms: number) => LocalHour

export function createHours(zone: string): Hours {
  const known = new Map<number, Omit<LocalHour, 'day'>>()
  const hourOf = (ms: number): Omit<LocalHour, 'day'> => {
    const quarter = Math.floor(ms / QUARTER_MS)
    const found = known.get(quarter)
    if (found !== undefined) return found
    const at = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(zone)
    const made = { hour: at.hour, hourMs: quarter * QUARTER_MS - at.minute * 60_000 }
    known.set(quarter, made)
    return made
  }
  return (ms) => ({ day: localDayOf(ms, zone), ...hourOf(ms) })
}
