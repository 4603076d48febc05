/** `avesqo demo` as a process: a small world through the whole product, compared with what really happened. */
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { leaveLock, takeLock } from '../../../services/cli/demo/lock.ts'
import { leg } from '../../../schemas/leg.ts'
import { readTruth } from '../../../services/simulator/index.ts'
import { type Cli, createCli } from './run.ts'
import { ENGLISH } from './spoken.ts'

const counted = z.object({ truth: z.number(), stored: z.number(), equal: z.number() })
const answer = z.object({
  seed: z.literal(7),
  order: z.literal('nasty'),
  sent: z.object({ deliveries: z.number(), records: z.number(), broken: z.number() }),
  months: z.array(z.object({ month: z.string(), stored: z.unknown(), truth: z.unknown() })),
  comparison: z.object({
    differences: z.array(z.unknown()),
    summary: z.object({ legs: counted, conferences: counted, persons: counted }),
  }),
  health: z.array(z.object({ source_id: z.string(), legs: z.number() })),
  intake: z.array(z.object({ deliveries: z.number(), records: z.number(), refused: z.number() })),
  day: z.object({ day: z.iso.date(), legs: z.array(leg) }),
  published: z.object({ sealed: z.array(z.string()), report: z.null() }),
})
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

let cli: Cli
let folder: string
// As for programs: `--json` and `--once` end by themselves.
const demo = (...args: readonly string[]) =>
  cli.spawn('demo', '--dir', join(folder, 'demo'), '--people', '12', '--days', '4', ...args)

beforeAll(() => {
  cli = createCli()
  folder = dirname(cli.data)
})
afterAll(() => cli.remove())

describe('a small world in nasty order', () => {
  let found: z.output<typeof answer>

  beforeAll(async () => {
    const ran = await demo('--json', '--seed', '7', '--order', 'nasty')
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    found = answer.parse(JSON.parse(ran.stdout))
  })

  it('stores every leg, conference and person as it was, and nothing else', async () => {
    const { differences, summary } = found.comparison
    expect(differences).toEqual([])
    const truth = await readTruth(join(folder, 'demo-truth.json'))
    expect(truth.legs.length).toBeGreaterThan(50)
    expect(summary.legs).toEqual({ truth: truth.legs.length, stored: truth.legs.length, equal: truth.legs.length })
    for (const { stored, truth: real } of found.months) expect(stored).toEqual(real)
    expect(sum(found.health.map(({ legs }) => legs))).toBe(truth.legs.length)
  })

  it('every delivery and record that was sent is counted, and what was broken refused', () => {
    expect(sum(found.intake.map(({ deliveries }) => deliveries))).toBe(found.sent.deliveries)
    expect(sum(found.intake.map(({ records }) => records))).toBe(found.sent.records)
    expect(sum(found.intake.map(({ refused }) => refused))).toBe(found.sent.broken)
    expect(found.sent.broken).toBeGreaterThan(0)
  })

  it('seals no month that runs', () => {
    expect(found.published).toEqual({ sealed: [], report: null })
  })

  it('keeps the truth beside the data directory, not in it', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('demo'))
        .toSorted(),
    ).toEqual(['demo-data', 'demo-keys', 'demo-truth.json'])
    expect(readdirSync(join(folder, 'demo-data')).filter((name) => name.includes('truth'))).toEqual([])
  })

  it('is made anew the next time, and shows people what it does', async () => {
    writeFileSync(join(folder, 'demo-data', 'left-over'), '')
    const ran = await demo('--once', '--days', '20', '--people', '30', '--faults', 'failing_joins')
    expect(ran.code).toBe(0)
    expect(existsSync(join(folder, 'demo-data', 'left-over'))).toBe(false)
    expect(ran.stderr).toMatch(/100 %: [\d,]+ deliveries acknowledged with [\d,]+ records\n/u)
    expect(ran.stdout).toMatch(
      /person keys are stored as they must be, in every field of the truth file\. Differences: 0\./u,
    )
    // What is wrong there stands beside the advice, and nothing else does.
    expect(ran.stdout).toMatch(/the product was not told:\n {2}failing_joins: Joining from Utrecht Annex[^\n]+\n\n/u)
    // Three days of October are over: they are sealed, and reported after the protocol.
    expect(ran.stderr).toMatch(/ {2}2026-10 sealed in \d+\.\d s, revision 1\n/u)
    expect(ran.stdout).toMatch(/Sealed: 2026-10\.[^]*people: site [^]*\nImprovement report [^]*, October 2026\n=+\n/u)
    expect(ran.stdout).toContain('3 of 31 days have meetings')
  })
})

