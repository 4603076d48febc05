/**
 * Step 5, cells: what is counted of a month's legs (design, section 7; schemas/cube.ts). It reads `call_legs`, when all
 * that is new has been swapped, and builds beside the tables:
 *
 *     call_legs D-1..D+1 ─▶ graded_legs ─▶ strata, strata_models
 *     call_legs D-2..D   ─▶ concurrency        │
 *                                              ├─▶ cube_day of the days, beside the other days as they stand
 *                         graded_legs of the month ─▶ cube_month (sums of cube_day; persons over the legs)
 *
 * One swap for each month, so that day sums equal their month at any moment. Which days have to be built is remembered
 * in the transaction in which their legs are swapped, and forgotten in that of their own swap: ended anywhere, the next
 * run finds them. A month is never built again once its first day is frozen.
 */
import { z } from 'zod'
import { PROFILE, type Profile } from '../../schemas/profiles.ts'
import { addDays, type LocalDay, spanOfDay } from '../shared/calendar.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import { AppError } from '../shared/errors.ts'
import { firstOfMonth, lastOfMonth } from '../shared/periods.ts'
import type { Partition, Staging, Swaps } from '../shared/swap/index.ts'
import { type RolledTenant, SQL } from './build.ts'
import { cellsParameters } from './cells-parameters.ts'
import type { OpenScratch } from './scratch.ts'
import { forgetCellDays } from './watermarks.ts'

/** Grows when the fifth step counts differently: then every month that is not frozen is counted anew. */
export const CELLS_VERSION = 2
/** Tables that go by day, and by month. */
const DAY_TABLES = ['graded_legs', 'strata', 'strata_models', 'concurrency'] as const
const MONTH_TABLES = ['cube_day', 'cube_month'] as const
export const CELL_TABLES = [...DAY_TABLES, ...MONTH_TABLES] as const

/** Legs of days that are counted in one statement: bounds its memory (about 3 kB a leg where persons are counted). */
const LEGS_AT_ONCE = 200_000
/** Days before and after a day whose legs may be in a conference of it. */
const BESIDE = [-1, 1]
/** Days before a day whose legs may last into it: a leg lasts 24 h, a day may have 23. */
const BEFORE = [-2, -1]

const dayRow = z.object({ day: z.iso.date().transform((day) => day as LocalDay) })
const sizeRow = dayRow.extend({ legs: z.number() })

/** One month's days to build. */
export interface MonthDays {
  /** First day of the month. */
  readonly month: LocalDay
  /** Days of it. */
  readonly days: readonly LocalDay[]
  /** Nothing of what stands is kept: these are all its days. */
  readonly whole: boolean
}

/** Fills the staging tables of one month. It throws EngineError, AppError. */
export type StageCells = (tenant: RolledTenant, of: MonthDays, staging: Staging) => Promise<void>

export interface CellParts {
  readonly engine: Engine
  readonly scratchOf: OpenScratch
  readonly isClosing: () => boolean
  /** By which legs are graded. */
  readonly profile?: Profile
  /** Legs whose persons are counted in one statement. */
  readonly legsAtOnce?: number
}

export function createStageCells(parts: CellParts): StageCells {
  const { engine, scratchOf, isClosing, profile = PROFILE, legsAtOnce = LEGS_AT_ONCE } = parts
  const queries = createQueries(engine, SQL)
  const fixed = cellsParameters(profile)
  return async (tenant, { month, days, whole }, staging) => {
    const scratch = await scratchOf()
    await scratch.clear(['persons'])
    const names = { persons: scratch.names.persons, ...stagingNames(staging) }
    const work = (
      name: string,
      parameters: Readonly<Record<string, string | number | readonly (string | number)[]>>,
    ) => {
      if (isClosing()) throw new AppError('unavailable')
      return queries.tenantWork(name, tenant.id, { ...fixed, ...names, ...parameters, zone: tenant.zone, month })
    }
    const last = lastOfMonth(month)
    const rows = await queries.tenantQuery('cells_sizes', tenant.id, { month, last }, sizeRow)
    const sizes = new Map(rows.map(({ day, legs }) => [day, legs]))
    const chunks = chunksOf(days, sizes, legsAtOnce)
    const countPersons = async (
      of: { readonly days: readonly LocalDay[]; of_days: 0 | 1; of_month: 0 | 1 },
      legs: number,
    ) => {
      const slices = Math.max(1, Math.ceil(legs / legsAtOnce))
      for (let slice = 0; slice < slices; slice += 1) await work('cells_persons', { ...of, last, slices, slice })
    }
    for (const chunk of chunks) {
      const spans = chunk.map((day) => spanOfDay(day, tenant.zone))
      await work('cells_graded', { days: chunk, around: daysAround(chunk, BESIDE) })
      await work('cells_strata', { days: chunk })
      await work('cells_strata_models', { days: chunk })
      await work('cells_concurrency', {
        days: chunk,
        around: daysAround(chunk, BEFORE),
        from_ms: spans.map(({ from }) => from),
        until_ms: spans.map(({ until }) => until),
      })
    }
    const all = sizeOf([...sizes.keys()], sizes)
    if (chunks.length === 1 && all <= legsAtOnce) await countPersons({ days, of_days: 1, of_month: 1 }, all)
    else {
      for (const chunk of chunks) await countPersons({ days: chunk, of_days: 1, of_month: 0 }, sizeOf(chunk, sizes))
      await countPersons({ days, of_days: 0, of_month: 1 }, all)
    }
    if (!whole) await work('cells_kept', { days })
    for (const chunk of chunks) await work('cells_day', { days: chunk })
    await work('cells_month', { days, last })
    await scratch.clear(['persons'])
  }
}

