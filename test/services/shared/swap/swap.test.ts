/** How a day's new content takes the place of the old, and what a run that did not finish leaves behind. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSwaps, type Staging, type Swaps } from '../../../../services/shared/swap/index.ts'
import { type Control, openControl } from '../../../../services/shared/control/index.ts'
import { createLogger } from '../../../../services/shared/logger.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'
import { fillHealth, fillLegs, healthContents, legContents, stagingTables } from '../../../support/swap-rows.ts'

const clock = { now: () => Date.parse('2026-11-20T09:00:00Z') }
const logger = createLogger('silent')
const folder = mkdtempSync(join(tmpdir(), 'avesqo-swap-'))
const TABLES = ['call_legs', 'leg_health']
const MONDAY = '2026-11-16'
const TUESDAY = '2026-11-17'
let test: TestEngine
let control: Control
let swaps: Swaps

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
  for (const table of ['call_legs', 'leg_health', ...(await stagingTables(test.engine))]) {
    await test.engine.command(table.startsWith('staging') ? `DROP TABLE ${table} SYNC` : `TRUNCATE TABLE ${table}`)
  }
  await control.transaction((tx) => tx.deleteFrom('swap_intents').execute())
  swaps = createSwaps({ engine: test.engine, control, clock, logger })
})

const legs = (table: string, tenantId: string, day: string, version: number, rows = 3) =>
  fillLegs(test.engine, table, { tenantId, day, rows, version })
const whole = (tenant: string, day: string, version: number, rows = 3) => ({
  tenant,
  day,
  rows,
  keys: rows,
  versions: [version],
})
const openIntents = () => control.db.selectFrom('swap_intents').selectAll().execute()

/** What a process leaves that is killed between the intents and their end: `done` partitions are swapped already. */
async function killedInSwap(staging: Staging, days: readonly string[]): Promise<void> {
  await control.transaction(async (tx) => {
    for (const day of days) {
      await tx
        .insertInto('swap_intents')
        .values({
          id: randomUUID(),
          run_id: staging.runId,
          table_name: 'call_legs',
          partition_id: JSON.stringify(['acme', day]),
          staging_table: staging.table('call_legs'),
          created_ms: clock.now(),
        })
        .execute()
    }
  })
}

describe('a swap', () => {
  it('replaces what it names, empties what has no staged row, and leaves the rest alone', async () => {
    await legs('call_legs', 'acme', MONDAY, 1)
    await legs('call_legs', 'acme', TUESDAY, 1)
    await legs('call_legs', 'acme', '2026-11-18', 1)
    await legs('call_legs', 'beta', MONDAY, 1)
    const staging = await swaps.begin(TABLES)
    await legs(staging.table('call_legs'), 'acme', MONDAY, 2, 5)
    await legs(staging.table('call_legs'), 'acme', '2026-11-18', 2) // staged, not named
    await fillHealth(test.engine, staging.table('leg_health'), { tenantId: 'acme', day: MONDAY, rows: 2, version: 2 })
    await staging.swap([
      { table: 'call_legs', tenantId: 'acme', period: MONDAY },
      { table: 'call_legs', tenantId: 'acme', period: TUESDAY },
      { table: 'leg_health', tenantId: 'acme', period: MONDAY },
      { table: 'leg_health', tenantId: 'acme', period: TUESDAY },
    ])
    expect(await legContents(test.engine)).toEqual([
      whole('acme', MONDAY, 2, 5),
      whole('acme', '2026-11-18', 1),
      whole('beta', MONDAY, 1),
    ])
    expect(await healthContents(test.engine)).toEqual([whole('acme', MONDAY, 2, 2)])
    expect(await stagingTables(test.engine)).toEqual([])
    expect(await openIntents()).toEqual([])
  })

  it('refuses a partition that no tenant and no day can have, before anything is stored', async () => {
    for (const partition of [
      { tenantId: "acme', '2026-11-16') --", period: MONDAY },
      { tenantId: 'acme', period: '2026-02-30' },
      { tenantId: 'acme', period: "2026-11-16'" },
    ]) {
      const staging = await swaps.begin(TABLES)
      await expect(staging.swap([{ table: 'call_legs', ...partition }])).rejects.toThrow(/invalid/iu)
    }
    expect(await openIntents()).toEqual([])
  })

  it('that is given up leaves nothing', async () => {
    const staging = await swaps.begin(TABLES)
    await legs(staging.table('call_legs'), 'acme', MONDAY, 2)
    expect(await stagingTables(test.engine)).toHaveLength(2)
    await staging.drop()
    expect(await stagingTables(test.engine)).toEqual([])
    expect(await legContents(test.engine)).toEqual([])
  })

  it('that failed is completed before the next run begins, so that its rows never come back', async () => {
    await legs('call_legs', 'acme', MONDAY, 1)
    const failing = await swaps.begin(TABLES)
    await legs(failing.table('call_legs'), 'acme', MONDAY, 2)
    await test.engine.command('RENAME TABLE call_legs TO elsewhere')
    await expect(failing.swap([{ table: 'call_legs', tenantId: 'acme', period: MONDAY }])).rejects.toMatchObject({
      reason: 'no_such_table',
    })
    await failing.drop()
    await test.engine.command('RENAME TABLE elsewhere TO call_legs')
    expect(await openIntents()).toHaveLength(1)

    const next = await swaps.begin(TABLES)
    expect(await legContents(test.engine)).toEqual([whole('acme', MONDAY, 2)])
    await legs(next.table('call_legs'), 'acme', MONDAY, 3)
    await next.swap([{ table: 'call_legs', tenantId: 'acme', period: MONDAY }])
    expect(await createSwaps({ engine: test.engine, control, clock, logger }).recover()).toEqual({
      redone: 0,
      dropped: 0,
      lost: [],
    })
    expect(await legContents(test.engine)).toEqual([whole('acme', MONDAY, 3)])
  })

  it('of one run does not disturb another that is building', async () => {
    const [one, other] = [await swaps.begin(TABLES), await swaps.begin(TABLES)]
    await legs(one.table('call_legs'), 'acme', MONDAY, 1)
    await legs(other.table('call_legs'), 'acme', TUESDAY, 2)
    await Promise.all([
      one.swap([{ table: 'call_legs', tenantId: 'acme', period: MONDAY }]),
      other.swap([{ table: 'call_legs', tenantId: 'acme', period: TUESDAY }]),
      swaps.begin(TABLES).then((third) => third.drop()),
    ])
    expect(await legContents(test.engine)).toEqual([whole('acme', MONDAY, 1), whole('acme', TUESDAY, 2)])
    expect(await stagingTables(test.engine)).toEqual([])
  })
})

