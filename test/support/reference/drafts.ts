/** Legs before their conferences are known: which rows are one leg, and what they say of it. */
import type { Observation } from '../../../schemas/observation.ts'
import { anchorOf, BEYOND_MS, distinct, counting, HOUR_MS, isBeyond } from './counting.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { link } from './link.ts'
import { dayNumber } from './order.ts'

export const DAY_MS = 24 * HOUR_MS
/** A tombstone removes the legs of its subject that begin so many days before or after its own day. */
const TOMBSTONE_DAYS = 3

/** A leg whose end may still be unknown. */
export interface Draft extends Fields {
  readonly startMs: number
  readonly startBy: 'stated' | 'counted_back' | 'observed'
  /** Stated or counted on, as it is; null: unknown. */
  readonly endMs: number | null
  readonly endBy: 'stated' | 'counted_on' | null
  /** The end as far as it is known without a conference. */
  readonly knownEndMs: number
  /** By what is known it is longer than 24 hours. */
  readonly capped: boolean
}

/** @param rows all observations of a tenant, in any order, repeats included */
export function draftsOf(rows: readonly Observation[], roomsOnly: boolean): readonly Draft[] {
  const legRows = distinct(rows).filter((row) => row.subject === 'leg')
  const { counts } = counting(distinct(rows))
  const tombstones = legRows.filter((row) => row.mark === 'erased')
  return link(legRows).components.flatMap((component) => {
    const own = counts.filter((row) => row.subject === 'leg' && component.includes(row.subject_key))
    const erasing = tombstones.filter((row) => component.includes(row.subject_key))
    return openingsOf(own).flatMap((opening, index, openings) => {
      const next = openings[index + 1] ?? Infinity
      const erased = erasing.some((row) => Math.abs(dayNumber(row.fact_day) - utcDay(opening)) <= TOMBSTONE_DAYS)
      const leg = own
        .filter((row) => anchorOf(row) >= opening && anchorOf(row) < next)
        .filter((row) => !isBeyond(row, opening))
      if (erased || !leg.some(saysMoreThanQuality)) return []
      if (roomsOnly && leg.every((row) => row.room_id === null)) return []
      return [draftOf(leg)]
    })
  })
}

/** A leg begins at the first anchor after more than 48 hours without any. */
function openingsOf(rows: readonly Observation[]): readonly number[] {
  const anchors = rows.map(anchorOf).toSorted((a, b) => a - b)
  return anchors.filter((anchor, index) => anchor - (anchors[index - 1] ?? -Infinity) > BEYOND_MS)
}

function utcDay(instant: number): number {
  return Math.floor(instant / DAY_MS)
}

function saysMoreThanQuality(row: Observation): boolean {
  const { start_ms, end_ms, duration_ms, answer_ms, in_conference, name_key, kind } = row
  return [start_ms, end_ms, duration_ms, answer_ms, in_conference, name_key, kind].some((said) => said !== null)
}

function draftOf(rows: readonly Observation[]): Draft {
  const fields = fieldsOf(rows)
  const { start, back, end, duration, firstEvent, lastEvent } = fields
  const startMs = start ?? back ?? firstEvent
  const startBy = start !== null ? 'stated' : back !== null ? 'counted_back' : 'observed'
  const endMs = end ?? (duration === null ? null : startMs + duration)
  const endBy = end !== null ? 'stated' : duration !== null ? 'counted_on' : null
  const knownEnd = Math.max(endMs ?? lastEvent, startMs)
  return {
    ...fields,
    startMs,
    startBy,
    endMs,
    endBy,
    knownEndMs: Math.min(knownEnd, startMs + DAY_MS),
    capped: knownEnd - startMs > DAY_MS || (duration ?? 0) > DAY_MS,
  }
}
