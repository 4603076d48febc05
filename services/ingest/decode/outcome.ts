/**
 * What a decoder makes of a body. A body holds records; a record gives observations (often one, sometimes none) or is
 * refused. Outcomes are values; a decoder throws only on a bug of its own.
 */
import type { Refusal } from '../../../schemas/refusals.ts'
import type { IdentifiedObservation } from '../identified.ts'

/** One record of a body, in the body's order. */
export type DecodedRecord =
  | {
      readonly outcome: 'accepted'
      readonly observations: readonly IdentifiedObservation[]
      /** Values of the record that were not read; their names and contents are not kept. */
      readonly ignored: number
      readonly bytes: number
    }
  | { readonly outcome: 'refused'; readonly refusal: Refusal; readonly ignored: number; readonly bytes: number }

/**
 * A decoder of one platform: the bytes of a body (inflated, at most the limit of `receive`) to its records. Pure: no
 * clock, no configuration, no key. `contentType` only chooses between forms of the same platform (JSON, NDJSON, CSV).
 * A body that cannot be taken apart at all is one refused record.
 *
 * Of a body with more than `mostRecords` records only `mostRecords + 1` are read: enough for the caller to see that it
 * holds too many, whatever millions of them a small compressed body may hold.
 */
export type Decoder = (body: Buffer, contentType: string | undefined, mostRecords?: number) => readonly DecodedRecord[]
