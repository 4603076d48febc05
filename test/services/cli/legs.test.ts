/**
 * `avesqo legs` and `avesqo rollup run` on the real product: the same answer through a running server as without one,
 * each look in the audit log, and words where there is nothing to see.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { leg } from '../../../schemas/leg.ts'
import { runAvesqo } from '../../../services/cli/main.ts'
import { createAudit } from '../../../services/privacy/index.ts'
import { openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { deliver } from '../../support/deliver.ts'
import { newProduct, type Running, withTenant } from '../../support/product.ts'

/** Friday 20 November 2026, 10:00 in the Netherlands. */
const NOW = '2026-11-20T09:00:00Z'
const DAY = '2026-11-19'

const env = { AVESQO_NOW: NOW, AVESQO_ROLLUP_EVERY: '0' }
const product = newProduct(env)
let running: Running | undefined

/** A call of the command in this process, beside the server's. */
async function run(...args: readonly string[]) {
  const said = { stdout: '', stderr: '' }
  const code = await runAvesqo([...args, '--data', product.data, '--keys', product.keys], env, {
    out: (text) => {
      said.stdout += text
    },
    err: (text) => {
      said.stderr += text
    },
  })
  return { code, ...said }
}

/** One meeting of three, somebody who stays after midnight, and an attempt that reached nobody. */
const RECORDS = [
  { leg_id: 'a', conference_id: 'c', start: `${DAY}T08:00:00Z`, end: `${DAY}T08:30:05Z`, ip: '198.51.100.7' },
  { leg_id: 'b', conference_id: 'c', start: `${DAY}T08:00:10Z`, duration_s: 60, address: 'zaal@voorbeeld.example' },
  { leg_id: 'c', conference_id: 'c', event: `${DAY}T08:05:00Z`, start: `${DAY}T08:01:00Z` },
  { leg_id: 'd', conference_id: 'e', start: `${DAY}T22:30:00Z`, end: '2026-11-19T23:15:00Z' },
  { leg_id: 'f', start: `${DAY}T12:00:00Z`, end: `${DAY}T12:00:04Z`, end_class: 'busy' },
]

beforeAll(async () => {
  const secrets = await withTenant(product, { id: 'acme' }, ['generic'])
  await run('site', 'add', 'acme', 'Utrecht', '--range', '198.51.100.0/24')
  await run('room', 'add', 'acme', 'Zaal', '--shared', '--alias', 'zaal@voorbeeld.example', '--site', 'Utrecht')
  running = await product.start()
  const body = RECORDS.map((record) => JSON.stringify(record)).join('\n')
  const sent = await deliver(running.url, 'acme-generic', secrets['acme-generic'] ?? '', body, {
    'content-type': 'application/x-ndjson',
  })
  expect(sent).toMatchObject({ status: 200, text: expect.stringContaining('"received":5') })
})
afterAll(() => product.remove())

const legsJson = async (day: string) => {
  const ran = await run('--json', 'legs', '--tenant', 'acme', '--day', day)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  return z.array(leg).parse(JSON.parse(ran.stdout))
}
const audited = async () => {
  const control = await openControl(product.data, { now: () => 0 }, createLogger('silent'))
  try {
    const rows = await control.db.selectFrom('audit').selectAll().orderBy('seq').execute()
    expect(await createAudit(control, { now: () => 0 }).verify()).toBeNull()
    return rows.map((row) => [row.actor, row.action, row.tenant_id, row.detail])
  } finally {
    await control.close()
  }
}

