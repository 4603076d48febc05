/** Reads the cube: cells, which know no person. */
import { z } from 'zod'
import { type Cell, cell, CUT_NAMES, CUTS, dayCell } from '../../schemas/cube.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import { DAY_CUTS } from './core/index.ts'
import { firstDay, monthOf } from './months.ts'

export const SQL = new URL('sql/', import.meta.url)

/** A cell with its tenant-local day. */
export type DatedCell = z.output<typeof dayCell>

/** Cuts that are kept by day when their month is frozen. */
const DAILY = CUT_NAMES.filter((cut) => CUTS[cut].daily)

export interface Cube {
  /** Months of which something is counted, `YYYY-MM`, oldest first. */
  months(tenantId: string): Promise<readonly string[]>
  month(tenantId: string, month: string): Promise<readonly Cell[]>
  /** The cells of a day that its rates are decided on. */
  day(tenantId: string, day: string): Promise<readonly Cell[]>
  /** The cells of a month's days, of the cuts that are kept by day. */
  days(tenantId: string, month: string): Promise<readonly DatedCell[]>
}

/** @returns readers that throw EngineError */
export function createCube(engine: Engine): Cube {
  const queries = createQueries(engine, SQL)
  return {
    async months(tenantId) {
      const rows = await queries.tenantQuery('cube_months', tenantId, {}, z.strictObject({ month: z.iso.date() }))
      return rows.map(({ month }) => monthOf(month))
    },
    month: (tenantId, month) => queries.tenantQuery('cells_month', tenantId, { month: firstDay(month) }, cell),
    day: (tenantId, day) =>
      queries.tenantQuery('cells_day', tenantId, { month: firstDay(monthOf(day)), day, cuts: DAY_CUTS }, cell),
    days: (tenantId, month) =>
      queries.tenantQuery('cells_days', tenantId, { month: firstDay(month), cuts: DAILY }, dayCell),
  }
}
