/**
 * Epochs and days: the calendar by which keys rotate and facts are stored. An epoch is a calendar month in the tenant's
 * zone (design, section 5). Everything is memoised, so that the hot path is a look-up of the UTC day.
 */
import { Temporal } from 'temporal-polyfill'
import type { UtcDay } from '../../../schemas/observation.ts'
import type { Epoch } from './keymaker.ts'

const DAY_MS = 86_400_000
/** More days than 2000 to 2100 has: beyond that someone sends nonsense, and memory starts anew. */
const MOST_DAYS = 40_000

/** A span of a local calendar: from the first instant, to the first instant of the next. */
interface Span<Name> {
  readonly name: Name
  readonly from: number
  readonly until: number
}

/**
 * Finds the span of an instant. It remembers, for each UTC day, the span in which that day begins; a span that ends
 * within the day leads to the next one, whatever the zone's offset is.
 */
function spans<Name>(spanAt: (ms: number) => Span<Name>): (ms: number) => Span<Name> {
  const byDay = new Map<number, Span<Name>>()
  const ofDay = (day: number): Span<Name> => {
    const known = byDay.get(day)
    if (known !== undefined) return known
    const span = spanAt(day * DAY_MS)
    if (byDay.size >= MOST_DAYS) byDay.clear()
    byDay.set(day, span)
    return span
  }
  return (ms) => {
    const day = Math.floor(ms / DAY_MS)
    const span = ofDay(day)
    if (ms < span.until) return span
    const next = ofDay(day + 1)
    return next.from <= ms ? next : spanAt(ms)
  }
}

function perZone<Name>(spanAt: (ms: number, zone: string) => Span<Name>): (ms: number, zone: string) => Span<Name> {
  const zones = new Map<string, (ms: number) => Span<Name>>()
  return (ms, zone) => {
    const known = zones.get(zone)
    if (known !== undefined) return known(ms)
    const made = spans((at) => spanAt(at, zone))
    zones.set(zone, made)
    return made(ms)
  }
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds // start of the day, also where it has no midnight
}

function dateOf(ms: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(zone).toPlainDate()
}

const monthOf = perZone<Epoch>((ms, zone) => {
  const first = dateOf(ms, zone).with({ day: 1 })
  const name = first.toPlainYearMonth().toString() as Epoch
  return { name, from: startOf(first, zone), until: startOf(first.add({ months: 1 }), zone) }
})

const dayOf = perZone<string>((ms, zone) => {
  const date = dateOf(ms, zone)
  return { name: date.toString(), from: startOf(date, zone), until: startOf(date.add({ days: 1 }), zone) }
})

/**
 * @param ms milliseconds since 1970 UTC
 * @param zone IANA zone of the tenant
 * @returns the tenant-local calendar month, `YYYY-MM`
 */
export function epochOf(ms: number, zone: string): Epoch {
  return monthOf(ms, zone).name
}

/**
 * Whether an instant lies in the first 24 hours of its epoch, as time that passes, not as a calendar day: a day of a
 * change to summer time has 23. A leg of at most 24 h that is heard of later began in the same epoch.
 */
export function inFirst24h(ms: number, zone: string): boolean {
  return ms - monthOf(ms, zone).from < DAY_MS
}

/** The tenant-local calendar day of an instant, `YYYY-MM-DD`. */
export function localDayOf(ms: number, zone: string): string {
  return dayOf(ms, zone).name
}

const utcDays = new Map<number, UtcDay>()

/** The UTC day of an instant, `YYYY-MM-DD`. */
export function utcDayOf(ms: number): UtcDay {
  const day = Math.floor(ms / DAY_MS)
  const known = utcDays.get(day)
  if (known !== undefined) return known
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10) as UtcDay
  if (utcDays.size >= MOST_DAYS) utcDays.clear()
  utcDays.set(day, text)
  return text
}
