/** How far rollup has come with each tenant, read from the control store alone: also while a server runs. */
import { z } from 'zod'
import { slug } from '../../schemas/control/values.ts'
import type { Tenant } from '../../schemas/control/tables.ts'
import type { Control } from '../shared/control/index.ts'
import { lastFrozenDay } from '../shared/periods.ts'

export interface RollupStatus {
  readonly tenant: string
  /** Everything that was stored until then is in the legs; ms of the database's clock, which is real time. */
  readonly freshUntilMs: number | null
  /** End of the last complete run, ms of our clock. */
  readonly ranMs: number | null
  readonly tookMs: number | null
  /** Days that it rebuilt. */
  readonly days: number | null
  /** This local day and all before it are never rebuilt. */
  readonly frozenUntil: string
  /** Days that were about to be swapped when a process ended; the next start completes them. */
  readonly openSwaps: number
  /** Last comparison of stored legs with a rebuild, ms of our clock. */
  readonly driftRanMs: number | null
  /** Days that differed in it. */
  readonly driftDays: number | null
}

const partition = z.tuple([slug, z.iso.date()])

/** @param now ms UTC of our clock */
export async function rollupStatus({ db }: Control, tenant: Tenant, now: number): Promise<RollupStatus> {
  const marks = await db
    .selectFrom('watermarks')
    .select(['name', 'value_ms'])
    .where('tenant_id', '=', tenant.id)
    .execute()
  const mark = (name: string): number | null => marks.find((row) => row.name === name)?.value_ms ?? null
  const intents = await db.selectFrom('swap_intents').select('partition_id').execute()
  const days = intents.map((row) => partition.parse(JSON.parse(row.partition_id))).filter(([id]) => id === tenant.id)
  return {
    tenant: tenant.id,
    freshUntilMs: mark('rollup'),
    ranMs: mark('rollup_ran'),
    tookMs: mark('rollup_took'),
    days: mark('rollup_days'),
    frozenUntil: lastFrozenDay(now, tenant.zone, tenant.retention.facts),
    openSwaps: new Set(days.map(([, day]) => day)).size,
    driftRanMs: mark('drift_ran'),
    driftDays: mark('drift_days'),
  }
}
