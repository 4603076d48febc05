/** Which statement a generic record is: the same statement sent again is the same event. */
import { genericRecord, type GenericRecord, MEDIUM_FIGURES } from '../../../../schemas/records/generic.ts'
import { tuple } from '../../identified.ts'
import type { Times } from './times.ts'

const SCALARS = (Object.keys(genericRecord.shape) as readonly (keyof GenericRecord)[]).filter(
  (key) => !['subject', 'event_id', 'zone', 'event', 'start', 'answer', 'end', 'links', 'media'].includes(key),
)

/**
 * The statement's own id, or all that it states: names and values in a fixed order, times as instants, so that the
 * same statement with its members in another order, or its times in another zone, is the same event.
 */
export function eventIdentity(record: GenericRecord, subjectId: string, times: Times): string {
  const subject = record.subject ?? 'leg'
  if (record.event_id !== undefined) return tuple('event_id', subject, subjectId, record.event_id)
  const parts: (string | number)[] = ['stated', subject]
  for (const [name, ms] of Object.entries(times)) if (ms !== undefined) parts.push(name, ms)
  for (const name of SCALARS) {
    const value = record[name]
    if (value !== undefined) parts.push(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  for (const id of (record.links ?? []).toSorted()) parts.push('links', id)
  const media = (record.media ?? []).map((one) => {
    const figures = MEDIUM_FIGURES.flatMap((name) => (one[name] === undefined ? [] : [name, String(one[name])]))
    return tuple(one.kind, one.dir, ...figures)
  })
  for (const medium of media.toSorted()) parts.push('media', medium)
  return tuple(...parts)
}
