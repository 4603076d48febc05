/**
 * When cells are built: also after a run that ended between legs and cells, not any more once their month is frozen, anew
 * by a full run, and compared with the legs each night.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCellDays } from '../../../services/rollup/watermarks.ts'
import { call, dayCellOf, monthCellOf } from '../../support/calls.ts'
import { rowsOf } from '../../support/engine.ts'
import { changed, TENANT } from '../../support/observations.ts'
import { openRolled, type Rolled } from '../../support/rolled.ts'

/** With 45 days of facts on 1 December, 20 October is the newest frozen day: October is frozen, November is not. */
const FACTS_DAYS = 45
let rolled: Rolled

beforeAll(async () => {
  rolled = await openRolled({ cells: true, factsDays: FACTS_DAYS })
  await rolled.addTenant(TENANT, { zone: 'Europe/Amsterdam' })
})
afterAll(() => rolled.close())
beforeEach(() => rolled.clear())

const leg = (who: string, day: string) =>
  call({ who, in: `call ${day}`, from: `${day}T10:00:00Z`, to: `${day}T10:30:00Z`, site: 'hq' })
const command = (sql: string) => rolled.engine.command(sql)
const drifted = async () => {
  const [of] = await rolled.rollup.check()
  return [...(of?.days ?? []), ...(of?.unsettled ?? [])]
}

describe('a run', () => {
  it('that ends between legs and cells leaves the days to the next one, also one that a leg has left', async () => {
    await rolled.insert([leg('ann', '2026-11-16'), leg('bob', '2026-11-16')])
    await rolled.run()
    const [moved] = [leg('ann', '2026-11-16')].map((row) =>
      changed(row, {
        config_rev: 2,
        start_ms: (row.start_ms ?? 0) + 86_400_000,
        end_ms: (row.end_ms ?? 0) + 86_400_000,
      }),
    )
    await rolled.insert(moved === undefined ? [] : [moved])
    await command('RENAME TABLE cube_day TO cube_day_away') // the engine fails after the legs are swapped
    await expect(rolled.run()).rejects.toMatchObject({ name: 'EngineError' })
    expect(await readCellDays(rolled.control, TENANT)).toEqual(['2026-11-16', '2026-11-17'])
    await command('RENAME TABLE cube_day_away TO cube_day')
    await rolled.run()
    expect(await readCellDays(rolled.control, TENANT)).toEqual([])
    expect(await dayCellOf(rolled.engine, '2026-11-16', 'tenant')).toMatchObject({ legs: 1 })
    expect(await dayCellOf(rolled.engine, '2026-11-17', 'tenant')).toMatchObject({ legs: 1 })
  })

  it('in time counts cells when those of ten minutes have come together, and loses none', async () => {
    await rolled.rollup.run({ cells: 'in_time' })
    await rolled.insert([leg('ann', '2026-11-16')])
    await rolled.rollup.run({ cells: 'in_time' })
    expect(await dayCellOf(rolled.engine, '2026-11-16', 'tenant'), 'nothing was counted before').toMatchObject({
      legs: 1,
    })
    rolled.later(599_000)
    await rolled.insert([leg('bob', '2026-11-16')])
    await rolled.rollup.run({ cells: 'in_time' })
    expect(await readCellDays(rolled.control, TENANT)).toEqual(['2026-11-16'])
    expect(await dayCellOf(rolled.engine, '2026-11-16', 'tenant')).toMatchObject({ legs: 1 })
    rolled.later(1_000)
    await rolled.rollup.run({ cells: 'in_time' })
    expect(await readCellDays(rolled.control, TENANT)).toEqual([])
    expect(await dayCellOf(rolled.engine, '2026-11-16', 'tenant')).toMatchObject({ legs: 2 })
    await rolled.insert([leg('cas', '2026-11-16')])
    await rolled.run()
    expect(await dayCellOf(rolled.engine, '2026-11-16', 'tenant'), 'asked for').toMatchObject({ legs: 3 })
  })

  it('builds the cells of legs that were there before there were cells', async () => {
    await rolled.insert([leg('ann', '2026-11-16')])
    await rolled.run()
    const hashes = await rolled.cellHashes()
    for (const table of Object.keys(hashes)) await command(`TRUNCATE TABLE ${table}`)
    await rolled.control.transaction((tx) => tx.deleteFrom('watermarks').where('name', '=', 'cells').execute())
    await rolled.run()
    expect(await rolled.cellHashes()).toEqual(hashes)
  })

  it('leaves a month alone whose first day is frozen, though some of its legs are not', async () => {
    await rolled.insert([leg('ann', '2026-10-30'), leg('ann', '2026-11-02')])
    await rolled.run()
    await rolled.runFull()
    expect(await rowsOf(rolled.engine, 'SELECT toString(day) AS day FROM call_legs ORDER BY day')).toHaveLength(2)
    for (const table of ['graded_legs', 'strata', 'strata_models', 'concurrency', 'cube_day']) {
      expect(await rowsOf(rolled.engine, `SELECT DISTINCT toString(day) AS day FROM ${table}`), table).toEqual([
        { day: '2026-11-02' },
      ])
    }
    await command(
      `INSERT INTO cube_month (tenant_id, month, population, cut, legs) VALUES ('${TENANT}', '2026-10-01', 'people', 'tenant', 7)`,
    )
    await rolled.insert([leg('bob', '2026-10-30')])
    await rolled.run()
    await rolled.runFull()
    expect(await rowsOf(rolled.engine, `SELECT legs FROM cube_month WHERE month = '2026-10-01'`)).toEqual([{ legs: 7 }])
    expect(await drifted()).toEqual([])
  })

  it('waits for work that must not meet it', async () => {
    const order: string[] = []
    const alone = rolled.rollup.alone(async (swaps) => {
      const staging = await swaps.begin(['cube_month'])
      await staging.drop()
      order.push('alone')
      return 'done'
    })
    const run = rolled.run().then(() => order.push('run'))
    expect(await alone).toBe('done')
    await run
    expect(order).toEqual(['alone', 'run'])
  })
})

