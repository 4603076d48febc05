/**
 * The legs that a published revision was made of: remembered when it is sealed, compared with the legs as they are when
 * the month is sealed again, so that it can be said how many persons changed. Counts leave, never a row (invariant I10).
 */
import { z } from 'zod'
import { type ChangedCell, changedCell } from '../../schemas/changed.ts'
import type { Folds } from '../../schemas/published.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import { lastOfMonth } from '../shared/periods.ts'

const SQL = new URL('sql/', import.meta.url)
const revisionRow = z.strictObject({ month: z.iso.date(), revision: z.number().int() })
const erasedRow = z.strictObject({ erased: z.literal([0, 1]) })

export interface SealedLegs {
  /** Remembers the legs of people that a revision is made of, in place of what was remembered of it. */
  snapshot(tenantId: string, month: string, revision: number): Promise<void>
  /**
   * Cells of people over the legs that differ between a revision and now, by the aspect that they differ in.
   *
   * @param folds values that stand as `other`, by dimension
   */
  changedCells(tenantId: string, month: string, revision: number, folds: Folds): Promise<readonly ChangedCell[]>
  /** Whether a leg of the revision is remembered: not where it had none, and not when its month was forgotten. */
  remembers(tenantId: string, month: string, revision: number): Promise<boolean>
  /** First days of the months of which legs are remembered. */
  remembered(tenantId: string): Promise<readonly string[]>
  /** Whether what is remembered of a month may hold legs of a person whose data were erased since. */
  holdsErased(tenantId: string, month: string): Promise<boolean>
  /** Forgets what is remembered of a month. */
  forget(tenantId: string, month: string): Promise<void>
}

/** @returns what takes a month's first day, `YYYY-MM-DD`, and throws EngineError */
export function createSealedLegs(engine: Engine): SealedLegs {
  const queries = createQueries(engine, SQL)
  const all = (tenantId: string) => queries.tenantQuery('sealed_revisions', tenantId, {}, revisionRow)
  const revisions = async (tenantId: string, month: string): Promise<readonly number[]> => {
    const rows = await all(tenantId)
    return rows.filter((row) => row.month === month).map(({ revision }) => revision)
  }
  const drop = (tenantId: string, month: string, revision: number): Promise<void> =>
    queries.tenantWork('sealed_drop', tenantId, { month, revision })

  return {
    async snapshot(tenantId, month, revision) {
      await drop(tenantId, month, revision)
      await queries.tenantWork('sealed_snapshot', tenantId, { month, revision, last: lastOfMonth(month) })
    },
    async changedCells(tenantId, month, revision, folds) {
      const folded = (dimension: string): readonly string[] => folds[dimension] ?? []
      const parameters = {
        month,
        last: lastOfMonth(month),
        revision,
        folded_site: folded('site'),
        folded_platform: folded('platform'),
        folded_network: folded('network'),
        folded_transport: folded('transport'),
        folded_model: folded('model'),
        folded_software: folded('software'),
        folded_size: folded('size'),
      }
      return queries.tenantQuery('sealed_changed', tenantId, parameters, changedCell)
    },
    async remembers(tenantId, month, revision) {
      return (await revisions(tenantId, month)).includes(revision)
    },
    async remembered(tenantId) {
      return [...new Set((await all(tenantId)).map(({ month }) => month))]
    },
    async holdsErased(tenantId, month) {
      const last = lastOfMonth(month)
      const [row] = await queries.tenantQuery('sealed_erased', tenantId, { month, last }, erasedRow)
      return row?.erased === 1
    },
    async forget(tenantId, month) {
      for (const revision of await revisions(tenantId, month)) await drop(tenantId, month, revision)
    },
  }
}
