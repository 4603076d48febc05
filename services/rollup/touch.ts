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
/** Fact days around a row on which rows stand that are compared with it (`WINDOW` of build.ts). */
const COMPARED = 6
/** Fact days around a row on which something can stand that is tied to it: linked subjects, and late ends. */
const TIED = 2
/** Rounds after which a chain of ties is given up; a full rebuild finds what lies beyond. */
const MOST_ROUNDS = 64

const factDay = z.object({ day: z.iso.date() })
const countRow = z.object({ rows: z.number() })
const localDay = z.object({ day: z.iso.date().transform((day) => day as LocalDay) })
const seenRow = z.object({ day: z.iso.date(), fresh: z.number(), since_last: z.string(), since_next: z.string() })

/** Fingerprints of what a run saw, by fact day, so that the next one leaves out days in which nothing is new. */
interface LastSeen {
  /** Of rows from this time of the database on, ms UTC. */
  readonly fromMs: number
  readonly byDay: ReadonlyMap<string, string>
}

/** What has been stored since the last run. */
export interface Seen {
  /** UTC days of facts in which something is new. */
  readonly factDays: readonly string[]
  /** Rows on these days after the watermark. */
  readonly fresh: number
  /** Rows from this time of the database on were looked at, ms UTC. */
  readonly fromMs: number
  /** To be said when the run is complete: the next one begins from here. */
  readonly done: () => void
}

export interface Touch {
  /**
   * @param sinceMs the watermark: the database's time before the last complete run
   * @param untilMs the database's time now
   */
  look(tenantId: string, sinceMs: number, untilMs: number): Promise<Seen>
  /** The local days to build. */
  days(tenant: RolledTenant, seen: Seen, scratch: Scratch): Promise<readonly LocalDay[]>
}

/** It remembers in this process what it has seen; a new process looks at the whole overlap once. @throws EngineError */
export function createTouch(engine: Engine, overlapMs: number = OVERLAP_MS): Touch {
  const queries = createQueries(engine, SQL)
  const lastSeen = new Map<string, LastSeen>()
  return {
    async look(tenantId, sinceMs, untilMs) {
      const last = lastSeen.get(tenantId)
      const fromMs = last?.fromMs ?? Math.max(0, sinceMs - overlapMs)
      const nextMs = Math.max(0, untilMs - overlapMs)
      const written = await queries.tenantQuery('touch_parts', tenantId, { since_ms: fromMs }, factDay)
      const parameters = {
        since_ms: fromMs,
        next_ms: nextMs,
        watermark_ms: sinceMs,
        days: written.map(({ day }) => day),
      }
      const rows = written.length === 0 ? [] : await queries.tenantQuery('touch_seen', tenantId, parameters, seenRow)
      const changed = rows.filter(({ day, since_last }) => last?.byDay.get(day) !== since_last)
      return {
        factDays: changed.map(({ day }) => day),
        fresh: changed.reduce((sum, { fresh }) => sum + fresh, 0),
        fromMs,
        done() {
          const byDay = new Map(rows.map(({ day, since_next }) => [day, since_next]))
          lastSeen.set(tenantId, { fromMs: nextMs, byDay })
        },
      }
    },
    async days(tenant, seen, scratch) {
      await scratch.clear(['touched', 'ties'])
      await queries.tenantWork('touch_new', tenant.id, { ...scratch.names, since_ms: seen.fromMs, days: seen.factDays })
      const hasRecords = async (): Promise<boolean> => {
        const parameters = { since_ms: seen.fromMs, days: seen.factDays }
        const [row] = await queries.tenantQuery('touch_has_records', tenant.id, parameters, countRow)
        return (row?.rows ?? 0) > 0
      }
      const countTouched = async (): Promise<number> => {
        const rows = await engine.query('SELECT count() AS touched FROM {touched:Identifier}', { ...scratch.names })
        return z.array(z.object({ touched: z.number() })).parse(rows)[0]?.touched ?? 0
      }
      // A new row changes no day outside these: it stands in the window of no other.
      let reach = around(seen.factDays, COMPARED)
      if (await hasRecords()) {
        const written = await queries.tenantQuery('touch_parts', tenant.id, { since_ms: 0 }, factDay)
        const all = { ...scratch.names, days: written.map(({ day }) => day) }
        await queries.tenantWork('touch_records', tenant.id, all)
        const rows = await queries.tenantQuery('touch_fact_days', tenant.id, all, factDay)
        reach = around([...seen.factDays, ...rows.map(({ day }) => day)], COMPARED)
      }
      for (let round = 0, touched = await countTouched(); round < MOST_ROUNDS && touched > 0; round += 1) {
        const rows = await queries.tenantQuery('touch_fact_days', tenant.id, { ...scratch.names, days: reach }, factDay)
        const near = new Set(
          around(
            rows.map(({ day }) => day),
            TIED,
          ),
        )
        const days = reach.filter((day) => near.has(day))
        await queries.tenantWork('touch_keys', tenant.id, { ...scratch.names, days })
        await queries.tenantWork('touch_spread', tenant.id, { ...scratch.names, days })
        const now = await countTouched()
        if (now === touched) break
        touched = now
      }
      const found = await queries.tenantQuery(
        'touch_days',
        tenant.id,
        { ...scratch.names, days: reach, near: around(seen.factDays, TIED), zone: tenant.zone },
        localDay,
      )
      return found.map(({ day }) => day)
    },
  }
}

function around(days: readonly string[], reach: number): readonly string[] {
  const near = days.flatMap((day) => Array.from({ length: 2 * reach + 1 }, (_, index) => addDays(day, index - reach)))
  return [...new Set(near)].toSorted()
}
