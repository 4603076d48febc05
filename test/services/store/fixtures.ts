/** Deliveries for the tests of the store. Lines are made by the product's own `rowOf`. */
import { createHash } from 'node:crypto'
import type { Delivery } from '../../../schemas/delivery.ts'
import type { IntakeRow, RefusedRow } from '../../../schemas/intake.ts'
import { key128, type Key128, type Observation, observationColumns, utcDay } from '../../../schemas/observation.ts'
import { rowOf } from '../../../services/ingest/pseudonymise/row.ts'

export const TENANT = 'acme'
export const SOURCE = 'pexip-hq'
const DAY = utcDay.parse('2026-11-02')
const NOON = Date.parse('2026-11-02T12:00:00Z')

/** The key that stands for a name in a test: the same name, the same key. */
export function keyOf(name: string): Key128 {
  const digits = createHash('md5').update(name).digest('hex')
  return key128.parse(digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5'))
}

/** An observation of a leg; what is not given is what the record does not state. */
export function bodyOf(given: Partial<Observation>): Omit<Observation, 'content_hash'> {
  const stated: Partial<Observation> = {
    tenant_id: TENANT,
    fact_day: DAY,
    subject: 'leg',
    subject_key: keyOf('leg'),
    event_key: keyOf('event'),
    rev: NOON,
    config_rev: 1,
    links: [],
    platform: 'pexip',
    source_id: SOURCE,
    event_ms: NOON,
    media: [],
    ...given,
  }
  const columns = observationColumns.filter((column) => column !== 'content_hash')
  const values = Object.fromEntries(columns.map((column) => [column, stated[column] ?? null]))
  return values as Omit<Observation, 'content_hash'>
}

/** What the entry puts in the place of an observation of an erased person: the keys, and nothing else. */
export function tombstoneOf(given: Pick<Observation, 'subject_key'> & Partial<Observation>) {
  const nothing = { platform: null, source_id: null, event_ms: null }
  return bodyOf({ ...nothing, mark: 'erased', rev: 0, event_key: keyOf(`erased ${given.subject_key}`), ...given })
}

export function refusedOf(delivery: string, position: number): RefusedRow {
  return {
    tenant_id: TENANT,
    day: DAY,
    source_id: SOURCE,
    delivery_id: keyOf(delivery),
    position,
    code: 'field_missing',
    path: 'data.*',
    bytes: 120,
    hash: keyOf(`refused ${position}`),
  }
}

/** A delivery by the name of which it is known, with the counts that belong to it. */
export function deliveryOf(
  name: string,
  bodies: readonly Omit<Observation, 'content_hash'>[],
  refused: readonly RefusedRow[] = [],
  intake: Partial<IntakeRow> = {},
): Delivery {
  return {
    observations: bodies.map((body) => rowOf(body)),
    refused,
    intake: {
      tenant_id: TENANT,
      day: DAY,
      source_id: SOURCE,
      delivery_id: keyOf(name),
      hour_ms: NOON,
      records: bodies.length + refused.length,
      accepted: bodies.length,
      refused: refused.length,
      refused_by_code: refused.length === 0 ? {} : { field_missing: refused.length },
      observations: bodies.length,
      dropped: 0,
      erased: bodies.filter(({ mark }) => mark === 'erased').length,
      objected: 0,
      ignored: 3,
      bytes: 1_000,
      ...intake,
    },
  }
}

/** The observations of a small delivery, each about a leg of its own in one conference. */
export function legsOf(name: string, count: number): Omit<Observation, 'content_hash'>[] {
  return Array.from({ length: count }, (_, i) =>
    bodyOf({
      subject_key: keyOf(`${name} leg ${i}`),
      event_key: keyOf(`${name} event ${i}`),
      in_conference: keyOf(name),
    }),
  )
}
