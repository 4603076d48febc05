/** Evidence that anybody may ask for: what one stored observation looks like, what there is, and how sound it is. */
import { z } from 'zod'
import { type Observation, observation } from '../../schemas/observation.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'

/** One stored observation of a source as it stands in the database; null where there is none. */
export async function observationShown(
  engine: Engine,
  tenantId: string,
  sourceId: string,
): Promise<Observation | null> {
  const queries = createQueries(engine)
  const [row] = await queries.tenantQuery('observation_shown', tenantId, { source: sourceId }, observation)
  return row ?? null
}

const sourceHealth = z.strictObject({
  source_id: z.string(),
  legs: z.number(),
  capped: z.number(),
  imputed: z.number(),
  orphan: z.number(),
  link_too_wide: z.number(),
  beyond_leg: z.number(),
  unattached: z.number(),
  late: z.number(),
  frozen: z.number(),
  after_seal: z.number(),
})
/** Sums of a source's health counters (`legHealth` and `arrivalHealth` of schemas/leg.ts) over all that is kept. */
export type SourceHealth = z.infer<typeof sourceHealth>

/** One row a source, by source id. */
export async function healthBySource(engine: Engine, tenantId: string): Promise<readonly SourceHealth[]> {
  return createQueries(engine).tenantQuery('health_by_source', tenantId, {}, sourceHealth)
}

const sourceArrivals = z.strictObject({
  source_id: z.string(),
  all_records: z.number(),
  not_accepted: z.number(),
  stored: z.number(),
  came_late: z.number(),
  came_after_seal: z.number(),
  came_after_freeze: z.number(),
})
/** What came from a source lately, and what was wrong with it: records, and of those accepted the observations stored. */
export type SourceArrivals = z.infer<typeof sourceArrivals>

/**
 * One row for each source of which something came or was counted, by source id.
 *
 * @param since first UTC day of receipt by our clock, `YYYY-MM-DD`
 */
export async function arrivalsSince(
  engine: Engine,
  tenantId: string,
  since: string,
): Promise<readonly SourceArrivals[]> {
  return createQueries(engine).tenantQuery('arrivals_since', tenantId, { since }, sourceArrivals)
}
