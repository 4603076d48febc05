/** Months of a tenant's calendar, `YYYY-MM`, and when they are over (design, section 8). */
import type { Tenant } from '../../schemas/control/tables.ts'
import { addDays, type LocalDay, localDayOf } from '../shared/calendar.ts'

/** What of a contract decides about its months. */
export type Terms = Pick<Tenant, 'zone' | 'contract_from' | 'contract_to' | 'seal_days' | 'retention'>

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

export function firstDay(month: string): LocalDay {
  return `${month}-01` as LocalDay
}

function nextMonth(month: string): string {
  return monthOf(addDays(firstDay(month), 31))
}

export function lastDay(month: string): LocalDay {
  return addDays(firstDay(nextMonth(month)), -1)
}

/** Whether the contract ends in the month, or has ended before it: then it is closed on the contract's last day. */
export function isLast({ contract_to: to }: Terms, month: string): boolean {
  return to !== null && to <= lastDay(month)
}

/**
 * The first local day on which a month may be sealed: `seal_days` whole days after its end; where the contract ends
 * before that, the contract's last day, on which everything that is still to be said is said (design, section 10).
 */
export function dueDay(terms: Terms, month: string): LocalDay {
  const regular = addDays(lastDay(month), terms.seal_days + 1)
  const { contract_to: to } = terms
  return to !== null && to < regular ? (to as LocalDay) : regular
}

/** Whether nothing more can happen in the month: it is over, or the contract's last day has come. */
export function isOver(terms: Terms, month: string, now: number): boolean {
  const today = localDayOf(now, terms.zone)
  return today > lastDay(month) || (isLast(terms, month) && today >= dueDay(terms, month))
}
