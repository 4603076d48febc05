/** What a stopped product has stored, read through an engine of its own. */
import { join } from 'node:path'
import { z } from 'zod'
import { intakeRow, refusedRow } from '../../schemas/intake.ts'
import { observation } from '../../schemas/observation.ts'
import { openEngine } from '../../services/shared/clickhouse/index.ts'
import { createLogger } from '../../services/shared/logger.ts'

export interface Stored {
  readonly intake: readonly z.infer<typeof intakeRow>[]
  /** In the order of their deliveries and positions. */
  readonly refused: readonly z.infer<typeof refusedRow>[]
  /** Distinct observations, in a fixed order. Each has passed the schema: a field too many or out of its form throws. */
  readonly observations: readonly z.infer<typeof observation>[]
}

/** @param data the data directory of a product that does not run */
export async function readStored(data: string): Promise<Stored> {
  const engine = await openEngine({ path: join(data, 'clickhouse'), logger: createLogger('silent') })
  try {
    return {
      intake: z.array(intakeRow).parse(await engine.query('SELECT * FROM intake FINAL ORDER BY delivery_id')),
      refused: z
        .array(refusedRow)
        .parse(await engine.query('SELECT * FROM refused FINAL ORDER BY delivery_id, position')),
      observations: z
        .array(observation)
        .parse(
          await engine.query(
            'SELECT DISTINCT * EXCEPT (ingested_at) FROM observations ORDER BY subject_key, event_key, content_hash',
          ),
        ),
    }
  } finally {
    await engine.close()
  }
}

/** Refused records of all deliveries, by code. */
export function refusedByCode(stored: Stored): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const { refused_by_code } of stored.intake) {
    for (const [code, count] of Object.entries(refused_by_code)) sums[code] = (sums[code] ?? 0) + count
  }
  return sums
}
