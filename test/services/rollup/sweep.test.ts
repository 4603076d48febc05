/**
 * The nightly sweep (design, section 5): beside a tombstone nothing of its leg stands on the disk, under whatever key it
 * was told, and nobody else's row is missing; what the engine keeps of the deletion names no key.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Observation } from '../../../schemas/observation.ts'
import { createSweep } from '../../../services/rollup/sweep.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { openTestEngine, rowsOf, type TestEngine } from '../../support/engine.ts'
import { type Given, insertObservations, keyOf, observe, tombstone } from '../../support/observations.ts'

const logger = createLogger('silent')
const folder = mkdtempSync(join(tmpdir(), 'avesqo-sweep-'))
let test: TestEngine
let control: Control

beforeAll(async () => {
  test = await openTestEngine()
  control = await openControl(folder, { now: () => Date.parse('2026-11-20T09:00:00Z') }, logger)
  for (const id of ['acme', 'beta']) {
    await control.change((tx) =>
      tx
        .insertInto('tenants')
        .values({
          id,
          name: id,
          zone: 'Europe/Amsterdam',
          country: 'NL',
          domains: '[]',
          role: 'processor',
          k: 10,
          mode: 'full',
          contract_from: '2026-01-01',
          contract_to: null,
          dpa_ref: null,
          retention: '{"facts":90,"cube_day":396,"intake":396}',
          seal_days: 5,
          config_rev: 1,
          decoder_version: 1,
          created_ms: 0,
        })
        .execute(),
    )
  }
})
afterAll(async () => {
  await control.close()
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => test.engine.command('TRUNCATE TABLE observations'))

const sweep = () => createSweep({ engine: test.engine, control, logger }).sweep()
const row = (subject: string, event: string | number, at: string, more: Partial<Given> = {}) =>
  observe({ subject, event, at, ...more })
const store = (rows: readonly Observation[]) => insertObservations(test.engine, rows)

/** Subjects of what is left beside the tombstones, by the names of this test. */
async function left(...names: readonly string[]): Promise<readonly string[]> {
  const rows = await rowsOf<{ tenant_id: string; subject_key: string }>(
    test.engine,
    "SELECT DISTINCT tenant_id, subject_key FROM observations WHERE mark IS NULL OR mark != 'erased'",
  )
  const byKey = new Map(names.map((name) => [keyOf('leg', name) as string, name]))
  return rows.map(({ tenant_id: tenant, subject_key: key }) => `${tenant} ${byKey.get(key) ?? '?'}`).toSorted()
}

