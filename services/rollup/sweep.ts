/**
 * The nightly sweep: what stands beside a tombstone is deleted from the disk (design, section 5).
 *
 * Rollup never counts it, and the store does not take it in again; but what was stored before its tombstone came is
 * still there, until this deletes it. It changes no leg: what it deletes, no leg was made of.
 *
 * What is deleted is said by sub-query of a table in memory, never by literal, because the engine keeps the statement in
 * a file (design, section 10, "Erasure"). A kill leaves the statement to be taken up at the next start, where the table
 * is empty: it deletes nothing then, and the next sweep does it all again.
 *
 * Replaced files of deleted rows stay on the disk for the engine's usual eight minutes.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import type { Control } from '../shared/control/index.ts'
import { type Logger, word } from '../shared/logger.ts'
import { WIDEST } from './link.ts'

const SQL = new URL('sql/', import.meta.url)

const foundRow = z.object({ found: z.number() })
const besideRow = z.object({ beside: z.number() })

export interface Sweep {
  /**
   * One pass over all tenants, one at a time.
   *
   * @returns how many rows were deleted, repeated ones counted as often as they stood there
   * @throws EngineError, AppError: what is left is found by the next sweep
   */
  sweep(): Promise<{ readonly deleted: number }>
}

export function createSweep(parts: { engine: Engine; control: Control; logger: Logger }): Sweep {
  const { engine, control, logger } = parts
  const queries = createQueries(engine, SQL)
  const statement = (name: string): Promise<void> => engine.work(readFileSync(new URL(`${name}.sql`, SQL), 'utf8'))
  const found = async (tenantId: string): Promise<number> => {
    const [row] = await queries.tenantQuery('sweep_found', tenantId, { subjects: 'sweep_subjects' }, foundRow)
    return row?.found ?? 0
  }

  /** Follows the links of the tombstones until nothing more is found. */
  const follow = async (tenantId: string): Promise<void> => {
    let known = await found(tenantId)
    // More rounds than a leg has subjects would only find what is none.
    for (let round = 0; round < WIDEST; round += 1) {
      await queries.tenantWork('sweep_linked', tenantId, { widest: WIDEST })
      const now = await found(tenantId)
      if (now === known) return
      known = now
    }
  }

  const sweepTenant = async (tenantId: string): Promise<number> => {
    await statement('sweep_table')
    await queries.tenantWork('sweep_stones', tenantId, {})
    if ((await found(tenantId)) > 0) await follow(tenantId)
    const [row] = await queries.tenantQuery('sweep_beside', tenantId, { widest: WIDEST }, besideRow)
    const beside = row?.beside ?? 0
    if (beside > 0) await queries.tenantWork('sweep_delete', tenantId, { widest: WIDEST })
    await engine.work('DROP TABLE sweep_subjects SYNC')
    return beside
  }

  return {
    async sweep() {
      await statement('sweep_stop')
      await engine.work('DROP TABLE IF EXISTS sweep_subjects SYNC')
      let deleted = 0
      for (const { id } of await control.db.selectFrom('tenants').select('id').orderBy('id').execute()) {
        const ofTenant = await sweepTenant(id)
        if (ofTenant > 0) logger.event('swept', { tenant: word(id), rows: ofTenant })
        deleted += ofTenant
      }
      return { deleted }
    },
  }
}
