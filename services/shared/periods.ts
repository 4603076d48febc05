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
