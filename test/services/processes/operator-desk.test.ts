/** The desk: nothing is shown and nothing is begun that the audit log does not hold. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addTenant } from '../../../services/cli/admin/tenants.ts'
import { createDesk } from '../../../services/processes/operator-desk.ts'
import type { Desk } from '../../../services/processes/operator-wire.ts'
import { composeSealing } from '../../../services/processes/sealing.ts'
import { createRollup } from '../../../services/rollup/index.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { openTestEngine, type TestEngine } from '../../support/engine.ts'

const clock = { now: () => Date.parse('2026-11-20T09:00:00Z') }
const logger = createLogger('silent')
const DAY = '2026-11-19'
let folder: string
let control: Control
let engine: TestEngine
let desk: Desk

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-desk-'))
  control = await openControl(folder, clock, logger)
  await addTenant(control, clock.now(), {
    id: 'acme',
    name: 'Acme',
    zone: 'Europe/Amsterdam',
    country: 'NL',
    domains: [],
    role: 'processor',
    k: 10,
    mode: 'full',
    contract_from: '2026-01-01',
    contract_to: null,
    dpa_ref: null,
    retention: { facts: 90, cube_day: 396, intake: 396 },
    seal_days: 5,
  })
  engine = await openTestEngine()
  const parts = { engine: engine.engine, control, clock, logger }
  const rollup = createRollup(parts)
  desk = createDesk({ ...parts, rollup, sealing: composeSealing({ ...parts, rollup }) })
})
afterAll(async () => {
  await engine.close()
  await control.close()
  rmSync(folder, { recursive: true, force: true })
})

const actions = async () => {
  const rows = await control.db.selectFrom('audit').select(['action', 'tenant_id']).orderBy('seq').execute()
  return rows.map((row) => [row.action, row.tenant_id])
}

it('writes down who looked and who asked for a pass', async () => {
  expect(await desk.legs('acme', DAY)).toEqual([])
  expect(await desk.run('acme', true)).toMatchObject({ tenantId: 'acme', days: [], rows: 0 })
  expect(await actions()).toEqual([
    ['legs_read', 'acme'],
    ['rollup_run', 'acme'],
  ])
})

it('what is not published is no reading, and a month that is not sealed no deed', async () => {
  const before = await actions()
  expect(await desk.published('acme', '2026-10')).toBeNull()
  expect(await desk.seal('acme', '2026-10')).toMatchObject({ refused: 'no_legs' })
  expect(await desk.reopen('acme', '2026-10', 'late')).toMatchObject({ refused: 'not_sealed' })
  expect(await desk.periods('acme')).toMatchObject([{ month: '2026-11', state: 'open', due: '2026-12-06' }])
  expect(await actions()).toEqual(before)
})

it('an unknown tenant is not found, and nothing is written down about it', async () => {
  const before = await actions()
  await expect(desk.legs('nobody', DAY)).rejects.toMatchObject({ code: 'not_found' })
  await expect(desk.run('nobody', false)).rejects.toMatchObject({ code: 'not_found' })
  await expect(desk.published('nobody', '2026-10')).rejects.toMatchObject({ code: 'not_found' })
  await expect(desk.periods('nobody')).rejects.toMatchObject({ code: 'not_found' })
  await expect(desk.seal('nobody', '2026-10')).rejects.toMatchObject({ code: 'not_found' })
  await expect(desk.reopen('nobody', '2026-10', 'late')).rejects.toMatchObject({ code: 'not_found' })
  expect(await actions()).toEqual(before)
})

it('where the audit log cannot be written, nothing is shown and nothing begins', async () => {
  await sql`alter table audit rename to audit_away`.execute(control.db)
  const ran = () =>
    control.db.selectFrom('watermarks').select('value_ms').where('name', '=', 'rollup').executeTakeFirst()
  const before = await ran()
  await expect(desk.legs('acme', DAY)).rejects.toThrow('no such table')
  await expect(desk.run('acme', false)).rejects.toThrow('no such table')
  expect(await ran()).toEqual(before)
  await sql`alter table audit_away rename to audit`.execute(control.db)
})
