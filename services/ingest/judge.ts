/**
 * Which observations are refused by their time (design, section 5): judged by the stated start of the subject, else by
 * the event. Event time decides, never arrival.
 */
import type { Refusal } from '../../schemas/refusals.ts'
import type { Epoch } from './pseudonymise/keymaker.ts'
import { epochOf, localDayOf } from './pseudonymise/epoch.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A clock of a platform may be wrong; more than a day ahead it is not a meeting that took place. */
const AHEAD_MS = DAY_MS
/** A day is frozen this many days before its facts may expire, so that expiry cannot turn history into zero. */
const FROZEN_BEFORE_EXPIRY_DAYS = 3

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
  if (localDayOf(instant, periods.zone) <= lastFrozenDay(now, periods)) return { code: 'period_frozen', path: '' }
  return null
}

/** The newest frozen local day. Days are counted back from local noon, which no change of the clock moves off its day. */
function lastFrozenDay(now: number, periods: Periods): string {
  const today = localDayOf(now, periods.zone)
  const noon = Date.parse(`${today}T12:00:00Z`)
  return new Date(noon - (periods.factsDays - FROZEN_BEFORE_EXPIRY_DAYS) * DAY_MS).toISOString().slice(0, 10)
}
