/** `avesqo rollup status`: how far behind the legs are, read from the control store alone. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ago } from '../../../services/cli/rollup-status.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { ACME, type Cli, createCli } from './run.ts'

const RAN = Date.parse('2026-11-20T08:59:58Z')
let cli: Cli

beforeEach(async () => {
  cli = createCli({ AVESQO_NOW: '2026-11-20T09:00:00Z' })
  await cli.run(...ACME)
  await cli.run('tenant', 'add', 'beta', '--name', 'Beta', '--contract-from', '2026-01-01', '--facts-days', '45')
})
afterEach(() => cli.remove())

async function store(work: (control: Control) => Promise<unknown>): Promise<void> {
  const control = await openControl(cli.data, { now: () => 0 }, createLogger('silent'))
  try {
    await work(control)
  } finally {
    await control.close()
  }
}

const mark = (name: string, value_ms: number) => (control: Control) =>
  control.db.insertInto('watermarks').values({ tenant_id: 'acme', name, value_ms }).execute()

const intent = (table: string, day: string) => (control: Control) =>
  control.db
    .insertInto('swap_intents')
    .values({
      id: crypto.randomUUID(),
      run_id: 'a'.repeat(32),
      table_name: table,
      partition_id: JSON.stringify(['acme', day]),
      staging_table: 's',
      created_ms: 0,
    })
    .execute()

describe('rollup status', () => {
  it('says for each tenant what the last run did, in ISO times for machines', async () => {
    const until = Date.now() - 12_000
    await store(mark('rollup', until))
    await store(mark('rollup_ran', RAN))
    await store(mark('rollup_took', 1_250))
    await store(mark('rollup_days', 3))
    await store(mark('drift_ran', RAN - 3_600_000))
    await store(mark('drift_days', 0))
    expect(await cli.json('rollup', 'status')).toEqual([
      {
        tenant: 'acme',
        fresh_until: new Date(until).toISOString(),
        ran: '2026-11-20T08:59:58.000Z',
        took_ms: 1_250,
        days: 3,
        frozen_until: '2026-08-25',
        open_swaps: 0,
        drift_ran: '2026-11-20T07:59:58.000Z',
        drift_days: 0,
      },
      expect.objectContaining({ tenant: 'beta', fresh_until: null, ran: null, frozen_until: '2026-10-09' }),
    ])
  })

  it('says for people how long ago, and a dash where it has never run', async () => {
    await store(mark('rollup', Date.now() - 12_400))
    const { stdout } = await cli.run('rollup', 'status')
    expect(stdout).toMatch(/^acme +1\d s ago +- /mu)
    expect(stdout).toMatch(/^beta +- +- +- +- +2026-10-09 +0 +- +-$/mu)
  })

  it('says it in Dutch', async () => {
    await store(mark('rollup', Date.now() - 12_400))
    await store(mark('rollup_took', 1_250))
    const { stdout } = await cli.run('rollup', 'status', '--lang', 'nl')
    expect(stdout).toMatch(/^KLANT +ACTUEEL TOT +LAATSTE KEER /u)
    expect(stdout).toMatch(/^acme +1\d s geleden +- +1,3 s /mu)
  })

  it('counts days that were about to be swapped, once, at their tenant', async () => {
    await store(intent('call_legs', '2026-11-18'))
    await store(intent('leg_health', '2026-11-18'))
    await store(intent('call_legs', '2026-11-19'))
    expect(await cli.json('rollup', 'status')).toMatchObject([
      { tenant: 'acme', open_swaps: 2 },
      { tenant: 'beta', open_swaps: 0 },
    ])
  })

  it('does not open a database', async () => {
    await cli.run('rollup', 'status')
    expect(existsSync(join(cli.data, 'clickhouse'))).toBe(false)
  })
})

it.each([
  [0, '0 s ago'],
  [-3_000, '0 s ago'],
  [119_000, '119 s ago'],
  [120_000, '2 min ago'],
  [7_199_000, '119 min ago'],
  [7_200_000, '2 h ago'],
  [172_800_000, '2 days ago'],
])('%i ms are %s', (ms, text) => expect(ago(ms)).toBe(text))
