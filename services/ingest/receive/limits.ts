/** How much a source may send: each limit with its reason. All can be set; these are the defaults. */
import type { Rate } from '../../shared/http/buckets.ts'

const MIB = 1_048_576

export interface ReceiveLimits {
  /** A body as it arrives, bytes. */
  readonly bodyBytes: number
  /** A body after decompression, bytes. */
  readonly inflatedBytes: number
  /** All bodies that are held at one time, bytes; who comes when they fill it is answered 503. */
  readonly heldBytes: number
  /** Deliveries of one source. */
  readonly deliveries: Rate
  /** Failed authentications of one address for one source id. */
  readonly failures: Rate
  /** How long a delivery may take to be stored, ms; then 503, and the repeat is harmless. */
  readonly processMs: number
}

export const RECEIVE_LIMITS: ReceiveLimits = {
  // A Pexip event is 2 kB and a bulk some hundred of them; a Cisco post holds the records of a second.
  bodyBytes: 8 * MIB,
  inflatedBytes: 32 * MIB,
  heldBytes: 256 * MIB,
  // 200 deliveries at one time that share inserts of 200 ms are 1,000 a second; a million imported records are 1,000
  // deliveries. A source beyond that is broken, and would take the others' turn.
  deliveries: { perSecond: 1_000, burst: 5_000 },
  // A platform with a mistyped secret repeats for ever: it is told every 3 s, and is let in 3 s after the correction.
  failures: { perSecond: 1 / 3, burst: 20 },
  processMs: 60_000,
}
