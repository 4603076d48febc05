/** How far rollup has come with a tenant: rows of the control store's `watermarks`. */
import { z } from 'zod'
import type { LocalDay } from '../shared/calendar.ts'
import type { Control, ControlTransaction } from '../shared/control/index.ts'

/** Each with its unit. */
export interface Marks {
  /** Everything that was stored before is counted: the database's time before the last complete run, ms UTC. */
  readonly rollup: number
  /** When that run ended, by our clock, ms UTC. */
  readonly rollup_ran: number
  /** How long the last run took that had something to do, ms. */
  readonly rollup_took: number
  /** Local days that it built. */
  readonly rollup_days: number
  /** When legs were last compared with the facts, by our clock, ms UTC. */
  readonly drift_ran: number
  /** Days that differed then. */
  readonly drift_days: number
  /** By which version of the fifth step the cells were made (`CELLS_VERSION`). */
  readonly cells: number
  /** When cells were last counted, by our clock, ms UTC. */
  readonly cells_ran: number
}

const NAMES = [
  'rollup',
  'rollup_ran',
  'rollup_took',
  'rollup_days',
  'drift_ran',
  'drift_days',
  'cells',
  'cells_ran',
] as const

/** @throws AppError */
export async function readMarks(control: Control, tenantId: string): Promise<Partial<Marks>> {
  const rows = await control.db
    .selectFrom('watermarks')
    .select(['name', 'value_ms'])
    .where('tenant_id', '=', tenantId)
    .where('name', 'in', NAMES)
    .execute()
  return Object.fromEntries(rows.map(({ name, value_ms }) => [name, value_ms]))
}

/** In one transaction. @throws AppError */
export async function writeMarks(control: Control, tenantId: string, marks: Partial<Marks>): Promise<void> {
  await control.transaction(async (tx) => {
    for (const [name, value_ms] of Object.entries(marks)) {
      await tx
        .insertInto('watermarks')
        .values({ tenant_id: tenantId, name, value_ms })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet({ value_ms }))
        .execute()
    }
  })
}

/** Marks of days whose legs were swapped and whose cells were not yet: `cells 2026-11-16`. */
const CELLS_OF = 'cells '
const cellsMark = z
  .string()
  .startsWith(CELLS_OF)
  .transform((name) => name.slice(CELLS_OF.length))
  .pipe(z.iso.date().transform((day) => day as LocalDay))

/** The days of which cells have to be built. @throws AppError */
export async function readCellDays(control: Control, tenantId: string): Promise<readonly LocalDay[]> {
  const rows = await control.db
    .selectFrom('watermarks')
    .select('name')
    .where('tenant_id', '=', tenantId)
    .where('name', 'like', `${CELLS_OF}%`)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => cellsMark.parse(name))
}

/** Remembers days of which cells have to be built. */
export async function markCellDays(
  tx: ControlTransaction,
  tenantId: string,
  days: readonly LocalDay[],
  now: number,
): Promise<void> {
  for (const day of days) {
    await tx
      .insertInto('watermarks')
      .values({ tenant_id: tenantId, name: `${CELLS_OF}${day}`, value_ms: now })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet({ value_ms: now }))
      .execute()
  }
}

/** Forgets the marks of these days. */
export async function forgetCellDays(
  tx: ControlTransaction,
  tenantId: string,
  days: readonly LocalDay[],
): Promise<void> {
  for (const day of days) {
    await tx
      .deleteFrom('watermarks')
      .where('tenant_id', '=', tenantId)
      .where('name', '=', `${CELLS_OF}${day}`)
      .execute()
  }
}