describe('in Dutch', () => {
  it('says all that it does, and what it found, in Dutch', async () => {
    const ran = await demo('--once', '--days', '20', '--order', 'nasty', '--lang', 'nl')
    expect(ran.code).toBe(0)
    expect(ran.stderr).toContain('  oktober 2026 is gepubliceerd')
    const [found = '', report = ''] = ran.stdout.split(/(?=^Verbeterrapport )/mu)
    expect(report).toContain('Voorbeeld B.V. (verzonnen), oktober 2026')
    expect(found).toMatch(/^ {2}voorbeeld-pexip: \d+ × [a-z_]+\. [A-Z]/mu)
    // Codes, fields of the store and names of places are the same in every language.
    const names =
      /^ {2}(?:\w+_\w+|kind|internal|site|vendor|model|software) {2,}\S.*$|\b[a-z]+_[a-z_]+\b|\/\S+|`[^`]+`|--?[a-z]+|voorbeeld-\w+/gmu
    const lines = `${ran.stderr}${found}`.replaceAll(names, '').split('\n')
    expect(lines.length).toBeGreaterThan(60)
    expect(lines.filter((line) => ENGLISH.test(line))).toEqual([])
  })

  it('lists what may be wrong, and refuses, in Dutch', async () => {
    const listed = await cli.run('demo', '--faults', 'list', '--lang', 'nl')
    expect(listed.stdout).toMatch(/^FOUT +WAT ER MISGAAT\nbad_site_network +Het netwerk van Groningen /u)
    const place = join(folder, 'dutch')
    mkdirSync(`${place}-data`)
    const refused = await cli.run('demo', '--dir', place, '--lang', 'nl')
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('is niet door de demo gemaakt') })
  })

  it.each([
    ['--days', '81', '--days "81" moet van 1 tot en met 80 zijn.'],
    ['--people', 'x', '--people "x" moet een heel getal zijn.'],
    ['--order', 'any', '--order "any" moet een van deze zijn: clean, nasty.'],
    ['--faults', 'gremlins', /^--faults "gremlins" moet all, none of list zijn, of een keuze uit bad_site_network,/u],
  ] as const)('%s %s is a wrong call in Dutch', async (option, value, words) => {
    const ran = await cli.run('demo', '--dir', join(folder, 'wrong'), option, value, '--lang', 'nl')
    expect(ran.code).toBe(2)
    expect(ran.stderr.trim()).toMatch(words)
  })
})

it('what may be wrong there is listed, and a fault that there is not is a wrong call', async () => {
  const listed = await cli.run('demo', '--faults', 'list')
  expect(listed).toMatchObject({ code: 0, stdout: expect.stringContaining('bad_site_network') })
  const wrong = await cli.run('demo', '--faults', 'bad_site_network,gremlins')
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('must be all, none, list, or some of') })
})

it.each([
  ['--days', '81', '--days "81" must be from 1 to 80.'],
  ['--people', '4', '--people "4" must be from 5 to 5000.'],
  ['--order', 'any', '--order "any" must be one of clean, nasty.'],
  [
    '--lang',
    'de',
    "Option '--lang <language>' argument 'de' is invalid. Allowed choices are nl, en. Add --help to see how the command is called.",
  ],
])('%s %s is a wrong call', async (option, value, words) => {
  const ran = await cli.run('demo', '--dir', join(folder, 'wrong'), option, value)
  expect(ran).toMatchObject({ code: 2, stdout: '', stderr: `${words}\n` })
})

it('what a running demo has, and what a product serves of an earlier one, is left alone', async () => {
  const place = join(folder, 'busy')
  mkdirSync(`${place}-data`)
  writeFileSync(join(`${place}-data`, '.avesqo-demo'), '')
  writeFileSync(join(`${place}-data`, 'kept'), '')
  const refused = async (words: string) => {
    const ran = await cli.run('demo', '--once', '--dir', place)
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(words) })
    expect(ran.stderr).toContain('--dir ./demo2 --port 8081')
    expect(existsSync(join(`${place}-data`, 'kept'))).toBe(true)
  }
  // As long as it starts, it has its lock only: here it is that of this process.
  expect(takeLock(`${place}-lock`)).toBeNull()
  await refused(`A demo is at work in ${place}-data (process ${process.pid}).`)
  leaveLock(`${place}-lock`)
  // A number that was given again: the process that has it now began at another time.
  symlinkSync(`${process.pid}:1`, `${place}-lock`)
  const served = createServer().listen(join(`${place}-data`, 'operator.sock'))
  await once(served, 'listening')
  await refused(`Another avesqo process is at work in ${place}-data.`)
  served.close()
})

it('a port that is in use is said before anything is removed', async () => {
  const place = join(folder, 'port')
  mkdirSync(`${place}-data`)
  writeFileSync(join(`${place}-data`, '.avesqo-demo'), '')
  writeFileSync(join(`${place}-data`, 'kept'), '')
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = z.object({ port: z.number() }).parse(other.address())
  const ran = await cli.run('demo', '--dir', place, '--port', String(port))
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toBe(
    `127.0.0.1, port ${port}, is in use by another program; stop that one, or name another with --port, such as: --port 8081.\n`,
  )
  expect(existsSync(join(`${place}-data`, 'kept'))).toBe(true)
  expect(existsSync(`${place}-lock`)).toBe(false)
  other.close()
})

it('a directory that it did not make is left alone', async () => {
  const file = cli.file('mine-data', 'not a demo')
  const ran = await cli.run('demo', '--dir', join(folder, 'mine'))
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('was not made by the demo') })
  expect(readFileSync(file, 'utf8')).toBe('not a demo')
})
