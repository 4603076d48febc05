/** What the operator and the demo ask of the store: whether everything arrived. */
import { z } from 'zod'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'

const sourceIntake = z.strictObject({
  source_id: z.string(),
  deliveries: z.number(),
  last_hour_ms: z.number(),
  records: z.number(),
  accepted: z.number(),
  refused: z.number(),
  refused_by_code: z.record(z.string(), z.number()),
  observations: z.number(),
  dropped: z.number(),
  erased: z.number(),
  objected: z.number(),
  ignored: z.number(),
})
/** Sums over all deliveries of one source; records = accepted + refused. */
export type SourceIntake = z.infer<typeof sourceIntake>

const sourceRefusals = z.strictObject({
  source_id: z.string(),
  code: z.string(),
  refusals: z.number(),
  in_deliveries: z.number(),
  last_hour_ms: z.number(),
  last_deliveries: z.array(z.string()),
})
/** Records of one source that were refused for one reason, the hour in which the last came, and its newest deliveries. */
type SourceRefusals = z.infer<typeof sourceRefusals>

export interface Reports {
  /** One row for each source that has delivered, by source id. @throws EngineError */
  intakeBySource(tenantId: string): Promise<readonly SourceIntake[]>
  /** By source, the commonest reason first. @throws EngineError */
  refusalsByCode(tenantId: string): Promise<readonly SourceRefusals[]>
}

export function createReports(engine: Engine): Reports {
  const queries = createQueries(engine)
  return {
    intakeBySource: (tenantId) => queries.tenantQuery('intake_by_source', tenantId, {}, sourceIntake),
    refusalsByCode: (tenantId) => queries.tenantQuery('refusals_by_code', tenantId, {}, sourceRefusals),
  }
}
