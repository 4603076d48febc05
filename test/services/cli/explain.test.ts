/** `avesqo explain` as people and scripts call it; what it says of payloads: test/services/ingest/explain.test.ts. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { observationColumns } from '../../../schemas/observation.ts'
import { PLATFORMS } from '../../../schemas/states.ts'
import { treatmentOf } from '../../../services/cli/explain-text.ts'
import { LANGUAGES } from '../../../services/cli/language.ts'
import { GENERIC } from '../../pipeline/samples/generic.ts'
import { PEXIP } from '../../pipeline/samples/pexip.ts'
import { ACME, type Cli, createCli } from './run.ts'

const AVESQO = fileURLToPath(new URL('../../../services/cli/avesqo.ts', import.meta.url))
const [, CONFERENCE, ROOM, , WINDOW] = PEXIP.payloads
if (CONFERENCE === undefined || ROOM === undefined || WINDOW === undefined) throw new Error('payloads are missing')

let cli: Cli
beforeAll(() => {
  cli = createCli()
})
afterAll(() => cli.remove())

const explain = (file: string, ...more: readonly string[]) => cli.run('explain', '--platform', 'pexip', ...more, file)
const file = (name: string, body: string | Buffer) => cli.file(name, body)

/** The answer for a machine. */
async function json(path: string) {
  const { code, stdout, stderr } = await explain(path, '--json')
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as { observations: object[]; refused: object[]; ignored: number }
}

describe('for people', () => {
  test.each([
    ['en', 'Observation 1', 'Kept: 1. Refused: 0. Accepted without anything to keep: 0.'],
    ['nl', 'Waarneming 1', 'Bewaard: 1. Geweigerd: 0. Aangenomen zonder iets om te bewaren: 0.'],
  ] as const)('in %s: each field on a line, how it was treated on the next', async (lang, heading, sums) => {
    const { code, stdout, stderr } = await explain(file('room.json', ROOM.body), '--lang', lang)
    expect([code, stderr]).toEqual([0, expect.stringContaining('--config')])
    const said = stdout.split('\n')
    expect(said[0]).toBe(heading)
    expect(stdout).toContain(sums)
    const fields = said.slice(1, said.indexOf(''))
    const [observation = {}] = (await json(file('room.json', ROOM.body))).observations
    expect(fields.length).toBe(2 * Object.keys(observation).length)
    for (let i = 0; i < fields.length; i += 2) {
      const [, name = '', value = ''] = /^ {2}(\w+) +(\S.*)$/u.exec(fields[i] ?? '') ?? []
      expect(observationColumns, fields[i]).toContain(name)
      expect(value, fields[i]).not.toBe('')
      expect(fields[i + 1]?.trim(), name).toBe(treatmentOf(name, lang))
    }
    expect(stdout).toContain('2026-03-05T09:00:09.250Z')
    expect(stdout).toMatch(/^ {2}links +leg:2$/mu)
  })

  test('every column has its treatment, in every language', () => {
    for (const lang of LANGUAGES) {
      for (const column of observationColumns) expect(treatmentOf(column, lang).length, column).toBeGreaterThan(8)
    }
    expect(treatmentOf('person_key', 'nl')).not.toBe(treatmentOf('person_key', 'en'))
  })

  test('media stand a line each', async () => {
    const { stdout } = await explain(file('window.json', WINDOW.body))
    expect(stdout).toMatch(/^ {2}media +audio up: loss_max_mp 5000$/mu)
    expect(stdout).toMatch(/^ +video down: loss_max_mp 0$/mu)
    expect(stdout).not.toContain('{')
  })

  test('what is held back and what would be refused is said in words', async () => {
    const body = [
      { leg_id: 'a', event: '2026-04-01T10:00:00Z', address: 'x@voorbeeld.example' },
      { leg_id: 'b', start: 'gisteren' },
    ]
    const path = file('two.ndjson', body.map((one) => JSON.stringify(one)).join('\n'))
    const { code, stdout } = await cli.run('explain', '--platform', 'generic', path)
    expect(code).toBe(0)
    expect(stdout).toContain('Held back: person_key')
    expect(stdout).toContain('Record 2 would be refused: time_invalid at start.')
    expect(stdout).not.toContain('gisteren')
    expect(stdout).not.toContain('voorbeeld')
  })
})

