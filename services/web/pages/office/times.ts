/** Spans of time in words. */
import { DAY_MS } from '../../../shared/calendar.ts'
import type { Says } from '../says.ts'

const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

/** `4 minutes`, `3 hours`, `2 days`: rounded up, so that nothing is said to be fresher than it is. */
export function agoOf(ms: number, { page }: Says): string {
  const { operations } = page.office
  if (ms > 2 * DAY_MS) return operations.days(Math.ceil(ms / DAY_MS))
  if (ms > 2 * HOUR_MS) return operations.hours(Math.ceil(ms / HOUR_MS))
  return operations.minutes(Math.max(1, Math.ceil(ms / MINUTE_MS)))
}
