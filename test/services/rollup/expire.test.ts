/** What is over leaves, by the customer's own calendar and terms, from the tables and from the disk. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createExpiry, type Expired } from '../../../services/rollup/expire.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { openTestEngine, rowsOf, type TestEngine } from '../../support/engine.ts'

const logger = createLogger('silent')
const folder = mkdtempSync(join(tmpdir(), 'avesqo-expire-'))
const TABLES = ['observations', 'call_legs', 'leg_health', 'arrival_health', 'intake', 'refused']
const OF_DAYS = ['graded_legs', 'strata', 'strata_models', 'concurrency']
const OF_MONTHS = ['cube_day', 'cube_month']
let now = 0
const clock = { now: () => now }
let test: TestEngine
let control: Control

beforeAll(async () => {
  test = await openTestEngine()
  control = await openControl(folder, clock, logger)
})
afterAll(async () => {
  await control.close()
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  for (const table of [...TABLES, ...OF_DAYS, ...OF_MONTHS]) await test.engine.command(`TRUNCATE TABLE ${table}`)
  await control.change(async (tx) => {
    await tx.deleteFrom('tenants').execute()
    await tx.deleteFrom('watermarks').execute()
  })
})

async function addTenant(id: string, zone: string, retention: { facts: number; intake: number }): Promise<void> {
  await control.change((tx) =>
    tx
      .insertInto('tenants')
      .values({
        id,
        name: id,
        zone,
        country: 'NL',
        domains: '[]',
        role: 'processor',
        k: 10,
        mode: 'full',
        contract_from: '2026-01-01',
        contract_to: null,
        dpa_ref: 'DPA-1',
        retention: JSON.stringify({ cube_day: 396, ...retention }),
        seal_days: 3,
        config_rev: 1,
        decoder_version: 1,
        created_ms: 0,
      })
      .execute(),
  )
}

/** A row for each day in every table. */
async function fill(tenant: string, days: readonly string[]): Promise<void> {
  const each = 'FROM (SELECT arrayJoin({days:Array(Date)}) AS d)'
  const key = 'generateUUIDv4()'
  const statements = [
    `INSERT INTO observations (tenant_id, fact_day, subject, subject_key, event_key, rev, config_rev, links, media,
       content_hash) SELECT {tenant:String}, d, 'leg', ${key}, ${key}, 1, 1, [], [], ${key} ${each}`,
    `INSERT INTO call_legs (tenant_id, day, leg_key, subjects, observations, kind, objected, platform, source_id,
       start_ms, start_by, end_ms, end_by, known_end_ms, duration_ms, capped)
     SELECT {tenant:String}, d, ${key}, 1, 1, 'user', false, 'generic', 'example', 0, 'stated', 0, 'stated', 0, 0, false
     ${each}`,
    `INSERT INTO leg_health (tenant_id, day, source_id) SELECT {tenant:String}, d, 'example' ${each}`,
    `INSERT INTO arrival_health (tenant_id, day, source_id) SELECT {tenant:String}, d, 'example' ${each}`,
    `INSERT INTO intake (tenant_id, day, source_id, delivery_id) SELECT {tenant:String}, d, 'example', ${key} ${each}`,
    `INSERT INTO refused (tenant_id, day, source_id, delivery_id) SELECT {tenant:String}, d, 'example', ${key} ${each}`,
  ]
  for (const statement of statements) await test.engine.command(statement, { tenant, days })
}

async function daysOf(tenant: string): Promise<Record<string, readonly string[]>> {
  const days: Record<string, readonly string[]> = {}
  for (const table of TABLES) {
    const rows = await rowsOf<{ on_day: string }>(
      test.engine,
      `SELECT toString(${table === 'observations' ? 'fact_day' : 'day'}) AS on_day FROM ${table}
       WHERE tenant_id = '${tenant}' ORDER BY on_day`,
    )
    days[table] = rows.map((row) => row.on_day)
  }
  return days
}

const at = (instant: string): void => void (now = Date.parse(instant))
const pass = (): Promise<readonly Expired[]> => createExpiry({ engine: test.engine, control, clock, logger }).expire()
const periods = (expired: readonly Expired[], table: string) =>
  expired.filter((left) => left.table === table).flatMap((left) => left.periods)

