/**
 * Rollup: observations become legs and conferences, each participation exactly once, and legs become cells.
 *
 * Enters: observations, as the store has them. Leaves: `call_legs`, one partition a tenant and local day, swapped whole;
 * the cells and strata that are counted of them (schemas/cube.ts), by day and by month; the health counters `leg_health`
 * and `arrival_health`; how far it has come (`watermarks` of the control store).
 * May fail: EngineError, AppError; what was swapped stays, and the next run finds the rest.
 *
 * Keeps: I2 (a day is rebuilt from its observations, never incremented, so that order and repetition of the input do not
 * matter), I8, I10 (besides privacy it alone reads observations and legs), I12 (the watermark is the database's time,
 * everything else our clock's).
 *
 * The way of a run, one file each: touch.ts (which days), build.ts (link.ts, then the legs of some days), conferences.ts,
 * run.ts (the swap of their days), cells.ts (cubes and strata), the watermark last. Observations of fact days D−5 to D+6 decide the legs of local day D: subjects that are linked lie at most a
 * day apart each, a leg's observations at most 48 h after its start.
 */
import { z } from 'zod'
import type { Tenant } from '../../schemas/control/tables.ts'
import { type Leg, leg } from '../../schemas/leg.ts'
import { type LocalDay, localDayOf, utcDayOf } from '../shared/calendar.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { type Logger, word } from '../shared/logger.ts'
import { firstOfMonth, isFrozenMonth, lastExpiredDay, lastFrozenDay } from '../shared/periods.ts'
import { createSwaps, type Recovered, type Swaps } from '../shared/swap/index.ts'
import { createGroupBuilder, type RolledTenant, SQL } from './build.ts'
import {
  byMonth,
  CELL_TABLES,
  CELLS_VERSION,
  createAllCellDays,
  createBuildCells,
  createCellDaysOf,
  createStageCells,
  type MonthDays,
} from './cells.ts'
import { createConferences } from './conferences.ts'
import { createDrift, type TenantDrift } from './drift.ts'
import { createBuildDays, createStageDays, lateBefore, LEG_TABLES, type Progress } from './run.ts'
import { openScratch, type Scratch } from './scratch.ts'
import { createTouch, type Seen } from './touch.ts'
import { readTenants, rolledTenant } from './tenants.ts'
import { monthsIn, thaw } from './periods.ts'
import { readCellDays, readMarks, writeMarks } from './watermarks.ts'

const HOUR_MS = 3_600_000
const dayRow = z.object({ day: z.iso.date().transform((day) => day as LocalDay) })

export { createExpiry } from './expire.ts'
export { startSchedule } from './schedule.ts'
export { createSealedLegs } from './sealed.ts'
export { createSweep } from './sweep.ts'
export { createUnions } from './unions.ts'

interface TenantRun {
  readonly tenantId: string
  /** Local days that were built. */
  readonly days: readonly LocalDay[]
  /** Observations since the last run. */
  readonly rows: number
  readonly ms: number
  /** The database's time, ms UTC, up to which everything that is stored is counted. */
  readonly untilMs: number
}

interface RunOptions {
  /** One tenant only. */
  readonly tenantId?: string
  /** Every day that is not frozen, not only what is new. */
  readonly full?: boolean
  /** Whether cells are counted in any case (default), or only where those of a while have come together. */
  readonly cells?: 'now' | 'in_time'
  readonly progress?: Progress
}

export interface Rollup {
  /** Completes what a crash interrupted. Before anything reads legs. */
  recover(): Promise<Recovered>
  /**
   * One run over all tenants; runs follow one another.
   *
   * @throws EngineError, AppError of the first tenant that failed, after all others have been run
   */
  run(options?: RunOptions): Promise<readonly TenantRun[]>
  /**
   * Work on the tables that must not meet a run: it waits for its turn, and runs wait for it.
   *
   * @throws whatever the work throws
   */
  alone<T>(work: (swaps: Swaps) => Promise<T>): Promise<T>
  /** Compares the legs and cells of every day that is not frozen with its facts. @see drift.ts */
  check(): Promise<readonly TenantDrift[]>
  /** Begins nothing more and waits for the day that is being built; a run that is under way fails as `unavailable`. */
  close(): Promise<void>
}

