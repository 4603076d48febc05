/**
 * How a partition's new content takes the place of the old (design, section 6).
 *
 * A run builds beside the tables: it makes a staging table of each table (`begin`), fills them, and swaps whole
 * partitions (`swap`). Replacing a partition is not crash-atomic on plain MergeTree: killed inside it, old and new rows are both
 * there after the restart. Doing it again repairs that, because it drops whatever the partition holds. Hence intents:
 *
 *     begin           swap: intents, one       each partition      intents gone, one     staging tables
 *     staging tables  transaction              replaced            transaction           dropped
 *     ──── A ─────────────┤──────────────── B ───────────────────────────┤────────── C ───────┤
 *
 * Ended in A or C: the tables are whole, the staging tables are left over and `recover` drops them. Ended in B: some
 * partitions are old, some new, one perhaps doubled; `recover` redoes all of them from the staging tables, which are
 * complete and on disk since before the intents were written, and dropped only after those are gone. So a reader that is
 * let in after `recover` sees each partition before or after a swap, never between.
 *
 * A swap that fails in a process that lives on (a full disk) leaves its intents: the next `begin` redoes them first.
 * Otherwise the old run's content would overwrite the new run's at the next start.
 *
 * An intent without its staging table comes from a control store that is older than the database (a backup that was put
 * back). Nothing can be redone; the partition may be doubled, and has to be built again: it is given back as `lost`.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { slug } from '../../../schemas/control/values.ts'
import { createQueries, type Engine, EngineError } from '../clickhouse/index.ts'
import type { Clock } from '../clock.ts'
import type { Control, ControlTransaction } from '../control/index.ts'
import type { Logger } from '../logger.ts'

/** Tables that are swapped have names of small letters and underscores. */
const TABLE = /^[a-z][a-z_]{0,40}$/u

export interface Partition {
  /** A table that is partitioned by (tenant_id, date). */
  readonly table: string
  readonly tenantId: string
  /** The date of the partition, `YYYY-MM-DD`: a local day, or the first day of a month. */
  readonly period: string
}

export interface Recovered {
  /** Partitions whose swap was done again. */
  readonly redone: number
  /** Staging tables of ended runs that were dropped. */
  readonly dropped: number
  /** Partitions that can only be built again, each once. */
  readonly lost: readonly Partition[]
}

/** The staging tables of one run. */
export interface Staging {
  readonly runId: string
  /**
   * The name of the run's staging table for a table: same columns, same partitions, same order.
   *
   * @throws Error for a table that the run did not begin with (a bug)
   */
  table(name: string): string
  /**
   * Puts the staged content of these partitions in the place of what is there, and drops the staging tables; a partition
   * without a staged row becomes empty. What is not named is left alone. Once, as the last thing of a run.
   *
   * @param also is entered in the transaction of the intents: it is remembered exactly if the swap will be done
   * @throws EngineError, AppError: then the intents stay, and the next `begin` or `recover` completes the swap
   */
  swap(partitions: readonly Partition[], also?: (tx: ControlTransaction) => Promise<void>): Promise<void>
  /** Gives the run up. After a swap, also one that failed, it does nothing. */
  drop(): Promise<void>
}

export interface Swaps {
  /** Completes a swap that failed before, then makes the staging tables of a new run. @throws EngineError, AppError */
  begin(tables: readonly string[]): Promise<Staging>
  /** At the start of the process that writes, before any reader and any `begin`. @throws EngineError, AppError */
  recover(): Promise<Recovered>
  /** To be said when what `recover` gave as lost has been built again. @throws EngineError, AppError */
  forgetLost(): Promise<void>
}

const partitionId = z.tuple([slug, z.iso.date()])
const intentRow = z.object({
  run_id: z.string().regex(/^[0-9a-f]{32}$/u),
  table_name: z.string().regex(TABLE),
  partition_id: z.string().transform((text) => partitionId.parse(JSON.parse(text))),
})
type Intent = Partition & { readonly runId: string }
const filledRow = z.object({ staging: z.string(), period: z.string() })

const stagingName = (table: string, runId: string): string => `staging_${table}_${runId}`
const stagingOf = ({ table, runId }: Intent): string => stagingName(table, runId)

