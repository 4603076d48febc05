/** One hash over all legs, to compare two stores (design, section 6: over all columns in key order). */
import { legColumns } from '../../schemas/leg.ts'

/** Gives one row `{ hash, legs }`. A leg's line says null differently from 0 and ''. */
export const LEG_HASH = `
  SELECT lower(hex(sipHash128(groupArray(line)))) AS hash, count() AS legs
  FROM (
    SELECT formatRowNoNewline('JSONCompactEachRow', ${legColumns.join(', ')}) AS line
    FROM call_legs ORDER BY tenant_id, day, leg_key
  )`

/** Every leg, by start. */
export const LEGS = `SELECT ${legColumns.join(', ')} FROM call_legs ORDER BY start_ms, leg_key`
