/**
 * How a day's new content takes the place of the old (design, section 6).
 *
 * A run builds beside the tables: it makes one staging table a table (`begin`), fills them, and swaps whole partitions
 * (`swap`). Replacing a partition is not crash-atomic on plain MergeTree: killed inside it, old and new rows are both
 * there after the restart. Doing it again repairs that, because it drops whatever the partition holds. Hence intents:
 *
 *     begin           swap: intents, one       each partition      intents gone, one     staging tables
 *     staging tables  transaction              replaced            transaction           dropped
 *     ──── A ─────────────┤──────────────── B ───────────────────────────┤────────── C ───────┤
 *
 * Ended in A or C: the tables are whole, the staging tables are left over and `recover` drops them. Ended in B: some
 * partitions are old, some new, one perhaps doubled; `recover` redoes all of them from the staging tables, which are
 * complete and on disk since before the intents were written, and dropped only after those are gone. So a reader that is
 * let in after `recover` sees each day before or after a swap, never between.
 *
 * A swap that fails in a process that lives on (a full disk) leaves its intents: the next `begin` redoes them first.
 * Otherwise the old run's content would overwrite the new run's at the next start.
 *
 * An intent without its staging table comes from a control store that is older than the database (a backup that was put
 * back). Nothing can be redone; the day may be doubled, and has to be built again: it is given back as `lost`.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { slug } from '../../schemas/control/values.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import type { Logger } from '../shared/logger.ts'

/** The tables whose partitions (tenant, local day) are built and swapped. */
const SWAPPED = ['call_legs', 'leg_health'] as const
export type SwappedTable = (typeof SWAPPED)[number]

/** A tenant's local day, `YYYY-MM-DD`. */
interface TenantDay {
  readonly tenantId: string
  readonly day: string
}

export interface Partition extends TenantDay {
  readonly table: SwappedTable
}

export interface Recovered {
  /** Partitions whose swap was done again. */
  readonly redone: number
  /** Staging tables of ended runs that were dropped. */
  readonly dropped: number
  /** Days that can only be built again, each once. */
  readonly lost: readonly TenantDay[]
}

/** The staging tables of one run. */
export interface Staging {
  readonly runId: string
  /** The name of the run's staging table for a table: same columns, same partitions, same order. */
  table(name: SwappedTable): string
  /**
   * Puts the staged content of these partitions in the place of what is there, and drops the staging tables; a partition
   * without a staged row becomes empty. What is not named is left alone. Once, as the last thing of a run.
   *
   * @throws EngineError, AppError: then the intents stay, and the next `begin` or `recover` completes the swap
   */
  swap(partitions: readonly Partition[]): Promise<void>
  /** Gives the run up. After a swap, also one that failed, it does nothing. */
  drop(): Promise<void>
}

export interface Swaps {
  /** Completes a swap that failed before, then makes the staging tables of a new run. @throws EngineError, AppError */
  begin(): Promise<Staging>
  /** At the start of the process that writes, before any reader and any `begin`. @throws EngineError, AppError */
  recover(): Promise<Recovered>
  /** To be said when what `recover` gave as lost has been built again. @throws EngineError, AppError */
  forgetLost(): Promise<void>
}

const partitionId = z.tuple([slug, z.iso.date()])
const intentRow = z.object({
  run_id: z.string().regex(/^[0-9a-f]{32}$/u),
  table_name: z.enum(SWAPPED),
  partition_id: z.string().transform((text) => partitionId.parse(JSON.parse(text))),
})
type Intent = Partition & { readonly runId: string }

const stagingName = (table: SwappedTable, runId: string): string => `staging_${table}_${runId}`

