/**
 * The nightly drift check (design, section 6, "Frozen"): every day that is not frozen is built again from its facts,
 * beside the tables, and compared with what the tables hold, row by row; then the cells of every month that is not frozen,
 * from the legs as they stand. A difference means that a run did not build a
 * day that it should have built, or that somebody changed the tables. It is reported and repairs nothing: a full run
 * does (`avesqo rollup run --full`), and the reason is worth knowing first.
 *
 * Observations go on arriving meanwhile. A day that differs and about which something was stored since the last run, or
 * shortly before it, says nothing yet; it is left for the next night. So are the cells where a run that has not ended left
 * some to be built.
 */
import { z } from 'zod'
import type { LocalDay } from '../shared/calendar.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { type Logger, word } from '../shared/logger.ts'
import { isFrozenMonth, lastFrozenDay } from '../shared/periods.ts'
import type { Staging, Swaps } from '../shared/swap/index.ts'
import { type RolledTenant, SQL, WINDOW } from './build.ts'
import { type AllCellDays, byMonth, CELL_TABLES, CELLS_VERSION, type MonthDays, type StageCells } from './cells.ts'
import { LEG_TABLES, type StageDays } from './run.ts'
import { monthsIn } from './periods.ts'
import { readTenants, rolledTenant } from './tenants.ts'
import { OVERLAP_MS } from './touch.ts'
import { readCellDays, readMarks, writeMarks } from './watermarks.ts'

/** Days that lie beside the tables at a time. */
const DAYS_AT_ONCE = 8

export interface TenantDrift {
  readonly tenantId: string
  /** Local days that were built again. */
  readonly checked: number
  /** Those that differ. */
  readonly days: readonly LocalDay[]
  /** Those that differ while something about them has not been counted yet: the next check judges them. */
  readonly unsettled: readonly LocalDay[]
}

export interface Drift {
  /**
   * One check of all tenants; writes nothing but watermarks and the log.
   *
   * @throws EngineError, AppError
   */
  check(options?: { readonly tenantId?: string }): Promise<readonly TenantDrift[]>
}

export interface DriftParts {
  readonly engine: Engine
  readonly control: Control
  readonly clock: Clock
  readonly logger: Logger
  readonly swaps: Swaps
  readonly stageDays: StageDays
  /** Absent where cells are not built. */
  readonly cells?: { readonly stage: StageCells; readonly allDays: AllCellDays }
}

const dayRow = z.object({ day: z.iso.date().transform((day) => day as LocalDay) })
const hashRow = z.object({
  period: z.iso.date().transform((day) => day as LocalDay),
  hash: z.string(),
  held_rows: z.number(),
})

export function createDrift({ engine, control, clock, logger, swaps, stageDays, cells }: DriftParts): Drift {
  const queries = createQueries(engine, SQL)

  const hashesOf = async (tenantId: string, table: string, period: 'day' | 'month', days: readonly LocalDay[]) => {
    const rows = await queries.tenantQuery('drift_hashes', tenantId, { table, period, days }, hashRow)
    return new Map(rows.map((row) => [row.period, row.hash]))
  }

  /** The days (or months, by their first day) whose staged rows are not those of the tables. */
  const differing = async (
    tenantId: string,
    days: readonly LocalDay[],
    staging: Staging,
    tables: readonly string[],
    period: 'day' | 'month' = 'day',
  ) => {
    const differ = new Set<LocalDay>()
    for (const table of tables) {
      const held = await hashesOf(tenantId, table, period, days)
      const built = await hashesOf(tenantId, staging.table(table), period, days)
      for (const day of days) if (held.get(day) !== built.get(day)) differ.add(day)
    }
    return days.filter((day) => differ.has(day))
  }

  /** Days whose cells are not those of their legs; a month whose own cells are not, by its first day. */
  const differingCells = async (tenant: RolledTenant, of: MonthDays, stage: StageCells) => {
    const staging = await swaps.begin(CELL_TABLES)
    try {
      await stage(tenant, of, staging)
      const byDay = CELL_TABLES.filter((table) => table !== 'cube_month')
      return [
        ...(await differing(tenant.id, of.days, staging, byDay)),
        ...(await differing(tenant.id, [of.month], staging, ['cube_month'], 'month')),
      ]
    } finally {
      await staging.drop()
    }
  }

  const checkTenant = async (tenant: RolledTenant): Promise<TenantDrift> => {
    const { id: tenantId } = tenant
    // Both read first: what is stored and counted while this runs is not drift.
    const marks = await readMarks(control, tenantId)
    const counted = marks.rollup ?? 0
    const frozen = lastFrozenDay(clock.now(), tenant.zone, tenant.factsDays)
    const isFrozen = (day: LocalDay): boolean => day <= frozen
    const all = await queries.tenantQuery('all_days', tenantId, { zone: tenant.zone }, dayRow)
    const open = all.map(({ day }) => day).filter((day) => !isFrozen(day))
    const checked = new Set<LocalDay>()
    const differ = new Set<LocalDay>()
    for (let from = 0; from < open.length; from += DAYS_AT_ONCE) {
      const staging = await swaps.begin(LEG_TABLES)
      try {
        const built = await stageDays(tenant, open.slice(from, from + DAYS_AT_ONCE), isFrozen, staging)
        for (const day of built) checked.add(day)
        for (const day of await differing(tenantId, built, staging, LEG_TABLES)) differ.add(day)
      } finally {
        await staging.drop()
      }
    }
    if (cells !== undefined && marks.cells === CELLS_VERSION && (await readCellDays(control, tenantId)).length === 0) {
      const days = await cells.allDays(tenant)
      const kept = await monthsIn(control, tenantId, ['frozen'])
      const months = byMonth(days, true).filter(
        ({ month }) =>
          !kept.includes(month.slice(0, 7)) && !isFrozenMonth(month, clock.now(), tenant.zone, tenant.factsDays),
      )
      for (const of of months) for (const day of await differingCells(tenant, of, cells.stage)) differ.add(day)
    }
    const since = { since_ms: Math.max(0, counted - OVERLAP_MS), ...WINDOW, days: [...differ] }
    const late = differ.size === 0 ? [] : await queries.tenantQuery('drift_unsettled', tenantId, since, dayRow)
    const unsettled = new Set(late.map(({ day }) => day))
    const inOrder = [...differ].toSorted()
    return {
      tenantId,
      checked: checked.size,
      days: inOrder.filter((day) => !unsettled.has(day)),
      unsettled: inOrder.filter((day) => unsettled.has(day)),
    }
  }

  return {
    async check({ tenantId } = {}) {
      const found: TenantDrift[] = []
      for (const row of await readTenants(control)) {
        if (tenantId !== undefined && row.id !== tenantId) continue
        const drift = await checkTenant(rolledTenant(row))
        for (const day of drift.days) logger.event('rollup_drift', { tenant: word(row.id), day: word(day) })
        await writeMarks(control, row.id, { drift_ran: clock.now(), drift_days: drift.days.length })
        found.push(drift)
      }
      return found
    },
  }
}
