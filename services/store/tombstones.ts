/**
 * Which subjects and persons are erased. A record of an erased person may come again (a replayed topic, a restored
 * backup, a platform that repeats): what is known to be erased is dropped before it is stored (design, section 5).
 */
import { z } from 'zod'
import type { Delivery, ObservationRow } from '../../schemas/delivery.ts'
import { type Key128, key128 } from '../../schemas/observation.ts'
import type { Queries } from '../shared/clickhouse/index.ts'

/** Person keys of erasure cases that are still open. */
export interface ErasedPersons {
  has(tenantId: string, personKey: Key128): boolean
}

export interface Tombstones {
  /**
   * Takes in the tombstones among these deliveries, then leaves out what they and earlier ones erase.
   *
   * @returns for each delivery, in order, the observations to store; tombstones are always among them
   */
  sift(deliveries: readonly Delivery[]): readonly (readonly ObservationRow[])[]
}

const erasedRow = z.strictObject({ tenant_id: z.string(), key: key128 })

/** Loads the tombstones that are stored. @throws EngineError */
export async function loadTombstones(queries: Queries, persons: ErasedPersons): Promise<Tombstones> {
  const erased = new Set<string>()
  for (const row of await queries.acrossTenants('erased_subjects', {}, erasedRow)) {
    erased.add(subjectOf(row.tenant_id, row.key))
  }
  const isErased = (row: ObservationRow): boolean =>
    (row.person_key !== null && persons.has(row.tenant_id, row.person_key)) ||
    (erased.size > 0 && keysOf(row).some((key) => erased.has(key)))

  return {
    sift(deliveries) {
      // First all tombstones, then the rows: a tombstone counts for what stands before it in the same batch.
      for (const { observations } of deliveries) {
        for (const row of observations) if (row.tombstone) for (const key of keysOf(row)) erased.add(key)
      }
      return deliveries.map(({ observations }) => observations.filter((row) => row.tombstone || !isErased(row)))
    },
  }
}

function keysOf(row: ObservationRow): readonly string[] {
  return [row.subject_key, ...row.links].map((key) => subjectOf(row.tenant_id, key))
}

/** A key may be written with or without hyphens; the engine takes both and gives the first. */
function subjectOf(tenantId: string, key: string): string {
  return `${tenantId}/${key.replaceAll('-', '')}`
}
