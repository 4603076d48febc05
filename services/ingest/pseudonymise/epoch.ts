/** Epochs: the calendar by which keys rotate. An epoch is a calendar month in the tenant's zone (design, section 5). */
import type { UtcDay } from '../../../schemas/observation.ts'
import { DAY_MS, localMonth, utcDayOf as dayOf } from '../../shared/calendar.ts'
import type { Epoch } from './keymaker.ts'

/**
 * @param ms milliseconds since 1970 UTC
 * @param zone IANA zone of the tenant
 * @returns the tenant-local calendar month, `YYYY-MM`
 */
export function epochOf(ms: number, zone: string): Epoch {
  return localMonth(ms, zone).name as Epoch
}

/**
 * Whether an instant lies in the first 24 hours of its epoch, as time that passes, not as a calendar day: a day of a
 * change to summer time has 23. A leg of at most 24 h that is heard of later began in the same epoch.
 */
export function inFirst24h(ms: number, zone: string): boolean {
  return ms - localMonth(ms, zone).from < DAY_MS
}

/** The UTC day of an instant, as the row of an observation has it. */
export function utcDayOf(ms: number): UtcDay {
  return dayOf(ms) as UtcDay
}
