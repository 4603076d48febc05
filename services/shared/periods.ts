/** Periods of a tenant that are over (design, section 6, "Frozen", and the end of section 7). */
import { addDays, type LocalDay, localDayOf } from './calendar.ts'

/** A day is frozen this many days before its facts may expire, so that expiry cannot turn history into zero. */
const FROZEN_BEFORE_EXPIRY_DAYS = 3

/**
 * The newest frozen local day: it and all before it are never rebuilt, and nothing is accepted for them.
 *
 * @param now ms UTC of our clock
 * @param factsDays how long facts are kept, days
 */
export function lastFrozenDay(now: number, zone: string, factsDays: number): LocalDay {
  return addDays(localDayOf(now, zone), FROZEN_BEFORE_EXPIRY_DAYS - factsDays)
}

/** The newest expired day: what is kept for `days` days is gone for it and all before it. */
export function lastExpiredDay(now: number, zone: string, days: number): LocalDay {
  return addDays(localDayOf(now, zone), -days - 1)
}

/** The first day of a day's month: the name of the month wherever something goes by month. */
export function firstOfMonth<Day extends string>(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day
}

/** The last day of the month that begins with `first`. */
export function lastOfMonth<Day extends string>(first: Day): Day {
  // 31 days later is in the next month, whatever the length of this one.
  return addDays(firstOfMonth(addDays(first, 31)), -1)
}

/**
 * Whether the month of a local day is frozen: with its first day. Its cells and strata are never rebuilt from then on,
 * because they could only be made of a part of its legs.
 *
 * @param now ms UTC of our clock
 * @param factsDays how long facts are kept, days
 */
export function isFrozenMonth(day: string, now: number, zone: string, factsDays: number): boolean {
  return firstOfMonth(day) <= lastFrozenDay(now, zone, factsDays)
}
