/**
 * `avesqo report`, `cells`, `findings` and `finding set` on the real product: records of a month come in, the month is
 * sealed, and what is read of it is the same in every form.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runAvesqo } from '../../../services/cli/main.ts'
import { openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { deliver } from '../../support/deliver.ts'
import { allOutputs } from '../../support/outputs.ts'
import { newProduct, type Running, withTenant } from '../../support/product.ts'
import { readXlsx } from '../../support/xlsx.ts'

/** Friday 20 November 2026, 10:00 in the Netherlands. */
const NOW = '2026-11-20T09:00:00Z'
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

const HOSTILE = '=HYPERLINK("http://x.example")'
const TINY = 'Klein kantoor'
/** Persons of each place; the smallest one and the people without a site are enough only together. */
const PLACES = [
  { persons: 14, ip: '198.51.100', loss: 0 },
  { persons: 12, ip: '203.0.113', loss: 6 },
  { persons: 3, ip: '192.0.2', loss: 0 },
  { persons: 12, ip: '100.64.0', loss: 0 },
] as const
const DAYS = Array.from({ length: 12 }, (_, index) => `2026-10-${String(index + 5).padStart(2, '0')}`)

/** Meetings of half an hour, three a day and place; at one place every third connection loses packets. */
const RECORDS = DAYS.flatMap((day) =>
  PLACES.flatMap(({ persons, ip, loss }, place) =>
    ['08', '10', '13'].flatMap((hour) =>
      Array.from({ length: persons }, (_, person) => ({
        leg_id: `${day} ${hour} ${place} ${person}`,
        conference_id: `${day} ${hour} ${place}`,
        address: `p${place}-${person}@voorbeeld.example`,
        ip: `${ip}.${person + 1}`,
        start: `${day}T${hour}:00:00Z`,
        end: `${day}T${hour}:30:00Z`,
        end_class: 'normal_self',
        media: [{ kind: 'audio', dir: 'down', packets: 90_000, loss_pct: person % 3 === 0 ? loss : 0, jitter_ms: 5 }],
      })),
    ),
  ),
)

beforeAll(async () => {
  const secrets = await withTenant(product, { id: 'acme' }, ['generic'])
  await run('site', 'add', 'acme', 'Utrecht', '--range', '198.51.100.0/24')
  await run('site', 'add', 'acme', HOSTILE, '--range', '203.0.113.0/24')
  await run('site', 'add', 'acme', TINY, '--range', '192.0.2.0/24')
  running = await product.start()
  const body = RECORDS.map((record) => JSON.stringify(record)).join('\n')
  const sent = await deliver(running.url, 'acme-generic', secrets['acme-generic'] ?? '', body, {
    'content-type': 'application/x-ndjson',
  })
  expect(sent).toMatchObject({ status: 200, text: expect.stringContaining(`"received":${RECORDS.length}`) })
})
afterAll(() => product.remove())

const OCTOBER = ['--tenant', 'acme', '--month', '2026-10'] as const
const audited = async (): Promise<readonly (readonly [string, string])[]> => {
  const control = await openControl(product.data, { now: () => 0 }, createLogger('silent'))
  try {
    const rows = await control.db.selectFrom('audit').select(['action', 'detail']).orderBy('seq').execute()
    return rows.map(({ action, detail }) => [action, detail] as const)
  } finally {
    await control.close()
  }
}
const number = z.looseObject({ value: z.number() })
const table = z.object({ rows: z.array(z.looseObject({ site: z.string(), legs: number.optional() })) })

