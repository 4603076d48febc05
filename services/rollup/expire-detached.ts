/**
 * Parts that the engine put aside at a start because it could not read them (a disk that failed). No query reads them,
 * but their bytes lie on the disk, and they expire like the rest (invariant I7). Such a part does not say whose it is:
 * the engine's hash of tenant and period is compared with those of the periods that are kept, and what is not among them
 * goes.
 */
import { z } from 'zod'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'

/** The periods of a tenant that are kept in one table. */
export interface Kept<Table extends string> {
  readonly tenantId: string
  readonly table: Table
  /** `YYYY-MM-DD`, of months their first days; none where the table goes by `YYYYMM`. */
  readonly days: readonly string[]
  /** `YYYYMM`; none where the table goes by dates. */
  readonly months: readonly number[]
  /** First days of months of which there are revisions. */
  readonly revised: readonly string[]
}

/** More often no month is published. */
const MOST_REVISIONS = 50

export interface Dropped<Table extends string> {
  readonly table: Table
  readonly parts: number
  readonly bytes: number
}

/**
 * @param kept asked only where there is a detached part, which is hardly ever
 * @returns what was dropped
 * @throws EngineError
 */
export async function expireDetached<Table extends string>(
  engine: Engine,
  tables: readonly [Table, ...Table[]],
  kept: () => readonly Kept<Table>[],
): Promise<readonly Dropped<Table>[]> {
  const queries = createQueries(engine, new URL('sql/', import.meta.url))
  const detachedRow = z.object({
    of_table: z.enum(tables),
    part: z.string().regex(/^[\w-]+$/u),
    period_id: z.string(),
    held_bytes: z.number(),
  })
  const detached = await queries.acrossTenants('expire_detached', { tables }, detachedRow)
  if (detached.length === 0) return []

  const keptIds = new Set<string>()
  for (const { tenantId, table, days, months, revised } of kept()) {
    const ids = await queries.tenantQuery(
      'expire_kept',
      tenantId,
      { days, months, revised, revisions: MOST_REVISIONS },
      z.object({ period_id: z.string() }),
    )
    for (const { period_id: id } of ids) keptIds.add(`${table} ${id}`)
  }
  const over = detached.filter((part) => !keptIds.has(`${part.of_table} ${part.period_id}`))
  for (const { of_table: table, part } of over) {
    // The engine takes no parameter for the name of a part; its letters are checked above.
    await engine.work(`ALTER TABLE {table:Identifier} DROP DETACHED PART '${part}' SETTINGS allow_drop_detached = 1`, {
      table,
    })
  }
  return tables.flatMap((table) => {
    const ofTable = over.filter((part) => part.of_table === table)
    const bytes = ofTable.reduce((sum, part) => sum + part.held_bytes, 0)
    return ofTable.length === 0 ? [] : [{ table, parts: ofTable.length, bytes }]
  })
}