/** One a process: swaps of two runs wait for each other here. */
export function createSwaps(parts: { engine: Engine; control: Control; clock: Clock; logger: Logger }): Swaps {
  const { engine, control, clock, logger } = parts
  const queries = createQueries(engine, new URL('sql/', import.meta.url))
  const oneAtATime = createTurn()

  const dropAll = async (names: Iterable<string>): Promise<void> => {
    // SYNC: else the dropped table's files stay on the disk for minutes.
    for (const name of names) await engine.work('DROP TABLE IF EXISTS {name:Identifier} SYNC', { name })
  }

  const stagingTables = async (): Promise<ReadonlySet<string>> => {
    const rows = await queries.acrossTenants('swap_staging', {}, z.object({ name: z.string() }))
    return new Set(rows.map((row) => row.name))
  }

  const replace = async (intents: readonly Intent[]): Promise<void> => {
    for (const [tenantId, own] of Map.groupBy(intents, (intent) => intent.tenantId)) {
      const asked = {
        stagings: [...new Set(own.map(stagingOf))],
        periods: [...new Set(own.map(({ period }) => period))],
      }
      const rows = await queries.tenantQuery('swap_filled', tenantId, asked, filledRow)
      const filled = new Set(rows.map(({ staging, period }) => `${staging} ${period}`))
      for (const intent of own) {
        const { table, period } = intent
        const staging = stagingOf(intent)
        await (filled.has(`${staging} ${period}`)
          ? queries.tenantWork('swap_replace', tenantId, { table, period, staging })
          : queries.tenantWork('swap_drop', tenantId, { table, period }))
      }
    }
  }

  const open = async (
    intents: readonly Intent[],
    also: ((tx: ControlTransaction) => Promise<void>) | undefined,
  ): Promise<void> => {
    const rows = intents.map((intent) => ({
      id: randomUUID(),
      run_id: intent.runId,
      table_name: intent.table,
      partition_id: JSON.stringify(partitionId.parse([intent.tenantId, intent.period])),
      staging_table: stagingOf(intent),
      created_ms: clock.now(),
    }))
    await control.transaction(async (tx) => {
      // One statement a row: a statement takes a limited number of values.
      for (const row of rows) await tx.insertInto('swap_intents').values(row).execute()
      await also?.(tx)
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
      return { runId, table, tenantId: partition[0], period: partition[1] }
    })
  }

  /** Completes every open swap; gives what could not be redone. */
  const redo = async (): Promise<Pick<Recovered, 'redone' | 'lost'>> => {
    const intents = await openIntents()
    if (intents.length === 0) return { redone: 0, lost: [] }
    const there = await stagingTables()
    const isThere = (intent: Intent): boolean => there.has(stagingOf(intent))
    const lost = new Map<string, Partition>()
    for (const { table, tenantId, period } of intents.filter((intent) => !isThere(intent)))
      lost.set(`${table} ${tenantId} ${period}`, { table, tenantId, period })
    const redone = intents.filter(isThere)
    await replace(redone)
    for (const [runId, own] of Map.groupBy(intents, (intent) => intent.runId)) {
      // The intents of what is lost stay until it has been built again: a kill in between must find them.
      if (!own.every(isThere)) continue
      await close(runId)
      await dropAll([...there].filter((name) => name.endsWith(`_${runId}`)))
    }
    logger.event('swaps_redone', { redone: redone.length, lost: lost.size })
    return { redone: redone.length, lost: [...lost.values()] }
  }

  const newStaging = async (tables: readonly string[]): Promise<Staging> => {
    const runId = randomUUID().replaceAll('-', '')
    const names = new Map<string, string>()
    try {
      for (const table of tables) {
        if (!TABLE.test(table)) throw new Error('A table that is swapped has a plain name.')
        const staging = stagingName(table, runId)
        await engine.work('CREATE TABLE {staging:Identifier} AS {table:Identifier}', { staging, table })
        names.set(table, staging)
      }
    } catch (error) {
      await dropAll(names.values())
      throw error
    }
    const nameOf = (table: string): string => {
      const name = names.get(table)
      if (name === undefined) throw new Error(`A run did not begin with the table ${table}.`)
      return name
    }
    let over = false
    return {
      runId,
      table: nameOf,
      swap: (partitions, also) =>
        oneAtATime(async () => {
          for (const { table } of partitions) nameOf(table)
          const intents = partitions.map((partition) => ({ ...partition, runId }))
          over = true // from here on the intents decide, also where it is not known whether they were stored
          await open(intents, also)
          await replace(intents)
          await close(runId)
          await dropAll(names.values())
        }),
      drop: async () => {
        if (over) return
        over = true
        await dropAll(names.values())
      },
    }
  }

  return {
    begin: async (tables) => {
      // In a living process nobody but this file drops staging tables, so nothing can be lost here.
      await oneAtATime(redo)
      return newStaging(tables)
    },
    recover: () =>
      oneAtATime(async () => {
        const { redone, lost } = await redo()
        const left = await stagingTables()
        let dropped = 0
        for (const name of left) {
          try {
            await dropAll([name])
            dropped += 1
          } catch (error) {
            // Nobody reads what is left over: where it cannot be dropped now (a full disk), the next start drops it.
            if (!(error instanceof EngineError)) throw error
          }
        }
        return { redone, dropped, lost }
      }),
    forgetLost: () =>
      oneAtATime(async () => {
        const there = await stagingTables()
        for (const intent of await openIntents()) if (!there.has(stagingOf(intent))) await close(intent.runId)
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
