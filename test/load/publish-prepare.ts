/**
 * Fills a data directory with a month of legs: of some days rollup builds them, all others are one of these days, moved
 * and multiplied. In a process of its own, as rollup-prepare.ts.
 */
import { z } from 'zod'
import { CELL_TABLES, CELLS_VERSION } from '../../services/rollup/cells.ts'
import { writeMarks } from '../../services/rollup/watermarks.ts'
import type { LocalDay } from '../../services/shared/calendar.ts'
import { TENANT } from './organisation.ts'
import { MONTH_DAYS, openPublishStore } from './publish-store.ts'
import { addRolledTenant, ROLLED } from './rolled-store.ts'

const localDay = z.iso.date().transform((day) => day as LocalDay)
/** What to put where. */
const filling = z.object({
  directory: z.string(),
  /** UTC days of observations, and legs of each. */
  observed: z.array(localDay),
  legs: z.number(),
  /** Local days whose legs rollup builds, and which of them is moved to the days of the month that were not built. */
  built: z.array(localDay),
  moved: localDay,
  copies: z.number(),
})
export type MonthFilling = z.input<typeof filling>

/** Long enough ago that nothing of it is new to a run. */
const STORED_BEFORE_MS = 3_600_000
/** Days of legs that are moved at a time. */
const SOME = 3

const { directory, observed, legs, built, moved, copies } = filling.parse(JSON.parse(process.argv[2] ?? ''))
const store = await openPublishStore(directory)
await addRolledTenant(store)
for (const table of ['observations', 'call_legs', 'leg_health', ...CELL_TABLES]) {
  await store.engine.command(`ALTER TABLE ${table} MODIFY SETTING fsync_after_insert = 0, fsync_part_directory = 0`)
}
const stored_ms = Date.now() - STORED_BEFORE_MS
for (const day of observed) {
  const parameters = { legs, day_ms: Date.parse(`${day}T00:00:00Z`), stored_ms }
  await store.queries.tenantWork('day', TENANT, parameters)
  await store.queries.tenantWork('conferences', TENANT, parameters)
}
const done = new Set(await store.buildDays(ROLLED, built, () => false))
const days = MONTH_DAYS.filter((day) => !done.has(day))
for (let from = 0; from < days.length; from += SOME) {
  await store.queries.tenantWork('publish_legs', TENANT, { day: moved, days: days.slice(from, from + SOME), copies })
}
await store.queries.tenantWork('publish_health', TENANT, { day: moved, days, copies })
await writeMarks(store.control, TENANT, { rollup: Date.now(), cells: CELLS_VERSION })
await store.close()
process.disconnect?.()
