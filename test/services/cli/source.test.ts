import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { ACME, type Cli, createCli } from './run.ts'

let cli: Cli
beforeAll(async () => {
  cli = createCli({ AVESQO_NOW: '2026-11-20T09:00:00Z', AVESQO_URL: 'https://records.example.org/' })
  await cli.json(...ACME)
})
afterAll(() => cli.remove())

const answer = z.object({ secret: z.string(), delivery: z.record(z.string(), z.string()), gaps: z.array(z.string()) })
const COMPLETE = [
  '--supplier-country',
  'NO',
  '--checked-on',
  '2026-10-20',
  '--checked-by',
  'officer',
  '--dpa',
  'DPA-1',
  '--dpa-until',
  '2027-10-31',
]

function storedHash(id: string): unknown {
  const db = new Database(join(cli.data, 'control.sqlite'), { readonly: true })
  try {
    return db.prepare('select secret_hash from sources where id = ?').pluck().get(id)
  } finally {
    db.close()
  }
}

async function add(platform: string) {
  const id = `${platform}-acme`
  return answer.parse(await cli.json('source', 'add', 'acme', id, '--platform', platform, ...COMPLETE))
}

it('prints what to set on each platform', async () => {
  const base = 'https://records.example.org/receive'
  const pexip = await add('pexip')
  expect(pexip.delivery).toEqual({
    url: `${base}/pexip-acme`,
    authentication: 'basic',
    user: 'pexip-acme',
    password: pexip.secret,
  })
  const cms = await add('cms')
  expect(cms.delivery).toEqual({ url: `${base}/cms-acme/${cms.secret}`, authentication: 'path' })
  const generic = await add('generic')
  expect(generic.delivery).toMatchObject({ authentication: 'bearer', token: generic.secret, user: 'generic-acme' })
  expect([pexip.gaps, new Set([pexip.secret, cms.secret, generic.secret]).size]).toEqual([[], 3])
  expect(storedHash('cms-acme')).toBe(createHash('sha256').update(cms.secret).digest('hex'))
})

it('shows a secret once, and a new one makes the old one useless', async () => {
  const first = answer.parse(await cli.json('source', 'add', 'acme', 'rotate', '--platform', 'pexip'))
  const edited = await cli.run('source', 'edit', 'rotate', '--supplier', 'Example Video')
  const listed = await cli.run('source', 'list', '--json')
  expect(edited.stdout + listed.stdout).not.toContain(first.secret)
  expect(listed.stdout).not.toContain('secret')
  const second = answer.parse(await cli.json('source', 'edit', 'rotate', '--rotate-secret'))
  expect(second.secret).not.toBe(first.secret)
  expect(storedHash('rotate')).toBe(createHash('sha256').update(second.secret).digest('hex'))
})

it('says what is missing until records can be received', async () => {
  const done = await cli.run('source', 'add', 'acme', 'bare', '--platform', 'generic')
  expect(done.code).toBe(0)
  expect(done.stderr).toContain('Note: Nothing is received from bare now: nobody has checked the supplier yet')
  const edited = answer
    .omit({ secret: true, delivery: true })
    .parse(await cli.json('source', 'edit', 'bare', ...COMPLETE))
  expect(edited.gaps).toEqual([])
})

it.each([
  [['add', 'acme', 'x', '--platform', 'pexip'], 2, 'The id "x" must be 3 to 40 characters'],
  [['add', 'acme', 'us-source', '--platform', 'fax'], 2, '--platform "fax" must be one of pexip, cms, generic.'],
  [['add', 'nobody', 'us-source', '--platform', 'pexip'], 1, 'There is no tenant "nobody".'],
  [['edit', 'no-such'], 1, 'There is no source "no-such".'],
  [
    ['add', 'acme', 'us-source', '--platform', 'pexip', '--supplier-country', 'US', '--transfer-basis', 'eea'],
    1,
    'US is outside the European Economic Area',
  ],
  [
    ['add', 'acme', 'us-source', '--platform', 'pexip', '--transfer-basis', 'clauses'],
    1,
    'Transfer basis "clauses" needs its document: give --transfer-ref.',
  ],
])('%j is refused', async (args, code, sentence) => {
  const done = await cli.run('source', ...args)
  expect([done.code, done.stdout, done.stderr]).toEqual([code, '', expect.stringContaining(sentence)])
})

it('has an id that is unique over all tenants', async () => {
  await cli.json('tenant', 'add', 'other', '--name', 'Other', '--contract-from', '2026-01-01')
  await cli.json('source', 'add', 'acme', 'one-of-all', '--platform', 'pexip')
  const done = await cli.run('source', 'add', 'other', 'one-of-all', '--platform', 'pexip')
  expect([done.code, done.stderr]).toEqual([1, expect.stringContaining('unique over all tenants')])
})

it('takes the labels that only it used with it', async () => {
  await cli.json('source', 'add', 'acme', 'labelled', '--platform', 'pexip')
  await cli.json('site', 'add', 'acme', 'Delft', '--label', 'D', '--source-label', 'labelled:hall')
  expect(await cli.json('source', 'remove', 'labelled')).toMatchObject({ sites: ['Delft'] })
  expect(await cli.json('site', 'list', 'acme')).toMatchObject([{ name: 'Delft', labels: [{ label: 'D' }] }])
})
