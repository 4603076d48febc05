/**
 * The calendar of a zone: which local day and month an instant lies in, and where they begin. Everything is memoised
 * by UTC day, because every record asks.
 */
import { Temporal } from 'temporal-polyfill'

export const DAY_MS = 86_400_000
/** More days than 2000 to 2100 has: beyond that someone sends nonsense, and memory starts anew. */
const MOST_DAYS = 40_000

/** A calendar day in a tenant's zone, `YYYY-MM-DD`. */
export type LocalDay = string & { readonly __localDay: true }

/** A span of a local calendar: from the first instant, to the first instant of the next. */
export interface Span<Name> {
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

/** The tenant-local calendar month of an instant, named `YYYY-MM`. */
export const localMonth: (ms: number, zone: string) => Span<string> = perZone((ms, zone) => {
  const first = dateOf(ms, zone).with({ day: 1 })
  const name = first.toPlainYearMonth().toString()
  return { name, from: startOf(first, zone), until: startOf(first.add({ months: 1 }), zone) }
})

/** The tenant-local calendar day of an instant. */
const localDay: (ms: number, zone: string) => Span<LocalDay> = perZone((ms, zone) => {
  const date = dateOf(ms, zone)
  return { name: date.toString() as LocalDay, from: startOf(date, zone), until: startOf(date.add({ days: 1 }), zone) }
})

/** The name of the tenant-local calendar day of an instant. */
export function localDayOf(ms: number, zone: string): LocalDay {
  return localDay(ms, zone).name
}

/** From the first instant of a local day to the first of the next, ms UTC. */
export function spanOfDay(day: string, zone: string): { readonly from: number; readonly until: number } {
  const date = Temporal.PlainDate.from(day)
  return { from: startOf(date, zone), until: startOf(date.add({ days: 1 }), zone) }
}

/** The day `days` later (earlier where negative), `YYYY-MM-DD`; a local day gives a local day. */
export function addDays<Day extends string>(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day
}

/** The last day of a calendar month, `YYYY-MM`. */
export function lastDayOf(month: string): LocalDay {
  return `${month}-${Temporal.PlainYearMonth.from(month).daysInMonth}` as LocalDay
}

const utcDays = new Map<number, string>()

/** The UTC day of an instant, `YYYY-MM-DD`. */
export function utcDayOf(ms: number): string {
  const day = Math.floor(ms / DAY_MS)
  const known = utcDays.get(day)
  if (known !== undefined) return known
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10)
  if (utcDays.size >= MOST_DAYS) utcDays.clear()
  utcDays.set(day, text)
  return text
}
