/** Reads what rules look at: cube, strata, and how much each source delivered (invariant I10: no legs). */
import { z } from 'zod'
import { type Cell, cell, modelStratum, type ModelStratum, stratum, type Stratum } from '../../schemas/cube.ts'
import { addDays } from '../shared/calendar.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import type { DayCell, SourceDay } from './input.ts'

const SQL = new URL('sql/', import.meta.url)
/** Days before the month that changes and silences are looked for in, as far as they still have facts. */
const DAYS_BEFORE = 92

const dayCell = cell
  .pick({
    cut: true,
    v1: true,
    room: true,
    legs: true,
    gradeable: true,
    ungraded: true,
    persons: true,
    top_legs_mp: true,
    top_ms_mp: true,
    measured_n: true,
    windows_n: true,
    alarms_n: true,
  })
  .extend({ day: z.iso.date() })
const sourceDay = z.strictObject({ source: z.string(), day: z.iso.date(), legs: z.number().int() })

export interface Rows {
  readonly cells: readonly Cell[]
  readonly days: readonly DayCell[]
  readonly strata: readonly Stratum[]
  readonly modelStrata: readonly ModelStratum[]
  readonly health: readonly SourceDay[]
}

/** The first day that is looked at for a month. @param first the month's first day */
export function firstLookedAt(first: string): string {
  return addDays(first, -DAYS_BEFORE)
}

/**
 * @param first the month's first day, and its last
 * @throws EngineError
 */
export async function readRows(engine: Engine, tenantId: string, first: string, last: string): Promise<Rows> {
  const queries = createQueries(engine, SQL)
  const from = firstLookedAt(first)
  const people = await queries.tenantQuery('strata_days', tenantId, { from, last }, stratum)
  const media = await queries.tenantQuery('strata_media', tenantId, { first, last }, stratum)
  return {
    cells: await queries.tenantQuery('cells_month', tenantId, { month: first }, cell),
    days: await queries.tenantQuery('cells_days', tenantId, { from, first, last }, dayCell),
    strata: [...people, ...media],
    modelStrata: await queries.tenantQuery('strata_models', tenantId, { first, last }, modelStratum),
    health: await queries.tenantQuery('source_days', tenantId, { from, last }, sourceDay),
  }
}
