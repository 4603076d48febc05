/**
 * The legs of some days: for some days at a time link, legs and conferences beside the tables, then the swap. Ended
 * anywhere, the next run finds the same work.
 */
import { z } from 'zod'
import { addDays, type LocalDay } from '../shared/calendar.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import { AppError } from '../shared/errors.ts'
import type { Partition, Staging, Swaps } from '../shared/swap/index.ts'
import { type BuildGroup, type RolledTenant, SQL } from './build.ts'
import type { CellDaysOf } from './cells.ts'
import type { AssignConferences } from './conferences.ts'
import type { OpenScratch } from './scratch.ts'
import { markCellDays } from './watermarks.ts'

/** What is built together. */
export const LEG_TABLES = ['call_legs', 'leg_health'] as const
/** Scratch tables that hold days of a whole run. */
const OF_A_RUN = ['legs', 'joined', 'universe', 'ends', 'uncounted'] as const

/** Rows near days that are built in the same statements: bounds their memory. One day may have more. */
const ROWS_AT_ONCE = 50_000
const rowsRow = z.object({ day: z.iso.date(), rows: z.number() })

/** Days that are built before they are swapped: bounds what lies beside the tables. */
const DAYS_AT_ONCE = 8

export interface StageParts {
  readonly engine: Engine
  /** One process's scratch tables: whoever stages days does so one after another. */
  readonly scratchOf: OpenScratch
  readonly buildGroup: BuildGroup
  readonly assignConferences: AssignConferences
  /** The process ends: nothing more is begun. */
  readonly isClosing: () => boolean
}

/** Is told of each day that is in its place. */
export type Progress = (day: LocalDay) => void

/** Builds days and puts them in their place; `isFrozen` days are left alone. @returns the days that were built */
export type BuildDays = (
  tenant: RolledTenant,
  days: readonly LocalDay[],
  isFrozen: (day: LocalDay) => boolean,
  progress?: Progress,
) => Promise<readonly LocalDay[]>

/** What is built of some days, before the swap. */
export type StageDays = (
  tenant: RolledTenant,
  days: readonly LocalDay[],
  isFrozen: (day: LocalDay) => boolean,
  staging: Staging,
) => Promise<readonly LocalDay[]>

/** It throws EngineError, AppError. */
export function createStageDays({
  engine,
  scratchOf,
  buildGroup,
  assignConferences,
  isClosing,
}: StageParts): StageDays {
  const queries = createQueries(engine, SQL)

  /** Days that are built together: as many as have few rows between them. */
  const groupsOf = async (tenantId: string, days: readonly LocalDay[]): Promise<readonly (readonly LocalDay[])[]> => {
    const stored = await queries.tenantQuery('rows_by_day', tenantId, {}, rowsRow)
    const rows = new Map<string, number>(stored.map((row) => [row.day, row.rows]))
    const near = (day: LocalDay): number =>
      [-1, 0, 1].reduce((sum, step) => sum + (rows.get(addDays(day, step)) ?? 0), 0)
    const groups: LocalDay[][] = []
    let left = 0 // rows that may still be added to the last group
    for (const day of days.toSorted()) {
      left -= near(day)
      const group = groups.at(-1)
      if (group !== undefined && left >= 0) group.push(day)
      else {
        groups.push([day])
        left = ROWS_AT_ONCE - near(day)
      }
    }
    return groups
  }

  return async (tenant, days, isFrozen, staging) => {
    const scratch = await scratchOf()
    // What an interrupted run left, perhaps of another tenant, must not be built upon; where it cannot be emptied, the run
    // fails. (What belongs to some days is emptied before they are built.)
    await scratch.clear(OF_A_RUN)
    try {
      const groups: (readonly LocalDay[])[] = []
      const built = new Set<LocalDay>()
      let next = days.filter((day) => !isFrozen(day))
      while (next.length > 0) {
        for (const group of await groupsOf(tenant.id, next)) {
          if (isClosing()) throw new AppError('unavailable')
          await buildGroup(tenant, group, scratch)
          groups.push(group)
          for (const day of group) built.add(day)
        }
        const spilled = await assignConferences(tenant.id, built, scratch)
        next = spilled.filter((day) => !isFrozen(day) && !built.has(day))
      }
      const names = { ...scratch.names, call_legs: staging.table('call_legs'), leg_health: staging.table('leg_health') }
      for (const group of groups) {
        await queries.tenantWork('finish', tenant.id, { ...names, days: group })
        await queries.tenantWork('health', tenant.id, { ...names, days: group })
      }
      return [...built].toSorted()
    } finally {
      await scratch.clear()
    }
  }
}

export interface BuildParts {
  readonly swaps: Swaps
  readonly stageDays: StageDays
  /** Which days' cells change with the legs, to be remembered with the swap; none where cells are not built. */
  readonly cells?: { readonly daysOf: CellDaysOf; readonly clock: Clock }
}

/** It throws EngineError, AppError. */
export function createBuildDays({ swaps, stageDays, cells }: BuildParts): BuildDays {
  return async (tenant, days, isFrozen, progress) => {
    const inOrder = [...new Set(days)].filter((day) => !isFrozen(day)).toSorted()
    const built = new Set<LocalDay>()
    for (let from = 0; from < inOrder.length; from += DAYS_AT_ONCE) {
      const staging = await swaps.begin(LEG_TABLES)
      try {
        const staged = await stageDays(tenant, inOrder.slice(from, from + DAYS_AT_ONCE), isFrozen, staging)
        const changed = cells === undefined ? [] : await cells.daysOf(tenant, staged, staging)
        await staging.swap(partitionsOf(tenant.id, staged), (tx) =>
          markCellDays(tx, tenant.id, changed, cells?.clock.now() ?? 0),
        )
        for (const day of staged) {
          built.add(day)
          progress?.(day)
        }
      } finally {
        await staging.drop()
      }
    }
    return [...built].toSorted()
  }
}

function partitionsOf(tenantId: string, days: readonly LocalDay[]): readonly Partition[] {
  return days.flatMap((period) => LEG_TABLES.map((table) => ({ table, tenantId, period })))
}

/** The first day that a record need not be called late for: yesterday. */
export function lateBefore(today: LocalDay): LocalDay {
  return addDays(today, -1)
}
