/**
 * What `ingest` hands to `store`: a function call in the embedded default, the topics `observations`, `intake` and
 * `refused` in a cluster.
 */
import type { IntakeRow, RefusedRow } from './intake.ts'
import type { Key128 } from './observation.ts'

/** One observation, already in the text form in which it is stored. */
export interface ObservationRow {
  readonly tenant_id: string
  readonly subject_key: Key128
  readonly links: readonly Key128[]
  readonly person_key: Key128 | null
  /** A tombstone: it goes in whatever else is known of its subject. */
  readonly tombstone: boolean
  /** One `JSONCompactEachRow` line without its line feed: the values of `observationColumns` in their order. */
  readonly line: string
}

/** One delivery, ready to be made durable: observations first, then refused, `intake` last (invariant I4). */
export interface Delivery {
  readonly observations: readonly ObservationRow[]
  readonly refused: readonly RefusedRow[]
  readonly intake: IntakeRow
}

/** Where deliveries go. Resolves when the delivery is durable; rejects with AppError `unavailable` when it is not. */
export interface DeliverySink {
  store(delivery: Delivery): Promise<void>
}
