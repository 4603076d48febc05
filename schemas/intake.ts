/**
 * What a delivery left behind (invariant I4): one `intake` row, and one `refused` row for each refused record. Neither
 * holds a value of the record.
 */
import { z } from 'zod'
import { key128, utcDay } from './observation.ts'

const count = z.number().int().min(0).max(4_294_967_295)

/** One delivery: a request, or a chunk of an imported file. */
export const intakeRow = z.strictObject({
  tenant_id: z.string(),
  day: utcDay, // UTC day of receipt by our clock
  source_id: z.string(),
  delivery_id: key128, // ours, random; returned as `x-avesqo-delivery`
  hour_ms: z.number().int(), // receipt, cut to the hour, ms since 1970 UTC
  records: count,
  accepted: count, // records = accepted + refused
  refused: count,
  refused_by_code: z.record(z.string(), count),
  observations: count, // rows that were stored for it, tombstones included
  dropped: count, // accepted records of which nothing is stored (rooms-only, nothing of ours in them)
  erased: count, // tombstones among the observations
  objected: count, // observations without their person, by objection
  ignored: count, // values that were not read
  bytes: count, // after inflation
})
export type IntakeRow = z.infer<typeof intakeRow>

/** One refused record: a code, a position, a size and a keyed hash, never a value. */
export const refusedRow = z.strictObject({
  tenant_id: z.string(),
  day: utcDay,
  source_id: z.string(),
  delivery_id: key128,
  position: count, // of the record in its delivery, from 0
  code: z.string(), // one of services/shared/errors
  path: z.string(), // keys of our own schema, other segments are `*`
  bytes: count,
  hash: key128, // HMAC of the body and position under a key of the month, to recognise a repeated delivery
})
export type RefusedRow = z.infer<typeof refusedRow>

export const intakeColumns = Object.keys(intakeRow.shape) as readonly (keyof IntakeRow)[]
export const refusedColumns = Object.keys(refusedRow.shape) as readonly (keyof RefusedRow)[]
