/**
 * What of a source's latest records is not as usual, in words; a few late or refused ones are. House values: an operator
 * is told what somebody has to mend or to know, and not what every platform does now and then.
 */
import type { Says } from '../says.ts'
import type { RecentView, SourceView } from '../views.ts'
import { UNUSUAL_KINDS, type UnusualKind } from '../words/office.ts'

interface Bound {
  /** Of those that came in the days looked at, per cent; at or below it nothing is said. */
  readonly percent: number
  readonly of: 'all_records' | 'stored'
}

/** Fewer say nothing about a source: one meeting whose records were repeated is as many. */
const LEAST = 20
const BOUNDS: Readonly<Record<UnusualKind, Bound>> = {
  /** A platform's format has changed, or a sender is set up wrongly: some fields are missing in every record of a kind. */
  not_accepted: { percent: 5, of: 'all_records' },
  /** They count nowhere, so none is usual. */
  came_after_freeze: { percent: 0, of: 'stored' },
  /** They change nothing of what is published; more than these and a month may have to be opened again. */
  came_after_seal: { percent: 1, of: 'stored' },
  /** A sender that was cut off for a day sends them afterwards; more is a queue that does not empty, or an import. */
  came_late: { percent: 10, of: 'stored' },
}

/** @returns a sentence for each, most urgent first; empty where all is as usual */
export function unusualOf({ recent }: SourceView, says: Says): readonly string[] {
  return recent === null ? [] : UNUSUAL_KINDS.flatMap((kind) => said(kind, recent, says))
}

function said(kind: UnusualKind, recent: RecentView, { page, format }: Says): readonly string[] {
  const { percent, of } = BOUNDS[kind]
  const count = recent[kind]
  // Rows that came before the first of the days may be counted in it: never more than all.
  const all = Math.max(recent[of], count)
  if (count < LEAST || count * 100 <= percent * all) return []
  const share = Math.max(1, Math.floor((count * 100) / all))
  const numbers = { count: format.number(count), all: format.number(all), share: format.percent(share) }
  return [page.office.operations.unusual[kind](recent.source_id, { ...numbers, days: recent.days })]
}
