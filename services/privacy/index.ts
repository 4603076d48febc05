/**
 * Privacy: requests, erasure, objection, retention and evidence. For now the evidence that anybody may ask for: what
 * one stored observation looks like.
 *
 * Enters: questions of the privacy officer. Leaves: rows without an identifier. May fail: EngineError.
 * Keeps: I8 (a question names its tenant), I10 (besides rollup it alone reads `observations`).
 */
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
