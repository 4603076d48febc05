import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tenantExport } from '../../../schemas/control/export.ts'
import { settingsOfExport } from '../../../services/ingest/export-settings.ts'
import { ACME, type Cli, createCli } from './run.ts'

let cli: Cli
beforeAll(async () => {
  cli = createCli({ AVESQO_NOW: '2026-11-20T09:00:00Z' })
  await cli.json(...ACME, '--domain', 'ACME.example', '--domain', 'bücher.example')
})
afterAll(() => cli.remove())

async function rev(...edit: string[]): Promise<number> {
  const answer = await cli.json('tenant', 'edit', 'acme', ...edit)
  return (answer as { config_rev: number }).config_rev
}

describe('tenant', () => {
  it('add stores the defaults of the design and normalises what was typed', async () => {
    expect(await cli.json('tenant', 'show', 'acme')).toEqual({
      id: 'acme',
      name: 'Acme',
      zone: 'Europe/Amsterdam',
      country: 'NL',
      domains: ['acme.example', 'xn--bcher-kva.example'],
      role: 'processor',
      k: 10,
      mode: 'full',
      contract_from: '2026-01-01',
      contract_to: null,
      dpa_ref: 'DPA-1',
      retention: { facts: 90, cube_day: 396, intake: 396 },
      seal_days: 5,
      config_rev: 1,
      decoder_version: 1,
      created_ms: expect.closeTo(Date.parse('2026-11-20T09:00:00Z'), -5),
      warnings: [],
    })
    expect(statSync(cli.data).mode & 0o777).toBe(0o700)
  })

  it.each([
    [['--k', '4'], 2, '--k "4" must be from 5 to 50.'],
    [['--country', 'XX'], 2, '--country "XX" must be a country of ISO 3166-1 in two letters, such as NL.'],
    [['--add-domain', 'no domain'], 2, '--add-domain "no domain" must be a domain name, such as example.org.'],
    [['--contract-to', '2026-02-30'], 2, '--contract-to "2026-02-30" must be a day, such as 2026-11-30.'],
    [['--mode', 'half'], 2, '--mode "half" must be one of full, rooms-only.'],
    [['--seal-days', '2'], 2, '--seal-days "2" must be from 3 to 15.'],
    [['--facts-days', '44'], 1, 'Facts must be kept for at least 45 days'],
    [['--facts-days', '50', '--seal-days', '11'], 1, 'Facts must be kept for at least 51 days'],
    [['--contract-to', '2025-12-31'], 1, 'The contract would end (2025-12-31) before it begins (2026-01-01).'],
    [['--zone', 'Europe/Berlin'], 1, 'The time zone of acme is Europe/Amsterdam and cannot change: days'],
    [['--zone', 'Mars/Olympus'], 2, '--zone "Mars/Olympus" must be an IANA time zone'],
    [['--remove-domain', 'other.example'], 1, 'other.example is not a domain of acme.'],
    [['--frob'], 2, "Unknown option '--frob'. Add --help"],
  ])('edit %j is refused', async (options, code, sentence) => {
    const done = await cli.run('tenant', 'edit', 'acme', ...options)
    expect([done.code, done.stdout]).toEqual([code, ''])
    expect(done.stderr).toContain(sentence)
    expect(done.stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('says with --json what is wrong as JSON, also when it is the call itself', async () => {
    const cases = [
      await cli.run('tenant', 'edit', 'nobody', '--k', '7', '--json'),
      await cli.run('tenant', 'edit', 'acme', '--k', 'x', '--json'),
      await cli.run('tenant', 'frobnicate', '--json'),
      await cli.run('tenant', '--json'),
    ]
    const errors = cases.map(({ code, stderr }) => [code, JSON.parse(stderr) as unknown])
    expect(errors).toEqual([
      [1, { error: { code: 'failed', message: 'There is no tenant "nobody". See: avesqo tenant list' } }],
      [2, { error: { code: 'usage', message: '--k "x" must be a whole number.' } }],
      [2, { error: { code: 'usage', message: expect.stringContaining("Unknown command 'frobnicate'") } }],
      [2, { error: { code: 'usage', message: expect.stringContaining('Name a command') } }],
    ])
  })

  it('edit numbers the configuration only where decoding changes', async () => {
    const first = await rev('--name', 'Acme BV', '--k', '7')
    expect(await rev('--contract-to', '2027-12-31')).toBe(first)
    expect(await rev('--zone', 'Europe/Amsterdam')).toBe(first)
    expect(await rev('--add-domain', 'acme.test')).toBe(first + 1)
    expect(await rev('--add-domain', 'acme.test')).toBe(first + 1)
    expect(await rev('--remove-domain', 'acme.test')).toBe(first + 2)
    expect(await rev('--mode', 'rooms-only')).toBe(first + 3)
    expect(await rev('--mode', 'full', '--contract-to', 'none')).toBe(first + 4)
  })

  it('add says so when nothing can be received yet', async () => {
    const terms = ['--name', 'Later', '--contract-from', '2027-01-01']
    const answer = await cli.json('tenant', 'add', 'later', ...terms)
    expect(answer).toMatchObject({
      warnings: [expect.stringContaining('no data-processing agreement'), expect.stringContaining('has not begun yet')],
    })
    const again = await cli.run('tenant', 'add', 'later', ...terms)
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('There is already a tenant "later"')])
    const list = await cli.run('tenant', 'list')
    expect(list.stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(['ID', 'acme', 'later', ''])
  })

  it('remove refuses while there are sources, and its id is never given to another customer', async () => {
    await cli.json('tenant', 'add', 'gone', '--name', 'Gone', '--contract-from', '2026-01-01')
    await cli.json('tenant', 'edit', 'gone', '--add-domain', 'gone.example')
    await cli.json('source', 'add', 'gone', 'pexip-gone', '--platform', 'pexip')
    await cli.json('site', 'add', 'gone', 'Delft', '--source-label', 'pexip-gone:delft')
    await cli.json('room', 'add', 'gone', 'Hall', '--shared', '--site', 'Delft')
    const refused = await cli.run('tenant', 'remove', 'gone')
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('1 source (pexip-gone)')])
    expect(await cli.json('tenant', 'remove', 'gone', '--with-everything')).toEqual({
      id: 'gone',
      removed: { rooms: 1, sites: 1, sources: 1, keys: 0, ledger: 0 },
      stays: expect.arrayContaining([expect.stringContaining('observations, legs')]),
    })
    expect(await cli.json('source', 'list')).toEqual([])
    const again = await cli.run('tenant', 'add', 'gone', '--name', 'Other', '--contract-from', '2026-01-01')
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('Choose another id')])
  })

  it('export gives what explain reads', async () => {
    await cli.json('tenant', 'add', 'exp', '--name', 'Exp', '--contract-from', '2026-01-01', '--domain', 'exp.example')
    await cli.json('source', 'add', 'exp', 'pexip-exp', '--platform', 'pexip')
    const labels = ['--label', 'AMS', '--source-label', 'pexip-exp:hall: west']
    await cli.json('site', 'add', 'exp', 'Amsterdam', '--range', '2001:DB8:0::/48', '--range', '192.0.2.7', ...labels)
    await cli.json('room', 'add', 'exp', 'Board', '--shared', '--alias', 'sip:Board@exp.example', '--site', 'amsterdam')
    const exported = await cli.json('tenant', 'export', 'exp')
    expect(exported).toEqual({
      tenant: { zone: 'Europe/Amsterdam', country: 'NL', domains: ['exp.example'], mode: 'full' },
      sites: [
        {
          name: 'Amsterdam',
          ranges: ['2001:db8::/48', '192.0.2.7/32'],
          labels: ['AMS', { label: 'hall: west', source: 'pexip-exp' }],
        },
      ],
      rooms: [{ name: 'Board', aliases: ['sip:Board@exp.example'], site: 'Amsterdam', capacity: null }],
    })
    expect(settingsOfExport(tenantExport.parse(exported))).toEqual({
      tenantId: 'explain',
      zone: 'Europe/Amsterdam',
      country: 'NL',
      domains: ['exp.example'],
      mode: 'full',
      sites: [
        {
          id: 'Amsterdam',
          name: 'Amsterdam',
          ranges: ['2001:db8::/48', '192.0.2.7/32'],
          labels: [{ label: 'AMS' }, { label: 'hall: west', source: 'pexip-exp' }],
        },
      ],
      rooms: [{ id: 'Board', name: 'Board', aliases: ['sip:Board@exp.example'], site: 'Amsterdam' }],
      configRev: 0,
    })
  })
})