/** One a process: swaps of two runs wait for each other here. */
export function createSwaps(parts: { engine: Engine; control: Control; clock: Clock; logger: Logger }): Swaps {
  const { engine, control, clock, logger } = parts
  const queries = createQueries(engine, new URL('sql/', import.meta.url))
  const oneAtATime = createTurn()

  const dropTable = (name: string): Promise<void> =>
    // SYNC: else the dropped table's files stay on the disk for minutes.
    engine.work('DROP TABLE IF EXISTS {name:Identifier} SYNC', { name })

  const dropRun = async (runId: string): Promise<void> => {
    for (const table of SWAPPED) await dropTable(stagingName(table, runId))
  }

  const stagingTables = async (): Promise<ReadonlySet<string>> => {
    const rows = await queries.acrossTenants('swap_staging', {}, z.object({ name: z.string() }))
    return new Set(rows.map((row) => row.name))
  }

  const replace = async ({ runId, table, tenantId, day }: Intent): Promise<void> => {
    const staging = stagingName(table, runId)
    const filled = z.object({ filled: z.literal([0, 1]) })
    const [found] = await queries.tenantQuery('swap_filled', tenantId, { staging, day }, filled)
    await (found?.filled === 1
      ? queries.tenantWork('swap_replace', tenantId, { table, day, staging })
      : queries.tenantWork('drop_day', tenantId, { table, day }))
  }

  const open = async (intents: readonly Intent[]): Promise<void> => {
    const rows = intents.map(({ runId, table, tenantId, day }) => ({
      id: randomUUID(),
      run_id: runId,
      table_name: table,
      partition_id: JSON.stringify(partitionId.parse([tenantId, day])),
      staging_table: stagingName(table, runId),
      created_ms: clock.now(),
    }))
    await control.transaction(async (tx) => {
      // One statement a row: a statement takes a limited number of values.
      for (const row of rows) await tx.insertInto('swap_intents').values(row).execute()
    })
  }

  const close = (runId: string): Promise<void> =>
    control.transaction(async (tx) => {
      await tx.deleteFrom('swap_intents').where('run_id', '=', runId).execute()
    })

  const openIntents = async (): Promise<readonly Intent[]> => {
    const rows = await control.db.selectFrom('swap_intents').selectAll().orderBy('created_ms').execute()
    return rows.map((row) => {
      const { run_id: runId, table_name: table, partition_id: partition } = intentRow.parse(row)
      return { runId, table, tenantId: partition[0], day: partition[1] }
    })
  }

  /** Completes every open swap; gives what could not be redone. */
  const redo = async (): Promise<Pick<Recovered, 'redone' | 'lost'>> => {
    const intents = await openIntents()
    if (intents.length === 0) return { redone: 0, lost: [] }
    const there = await stagingTables()
    const lost = new Map<string, TenantDay>()
    let redone = 0
    for (const intent of intents) {
      if (there.has(stagingName(intent.table, intent.runId))) {
        await replace(intent)
        redone += 1
      } else {
        const { tenantId, day } = intent
        lost.set(`${tenantId} ${day}`, { tenantId, day })
      }
    }
    // The intents of what is lost stay until it has been built again: a kill in between must find them.
    const lostRuns = new Set(
      intents.filter((intent) => !there.has(stagingName(intent.table, intent.runId))).map(({ runId }) => runId),
    )
    for (const runId of new Set(intents.map((intent) => intent.runId))) {
      if (lostRuns.has(runId)) continue
      await close(runId)
      await dropRun(runId)
    }
    logger.event('swaps_redone', { redone, lost: lost.size })
    return { redone, lost: [...lost.values()] }
  }

  const newStaging = async (): Promise<Staging> => {
    const runId = randomUUID().replaceAll('-', '')
    for (const table of SWAPPED) {
      const staging = stagingName(table, runId)
      await engine.work('CREATE TABLE {staging:Identifier} AS {table:Identifier}', { staging, table })
    }
    let over = false
    return {
      runId,
      table: (name) => stagingName(name, runId),
      swap: (partitions) =>
        oneAtATime(async () => {
          const intents = partitions.map((partition) => ({ ...partition, runId }))
          over = true // from here on the intents decide, also where it is not known whether they were stored
          await open(intents)
          for (const intent of intents) await replace(intent)
          await close(runId)
          await dropRun(runId)
        }),
      drop: async () => {
        if (over) return
        over = true
        await dropRun(runId)
      },
    }
  }

  return {
    begin: async () => {
      // In a living process nobody but this file drops staging tables, so nothing can be lost here.
      await oneAtATime(redo)
      return newStaging()
    },
    recover: () =>
      oneAtATime(async () => {
        const { redone, lost } = await redo()
        const left = await stagingTables()
        for (const name of left) await dropTable(name)
        return { redone, dropped: left.size, lost }
      }),
    forgetLost: () =>
      oneAtATime(async () => {
        const there = await stagingTables()
        for (const { runId, table } of await openIntents())
          if (!there.has(stagingName(table, runId))) await close(runId)
      }),
  }
}

/** Work that waits for the work before it, whether that succeeded or not. */
function createTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