describe('before it is sealed', () => {
  it('says that nothing is published, and how to seal the month', async () => {
    await run('rollup', 'run')
    expect(await run('report', ...OCTOBER)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        '2026-10 of acme is not sealed yet; that is done on 2026-11-06, or from then on by: ' +
        'avesqo period seal --tenant acme --month 2026-10. No month of it is published yet.\n',
    })
    expect((await audited()).filter(([action]) => action === 'report_read')).toEqual([])
  })

  it.each([
    [['report', '--tenant', 'nobody', '--month', '2026-10'], 1, 'There is no tenant "nobody". See: avesqo tenant list'],
    [['report', '--tenant', 'acme', '--month', '2026-13'], 2, '--month "2026-13" must be a month, YYYY-MM.'],
    [
      ['report', '--tenant', 'acme', '--month', '2026-11'],
      1,
      /^2026-11 of acme is not over; it is sealed on 2026-12-06\./u,
    ],
    [['report', '--tenant', 'acme', '--month', '2026-09'], 1, /^Nothing is published of 2026-09 of acme\./u],
    [['report', ...OCTOBER, '--csv', 'x', '--xlsx', 'y'], 2, 'Choose one of --csv, --xlsx, --pdf and --json.'],
    [['cells', ...OCTOBER, '--cut', 'person'], 2, /^Option '--cut <cut>' argument 'person' is invalid\./u],
    [
      ['finding', 'set', 'abcdefgh', '--state', 'accepted'],
      1,
      'There is no finding "abcdefgh". See: avesqo findings --tenant …',
    ],
    [['report', '--tenant', 'nobody', '--month', '2026-10', '--lang', 'nl'], 1, 'Er is geen klant „nobody”.'],
    [
      ['report', '--tenant', 'acme', '--month', '2026-11', '--lang', 'nl'],
      1,
      /^De maand november 2026 van acme is nog niet voorbij\. Het rapport komt op 6 december 2026\. Van deze klant is nog geen maand/u,
    ],
    [
      ['cells', '--tenant', 'acme', '--month', '2026-09', '--cut', 'site', '--lang', 'nl'],
      1,
      /^Van september 2026 van acme is niets gepubliceerd\./u,
    ],
    [
      ['report', ...OCTOBER, '--lang', 'nl', '--csv', 'x', '--xlsx', 'y'],
      2,
      'Kies één van --csv, --xlsx, --pdf en --json.',
    ],
    [['report', ...OCTOBER, '--lang', 'nl', '--csv', ' '], 1, 'Achter --csv staat niets. Noem een nieuwe map.'],
    [
      ['report', '--tenant', 'acme', '--month', '2026-09', '--lang', 'nl', '--json'],
      1,
      /"message":"Nothing is published of 2026-09 of acme\./u,
    ],
    [['finding', 'set', 'abcdefgh', '--note', 'x', '--lang', 'nl'], 1, 'Er is geen bevinding „abcdefgh”.'],
  ] as const)('%j is answered in words', async (args, code, words) => {
    const ran = await run(...args)
    expect(ran).toMatchObject({ code, stdout: '' })
    expect(ran.stderr.trim()).toMatch(words)
  })
})

describe('of a sealed month', () => {
  beforeAll(async () => {
    expect(await run('period', 'seal', ...OCTOBER)).toMatchObject({ code: 0 })
  })

  it('prints the report, names the site that is bad, and writes down that it was read', async () => {
    const before = (await audited()).length
    const { code, stdout } = await run('report', ...OCTOBER)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Improvement report of the meeting environment: acme, October 2026\n=+\n/u)
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(
      `${HOSTILE} has more poor connections than your other sites [A01]`,
    )
    expect(stdout).toMatch(/^Utrecht {2,}505 {2,}35 {2,}15 /mu)
    expect((await audited()).slice(before)).toEqual([['report_read', '{"month":"2026-10"}']])
    expect((await run('report', ...OCTOBER, '--lang', 'nl')).stdout).toContain('meer slechte verbindingen')
  })

  it('writes the same figures as CSV and as a spreadsheet, and overwrites nothing', async () => {
    const [csv, xlsx] = [join(product.home, 'csv'), join(product.home, 'files', 'october.xlsx')]
    expect(await run('report', ...OCTOBER, '--csv', csv)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('README.txt'),
    })
    expect(await run('report', ...OCTOBER, '--xlsx', xlsx)).toMatchObject({ code: 0, stdout: `${xlsx} is written.\n` })
    const dutch = join(product.home, 'files', 'oktober.xlsx')
    expect((await run('report', ...OCTOBER, '--xlsx', dutch, '--lang', 'nl')).stdout).toBe(`${dutch} is gemaakt.\n`)
    const pdf = join(product.home, 'files', 'october.pdf')
    expect(await run('report', ...OCTOBER, '--pdf', pdf)).toMatchObject({ code: 0, stdout: `${pdf} is written.\n` })
    expect(readFileSync(pdf, 'latin1').slice(0, 5)).toBe('%PDF-')
    const { tables } = z
      .object({ tables: z.array(table.extend({ id: z.string() }).catch({ id: '', rows: [] })) })
      .parse(JSON.parse((await run('--json', 'report', ...OCTOBER)).stdout))
    const sites = tables.find(({ id }) => id === 'site')?.rows.map(({ site, legs }) => [site, legs?.value])
    expect(sites).toEqual([
      ['Utrecht', 505],
      [HOSTILE, 430],
      ['other', 540],
    ])
    const [, ...lines] = readFileSync(join(csv, 'site.csv'), 'utf8').trim().split('\r\n')
    expect(lines.map((line) => line.replace(/^("(?:[^"]|"")*"|[^,]*),(\d+),.*$/u, '$1 $2'))).toEqual([
      'Utrecht 505',
      `"'${HOSTILE.replaceAll('"', '""')}" 430`,
      'other 540',
    ])
    const sheet = readXlsx(readFileSync(xlsx)).find(({ name }) => name === 'Per site')
    expect(sheet?.rows.slice(2).map(([site, legs]) => [site?.value, legs?.value])).toEqual(sites)

    writeFileSync(join(csv, 'mine.txt'), 'mine')
    expect(await run('report', ...OCTOBER, '--csv', csv)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('is not empty'),
    })
    expect(await run('report', ...OCTOBER, '--xlsx', xlsx)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('exists.'),
    })
    expect(readFileSync(join(csv, 'mine.txt'), 'utf8')).toBe('mine')
    expect(readdirSync(csv)).toContain('README.txt')
    expect(existsSync(xlsx)).toBe(true)
  })

  it('shows one cut, also one of which nothing is published', async () => {
    const cells = await run('--json', 'cells', ...OCTOBER, '--cut', 'site')
    expect(table.parse(JSON.parse(cells.stdout)).rows.map(({ site }) => site)).toEqual(['Utrecht', HOSTILE, 'other'])
    expect((await run('cells', ...OCTOBER, '--cut', 'site')).stdout).toMatch(/loss, median {2}loss, p90/u)
    expect(await run('cells', ...OCTOBER, '--cut', 'network')).toMatchObject({
      code: 0,
      stdout: 'Nothing is published of network in 2026-10.\n',
    })
    expect((await run('cells', ...OCTOBER, '--cut', 'network', '--lang', 'nl')).stdout).toBe(
      'Van network is in oktober 2026 niets gepubliceerd.\n',
    )
  })

  it('names in no output the site that has too few people, nor anybody (A21, A34)', async () => {
    const outputs = await allOutputs(run, 'acme', '2026-10')
    expect(outputs.size).toBeGreaterThan(60)
    const tiny = z
      .array(z.object({ id: z.string(), name: z.string() }))
      .parse(JSON.parse((await run('--json', 'site', 'list', 'acme')).stdout))
      .find(({ name }) => name === TINY)
    for (const [name, text] of outputs) {
      for (const secret of [TINY, tiny?.id ?? '', 'voorbeeld.example'])
        expect(text.includes(secret), `${secret} in ${name}`).toBe(false)
    }
  })
})