describe('explain’s settings', () => {
  it('without a configuration are those of the house', () => {
    expect(settingsOfExport(null)).toMatchObject({ zone: 'Europe/Amsterdam', country: 'NL', sites: [], rooms: [] })
  })
  it('refuse a room at a site that is not there', () => {
    const config = tenantExport.parse({ rooms: [{ name: 'Board', site: 'Nowhere' }] })
    expect(() => settingsOfExport(config)).toThrow('Room "Board" is at site "Nowhere"')
  })
})

describe('every command', () => {
  const groups = {
    tenant: ['add', 'list', 'show', 'edit', 'remove', 'export'],
    site: ['add', 'list', 'edit', 'remove', 'import'],
    room: ['add', 'list', 'edit', 'remove', 'import'],
    source: ['add', 'list', 'edit', 'remove'],
  }
  it.each(Object.entries(groups))('of %s has help with an example of itself', async (group, names) => {
    const helps = await Promise.all(names.map((name) => cli.run(group, name, '--help')))
    expect(helps.map(({ code, stderr }) => [code, stderr])).toEqual(names.map(() => [0, '']))
    for (const [index, { stdout }] of helps.entries()) {
      expect(stdout).toContain(`Example:\n  avesqo ${group} ${names[index] ?? ''}`)
      expect(stdout).toContain('--json')
    }
  })

  it('refuses a directory without a store instead of making one', async () => {
    const other = createCli()
    const done = await other.run('tenant', 'list')
    expect([done.code, done.stderr]).toEqual([1, expect.stringContaining('There is no control store in')])
    other.remove()
  })

  it('names the environment variable that is wrong', async () => {
    const other = createCli({ AVESQO_LOG: 'loud' })
    const done = await other.run('tenant', 'list')
    expect([done.code, done.stderr]).toEqual([2, expect.stringContaining('AVESQO_LOG must be one of')])
    other.remove()
  })

  it('writes nothing of a secret into the store', async () => {
    const added = await cli.json('source', 'add', 'acme', 'cms-scan', '--platform', 'cms')
    const { secret } = added as { secret: string }
    expect(secret).toMatch(/^[\w-]{43}$/u)
    expect(readFileSync(join(cli.data, 'control.sqlite')).includes(secret)).toBe(false)
  })
})
