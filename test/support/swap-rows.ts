/** Rows of the swapped tables for tests that look at partitions, not at what a leg says. */
import { z } from 'zod'
import type { Engine } from '../../services/shared/clickhouse/index.ts'

export interface Filling {
  readonly tenantId: string
  readonly day: string
  readonly rows: number
  /** What tells the rows of one build of a day from those of another; the keys are the same. */
  readonly version: number
}

/** @param table `call_legs` or a staging table of it */
export async function fillLegs(engine: Engine, table: string, filling: Filling): Promise<void> {
  await engine.command(
    `INSERT INTO {table:Identifier} (tenant_id, day, leg_key, subjects, observations, kind, objected, platform,
       source_id, start_ms, start_by, end_ms, end_by, known_end_ms, duration_ms, capped)
     SELECT {tenantId:String}, {day:Date}, reinterpretAsUUID(sipHash128({tenantId:String}, {day:String}, number)), 1, 1, 'user',
       false, 'generic', 'example', 1000 * number, 'stated', 1000 * number + {version:UInt32}, 'stated',
       1000 * number + {version:UInt32}, {version:UInt32}, false
     FROM numbers({rows:UInt64})`,
    { table, ...filling },
  )
}

/** @param table `leg_health` or a staging table of it */
export async function fillHealth(engine: Engine, table: string, filling: Filling): Promise<void> {
  await engine.command(
    `INSERT INTO {table:Identifier} (tenant_id, day, hour_ms, source_id, legs)
     SELECT {tenantId:String}, {day:Date}, 3600000 * number, 'example', {version:UInt32} FROM numbers({rows:UInt64})`,
    { table, ...filling },
  )
}

const contents = z.object({
  tenant: z.string(),
  day: z.string(),
  rows: z.number(),
  keys: z.number(),
  versions: z.array(z.number()),
})
/** What a partition holds: all is well where `rows` = `keys` and there is one version. */
export type Contents = z.infer<typeof contents>

async function contentsOf(engine: Engine, table: string, key: string, version: string): Promise<readonly Contents[]> {
  const rows = await engine.query(
    `SELECT tenant_id AS tenant, toString(day) AS day, count() AS rows, uniqExact(${key}) AS keys,
       arraySort(groupUniqArray(${version})) AS versions
     FROM ${table} GROUP BY tenant, day ORDER BY tenant, day
     SETTINGS prefer_column_name_to_alias = 1`,
  )
  return z.array(contents).parse(rows)
}

/** The partitions of `call_legs`, by tenant and day. */
export const legContents = (engine: Engine): Promise<readonly Contents[]> =>
  contentsOf(engine, 'call_legs', 'leg_key', 'duration_ms')

/** The partitions of `leg_health`, by tenant and day. */
export const healthContents = (engine: Engine): Promise<readonly Contents[]> =>
  contentsOf(engine, 'leg_health', 'hour_ms', 'legs')

/** Names of the staging tables that are there. */
export async function stagingTables(engine: Engine): Promise<readonly string[]> {
  const rows = await engine.query(
    `SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'staging%' ORDER BY name`,
  )
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map((row) => row.name)
}
