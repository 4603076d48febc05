/**
 * What a platform sends, before it is put into bodies: one event of a Pexip node, or one record of a Cisco call bridge.
 * The text is final but for what differs between senders and repetitions (node and seq; session and indices).
 */
import type { RefusalCode } from '../../../schemas/refusals.ts'
import type { Installation, SimulatedPlatform } from '../model.ts'

export interface NativeSettings {
  readonly seed: number
  readonly installation: Installation
}

/** An event of the event sink. */
export interface NativeEvent {
  readonly platform: 'pexip'
  /** Address of the node that tells it. */
  readonly sink: string
  /** When it happens, ms UTC; it cannot be sent before. */
  readonly atMs: number
  readonly version: 1 | 2
  readonly event: string
  /** The envelope's JSON from `version` to its closing brace: what stands behind `{"node":…,"seq":…,`. */
  readonly text: string
}

/** A call detail record. */
export interface NativeRecord {
  readonly platform: 'cms'
  /** GUID of the call bridge. */
  readonly sink: string
  /** When it happens, ms UTC, whole seconds. */
  readonly atMs: number
  readonly type: string
  /** The record's one element. */
  readonly text: string
}

/** A record with its identity: the same whenever, however often and to whomever it is sent. */
export interface NumberedRecord extends NativeRecord {
  readonly session: string
  readonly correlatorIndex: number
}

export type Sendable = NativeEvent | NumberedRecord

/**
 * What a delivery is there for.
 * - `good`         every record counts, and some stand in no earlier delivery
 * - `repeat`       every record is good and stands in another delivery too
 * - `half_broken`  some records are refused, the others count
 * - `notice`       authentic, refused because it says nothing of a meeting
 * - `broken`       refused as a whole
 */
type Meant = 'good' | 'repeat' | 'half_broken' | 'notice' | 'broken'

export interface Delivery {
  readonly platform: SimulatedPlatform
  readonly sink: string
  readonly contentType: string
  readonly body: Buffer
  /** When the platform sends it, ms UTC. */
  readonly atMs: number
  readonly meant: Meant
  /** What the entry must make of it. */
  readonly expected: {
    readonly records: number
    readonly refused: number
    /** One for each refused record, in the body's order. */
    readonly codes: readonly RefusalCode[]
  }
}
