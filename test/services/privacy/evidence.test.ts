/** What came from a source lately, and what was wrong with it: the days that are asked for, of one tenant. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrivalsSince } from '../../../services/privacy/index.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'

let test: TestEngine
beforeAll(async () => {
  test = await openTestEngine()
})
afterAll(() => test.close())

const uuid = (number: number): string => `00000000-0000-4000-8000-00000000000${number}`

it('adds up records and what came too late, and counts nothing of other days, sources or tenants', async () => {
  const intake = [
    ['acme', '2026-11-10', 'pexip', uuid(1), 100, 80, 20, 160],
    ['acme', '2026-11-10', 'pexip', uuid(1), 100, 80, 20, 160], // the same row again
    ['acme', '2026-11-12', 'pexip', uuid(2), 10, 10, 0, 20],
    ['acme', '2026-11-09', 'pexip', uuid(3), 1_000, 0, 1_000, 0],
    ['beta', '2026-11-12', 'pexip', uuid(4), 1_000, 0, 1_000, 0],
  ].map((row) => `('${row.slice(0, 4).join("','")}', ${row.slice(4).join(', ')})`)
  await test.engine.command(
    `INSERT INTO intake (tenant_id, day, source_id, delivery_id, records, accepted, refused, observations)
     VALUES ${intake.join(', ')}`,
  )
  await test.engine.command(
    `INSERT INTO arrival_health (tenant_id, day, hour_ms, source_id, from_ms, late, frozen, after_seal)
     VALUES ('acme', '2026-11-11', 1, 'pexip', 0, 7, 2, 5), ('acme', '2026-11-09', 1, 'pexip', 0, 900, 900, 900),
            ('acme', '2026-11-11', 1, 'cms', 0, 3, 0, 0)`,
  )
  expect(await arrivalsSince(test.engine, 'acme', '2026-11-10')).toEqual([
    {
      source_id: 'cms',
      all_records: 0,
      not_accepted: 0,
      stored: 0,
      came_late: 3,
      came_after_seal: 0,
      came_after_freeze: 0,
    },
    {
      source_id: 'pexip',
      all_records: 110,
      not_accepted: 20,
      stored: 180,
      came_late: 7,
      came_after_seal: 5,
      came_after_freeze: 2,
    },
  ])
})