export interface RollupParts {
  readonly engine: Engine
  readonly control: Control
  readonly clock: Clock
  readonly logger: Logger
  /** How long before the watermark rows are looked for again, ms; tests look at what is new alone. */
  readonly overlapMs?: number
  /** Whether cells are built (default); tests of legs alone leave them out. */
  readonly cells?: boolean
  /** Legs whose persons are counted in one statement; tests count few at a time. */
  readonly legsAtOnce?: number
  /** How often cells are counted in time, ms. */
  readonly cellsEveryMs?: number
}

/**
 * Cells cost more than the legs of a small run, and nobody reads them before a month or a day is sealed, which counts
 * what is left: so they may come behind the legs by so much, ms.
 */
const CELLS_EVERY_MS = 600_000

export function createRollup(parts: RollupParts): Rollup {
  const { engine, control, clock, logger, overlapMs, cells = true, legsAtOnce, cellsEveryMs = CELLS_EVERY_MS } = parts
  const queries = createQueries(engine, SQL)
  const swaps = createSwaps({ engine, control, clock, logger })
  const touch = createTouch(engine, overlapMs)
  let scratch: Promise<Scratch> | undefined
  const scratchOf = (): Promise<Scratch> => {
    scratch ??= openScratch(engine).catch((error: unknown) => {
      scratch = undefined // the next run tries again
      throw error
    })
    return scratch
  }
  let closing = false
  const stageDays = createStageDays({
    engine,
    scratchOf,
    buildGroup: createGroupBuilder(engine),
    assignConferences: createConferences(engine),
    isClosing: () => closing,
  })
  const stageCells = createStageCells({
    engine,
    scratchOf,
    isClosing: () => closing,
    ...(legsAtOnce !== undefined && { legsAtOnce }),
  })
  const allCellDays = createAllCellDays(engine)
  const buildDays = createBuildDays({
    swaps,
    stageDays,
    ...(cells && { cells: { daysOf: createCellDaysOf(engine), clock } }),
  })
  const buildCells = createBuildCells({ swaps, stageCells })
  const drift = createDrift({
    engine,
    control,
    clock,
    logger,
    swaps,
    stageDays,
    ...(cells && { cells: { stage: stageCells, allDays: allCellDays } }),
  })
  let last: Promise<unknown> = Promise.resolve()
  /** One thing at a time: they share scratch tables. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  const now = async (): Promise<number> => {
    const rows = await engine.query('SELECT toUnixTimestamp64Milli(now64(3)) AS now_ms')
    return z.tuple([z.object({ now_ms: z.number() })]).parse(rows)[0].now_ms
  }

  const daysOf = async (tenant: RolledTenant, full: boolean, seen: Seen): Promise<readonly LocalDay[]> => {
    if (full) {
      const rows = await queries.tenantQuery('all_days', tenant.id, { zone: tenant.zone }, dayRow)
      return rows.map(({ day }) => day)
    }
    return touch.days(tenant, seen, await scratchOf())
  }

  /** The cells that are not those of the legs, month by month; frozen months are left alone. */
  const cellsToBuild = async (tenant: RolledTenant, all: boolean): Promise<readonly MonthDays[]> => {
    const days = all ? await allCellDays(tenant) : await readCellDays(control, tenant.id)
    // What was frozen stays so, also where facts are now kept for longer: its small cells are gone for good.
    const frozen = await monthsIn(control, tenant.id, ['frozen'])
    return byMonth(days, all).filter(
      ({ month }) =>
        !frozen.includes(month.slice(0, 7)) && !isFrozenMonth(month, clock.now(), tenant.zone, tenant.factsDays),
    )
  }

  /** Months that are published and can be opened again: a frozen one cannot, also before the night that says so. */
  const sealedMonths = async ({ id, zone, factsDays }: RolledTenant): Promise<readonly string[]> =>
    (await monthsIn(control, id, ['sealed'])).filter(
      (month) => !isFrozenMonth(`${month}-01`, clock.now(), zone, factsDays),
    )

  const runTenant = async (row: Tenant, options: RunOptions): Promise<TenantRun> => {
    const { full = false, cells: when = 'now', progress } = options
    const began = performance.now()
    const tenant = rolledTenant(row)
    const marks = await readMarks(control, tenant.id)
    const sinceMs = marks.rollup ?? 0
    const untilMs = await now()
    const seen = await touch.look(tenant.id, sinceMs, untilMs)
    const allCells = cells && (full || marks.cells !== CELLS_VERSION)
    const idle = !full && seen.factDays.length === 0
    const today = localDayOf(clock.now(), tenant.zone)
    const frozen = lastFrozenDay(clock.now(), tenant.zone, tenant.factsDays)
    let days: readonly LocalDay[] = []
    if (!idle) {
      const dirty = await daysOf(tenant, full, seen)
      days = await buildDays(tenant, dirty, (day) => day <= frozen, progress)
      if (seen.fresh > 0) {
        await queries.tenantWork('arrivals', tenant.id, {
          run_day: utcDayOf(clock.now()),
          hour_ms: Math.floor(clock.now() / HOUR_MS) * HOUR_MS,
          from_ms: sinceMs,
          until_ms: untilMs,
          days: seen.factDays,
          zone: tenant.zone,
          frozen,
          late_before: lateBefore(today),
          sealed: await sealedMonths(tenant),
        })
      }
    }
    const isTime = cells && (when === 'now' || clock.now() - (marks.cells_ran ?? 0) >= cellsEveryMs)
    const months = isTime ? await cellsToBuild(tenant, allCells) : []
    await buildCells(tenant, months)
    const ms = Math.round(performance.now() - began)
    await writeMarks(control, tenant.id, {
      rollup: untilMs,
      rollup_ran: clock.now(),
      ...(idle ? {} : { rollup_took: ms, rollup_days: days.length }),
      ...(months.length > 0 && { cells_ran: clock.now() }),
      ...(isTime && allCells && { cells: CELLS_VERSION }),
    })
    seen.done()
    if (!idle) logger.event('rollup_ran', { tenant: word(tenant.id), rows: seen.fresh, days: days.length, ms })
    return { tenantId: tenant.id, days, rows: seen.fresh, ms, untilMs }
  }

  /** Builds again what could not be swapped and may hold each row twice: also what is frozen, as long as its facts are there. */
  const rebuildLost = async (tenant: RolledTenant, lost: Recovered['lost']): Promise<void> => {
    const expired = lastExpiredDay(clock.now(), tenant.zone, tenant.factsDays)
    const daysOfTables = (tables: readonly string[]): readonly LocalDay[] =>
      lost.filter(({ table }) => tables.includes(table)).map(({ period }) => period as LocalDay)
    await buildDays(tenant, daysOfTables(LEG_TABLES), (day) => day <= expired)
    const months = new Set(daysOfTables(CELL_TABLES).map(firstOfMonth))
    if (!cells || months.size === 0) return
    const days = [...(await allCellDays(tenant)), ...daysOfTables(CELL_TABLES)]
    const ofMonths = byMonth(days, true).filter(({ month }) => months.has(month) && month > expired)
    await buildCells(tenant, ofMonths)
    // A frozen month that was built from its legs has its small cells again: the next night freezes it once more.
    await thaw(
      control,
      tenant.id,
      ofMonths.map(({ month }) => month.slice(0, 7)),
    )
  }

  return {
    async recover() {
      const recovered = await swaps.recover()
      for (const row of await readTenants(control)) {
        const lost = recovered.lost.filter(({ tenantId }) => tenantId === row.id)
        if (lost.length > 0) await rebuildLost(rolledTenant(row), lost)
      }
      if (recovered.lost.length > 0) await swaps.forgetLost()
      return recovered
    },
    run: ({ tenantId, ...options } = {}) =>
      inTurn(async () => {
        const runs: TenantRun[] = []
        let failed: { readonly error: unknown } | null = null
        for (const tenant of await readTenants(control)) {
          if (tenantId !== undefined && tenant.id !== tenantId) continue
          try {
            runs.push(await runTenant(tenant, options))
          } catch (error) {
            failed ??= { error } // one customer's trouble does not keep the others waiting
          }
        }
        if (failed !== null) throw failed.error
        return runs
      }),
    alone: (work) => inTurn(() => work(swaps)),
    check: () => inTurn(() => drift.check()),
    async close() {
      closing = true
      await last
    },
  }
}

/** A tenant's legs of a local day, by start. @throws EngineError */
export async function legsOfDay(engine: Engine, tenantId: string, day: string): Promise<readonly Leg[]> {
  return createQueries(engine, SQL).tenantQuery('legs_of_day', tenantId, { day }, leg)
}