describe('the sweep', () => {
  it('deletes every row of the leg: its own, linked ones from either side, and those linked to them', async () => {
    await store([
      row('gone', 'start', '2026-11-02T10:00:00Z', { person: 'p' }),
      row('gone', 'end', '2026-11-02T11:00:00Z'),
      row('call id', 'window', '2026-11-02T10:30:00Z'), // the tombstone links to it
      row('pre-join', 'start', '2026-11-02T09:59:00Z', { links: ['gone'] }), // it links to the erased subject
      row('api', 'start', '2026-11-02T09:58:00Z', { links: ['pre-join'] }), // two steps away
      row('shares a link', 'end', '2026-11-02T11:01:00Z', { links: ['call id'] }),
      row('other', 'start', '2026-11-02T10:00:00Z', { person: 'q', links: ['other call id'] }),
      row('gone', 'start', '2026-11-02T10:00:00Z', { tenant_id: 'beta' }),
      tombstone({ subject: 'gone', at: '2026-11-02T10:00:00Z', links: ['call id'] }),
    ])
    expect(await sweep()).toEqual({ deleted: 6 })
    const names = ['gone', 'call id', 'pre-join', 'api', 'shares a link', 'other']
    expect(await left(...names)).toEqual(['acme other', 'beta gone'])
    expect(await sweep()).toEqual({ deleted: 0 })
  })

  it('deletes what does not count as well: a version that lost, a repeated row', async () => {
    const told = { subject: 'gone', event: 'start', at: '2026-11-02T10:00:00Z' }
    await test.engine.command('SYSTEM STOP MERGES observations')
    await store([observe(told), observe({ ...told, rev: 1, config_rev: 2 })])
    await store([observe(told), tombstone({ subject: 'gone', at: told.at })])
    await test.engine.command('SYSTEM START MERGES observations')
    expect((await sweep()).deleted).toBeGreaterThanOrEqual(2)
    expect(await left('gone')).toEqual([])
  })

  it('keeps the tombstones', async () => {
    await store([
      row('gone', 'start', '2026-11-02T10:00:00Z'),
      tombstone({ subject: 'gone', at: '2026-11-02T10:00:00Z' }),
    ])
    await sweep()
    expect(await rowsOf(test.engine, 'SELECT mark, subject_key FROM observations')).toEqual([
      { mark: 'erased', subject_key: keyOf('leg', 'gone') },
    ])
  })

  it('follows a leg over its days, and keeps another leg of a number that comes back a week later', async () => {
    await store([
      row('1001', 'start', '2026-11-02T23:50:00Z'),
      row('1001', 'window', '2026-11-03T23:00:00Z'),
      row('1001', 'end', '2026-11-04T23:40:00Z', { links: ['late'] }),
      row('late', 'streams', '2026-11-04T23:40:00Z'),
      row('1001', 'later', '2026-11-12T10:00:00Z'),
      row('1001', 'earlier', '2026-10-26T10:00:00Z'),
      tombstone({ subject: '1001', at: '2026-11-02T23:50:00Z' }),
    ])
    expect(await sweep()).toEqual({ deleted: 4 })
    expect(await rowsOf(test.engine, 'SELECT fact_day FROM observations WHERE mark IS NULL ORDER BY fact_day')).toEqual(
      [{ fact_day: '2026-10-26' }, { fact_day: '2026-11-12' }],
    )
  })

  it('does not follow links that make no leg: more than 16 subjects of one key', async () => {
    const many = Array.from({ length: 30 }, (_, i) => `trunk call ${i}`)
    await store([
      ...many.map((name) => row(name, 'start', '2026-11-02T10:00:00Z', { links: ['trunk'] })),
      tombstone({ subject: 'trunk call 3', at: '2026-11-02T10:00:00Z', links: ['trunk'] }),
    ])
    expect(await sweep()).toEqual({ deleted: 1 })
    expect(await left(...many)).toHaveLength(29)
  })

  it('leaves no key in what the engine keeps of the statement, and no table of its own', async () => {
    await store([
      row('gone', 'start', '2026-11-02T10:00:00Z'),
      tombstone({ subject: 'gone', at: '2026-11-02T10:00:00Z' }),
    ])
    await sweep()
    const files = readdirSync(test.path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\/mutation_\d+\.txt$/u.test(name),
    )
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const text = readFileSync(join(test.path, file), 'utf8')
      expect(text).toContain('SELECT')
      expect(text).not.toMatch(/[0-9a-f]{8}-?[0-9a-f]{4}|\d{4}-\d{2}-\d{2}T?\\?'/u)
    }
    expect(await rowsOf(test.engine, "SELECT name FROM system.tables WHERE name LIKE 'sweep%'")).toEqual([])
  })

  it('takes up after a sweep that was killed: its table and its statement are still there', async () => {
    await store([
      row('gone', 'start', '2026-11-02T10:00:00Z'),
      row('other', 'start', '2026-11-02T10:00:00Z'),
      tombstone({ subject: 'gone', at: '2026-11-02T10:00:00Z' }),
    ])
    await test.engine.command('CREATE TABLE sweep_subjects (wrong UInt8) ENGINE = Memory')
    await test.engine.command(
      'ALTER TABLE observations DELETE WHERE (1, 2) IN (SELECT wrong, missing FROM sweep_subjects) SETTINGS mutations_sync = 0, validate_mutation_query = 0',
    )
    expect(await sweep()).toEqual({ deleted: 1 })
    expect(await left('gone', 'other')).toEqual(['acme other'])
    expect(await rowsOf(test.engine, 'SELECT mutation_id FROM system.mutations WHERE NOT is_done')).toEqual([])
  })
})
