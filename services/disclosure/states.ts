/**
 * The states of a month:
 *
 *     open ──calendar──▶ closed ──seal──▶ sealed ──nightly──▶ frozen
 *                                          │  ▲
 *                                   reopen ▼  │ seal
 *                                        reopened
 *
 * `open`: it runs. `closed`: it is over, late records are still waited for. Both follow from the calendar, and such a month
 * has no row in `periods`. `sealed`: its figures are published, in revision 1; what arrives later is counted as late and
 * changes nothing that is published. `reopened`: somebody wants what arrived late to be said; what is published stays
 * until it is sealed again, as the next revision, or, where too few persons have changed, as the one that stands.
 * `frozen`: its facts go. It is never counted, opened or sealed again; a month that was not sealed by then, or stands
 * reopened, is sealed first. The last month of a contract is over, and due, on the contract's last day.
 */
import type { PeriodRow } from '../../schemas/control/tables.ts'
import type { PeriodState } from '../../schemas/published.ts'
import { localDayOf } from '../shared/calendar.ts'
import { isFrozenMonth } from '../shared/periods.ts'
import { dueDay, firstDay, isOver, lastDay, type Terms } from './months.ts'

/** Why a month is not sealed or opened. */
export const REFUSALS = [
  'before_contract', // it lies before the contract
  'after_contract', // it lies after the contract's last day
  'not_over', // it still runs
  'too_early', // it is over; late records are waited for until `dueDay`
  'no_legs', // nothing is counted of it
  'sealed', // it is sealed already
  'not_sealed', // only what is sealed can be opened again
  'reopened', // it is open already
  'frozen', // its facts go or have gone
] as const
export type Refusal = (typeof REFUSALS)[number]

type Period = Pick<PeriodRow, 'state'> | null

export function stateOf(terms: Terms, month: string, period: Period, now: number): PeriodState {
  if (period !== null) return period.state
  return isOver(terms, month, now) ? 'closed' : 'open'
}

/**
 * @param freezing it must be sealed now or never, whatever the contract says: its facts go
 * @returns why the month may not be sealed now, null where it may
 */
export function whyNotSeal(
  terms: Terms,
  month: string,
  period: Period,
  now: number,
  freezing: boolean = false,
): Refusal | null {
  if (period?.state === 'sealed') return 'sealed'
  if (period?.state === 'frozen') return 'frozen'
  if (freezing) return null
  if (lastDay(month) < terms.contract_from) return 'before_contract'
  if (terms.contract_to !== null && firstDay(month) > terms.contract_to) return 'after_contract'
  if (!isOver(terms, month, now)) return 'not_over'
  if (localDayOf(now, terms.zone) < dueDay(terms, month)) return 'too_early'
  return null
}

/** @returns why the month may not be opened again, null where it may */
export function whyNotReopen(terms: Terms, month: string, period: Period, now: number): Refusal | null {
  if (period === null) return 'not_sealed'
  if (period.state === 'reopened') return 'reopened'
  // From its first day on nothing of it is counted again, so it could only say the same.
  if (period.state === 'frozen' || isFrozenMonth(firstDay(month), now, terms.zone, terms.retention.facts))
    return 'frozen'
  return null
}
