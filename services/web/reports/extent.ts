/** Which days of a month a report is about: a contract or the data may begin or end within it. */
import { Temporal } from 'temporal-polyfill'
import type { Tenant } from '../../../schemas/control/tables.ts'
import type { DayFigure } from '../../../schemas/published.ts'
import { lastDayOf } from '../../shared/calendar.ts'
import type { Format } from '../../shared/format.ts'
import type { Words } from './words/words.ts'

export interface Extent {
  /** First and last day, both included, `YYYY-MM-DD`. */
  readonly from: string
  readonly until: string
  /** Days of the contract in the month, however many of them have data. */
  readonly days: number
  /** What cuts the month; null where it is whole. Both may: the data are said, which are the shorter. */
  readonly cut: 'contract' | 'data' | null
}

/** A month may begin or end with a weekend and holidays; from so many days without a leg on, the data are a part of it. */
const SILENT_DAYS = 6

type Terms = Pick<Tenant, 'contract_from' | 'contract_to'>

/**
 * @param month `YYYY-MM`
 * @param days published days of the month; a day of which nothing arrived is not among them. None: then nothing is known
 *   of where the data begin
 */
export function extentOf(
  month: string,
  { contract_from: begin, contract_to: end }: Terms,
  days: readonly DayFigure[],
): Extent {
  const first = `${month}-01`
  const last = lastDayOf(month)
  const from = begin > first ? begin : first
  const until = end !== null && end < last ? end : last
  const lived = days
    .flatMap(({ site, measure, mark, day }) => (site === '' && measure === 'complete' && mark !== 'none' ? [day] : []))
    .toSorted()
  const [firstLived = from, lastLived = until] = [lived[0], lived.at(-1)]
  const late = daysBetween(from, firstLived) >= SILENT_DAYS
  const early = daysBetween(lastLived, until) >= SILENT_DAYS
  return {
    from: late ? firstLived : from,
    until: early ? lastLived : until,
    days: daysBetween(from, until) + 1,
    cut: late || early ? 'data' : from === first && until === last ? null : 'contract',
  }
}

/** A month's name for readers, which says where it is a part. */
export function monthName(
  { month, days = [] }: { readonly month: string; readonly days?: readonly DayFigure[] },
  terms: Terms,
  { part }: Words,
  format: Pick<Format, 'month'>,
): string {
  const name = format.month(month)
  return extentOf(month, terms, days).cut === null ? name : part.name(name)
}

function daysBetween(from: string, until: string): number {
  return Temporal.PlainDate.from(from).until(until).days
}