/** Builds the cells of some days and puts them in their place. It throws EngineError, AppError. */
export type BuildCells = (tenant: RolledTenant, months: readonly MonthDays[]) => Promise<void>

export function createBuildCells({ swaps, stageCells }: { swaps: Swaps; stageCells: StageCells }): BuildCells {
  return async (tenant, months) => {
    for (const of of months) {
      const staging = await swaps.begin(CELL_TABLES)
      try {
        await stageCells(tenant, of, staging)
        await staging.swap(partitionsOf(tenant.id, of), (tx) => forgetCellDays(tx, tenant.id, of.days))
      } finally {
        await staging.drop()
      }
    }
  }
}

/** The months of some days, in order. */
export function byMonth(days: Iterable<LocalDay>, whole: boolean): readonly MonthDays[] {
  return [...Map.groupBy(new Set(days), firstOfMonth)]
    .map(([month, own]) => ({ month, days: own.toSorted(), whole }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** Days of which there are legs or cells. */
export type AllCellDays = (tenant: RolledTenant) => Promise<readonly LocalDay[]>

/** It throws EngineError. */
export function createAllCellDays(engine: Engine): AllCellDays {
  const queries = createQueries(engine, SQL)
  return async ({ id, zone }) => {
    const rows = await queries.tenantQuery('cells_all_days', id, { zone }, dayRow)
    return rows.map(({ day }) => day)
  }
}

/**
 * Before the legs of some days are swapped: these days, and days beside them whose cells change with them.
 *
 * @param staging has the days' legs as they will stand
 */
export type CellDaysOf = (
  tenant: RolledTenant,
  days: readonly LocalDay[],
  staging: Staging,
) => Promise<readonly LocalDay[]>

/** It throws EngineError. */
export function createCellDaysOf(engine: Engine): CellDaysOf {
  const queries = createQueries(engine, SQL)
  return async ({ id, zone }, days, staging) => {
    const beside = daysAround(days, BESIDE).filter((day) => !days.includes(day))
    const near = await queries.tenantQuery(
      'cells_near',
      id,
      { days, beside, zone, call_legs: staging.table('call_legs') },
      dayRow,
    )
    return [...new Set([...days, ...near.map(({ day }) => day)])].toSorted()
  }
}

function partitionsOf(tenantId: string, { month, days }: MonthDays): readonly Partition[] {
  return [
    ...days.flatMap((period) => DAY_TABLES.map((table) => ({ table, tenantId, period }))),
    ...MONTH_TABLES.map((table) => ({ table, tenantId, period: month })),
  ]
}

function stagingNames(staging: Staging): Readonly<Record<(typeof CELL_TABLES)[number], string>> {
  return Object.fromEntries(CELL_TABLES.map((table) => [table, staging.table(table)])) as Record<
    (typeof CELL_TABLES)[number],
    string
  >
}

type Sizes = ReadonlyMap<LocalDay, number>

function sizeOf(days: readonly LocalDay[], sizes: Sizes): number {
  return days.reduce((sum, day) => sum + (sizes.get(day) ?? 0), 0)
}

/** Days that follow each other in the list, as many as may be counted at once. */
function chunksOf(days: readonly LocalDay[], sizes: Sizes, legsAtOnce: number): readonly (readonly LocalDay[])[] {
  const chunks: LocalDay[][] = []
  for (const day of days) {
    const chunk = chunks.at(-1)
    if (chunk !== undefined && sizeOf([...chunk, day], sizes) <= legsAtOnce) chunk.push(day)
    else chunks.push([day])
  }
  return chunks
}

function daysAround(days: readonly LocalDay[], reach: readonly number[]): readonly LocalDay[] {
  return [...new Set(days.flatMap((day) => [day, ...reach.map((step) => addDays(day, step))]))].toSorted()
}