describe('while a server runs', () => {
  it('says that nothing is counted yet where rollup has not run', async () => {
    const { code, stdout } = await run('legs', '--tenant', 'acme', '--day', DAY)
    expect([code, stdout]).toEqual([
      0,
      `No legs of acme on ${DAY} (Europe/Amsterdam). Nothing of acme has been counted yet: rollup has not run.\n`,
    ])
  })

  it('rollup run does a pass and says which days it rebuilt', async () => {
    const ran = await run('--json', 'rollup', 'run', '--tenant', 'acme')
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(ran.stdout)).toEqual([
      { tenant: 'acme', days: [DAY], rows: 5, ms: expect.any(Number), fresh_until: expect.any(String) },
    ])
    const again = await run('rollup', 'run')
    expect(again).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^acme: Everything is counted .* s ago\.\n$/u),
    })
    expect(again.stderr).toContain('acme: nothing to rebuild')
    const full = await run('rollup', 'run', '--full')
    expect(full.stderr).toContain(`acme: 1 day rebuilt in`)
  })

  it('shows the legs in local times, with the names of places and conferences numbered', async () => {
    const { code, stdout } = await run('legs', '--tenant', 'acme', '--day', DAY)
    expect(code).toBe(0)
    expect(stdout.split('\n').map((line) => line.trim().split(/ {2,}/u))).toEqual([
      ['START', 'END', 'DURATION', 'PLATFORM', 'KIND', 'SITE', 'ROOM', 'CONFERENCE', 'ENDED', 'START IS', 'END IS'],
      ['09:00:00', '09:30:05', '0:30:05', 'generic', 'unknown', 'Utrecht', '-', '1', '-', 'stated', 'stated'],
      ['09:00:10', '09:01:10', '0:01:00', 'generic', 'room', 'Utrecht', 'Zaal', '1', '-', 'stated', 'counted_on'],
      ['09:01:00', '09:30:05', '0:29:05', 'generic', 'unknown', '-', '-', '1', '-', 'stated', 'conference'],
      ['13:00:00', '13:00:04', '0:00:04', 'generic', 'unknown', '-', '-', '-', 'busy', 'stated', 'stated'],
      ['23:30:00', '00:15:00', '0:45:00', 'generic', 'unknown', '-', '-', '2', '-', 'stated', 'stated'],
      [expect.stringMatching(/^5 legs of acme on 2026-11-19 \(Europe\/Amsterdam\), 2 conferences\. Everything/u)],
      [''],
    ])
  })

  it('writes each look and each pass to the audit log', async () => {
    expect(await audited()).toEqual([
      ['operator', 'legs_read', 'acme', `{"day":"${DAY}","rows":0}`],
      ['operator', 'rollup_run', 'acme', '{"full":false}'],
      ['operator', 'rollup_run', 'acme', '{"full":false}'],
      ['operator', 'rollup_run', 'acme', '{"full":true}'],
      ['operator', 'legs_read', 'acme', `{"day":"${DAY}","rows":5}`],
    ])
  })
})

it('gives the same rows whether a server runs or not, also after it was killed, and audits both', async () => {
  const through = await legsJson(DAY)
  await running?.kill()
  expect(existsSync(join(product.data, 'operator.sock'))).toBe(true)
  const alone = await legsJson(DAY)
  expect(alone).toEqual(through)
  expect(through).toHaveLength(5)
  running = await product.start()
  expect(await legsJson(DAY)).toEqual(through)
  const looked = (await audited()).filter(([, action]) => action === 'legs_read')
  expect(looked).toHaveLength(5)
  expect(await running.stop()).toBe(0)
  expect(existsSync(join(product.data, 'operator.sock'))).toBe(false)
})

describe('a day that can have no legs is said in words', () => {
  it.each([
    ['nobody', DAY, 1, 'There is no tenant "nobody". See: avesqo tenant list'],
    ['acme', '19-11-2026', 2, '--day "19-11-2026" must be a day, such as 2026-11-30.'],
    ['acme', '2026-11-31', 2, '--day "2026-11-31" must be a day, such as 2026-11-30.'],
    ['acme', '2026-11-22', 1, '2026-11-22 has not begun at acme: it is 2026-11-20 there (Europe/Amsterdam).'],
    ['acme', '2025-12-31', 1, /gone: facts of acme are kept for 90 days, and those up to 2026-08-21 have expired\.$/u],
  ])('%s on %s', async (tenant, day, code, words) => {
    const ran = await run('legs', '--tenant', tenant, '--day', day)
    expect(ran).toMatchObject({ code, stdout: '' })
    expect(ran.stderr.trim()).toMatch(words)
  })

  it('a frozen day is shown with a note', async () => {
    const ran = await run('legs', '--tenant', 'acme', '--day', '2026-08-24')
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('Note: This day is frozen (as all up to') })
  })
})
