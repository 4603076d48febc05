/**
 * Step 1, touch: which local days have to be built again because of what has been stored since the watermark. Rows are
 * looked for from some minutes before the watermark on, because an insert may become visible after a later one.
 */
import { z } from 'zod'
import { addDays, type LocalDay } from '../shared/calendar.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import { type RolledTenant, SQL } from './build.ts'
import type { Scratch } from './scratch.ts'

/** How long before the watermark rows are looked for again, ms. */
export const OVERLAP_MS = 600_000
/** Days around a row on which something can stand that is tied to it: linked subjects, and late ends. */
const TIED = 2
/** Rounds after which a chain of ties is given up; a full rebuild finds what lies beyond. */
const MOST_ROUNDS = 64

const factDay = z.object({ day: z.iso.date() })
const localDay = z.object({ day: z.iso.date().transform((day) => day as LocalDay) })
const seenRow = z.object({
  rows: z.number(),
  fresh: z.number(),
  newest_ms: z.number(),
  fingerprint: z.union([z.number(), z.string()]).transform(String),
})

/** What has been stored since the watermark. */
export interface Seen {
  /** UTC days of facts that were written to. */
  readonly factDays: readonly string[]
  /** Rows after the watermark. */
  readonly fresh: number
  /** Equal: the same rows, from the overlap on. */
  readonly fingerprint: string
}

export interface Touch {
  /** @param fromMs rows from this time of the database on @param sinceMs the watermark, the database's time */
  look(tenantId: string, fromMs: number, sinceMs: number): Promise<Seen>
  /** The local days to build because of rows from `fromMs` on. */
  days(tenant: RolledTenant, seen: Seen, fromMs: number, scratch: Scratch): Promise<readonly LocalDay[]>
}

/** Its functions throw EngineError. */
export function createTouch(engine: Engine): Touch {
  const queries = createQueries(engine, SQL)
  return {
    async look(tenantId, fromMs, sinceMs) {
      const days = await queries.tenantQuery('touch_parts', tenantId, { since_ms: fromMs }, factDay)
      const factDays = days.map(({ day }) => day)
      const [seen] = await queries.tenantQuery(
        'touch_seen',
        tenantId,
        { since_ms: fromMs, until_ms: sinceMs, days: factDays },
        seenRow,
      )
      if (seen === undefined) return { factDays, fresh: 0, fingerprint: '' }
      return { factDays, fresh: seen.fresh, fingerprint: `${seen.rows} ${seen.newest_ms} ${seen.fingerprint}` }
    },
    async days(tenant, seen, fromMs, scratch) {
      await scratch.clear(['touched', 'ties'])
      await queries.tenantWork('touch_new', tenant.id, { ...scratch.names, since_ms: fromMs, days: seen.factDays })
      const countTouched = async (): Promise<number> => {
        const rows = await engine.query('SELECT count() AS touched FROM {touched:Identifier}', { ...scratch.names })
        return z.array(z.object({ touched: z.number() })).parse(rows)[0]?.touched ?? 0
      }
      let days = around(seen.factDays)
      for (let round = 0, touched = await countTouched(); round < MOST_ROUNDS && touched > 0; round += 1) {
        const parameters = { ...scratch.names, days }
        await queries.tenantWork('touch_keys', tenant.id, parameters)
        await queries.tenantWork('touch_spread', tenant.id, parameters)
        const factDays = await queries.tenantQuery('touch_fact_days', tenant.id, parameters, factDay)
        const wider = around([...factDays.map(({ day }) => day), ...seen.factDays])
        const now = await countTouched()
        if (now === touched && wider.length <= days.length) break
        touched = now
        days = wider
      }
      const found = await queries.tenantQuery(
        'touch_days',
        tenant.id,
        { ...scratch.names, days, zone: tenant.zone },
        localDay,
      )
      return found.map(({ day }) => day)
    },
  }
}

function around(days: readonly string[]): readonly string[] {
  const near = days.flatMap((day) => Array.from({ length: 2 * TIED + 1 }, (_, index) => addDays(day, index - TIED)))
  return [...new Set(near)].toSorted()
}
