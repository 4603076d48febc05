/** Customers over a long time, in the process of a test: the entry, the store, rollup and expiry, with a clock that moves. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { HISTOGRAM_NAMES, SUMS } from '../../schemas/cube.ts'
import { DEFAULT_RETENTION } from '../../schemas/control/tables.ts'
import type { Observation } from '../../schemas/observation.ts'
import { addSource } from '../../services/cli/admin/sources.ts'
import { addTenant } from '../../services/cli/admin/tenants.ts'
import { createEntry, openDirectory, openKeyring, openKeys } from '../../services/ingest/index.ts'
import { createExpiry, createRollup } from '../../services/rollup/index.ts'
import { DAY_MS } from '../../services/shared/calendar.ts'
import { openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { createStore } from '../../services/store/index.ts'
import { openTestEngine } from '../support/engine.ts'
import { insertObservations } from '../support/observations.ts'

export interface Customer {
  readonly id: string
  readonly zone: string
  /** Days for which facts are kept. */
  readonly facts: number
}

/** What the generic record says of a leg. */
export type Telling = Readonly<Record<string, string | number>>

/** What a day of `call_legs` holds. */
export interface DayHeld {
  readonly rows: number
  readonly hash: string
}

const dayRow = z.object({ day: z.string(), hash: z.string(), held_rows: z.number() })
const factDayRow = z.object({ day: z.string() })
const healthRow = z.object({ late: z.number(), frozen: z.number() })
const partRow = z.object({ id: z.string() })

/** Cells of which the days do not add up to the month, in any sum or bin. */
const UNEQUAL = (() => {
  const counts = `arrayConcat([${SUMS.map((sum) => `toInt64(${sum})`).join(', ')}],
    ${HISTOGRAM_NAMES.map((name) => `arrayMap(bin -> toInt64(bin), h_${name})`).join(', ')})`
  const cell = 'tenant_id, month, population, cut, v1, v2, room'
  return `SELECT ${cell} FROM (
      SELECT ${cell}, ${counts} AS counts FROM cube_day WHERE month >= {since:Date}
      UNION ALL
      SELECT ${cell}, arrayMap(count -> -count, ${counts}) AS counts FROM cube_month WHERE month >= {since:Date}
    ) GROUP BY ${cell} HAVING arrayExists(count -> count != 0, sumForEach(counts))`
})()

export type Life = Awaited<ReturnType<typeof openLife>>

/** How often cells are counted, ms: in between, days and months must agree as well. */
const CELLS_EVERY_MS = 3 * DAY_MS

