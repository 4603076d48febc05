/** The nightly check finds every day that is not what its facts make of it, and only those. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRollup, type Rollup } from '../../../services/rollup/index.ts'
import { readMarks, writeMarks } from '../../../services/rollup/watermarks.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { openTestEngine, rowsOf, type TestEngine } from '../../support/engine.ts'
import { insertObservations, observe, TENANT } from '../../support/observations.ts'

const NOW = Date.parse('2026-11-20T09:00:00Z')
const clock = { now: () => NOW }
/** With 45 days of facts, 2026-10-09 is the newest frozen day. */
const FROZEN = '2026-10-09'
const OPEN = ['2026-10-10', '2026-11-16', '2026-11-17'] as const
const folder = mkdtempSync(join(tmpdir(), 'avesqo-drift-'))
let said: string[] = []
const destination = new Writable({
  write(chunk: Buffer, _encoding, done) {
    said.push(String(chunk))
    done()
  },
})
const logger = createLogger('warn', destination)
let test: TestEngine
let control: Control
let rollup: Rollup

beforeAll(async () => {
  test = await openTestEngine()
  control = await openControl(folder, clock, logger)
  await control.change((tx) =>
    tx
      .insertInto('tenants')
      .values({
        id: TENANT,
        name: TENANT,
        zone: 'Europe/Amsterdam',
        country: 'NL',
        domains: '[]',
        role: 'processor',
        k: 10,
        mode: 'full',
        contract_from: '2026-01-01',
        contract_to: null,
        dpa_ref: 'DPA-1',
        retention: '{"facts":45,"cube_day":396,"intake":396}',
        seal_days: 5,
        config_rev: 1,
        decoder_version: 1,
        created_ms: NOW,
      })
      .execute(),
  )
  rollup = createRollup({ engine: test.engine, control, clock, logger })
  await insertObservations(
    test.engine,
    [FROZEN, ...OPEN].flatMap((day) =>
      ['ann', 'bob'].map((who) =>
        observe({
          subject: `${who} ${day}`,
          event: 'end',
          at: `${day}T10:30:00Z`,
          start: `${day}T10:00:00Z`,
          end: `${day}T10:30:00Z`,
          conference: `call ${day}`,
          kind: 'user',
        }),
      ),
    ),
  )
  await rollup.run()
  for (const table of ['call_legs', 'leg_health']) {
    await command(`CREATE TABLE built_${table} AS ${table}`)
    await command(`INSERT INTO built_${table} SELECT * FROM ${table}`)
  }
})
afterAll(async () => {
  await control.close()
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  for (const table of ['call_legs', 'leg_health']) {
    await command(`TRUNCATE TABLE ${table}`)
    await command(`INSERT INTO ${table} SELECT * FROM built_${table}`)
  }
  await settled()
  said = []
})

/** As if the last run had been long after everything that is stored, or long before. */
const settled = (hours: number = 1): Promise<void> =>
  writeMarks(control, TENANT, { rollup: Date.now() + hours * 3_600_000 })
const found = async () => {
  const [of] = await rollup.check()
  return of
}
const command = (sql: string) => test.engine.command(sql)

describe('the drift check', () => {
  it('finds nothing where every day is what its facts make of it', async () => {
    expect(await found()).toEqual({ tenantId: TENANT, checked: OPEN.length, days: [], unsettled: [] })
    expect(await readMarks(control, TENANT)).toMatchObject({ drift_ran: NOW, drift_days: 0 })
    expect(said).toEqual([])
  })

  it.each([
    ['a doubled row', `INSERT INTO call_legs SELECT * FROM call_legs WHERE day = '2026-11-16' LIMIT 1`],
    ['a missing day', `ALTER TABLE call_legs DROP PARTITION ('${TENANT}', '2026-11-16')`],
    [
      'another value in one column',
      `ALTER TABLE call_legs UPDATE duration_ms = duration_ms + 1 WHERE day = '2026-11-16' AND
         leg_key = (SELECT min(leg_key) FROM call_legs WHERE day = '2026-11-16') SETTINGS mutations_sync = 2`,
    ],
    [
      'null in place of a value',
      `ALTER TABLE call_legs UPDATE person_key = NULL, conference_key = NULL WHERE day = '2026-11-16'
         SETTINGS mutations_sync = 2`,
    ],
    [
      'another count of data health',
      `ALTER TABLE leg_health UPDATE orphan = 1 WHERE day = '2026-11-16' SETTINGS mutations_sync = 2`,
    ],
  ])('finds %s, and says so', async (_what, tamper) => {
    await command(tamper)
    expect(await found()).toMatchObject({ days: ['2026-11-16'], unsettled: [] })
    expect(said.filter((line) => line.includes('"rollup_drift"') && line.includes('2026-11-16'))).toHaveLength(1)
    expect(await readMarks(control, TENANT)).toMatchObject({ drift_days: 1 })
  })

  it('repairs nothing and leaves nothing; a full run repairs', async () => {
    await command(`ALTER TABLE call_legs DROP PARTITION ('${TENANT}', '2026-11-16')`)
    expect(await found()).toMatchObject({ days: ['2026-11-16'] })
    expect(await found()).toMatchObject({ days: ['2026-11-16'] })
    const left = await rowsOf(
      test.engine,
      `SELECT name FROM system.tables WHERE match(name, '^staging_(call_legs|leg_health)_')`,
    )
    expect(left).toEqual([])
    await rollup.run({ full: true })
    await settled()
    expect(await found()).toMatchObject({ days: [] })
  })

  it('finds legs on a day that has no facts', async () => {
    await command(
      `INSERT INTO call_legs SELECT * REPLACE (toDate('2026-11-02') AS day) FROM call_legs
       WHERE call_legs.day = '2026-11-16'`,
    )
    expect(await found()).toMatchObject({ days: ['2026-11-02'] })
  })

  it('leaves frozen days alone, whatever they hold', async () => {
    await command(`INSERT INTO call_legs SELECT * REPLACE (toDate('${FROZEN}') AS day) FROM call_legs`)
    expect(await found()).toMatchObject({ checked: OPEN.length, days: [] })
  })

  it('does not judge a day about which something has just been stored', async () => {
    await settled(-1)
    await command(`ALTER TABLE call_legs DROP PARTITION ('${TENANT}', '2026-11-16')`)
    expect(await found()).toMatchObject({ days: [], unsettled: ['2026-11-16'] })
    expect(said).toEqual([])
  })
})
