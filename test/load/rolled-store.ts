/** A data directory with rollup on it, as the product has them, for processes that measure. */
import { join } from 'node:path'
import { DEFAULT_RETENTION } from '../../schemas/control/tables.ts'
import { addTenant } from '../../services/cli/admin/tenants.ts'
import { createGroupBuilder, type RolledTenant } from '../../services/rollup/build.ts'
import { createConferences } from '../../services/rollup/conferences.ts'
import { createRollup, type Rollup } from '../../services/rollup/index.ts'
import { type BuildDays, createBuildDays, createStageDays } from '../../services/rollup/run.ts'
import { openScratch, type Scratch } from '../../services/rollup/scratch.ts'
import { createSwaps } from '../../services/shared/swap/index.ts'
import {
  createQueries,
  type Engine,
  migrate,
  openEngine,
  type Queries,
} from '../../services/shared/clickhouse/index.ts'
import { type Control, openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { TENANT } from './organisation.ts'

/** The day that is rebuilt: yesterday, so that late records of it are ordinary. */
export const DAY = '2026-11-18'
export const NOW = Date.parse('2026-11-19T20:00:00Z')
const ZONE = 'Europe/Amsterdam'
const FACTS_DAYS = 400
export const ROLLED: RolledTenant = { id: TENANT, zone: ZONE, factsDays: FACTS_DAYS, roomsOnly: false }

export interface RolledStore {
  readonly engine: Engine
  readonly control: Control
  readonly rollup: Rollup
  /** The statements of these measurements. */
  readonly queries: Queries
  /** What a run does with the days that it has found: link, legs, conferences, swap. */
  readonly buildDays: BuildDays
  close(): Promise<void>
}

/** @param directory of `control.db` and `clickhouse`; made where it does not exist */
export async function openStore(directory: string): Promise<RolledStore> {
  const logger = createLogger('silent')
  const clock = { now: () => NOW }
  const engine = await openEngine({ path: join(directory, 'clickhouse'), logger })
  await migrate({ engine, logger })
  const control = await openControl(directory, clock, logger)
  let scratch: Promise<Scratch> | undefined
  return {
    engine,
    control,
    rollup: createRollup({ engine, control, clock, logger }),
    queries: createQueries(engine, new URL('sql/', import.meta.url)),
    buildDays: createBuildDays({
      swaps: createSwaps({ engine, control, clock, logger }),
      stageDays: createStageDays({
        engine,
        scratchOf: () => (scratch ??= openScratch(engine)),
        buildGroup: createGroupBuilder(engine),
        assignConferences: createConferences(engine),
        isClosing: () => false,
      }),
    }),
    async close() {
      await control.close()
      await engine.close()
    },
  }
}

export async function addRolledTenant({ control }: RolledStore): Promise<void> {
  await addTenant(control, NOW, {
    id: TENANT,
    name: TENANT,
    zone: ZONE,
    country: 'NL',
    domains: ['klant.example'],
    role: 'processor',
    k: 10,
    mode: 'full',
    contract_from: '2026-01-01',
    contract_to: null,
    dpa_ref: 'DPA-1',
    retention: { ...DEFAULT_RETENTION, facts: FACTS_DAYS },
    seal_days: 5,
  })
}
