/** Times of a generic record to milliseconds. */
import type { GenericRecord } from '../../../../schemas/records/generic.ts'
import type { Refusal } from '../../../../schemas/refusals.ts'
import { fromInstant, fromLocal, isZone } from '../time.ts'

const FIELDS = ['event', 'start', 'answer', 'end'] as const

export interface Times {
  readonly event_ms: number
  readonly start_ms: number | undefined
  readonly answer_ms: number | undefined
  readonly end_ms: number | undefined
}

export type TimesOutcome =
  { readonly ok: true; readonly times: Times } | { readonly ok: false; readonly refusal: Refusal }

/**
 * The event's time is the stated one, else the end, else the start: a record that knows more was made later.
 *
 * Refusals: `field_missing` (neither start nor event), `field_invalid` (zone), `time_invalid`, `end_before_start`.
 */
export function timesOf(record: GenericRecord): TimesOutcome {
  if (record.start === undefined && record.event === undefined) return refused('field_missing', 'start')
  const { zone } = record
  if (zone !== undefined && !isZone(zone)) return refused('field_invalid', 'zone')
  const ms: Partial<Record<(typeof FIELDS)[number], number>> = {}
  for (const field of FIELDS) {
    const text = record[field]
    if (text === undefined) continue
    const instant = zone === undefined ? fromInstant(text) : fromLocal(text, zone)
    if (instant === null) return refused('time_invalid', field)
    ms[field] = instant
  }
  const { event, start, answer, end } = ms
  if (start !== undefined && end !== undefined && end < start) return refused('end_before_start', 'end')
  const event_ms = event ?? end ?? start
  if (event_ms === undefined) return refused('field_missing', 'start')
  return { ok: true, times: { event_ms, start_ms: start, answer_ms: answer, end_ms: end } }
}

function refused(code: Refusal['code'], path: string): TimesOutcome {
  return { ok: false, refusal: { code, path } }
}