describe('expiry', () => {
  it('goes by the tenant’s own terms and calendar, in every table, and does nothing twice', async () => {
    await addTenant('acme', 'Europe/Amsterdam', { facts: 45, intake: 60 })
    await addTenant('kolk', 'Asia/Kolkata', { facts: 90, intake: 396 })
    const days = ['2026-08-21', '2026-08-22', '2026-08-31', '2026-09-01', '2026-09-19', '2026-09-20', '2026-10-04']
    days.push('2026-10-05', '2026-10-06', '2026-11-20')
    await fill('acme', days)
    await fill('kolk', days)
    at('2026-11-19T22:59:59Z') // 23:59:59 in Amsterdam, 04:29 of the 20th in Kolkata
    const expired = await pass()

    const from = (first: string) => days.filter((day) => day >= first)
    expect(await daysOf('acme')).toEqual({
      observations: from('2026-10-05'), // 45 days before the 19th
      call_legs: from('2026-10-05'),
      leg_health: from('2026-09-20'), // 60 days before it
      arrival_health: from('2026-09-01'), // by month: August is over, of September the 20th is not
      intake: from('2026-09-01'),
      refused: from('2026-09-01'),
    })
    expect(await daysOf('kolk')).toEqual({
      observations: from('2026-08-22'), // 90 days before the 20th
      call_legs: from('2026-08-22'),
      leg_health: days,
      arrival_health: days,
      intake: days,
      refused: days,
    })
    expect(periods(expired, 'intake')).toEqual(['202608'])
    expect(expired.find((left) => left.tenantId === 'kolk' && left.table === 'observations')).toMatchObject({ rows: 1 })
    expect(await pass()).toEqual([])

    at('2026-11-19T23:00:00Z') // midnight in Amsterdam
    const next = await pass()
    expect(next.map((left) => [left.tenantId, left.table, left.periods, left.rows])).toEqual([
      ['acme', 'observations', ['2026-10-05'], 1],
      ['acme', 'call_legs', ['2026-10-05'], 1],
      ['acme', 'leg_health', ['2026-09-20'], 1],
    ])
  })

  it('takes a month when its last day is over, also 29 February', async () => {
    await addTenant('acme', 'Europe/Amsterdam', { facts: 45, intake: 60 })
    await fill('acme', ['2028-02-01', '2028-02-29'])
    at('2028-04-29T12:00:00Z') // 60 days after the 29th: it is kept
    expect(periods(await pass(), 'intake')).toEqual([])
    at('2028-04-30T12:00:00Z')
    expect(periods(await pass(), 'intake')).toEqual(['202802'])
  })

  it('leaves no byte of it on the disk', async () => {
    await addTenant('acme', 'Europe/Amsterdam', { facts: 45, intake: 60 })
    await fill('acme', ['2026-08-01', '2026-08-02', '2026-11-19', '2026-11-20'])
    at('2026-11-20T12:00:00Z')
    expect((await partDirectories()).length).toBe(4 + 4 + 4 + 2 + 2 + 2)
    await pass()
    expect((await partDirectories()).length).toBe(2 + 2 + 2 + 1 + 1 + 1)
  })

  it('takes what a reader held with the next pass', async () => {
    await addTenant('acme', 'Europe/Amsterdam', { facts: 45, intake: 396 })
    await fill('acme', ['2026-08-01', '2026-08-02', '2026-08-03', '2026-08-04'])
    at('2026-11-20T12:00:00Z')
    // A slow read holds its parts while they are dropped.
    const reading = test.engine.query(
      'SELECT count(), sum(sleepEachRow(0.5)) FROM observations SETTINGS max_block_size = 1, max_threads = 1',
    )
    await readHasBegun()
    expect((await pass()).map((left) => [left.table, left.rows])).toEqual([
      ['observations', 4],
      ['call_legs', 4],
    ])
    await reading
    expect(await daysOf('acme')).toMatchObject({ observations: [], call_legs: [] })
    const held = await partDirectories()
    expect(held.length).toBeGreaterThan(4 + 3)
    expect((await pass()).map((left) => [left.table, left.rows])).toEqual([['observations', 0]])
    expect((await partDirectories()).length).toBe(4 + 3)
    expect(await pass()).toEqual([])
  })

  it('takes parts that the engine has put aside, when their days are over', async () => {
    await addTenant('acme', 'Europe/Amsterdam', { facts: 45, intake: 60 })
    await fill('acme', ['2026-08-01', '2026-11-19'])
    for (const day of ['2026-08-01', '2026-11-19']) {
      await test.engine.command(`ALTER TABLE observations DETACH PARTITION ('acme', '${day}')`)
      await test.engine.command(`ALTER TABLE intake DETACH PARTITION ('acme', ${day.slice(0, 7).replace('-', '')})`)
    }
    const before = await detached()
    at('2026-11-20T12:00:00Z')
    await pass()
    const after = await detached()
    expect(before).toEqual(['intake', 'intake', 'observations', 'observations'])
    expect(after).toEqual(['intake', 'observations'])
    at('2027-03-01T12:00:00Z')
    await pass()
    expect(await detached()).toEqual([])
  })

  it('keeps the days of a customer that the control store does not know for a week, and then nothing', async () => {
    await addTenant('acme', 'Europe/Amsterdam', { facts: 90, intake: 396 })
    await fill('acme', ['2026-11-01', '2026-11-19'])
    at('2026-11-20T12:00:00Z')
    expect(await pass()).toEqual([])
    await control.change((tx) => tx.deleteFrom('tenants').execute())
    at('2026-11-21T12:00:00Z')
    expect(await pass()).toEqual([])
    at('2026-11-27T12:00:00Z') // put back in time: the week begins anew when it is missed again
    await addTenant('acme', 'Europe/Amsterdam', { facts: 90, intake: 396 })
    expect(await pass()).toEqual([])
    await control.change((tx) => tx.deleteFrom('tenants').execute())
    at('2026-11-28T12:00:00Z')
    expect(await pass()).toEqual([])
    at('2026-12-05T11:59:59Z')
    expect(await pass()).toEqual([])
    at('2026-12-05T12:00:00Z')
    expect((await pass()).map((left) => [left.table, left.rows])).toEqual(TABLES.map((table) => [table, 2]))
    expect(Object.values(await daysOf('acme'))).toEqual(TABLES.map(() => []))
    expect(await pass()).toEqual([])
    expect(await control.db.selectFrom('watermarks').selectAll().execute()).toEqual([])
  })
})

