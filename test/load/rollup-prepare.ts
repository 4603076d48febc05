/**
 * Fills a data directory with days of observations and their legs, in a process of its own: what that takes must not
 * count in the memory of the process that is measured.
 */
import { z } from 'zod'
import { addDays, type LocalDay } from '../../services/shared/calendar.ts'
import { writeMarks } from '../../services/rollup/watermarks.ts'
import { TENANT } from './organisation.ts'
import { addRolledTenant, openStore, ROLLED } from './rolled-store.ts'

/** What to put where. */
const filling = z.object({
  directory: z.string(),
  days: z.array(z.object({ day: z.string(), legs: z.number() })),
  /** Days whose legs rollup builds. */
  built: z.array(z.string()),
  /** The legs of the first of those are moved to as many days before it. */
  moved: z.number(),
})
export type Filling = z.infer<typeof filling>

/** Long enough ago that nothing of it is new to a run. */
const STORED_BEFORE_MS = 3_600_000
/** Days of legs that are copied at a time. */
const SOME = 10

const { directory, days, built, moved } = filling.parse(JSON.parse(process.argv[2] ?? ''))
const store = await openStore(directory)
await addRolledTenant(store)
for (const table of ['observations', 'call_legs', 'leg_health']) {
  await store.engine.command(`ALTER TABLE ${table} MODIFY SETTING fsync_after_insert = 0, fsync_part_directory = 0`)
}
const stored_ms = Date.now() - STORED_BEFORE_MS
for (const [n, { day, legs }] of days.entries()) {
  const parameters = { legs, day_ms: Date.parse(`${day}T00:00:00Z`), stored_ms }
  await store.queries.tenantWork('day', TENANT, parameters)
  await store.queries.tenantWork('conferences', TENANT, parameters)
  if (n % SOME === SOME - 1) process.send?.(`${n + 1} of ${days.length} days of observations`)
}
await store.buildDays(ROLLED, built as LocalDay[], () => false)
const [first] = built
if (first !== undefined) {
  for (let from = 1; from <= moved; from += SOME) {
    const until = Math.min(from + SOME, moved + 1)
    await store.queries.tenantWork('legs_before', TENANT, { day: addDays(first, 0), from, until })
  }
}
await writeMarks(store.control, TENANT, { rollup: Date.now() })
await store.close()
process.disconnect?.()