const listed = async () => {
  const { stdout } = await run('--json', 'findings', '--tenant', 'acme')
  return z
    .array(z.looseObject({ id: z.uuid(), rule: z.string(), state: z.string(), month: z.string() }))
    .parse(JSON.parse(stdout))
}

describe('findings', () => {
  it('are listed with their ids and states, in words', async () => {
    const found = await listed()
    expect(found.map(({ rule, month, state }) => [rule, month, state])).toContainEqual(['A01', '2026-10', 'new'])
    const { stdout } = await run('findings', ...OCTOBER)
    for (const { id } of found) expect(stdout).toContain(id)
    expect(await run('findings', '--tenant', 'acme', '--month', '2026-01')).toMatchObject({
      code: 0,
      stdout: 'No findings of acme in 2026-01.\n',
    })
    expect((await run('findings', '--tenant', 'acme', '--month', '2026-01', '--lang', 'nl')).stdout).toBe(
      'Er zijn geen bevindingen van acme in januari 2026.\n',
    )
  })

  it('take the states that may follow, by the beginning of their id; each step is in the audit log', async () => {
    const [first] = await listed()
    const id = first?.id ?? ''
    expect(await run('finding', 'set', id.slice(0, 8), '--state', 'accepted')).toMatchObject({
      code: 0,
      stdout: `${first?.rule} of 2026-10: new → accepted.\n`,
    })
    expect(await run('finding', 'set', id, '--state', 'verified')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The finding is accepted; it can become: planned, done, rejected.\n',
    })
    expect(await run('finding', 'set', id, '--state', 'mended')).toMatchObject({ code: 2 })
    expect((await listed())[0]).toMatchObject({ id, state: 'accepted' })
    expect(await run('finding', 'set', id, '--note', ' asked the supplier\n')).toMatchObject({
      code: 0,
      stdout: `${first?.rule} of 2026-10: noted.\n`,
    })
    expect(await run('finding', 'set', id, '--state', 'planned', '--note', 'in week 50')).toMatchObject({
      code: 0,
      stdout: `${first?.rule} of 2026-10: accepted → planned, noted.\n`,
    })
    expect(await run('finding', 'set', id, '--state', 'rejected')).toMatchObject({
      code: 2,
      stderr: 'Say why nothing will be done about it: add --note "…".\n',
    })
    expect(await run('finding', 'set', id)).toMatchObject({ code: 2, stderr: 'Give --state, --note, or both.\n' })
    expect(await run('finding', 'set', id, '--note', 'a\u0007b')).toMatchObject({
      code: 2,
      stderr: '--note "a\u0007b" must not hold control characters.\n',
    })
    expect(await run('finding', 'set', id, '--state', 'verified', '--lang', 'nl')).toMatchObject({
      code: 1,
      stderr: 'De bevinding is gepland. Zij kan worden: done (gedaan), rejected (afgewezen).\n',
    })
    expect((await run('finding', 'set', id, '--note', 'bel 06-12345678', '--lang', 'nl')).stderr).toMatch(
      /^--note "bel 06-12345678" mag niemand noemen: /u,
    )
    expect((await audited()).filter(([action]) => action === 'finding_changed')).toEqual([
      ['finding_changed', `{"finding":"${id}","rule":"${first?.rule}","state":"accepted"}`],
      ['finding_changed', `{"finding":"${id}","rule":"${first?.rule}","state":"planned"}`],
    ])
  })
})
