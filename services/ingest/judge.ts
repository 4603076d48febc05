/**
 * Which observations are refused by their time (design, section 5): judged by the stated start of the subject, else by
 * the event. Event time decides, never arrival.
 */
import type { Refusal } from '../../schemas/refusals.ts'
import type { Epoch } from './pseudonymise/keymaker.ts'
import { DAY_MS, localDayOf } from '../shared/calendar.ts'
import { lastFrozenDay } from '../shared/periods.ts'
import { epochOf } from './pseudonymise/epoch.ts'

/** A clock of a platform may be wrong; more than a day ahead it is not a meeting that took place. */
const AHEAD_MS = DAY_MS

export interface Periods {
  /** IANA zone of the tenant. */
  readonly zone: string
  /** The contract's first instant, ms UTC. */
  readonly contractFromMs: number
  /** How long facts are kept, days. */
  readonly factsDays: number
  /** Whether a key of the epoch has been destroyed. */
  epochClosed(epoch: Epoch): boolean
}

/**
 * @param instant ms UTC of the stated start, else of the event
 * @param now ms UTC of our clock
 * @returns why the record is refused, or null
 */
export function judgeTime(instant: number, now: number, periods: Periods): Refusal | null {
  if (instant > now + AHEAD_MS) return { code: 'time_in_future', path: '' }
  if (instant < periods.contractFromMs) return { code: 'before_contract', path: '' }
  if (periods.epochClosed(epochOf(instant, periods.zone))) return { code: 'epoch_closed', path: '' }
  const { zone, factsDays } = periods
  if (localDayOf(instant, zone) <= lastFrozenDay(now, zone, factsDays)) return { code: 'period_frozen', path: '' }
  return null
}