/** @param contractFrom `YYYY-MM-DD`, of all of them */
export async function openLife(customers: readonly Customer[], contractFrom: string) {
  let now = Date.parse(`${contractFrom}T12:00:00Z`)
  const clock = { now: () => now }
  const logger = createLogger('silent')
  const home = mkdtempSync(join(tmpdir(), 'avesqo-life-'))
  const opened = await openTestEngine(logger)
  const { engine } = opened
  const control = await openControl(join(home, 'data'), clock, logger)
  for (const { id, zone, facts } of customers) {
    await addTenant(control, now, {
      id,
      name: id,
      zone,
      country: 'NL',
      domains: ['voorbeeld.example'],
      role: 'processor',
      k: 10,
      mode: 'full',
      contract_from: contractFrom,
      contract_to: null,
      dpa_ref: 'DPA-1',
      retention: { ...DEFAULT_RETENTION, facts },
      seal_days: 5,
    })
    await addSource(control, now, {
      id: `${id}-source`,
      tenant_id: id,
      platform: 'generic',
      supplier: 'Own',
      supplier_country: 'NL',
      transfer_basis: 'eea',
      transfer_ref: null,
      checked_on: contractFrom,
      checked_by: 'officer',
      dpa_ref: 'DPA-2',
      dpa_until: '2035-12-31',
    })
  }
  const keys = openKeys(join(home, 'keys'), join(home, 'data'))
  const keyring = await openKeyring({ control, provider: keys, clock, logger })
  const directory = await openDirectory(control, clock, logger)
  const store = await createStore({ engine, logger })
  const entry = createEntry({ directory, keyring, sink: store, logger, maxRecords: 10_000 })
  const expiry = createExpiry({ engine, control, clock, logger })
  const open = () => createRollup({ engine, control, clock, logger, cellsEveryMs: CELLS_EVERY_MS })
  let rollup = open()

  return {
    /** Moves the clock. */
    at(instant: string): void {
      now = Date.parse(instant)
    },
    /** Sends records through the entry; gives the code of each refused one. */
    async send(id: string, records: readonly Telling[]): Promise<readonly string[]> {
      const source = directory.source(`${id}-source`)
      if (source === null) throw new Error('there is no such source')
      const bytes = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'))
      const answer = await entry.process(source, { bytes, contentType: 'application/x-ndjson' }, now)
      return answer.refused.map(({ code }) => code)
    },
    /** Puts observations into the table behind the entry, as a replayed topic or a restored backup would. */
    behind: (observations: readonly Observation[]) => insertObservations(engine, observations),
    /** @param full every day that is not frozen */
    async run(full = false): Promise<void> {
      await rollup.run(full ? { full } : { cells: 'in_time' })
    },
    /** As a new process would begin. */
    async restart(): Promise<void> {
      rollup = open()
      await rollup.recover()
    },
    expire: () => expiry.expire(),
    /** The days of `call_legs`. */
    async legs(id: string): Promise<ReadonlyMap<string, DayHeld>> {
      const rows = await engine.query(
        `SELECT toString(day) AS day, count() AS held_rows,
           hex(sipHash128(arraySort(groupArray(sipHash128(tuple(*)))))) AS hash
         FROM call_legs WHERE tenant_id = {id:String} GROUP BY call_legs.day`,
        { id },
      )
      return new Map(
        z
          .array(dayRow)
          .parse(rows)
          .map(({ day, hash, held_rows: held }) => [day, { rows: held, hash }]),
      )
    },
    /**
     * Cells of all customers whose days do not add up to their month; and how many months there are.
     *
     * @param since first day of the first month that is looked at
     */
    async unequalCells(since: string): Promise<{ readonly cells: readonly unknown[]; readonly months: number }> {
      const months = await engine.query('SELECT DISTINCT tenant_id, month FROM cube_month')
      return { cells: await engine.query(UNEQUAL, { since }), months: months.length }
    },
    /** The days of `observations`. */
    async factDays(id: string): Promise<readonly string[]> {
      const rows = await engine.query(
        'SELECT DISTINCT toString(fact_day) AS day FROM observations WHERE tenant_id = {id:String} ORDER BY day',
        { id },
      )
      return z
        .array(factDayRow)
        .parse(rows)
        .map(({ day }) => day)
    },
    /** What arrived late, over all runs. */
    async arrivals(id: string): Promise<z.infer<typeof healthRow>> {
      const rows = await engine.query(
        'SELECT sum(late) AS late, sum(frozen) AS frozen FROM arrival_health FINAL WHERE tenant_id = {id:String}',
        { id },
      )
      return z.tuple([healthRow]).parse(rows)[0]
    },
    /** Directories with rows of a partition that no query sees. */
    async strayDirectories(): Promise<readonly string[]> {
      const rows = await engine.query('SELECT DISTINCT partition_id AS id FROM system.parts WHERE active AND rows > 0')
      const held = new Set(
        z
          .array(partRow)
          .parse(rows)
          .map(({ id }) => id),
      )
      const files = readdirSync(join(opened.path, 'store'), { recursive: true, encoding: 'utf8' })
      const parts = new Set(files.filter((name) => name.endsWith('.bin')).map((name) => name.split('/').at(-2) ?? ''))
      return [...parts].filter((part) => !held.has(part.split('_')[0] ?? ''))
    },
    async close(): Promise<void> {
      await store.close()
      await control.close()
      await opened.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