describe('a payload', () => {
  test.each([
    ['as it is', (body: string) => Buffer.from(body), '.json'],
    ['gzip', gzipSync, '.json.gz'],
    ['zstd', zstdCompressSync, '.json.zst'],
    ['gzip by its content, whatever its name', gzipSync, '.json'],
  ])('%s', async (_, packed, extension) => {
    const answer = await json(file(`payload${extension}`, packed(CONFERENCE.body)))
    expect(answer).toEqual({ observations: CONFERENCE.expected, refused: [], ignored: CONFERENCE.ignored })
  })

  test.each(GENERIC.payloads.map((payload) => [payload.name, payload] as const))(
    'of another form is known by its name, packed or not: %s',
    async (_, { body, extension, refused }) => {
      for (const [name, content] of [
        [`form${extension}`, body],
        [`form${extension}.gz`, gzipSync(body)],
      ] as const) {
        const { stdout } = await cli.run('explain', '--json', '--platform', 'generic', file(name, content))
        const answer = JSON.parse(stdout) as { refused: object[] }
        expect(answer.refused).toEqual(refused)
      }
    },
  )

  test.each([
    ['piece by piece', Buffer.from(CONFERENCE.body)],
    ['packed', gzipSync(CONFERENCE.body)],
  ])('on standard input, %s', async (_, bytes) => {
    const child = spawn(process.execPath, [AVESQO, '--json', 'explain', '--platform', 'pexip', '-'], {
      cwd: dirname(cli.data),
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stdin.write(bytes.subarray(0, 20), () => child.stdin.end(bytes.subarray(20)))
    const [code] = (await once(child, 'close')) as [number]
    expect(code).toBe(0)
    expect((JSON.parse(stdout) as { observations: object[] }).observations).toEqual(CONFERENCE.expected)
  })

  test('that is empty, or of another platform, is refused like one that arrives', async () => {
    expect((await json(file('empty.json', ''))).refused).toEqual([{ index: 0, code: 'json_invalid', path: '' }])
    const xml = await json(file('cms.xml', '<records session="x"/>'))
    expect(xml.refused).toEqual([{ index: 0, code: 'json_invalid', path: '' }])
  })
})

describe('a call that cannot be carried out says what to do', () => {
  test.each<[string, () => readonly string[], number, RegExp]>([
    ['a platform that we do not know', () => ['--platform', 'zoom', 'x.json'], 2, /pexip, cms, generic/u],
    ['no platform', () => ['x.json'], 2, /--platform/u],
    ['no file', () => ['--platform', 'cms'], 2, /file/u],
    ['a file that is not there', () => ['--platform', 'cms', join(cli.data, 'no.xml')], 1, /cannot be read/u],
    [
      'a directory',
      () => {
        const path = join(dirname(cli.data), 'directory')
        mkdirSync(path, { recursive: true })
        return ['--platform', 'cms', path]
      },
      1,
      /cannot be read/u,
    ],
    [
      'a file that does not decompress',
      () => ['--platform', 'cms', file('broken.gz', gzipSync('x'.repeat(500)).subarray(0, 18))],
      1,
      /does not decompress/u,
    ],
    [
      'a small file that becomes too large',
      () => ['--platform', 'cms', file('bomb.gz', gzipSync(Buffer.alloc(33 * 1024 * 1024)))],
      1,
      /larger than the 32 MiB/u,
    ],
    [
      'a configuration that is not JSON',
      () => ['--platform', 'cms', '--config', file('config.json', 'zone: UTC'), file('a.xml', '')],
      2,
      /avesqo tenant export/u,
    ],
    [
      'a configuration with a zone that is none',
      () => ['--platform', 'cms', '--config', file('zone.json', '{"tenant":{"zone":"Mars"}}'), file('a.xml', '')],
      2,
      /tenant\.zone/u,
    ],
    [
      'a room at a site that is not there',
      () => {
        const config = JSON.stringify({ rooms: [{ name: 'Erasmus', aliases: ['a@b.example'], site: 'Delft' }] })
        return ['--platform', 'cms', '--config', file('room.json', config), file('a.xml', '')]
      },
      2,
      /Erasmus.*Delft/u,
    ],
    ['a language that we do not speak', () => ['--platform', 'cms', '--lang', 'fr', 'x'], 2, /nl, en/u],
  ])('%s', async (_, args, expected, says) => {
    const { code, stdout, stderr } = await cli.run('explain', ...args())
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n {4}at |Error:/u)
    const asJson = await cli.run('--json', 'explain', ...args())
    expect(JSON.parse(asJson.stderr)).toMatchObject({ error: { message: expect.stringMatching(says) as string } })
  })

  test('--help names everything that can be asked', async () => {
    const { code, stdout } = await cli.run('explain', '--help')
    expect(code).toBe(0)
    for (const word of ['--platform', '--config', '--source', '--lang', 'standard input', ...PLATFORMS]) {
      expect(stdout).toContain(word)
    }
  })
})

test('stores nothing: there is no data directory afterwards', async () => {
  const fresh = createCli()
  await fresh.run('explain', '--platform', 'pexip', fresh.file('a.json', CONFERENCE.body))
  expect(existsSync(fresh.data)).toBe(false)
  fresh.remove()
})

test('reads what `tenant export` prints, unchanged', async () => {
  const own = createCli({ AVESQO_NOW: '2026-11-20T09:00:00Z' })
  await own.json(...ACME, '--domain', 'voorbeeld.example', '--zone', 'Asia/Kolkata')
  await own.json('site', 'add', 'acme', 'Rotterdam', '--range', '198.51.100.0/24')
  await own.json(
    'room',
    'add',
    'acme',
    'Erasmus',
    '--alias',
    'erasmus@voorbeeld.example',
    '--site',
    'Rotterdam',
    '--shared',
  )
  const { stdout } = await own.run('tenant', 'export', 'acme')
  const config = own.file('tenant.json', stdout)
  const answer = (await own.json(
    'explain',
    '--platform',
    'pexip',
    '--config',
    config,
    own.file('a.json', ROOM.body),
  )) as {
    observations: object[]
  }
  expect(answer.observations).toMatchObject([{ kind: 'room', room_id: 'Erasmus', site: 'Rotterdam', site_by: 'room' }])
  own.remove()
})