/** Days or months of a table that acme has rows of. */
const periodsOf = async (table: string) => {
  const period = OF_MONTHS.includes(table) ? 'month' : 'day'
  const rows = await rowsOf<{ period: string }>(
    test.engine,
    `SELECT toString(${period}) AS period FROM ${table} WHERE tenant_id = 'acme' ORDER BY period`,
  )
  return rows.map((row) => row.period)
}

describe('cells', () => {
  const months = ['2025-09-01', '2025-10-01', '2026-10-01', '2026-11-01']
  const days = ['2025-10-19', '2025-10-20', '2026-08-21', '2026-08-22', '2026-11-19']
  const fillCells = async () => {
    for (const table of OF_DAYS) {
      await test.engine.command(`INSERT INTO ${table} (tenant_id, day) SELECT 'acme', arrayJoin({days:Array(Date)})`, {
        days,
      })
    }
    for (const table of OF_MONTHS) {
      await test.engine.command(
        `INSERT INTO ${table} (tenant_id, month) SELECT 'acme', arrayJoin({months:Array(Date)})`,
        { months },
      )
    }
  }

  it('of legs go with the facts, those of days after 13 months, those of months with the contract', async () => {
    await addTenant('acme', 'Europe/Amsterdam', { facts: 90, intake: 396 })
    await fillCells()
    at('2026-11-20T12:00:00Z')
    const expired = await pass()
    for (const table of ['graded_legs', 'strata', 'strata_models']) {
      expect(await periodsOf(table), table).toEqual(['2026-08-22', '2026-11-19']) // 90 days before the 20th
    }
    expect(await periodsOf('concurrency')).toEqual(days.slice(1)) // 396 days before it
    expect(await periodsOf('cube_day')).toEqual(months.slice(1)) // of October 2025 the last days are kept
    expect(await periodsOf('cube_month')).toEqual(months)
    expect(periods(expired, 'cube_day')).toEqual(['2025-09-01'])
    expect(await pass()).toEqual([])
  })

  it('of a customer that is unknown for a week go as a whole', async () => {
    await fillCells()
    at('2026-11-20T12:00:00Z')
    await pass()
    expect(await periodsOf('cube_month')).toEqual(months)
    at('2026-11-27T12:00:00Z')
    await pass()
    for (const table of [...OF_DAYS, ...OF_MONTHS]) expect(await periodsOf(table), table).toEqual([])
  })

  it('of kept months stay where the engine has put them aside', async () => {
    await addTenant('acme', 'Europe/Amsterdam', { facts: 90, intake: 396 })
    await fillCells()
    for (const month of ['2025-09-01', '2026-10-01']) {
      for (const table of OF_MONTHS)
        await test.engine.command(`ALTER TABLE ${table} DETACH PARTITION ('acme', '${month}')`)
    }
    at('2026-11-20T12:00:00Z')
    await pass()
    expect(await detached()).toEqual(['cube_day', 'cube_month', 'cube_month'])
    for (const table of OF_MONTHS)
      await test.engine.command(`ALTER TABLE ${table} ATTACH PARTITION ('acme', '2026-10-01')`)
    await test.engine.command(`ALTER TABLE cube_month ATTACH PARTITION ('acme', '2025-09-01')`)
  })
})

/** Tables of the parts that the engine has put aside. */
async function detached(): Promise<readonly string[]> {
  const parts = await rowsOf<{ name: string }>(
    test.engine,
    'SELECT table AS name FROM system.detached_parts ORDER BY name',
  )
  return parts.map((part) => part.name)
}

/** Directories of parts with rows of a tenant. The engine keeps empty ones for a while, which hold no row's bytes. */
async function partDirectories(): Promise<readonly string[]> {
  const store = join(test.path, 'store')
  const files = readdirSync(store, { recursive: true, encoding: 'utf8' })
  const parts = files.filter((name) => /\/[0-9a-f]{32}_\d+_\d+_\d+$/u.test(name))
  return parts.filter((part) => files.some((name) => name.startsWith(part) && name.endsWith('.bin')))
}

async function readHasBegun(): Promise<void> {
  for (let look = 0; look < 1000; look += 1) {
    const [running] = await rowsOf<{ n: number }>(
      test.engine,
      `SELECT count() AS n FROM system.processes WHERE query LIKE '%sleepEachRow(0.5)%' AND read_rows > 0
         AND query NOT LIKE '%processes%'`,
    )
    if ((running?.n ?? 0) > 0) return
  }
  throw new Error('The read did not begin.')
}
