/** The command as a process: exit codes, and what stands on which stream. */
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ACME, type Cli, createCli } from './run.ts'

let cli: Cli
beforeAll(async () => {
  cli = createCli({ AVESQO_NOW: '2026-11-20T09:00:00Z' })
  await cli.spawn(...ACME)
})
afterAll(() => cli.remove())

it('done: 0, the answer on stdout, nothing else', async () => {
  const [text, json] = await Promise.all([cli.spawn('tenant', 'list'), cli.spawn('tenant', 'list', '--json')])
  expect(text).toMatchObject({ code: 0, stderr: '' })
  expect(text.stdout).toMatch(/^ID +NAME .*\nacme +Acme /u)
  expect(json).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(json.stdout)).toMatchObject([{ id: 'acme', zone: 'Europe/Amsterdam' }])
})

it('wrong call: 2; cannot be carried out: 1; one sentence on stderr, nothing on stdout', async () => {
  const [wrong, cannot, wrongJson, cannotJson] = await Promise.all([
    cli.spawn('tenant', 'edit', 'acme', '--k', '51'),
    cli.spawn('tenant', 'edit', 'acme', '--zone', 'Europe/Berlin'),
    cli.spawn('tenant', 'edit', 'acme', '--nonsense', '--json'),
    cli.spawn('site', 'list', 'nobody', '--json'),
  ])
  expect(wrong).toEqual({ code: 2, stdout: '', stderr: '--k "51" must be from 5 to 50.\n' })
  expect(cannot).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^The time zone of acme .*\n$/u) })
  expect(wrongJson).toMatchObject({ code: 2, stdout: '' })
  expect(JSON.parse(wrongJson.stderr)).toMatchObject({ error: { code: 'usage' } })
  expect(cannotJson).toMatchObject({ code: 1, stdout: '' })
  expect(JSON.parse(cannotJson.stderr)).toMatchObject({ error: { code: 'failed' } })
})

it('an import that is refused: 1, every bad row by its line', async () => {
  const file = cli.file('rooms.csv', 'name,aliases,shared\nA,a@acme.example,yes\nB,A@acme.example,yes\n')
  const done = await cli.spawn('room', 'import', 'acme', file)
  expect(done).toMatchObject({ code: 1, stdout: '' })
  expect(done.stderr.split('\n')).toEqual([
    expect.stringMatching(/^line 2: /u),
    expect.stringMatching(/^line 3: /u),
    'Nothing was imported: 2 rows are not good. Correct the file, or import the others with --keep-good.',
    '',
  ])
})

it('help: 0, on stdout, whatever stands before the command', async () => {
  const [all, one] = await Promise.all([cli.spawn('--help'), cli.spawn('--json', 'help', 'tenant')])
  expect(all).toMatchObject({ code: 0, stderr: '' })
  expect(all.stdout).toMatch(/\n {2}tenant .*\n {2}site .*\n {2}room .*\n {2}source /u)
  expect(one).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Usage: avesqo tenant') })
})

it('two calls at the same time both hold', async () => {
  const names = ['North', 'East', 'South', 'West']
  const done = await Promise.all(names.map((name) => cli.spawn('site', 'add', 'acme', name)))
  expect(done.map(({ code, stderr }) => [code, stderr])).toEqual(names.map(() => [0, '']))
  const listed = await cli.json('site', 'list', 'acme')
  expect((listed as { name: string }[]).map(({ name }) => name)).toEqual(names.toSorted())
  expect(await cli.json('tenant', 'show', 'acme')).toMatchObject({ config_rev: 5 })
  expect(readdirSync(cli.data).toSorted()).toEqual(['clock.json', 'control.sqlite'])
})
