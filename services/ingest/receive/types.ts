/**
 * What a receiver needs of the rest of the entry, and what it gives. A receiver knows sources, credentials and limits;
 * it never looks into a record.
 */
import type { Key128 } from '../../../schemas/observation.ts'
import type { RefusalCode } from '../../../schemas/refusals.ts'
import type { Platform } from '../../../schemas/states.ts'

/** A source as the receiver sees it (design, section 5). */
export interface ReceivingSource {
  /** Slug `[a-z0-9-]{3,40}`, unique over all tenants. */
  readonly id: string
  readonly tenantId: string
  readonly platform: Platform
  /** SHA-256 of the secret's UTF-8 bytes, 64 hex digits. */
  readonly secretHash: string
  /** Whether tenant, contract and data-processing agreement cover this source at `nowMs` (ms since 1970 UTC). */
  coverage(nowMs: number): 'covered' | 'not_covered'
}

export interface SourceDirectory {
  /** The source with this id, or null. Answers from memory: it stands in the way of every request. */
  source(id: string): ReceivingSource | null
}

/**
 * A body as it is handed on. `bytes` is the inflated body, or, where it does not decompress, what arrived: then
 * `refusal` says so and the delivery is that one refused record. An empty body is a delivery like any other.
 */
export type ReceivedBody =
  | { readonly bytes: Buffer; readonly contentType: string | undefined }
  | { readonly bytes: Buffer; readonly refusal: 'encoding_invalid' }

interface RefusedRecord {
  /** Place of the record in the body, from 0. */
  readonly index: number
  readonly code: RefusalCode
  /** Keys of our own schema; other segments are `*`. */
  readonly path: string
}

export interface ProcessedDelivery {
  readonly deliveryId: Key128
  readonly received: number
  readonly accepted: number
  readonly refused: readonly RefusedRecord[]
  /** Rows that were stored for it. */
  readonly observations: number
  /** Values that were not read. */
  readonly ignored: number
}

/**
 * Decodes, pseudonymises and stores. Resolves only when the delivery is durable (invariants I3, I4).
 *
 * @throws AppError `unavailable` when it cannot be stored now, `too_many_records` when the body holds more than it may
 */
export type Process = (
  source: ReceivingSource,
  received: ReceivedBody,
  receivedMs: number,
) => Promise<ProcessedDelivery>