describe('after a kill', () => {
  it('between the intents and their end, everything of the run is swapped and nothing is doubled', async () => {
    await legs('call_legs', 'acme', MONDAY, 1)
    await legs('call_legs', 'acme', TUESDAY, 1)
    await legs('call_legs', 'acme', '2026-11-18', 1)
    const staging = await swaps.begin(TABLES)
    await legs(staging.table('call_legs'), 'acme', MONDAY, 2)
    await legs(staging.table('call_legs'), 'acme', TUESDAY, 2)
    await killedInSwap(staging, [MONDAY, TUESDAY, '2026-11-18'])
    // Killed inside the first replacement: old and new rows are both there.
    await test.engine.command(
      `INSERT INTO call_legs SELECT * FROM ${staging.table('call_legs')} WHERE day = '${MONDAY}'`,
    )
    expect((await legContents(test.engine))[0]).toMatchObject({ rows: 6, keys: 3, versions: [1, 2] })

    const restarted = createSwaps({ engine: test.engine, control, clock, logger })
    expect(await restarted.recover()).toEqual({ redone: 3, dropped: 0, lost: [] })
    expect(await legContents(test.engine)).toEqual([whole('acme', MONDAY, 2), whole('acme', TUESDAY, 2)])
    expect(await stagingTables(test.engine)).toEqual([])
    expect(await openIntents()).toEqual([])
    expect(await restarted.recover()).toEqual({ redone: 0, dropped: 0, lost: [] })
  })

  it('before the intents, the staging tables are dropped and the tables are as they were', async () => {
    await legs('call_legs', 'acme', MONDAY, 1)
    const staging = await swaps.begin(TABLES)
    await legs(staging.table('call_legs'), 'acme', MONDAY, 2)
    const restarted = createSwaps({ engine: test.engine, control, clock, logger })
    expect(await restarted.recover()).toEqual({ redone: 0, dropped: 2, lost: [] })
    expect(await legContents(test.engine)).toEqual([whole('acme', MONDAY, 1)])
    expect(await stagingTables(test.engine)).toEqual([])
  })

  it('whose control store comes from a backup, the days that cannot be redone are named, once', async () => {
    await legs('call_legs', 'acme', MONDAY, 1)
    const staging = await swaps.begin(TABLES)
    await killedInSwap(staging, [MONDAY, TUESDAY, TUESDAY])
    for (const name of await stagingTables(test.engine)) await test.engine.command(`DROP TABLE ${name} SYNC`)
    const lost = [
      { table: 'call_legs', tenantId: 'acme', period: MONDAY },
      { table: 'call_legs', tenantId: 'acme', period: TUESDAY },
    ]
    const restarted = createSwaps({ engine: test.engine, control, clock, logger })
    expect(await restarted.recover()).toEqual({ redone: 0, dropped: 0, lost })
    // Killed before they are built again, the next start finds them too.
    expect((await createSwaps({ engine: test.engine, control, clock, logger }).recover()).lost).toEqual(lost)
    await restarted.forgetLost()
    expect(await openIntents()).toEqual([])
    expect(await legContents(test.engine)).toEqual([whole('acme', MONDAY, 1)])
  })
})
