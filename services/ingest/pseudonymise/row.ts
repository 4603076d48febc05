/**
 * The text in which an observation is stored, and its content hash. The text is the values in the order of
 * `observationColumns`; an observation's properties are made in that order, so the hash does not depend on who made it.
 */
import { hash } from 'node:crypto'
import type { ObservationRow } from '../../../schemas/delivery.ts'
import type { Observation } from '../../../schemas/observation.ts'

/** An observation before its content hash is known. */
export type ObservationBody = Omit<Observation, 'content_hash'>

/** The text that the content hash covers: all values but the hash, as a JSON array. */
export function textOf(body: ObservationBody): string {
  const values: unknown[] = Object.values(body)
  // Media are the last column. Their entries go as arrays in the order of `mediaColumns`: less text, read faster.
  if (body.media.length > 0) values[values.length - 1] = body.media.map((entry) => Object.values(entry))
  return JSON.stringify(values)
}

/** The first 128 bits of the text's SHA-256, as hex digits. */
export function contentHash(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32)
}

/** One `JSONCompactEachRow` line with what the store must know of it. */
export function rowOf(body: ObservationBody): ObservationRow {
  const text = textOf(body)
  return {
    tenant_id: body.tenant_id,
    subject_key: body.subject_key,
    links: body.links,
    person_key: body.person_key,
    tombstone: body.mark === 'erased',
    line: `${text.slice(0, -1)},"${contentHash(text)}"]`,
  }
}