describe('the drift check', () => {
  it('finds cells that are not those of their legs, and a full run repairs them', async () => {
    await rolled.insert([leg('ann', '2026-11-16'), leg('ann', '2026-11-17')])
    await rolled.run()
    expect(await drifted()).toEqual([])
    const tampered: readonly (readonly [sql: string, days: readonly string[]])[] = [
      [`ALTER TABLE graded_legs UPDATE alone_ms = 1 WHERE day = '2026-11-16'`, ['2026-11-16']],
      [`ALTER TABLE strata UPDATE legs = 9 WHERE day = '2026-11-17'`, ['2026-11-17']],
      [`ALTER TABLE cube_day UPDATE h_loss = [] WHERE day = '2026-11-17'`, ['2026-11-17']],
      [`ALTER TABLE cube_month UPDATE persons = 9 WHERE cut = 'site'`, ['2026-11-01']],
      [`ALTER TABLE concurrency DELETE WHERE day = '2026-11-16'`, ['2026-11-16']],
    ]
    for (const [sql, days] of tampered) {
      await command(`${sql} SETTINGS mutations_sync = 2`)
      expect(await drifted(), sql).toEqual(days)
      await rolled.runFull()
    }
    expect(await drifted()).toEqual([])
  })
})

describe('what arrives after its month was published', () => {
  it('is counted, and changes the cells', async () => {
    await rolled.control.transaction((tx) =>
      tx
        .insertInto('periods')
        .values({ tenant_id: TENANT, month: '2026-11', state: 'sealed', revision: 1, changed_ms: 0, reason: null })
        .execute(),
    )
    await rolled.insert([leg('ann', '2026-11-16'), leg('ann', '2026-11-17')])
    await rolled.run()
    expect(await rowsOf(rolled.engine, 'SELECT sum(after_seal) AS n FROM arrival_health FINAL')).toEqual([{ n: 2 }])
    expect(await monthCellOf(rolled.engine, 'tenant')).toMatchObject({ legs: 2 })
    await rolled.control.transaction((tx) => tx.updateTable('periods').set({ state: 'reopened' }).execute())
    await rolled.insert([leg('bob', '2026-11-16')])
    await rolled.run()
    expect(await rowsOf(rolled.engine, 'SELECT sum(after_seal) AS n FROM arrival_health FINAL')).toEqual([{ n: 2 }])
    await rolled.control.transaction((tx) => tx.deleteFrom('periods').execute())
  })

  it.each(['sealed', 'frozen'] as const)(
    'is not waited for in a month that is frozen and called %s: nobody can open that again',
    async (state) => {
      const published = { tenant_id: TENANT, revision: 1, changed_ms: 0, reason: null }
      await rolled.control.transaction((tx) =>
        tx
          .insertInto('periods')
          .values([
            { ...published, month: '2026-10', state },
            { ...published, month: '2026-11', state: 'sealed' },
          ])
          .execute(),
      )
      // The 10th is frozen; the 30th is not, but its month is.
      await rolled.insert([leg('ann', '2026-10-10'), leg('ann', '2026-10-30'), leg('ann', '2026-11-16')])
      await rolled.run()
      const sums = 'sum(late) AS late, sum(frozen) AS frozen, sum(after_seal) AS after_seal'
      expect(await rowsOf(rolled.engine, `SELECT ${sums} FROM arrival_health FINAL`)).toEqual([
        { late: 2, frozen: 1, after_seal: 1 },
      ])
      await rolled.control.transaction((tx) => tx.deleteFrom('periods').execute())
    },
  )
})
