/** How far rollup has come with a tenant: rows of the control store's `watermarks`. */
import type { Control } from '../shared/control/index.ts'

/** Each with its unit. */
export interface Marks {
  /** Everything that was stored before is counted: the database's time before the last complete run, ms UTC. */
  readonly rollup: number
  /** When that run ended, by our clock, ms UTC. */
  readonly rollup_ran: number
  /** How long the last run took that had something to do, ms. */
  readonly rollup_took: number
  /** Local days that it built. */
  readonly rollup_days: number
  /** When legs were last compared with the facts, by our clock, ms UTC. */
  readonly drift_ran: number
  /** Days that differed then. */
  readonly drift_days: number
}

const NAMES = ['rollup', 'rollup_ran', 'rollup_took', 'rollup_days', 'drift_ran', 'drift_days'] as const

/** @throws AppError */
export async function readMarks(control: Control, tenantId: string): Promise<Partial<Marks>> {
  const rows = await control.db
    .selectFrom('watermarks')
    .select(['name', 'value_ms'])
    .where('tenant_id', '=', tenantId)
    .where('name', 'in', NAMES)
    .execute()
  return Object.fromEntries(rows.map(({ name, value_ms }) => [name, value_ms]))
}

/** In one transaction. @throws AppError */
export async function writeMarks(control: Control, tenantId: string, marks: Partial<Marks>): Promise<void> {
  await control.transaction(async (tx) => {
    for (const [name, value_ms] of Object.entries(marks)) {
      await tx
        .insertInto('watermarks')
        .values({ tenant_id: tenantId, name, value_ms })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet({ value_ms }))
        .execute()
    }
  })
}
