/**
 * `avesqo period` on the real product: a month from closed to published and published anew, through a running server and
 * without one, with words for what is refused.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { protocol } from '../../../schemas/published.ts'
import { runAvesqo } from '../../../services/cli/main.ts'
import { deliver } from '../../support/deliver.ts'
import { newProduct, type Running, withTenant } from '../../support/product.ts'

const NOW = '2026-12-08T09:00:00Z'
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
const period = (name: string, ...args: readonly string[]) => run('period', name, '--tenant', 'acme', ...args)
const NOVEMBER = ['--month', '2026-11'] as const

/** Twelve people in two places, in a meeting on each of two days. */
const RECORDS = ['02', '03'].flatMap((day) =>
  Array.from({ length: 12 }, (_, person) => ({
    leg_id: `${day} ${person}`,
    conference_id: day,
    address: `person${person}@voorbeeld.example`,
    start: `2026-11-${day}T09:00:00Z`,
    duration_s: 1_800,
    ip: person < 11 ? '198.51.100.7' : '192.0.2.7',
  })),
)

beforeAll(async () => {
  const secrets = await withTenant(product, { id: 'acme' }, ['generic'])
  await run('site', 'add', 'acme', 'Utrecht', '--range', '198.51.100.0/24')
  await run('site', 'add', 'acme', 'Delft', '--range', '192.0.2.0/24')
  running = await product.start()
  const body = RECORDS.map((record) => JSON.stringify(record)).join('\n')
  const sent = await deliver(running.url, 'acme-generic', secrets['acme-generic'] ?? '', body, {
    'content-type': 'application/x-ndjson',
  })
  expect(sent.text).toContain('"received":24')
  expect((await run('rollup', 'run')).code).toBe(0)
})
afterAll(() => product.remove())

describe('before it is sealed', () => {
  it('a month says that it waits, and what to do', async () => {
    const { code, stdout } = await period('status')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^2026-11 +closed +- +- +2026-12-06 /mu)
    expect(stdout).toMatch(/^2026-12 +open +- +- +2027-01-06 /mu)
    expect(stdout).toContain(
      '2026-11 can be sealed from 2026-12-06 on: avesqo period seal --tenant acme --month 2026-11',
    )
  })

  it('says so in Dutch', async () => {
    const { stdout } = await period('status', '--lang', 'nl')
    expect(stdout).toMatch(/^MAAND +STATUS +UITGAVE +GEPUBLICEERD OP /u)
    expect(stdout).toMatch(/^2026-11 +voorbij +- +- +2026-12-06 /mu)
    expect(stdout).toContain(
      'November 2026 kan vanaf 6 december 2026 worden gepubliceerd: avesqo period seal --tenant acme --month 2026-11 --lang nl',
    )
  })

  it.each([
    [
      ['seal', '--month', '2026-12'],
      1,
      'December 2026 is bij acme nog niet voorbij. Publiceren kan vanaf 6 januari 2027.',
    ],
    [['seal', '--month', '2026-10'], 1, 'Van oktober 2026 is bij acme niets geteld.'],
    [['seal', '--month', '2025-12'], 1, 'ligt vóór het contract van acme. Dat begint op 1 januari 2026.'],
    [['reopen', '--month', '2026-11', '--reason', 'laat'], 1, 'November 2026 van acme is nooit gepubliceerd.'],
    [['reopen', '--month', '2026-11', '--reason', ''], 2, '--reason "" mag niet leeg zijn.'],
    [['protocol', '--month', '2026-11'], 1, 'nooit gepubliceerd. Zie: avesqo period status --tenant acme --lang nl'],
    [['seal', '--month', '2026-13'], 2, '--month "2026-13" moet een maand zijn, zoals 2026-10.'],
  ] as const)('%s is refused in Dutch', async ([name = '', ...args], code, sentence) => {
    const ran = await period(name, ...args, '--lang', 'nl')
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([code, '', expect.stringContaining(sentence)])
  })

  it.each([
    [['seal', '--month', '2026-12'], 1, '2026-12 is not over at acme. It can be sealed from 2027-01-06 on.'],
    [['seal', '--month', '2026-10'], 1, 'Nothing is counted of 2026-10 at acme'],
    [['seal', '--month', '2025-12'], 1, 'before the contract of acme, which begins on 2026-01-01'],
    [['reopen', '--month', '2026-11', '--reason', 'late'], 1, 'was never sealed'],
    [['protocol', '--month', '2026-11'], 1, 'was never sealed. See: avesqo period status --tenant acme'],
    [['seal', '--month', '2026-13'], 2, '--month "2026-13" must be a month, YYYY-MM'],
    [['seal'], 2, "Required option '--month <month>' not specified"],
    [['reopen', '--month', '2026-11'], 2, "Required option '--reason <text>' not specified"],
  ] as const)('%s is refused in words', async ([name = '', ...args], code, sentence) => {
    const ran = await period(name, ...args)
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([code, '', expect.stringContaining(sentence)])
  })

  it('an unknown tenant is said to be unknown', async () => {
    const ran = await run('period', 'status', '--tenant', 'nobody')
    expect([ran.code, ran.stderr]).toEqual([1, 'There is no tenant "nobody". See: avesqo tenant list\n'])
    const dutch = await run('period', 'status', '--tenant', 'nobody', '--lang', 'nl')
    expect([dutch.code, dutch.stderr]).toEqual([1, 'Er is geen klant „nobody”. Zie: avesqo tenant list\n'])
  })
})

describe('sealing', () => {
  it('says what it did, and cannot be done twice', async () => {
    const { code, stdout } = await period('seal', ...NOVEMBER)
    expect(code).toBe(0)
    expect(stdout).toContain('2026-11 of acme is sealed, revision 1.')
    expect(stdout).toMatch(/^people: all +1 +1 +-$/mu)
    expect(stdout).toContain('Read it with: avesqo report --tenant acme --month 2026-11')
    const again = await period('seal', ...NOVEMBER)
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is sealed already')])
  })

  it('is seen in the status, also by machines', async () => {
    const { stdout } = await period('status', '--json')
    expect(JSON.parse(stdout)).toMatchObject([
      { month: '2026-11', state: 'sealed', revision: 1, safe: true, reason: null, part: false },
      { month: '2026-12', state: 'open', revision: null, safe: null, sealed: null },
    ])
  })

  it('leaves a protocol that counts by rule and names no group', async () => {
    const { stdout } = await period('protocol', ...NOVEMBER)
    expect(stdout).toContain('2026-11 of acme, revision 1; fewest persons of a group: 10.')
    expect(stdout).toMatch(/^people: site +\d/mu)
    expect(stdout).not.toMatch(/Utrecht|Delft|[0-9a-f]{8}-/u)
    const dutch = await period('protocol', ...NOVEMBER, '--lang', 'nl')
    expect(dutch.stdout).toContain('November 2026 van acme, uitgave 1. Een groep telt minstens 10 personen.')
    expect(dutch.stdout).toMatch(/^mensen: locatie +2 +0 +overige \d/mu)
    expect(dutch.stdout).toMatch(/^ {2}overige +de waarde staat samen met andere onder „overige”$/mu)
    const json = JSON.parse((await period('protocol', ...NOVEMBER, '--json')).stdout) as unknown
    const { cuts } = z.object({ k: z.literal(10), safe: z.literal(true), cuts: protocol }).parse(json)
    // Eleven people are at the one site and one at the other: together they are all, which says nothing.
    expect(cuts.find(({ cut }) => cut === 'site')).toMatchObject({ shown: 0 })
  })
})

describe('opening again', () => {
  it('says the reason, and what is published stands where nobody changed', async () => {
    const opened = await period('reopen', ...NOVEMBER, '--reason', 'one bridge was late')
    expect([opened.code, opened.stdout]).toEqual([0, expect.stringContaining('revision 1 stays published')])
    const status = await period('status')
    expect(status.stdout).toMatch(/^2026-11 +reopened +1 /mu)
    expect(status.stdout).toContain('2026-11 is opened again: one bridge was late\n')
    expect(status.stdout).toContain('2026-11 waits to be sealed again')
    const dutch = await period('status', '--lang', 'nl')
    expect(dutch.stdout).toMatch(/^2026-11 +heropend +1 /mu)
    expect(dutch.stdout).toContain('November 2026 is heropend. De reden: one bridge was late\n')
    const again = await period('reopen', ...NOVEMBER, '--reason', 'nog eens', '--lang', 'nl')
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is al heropend. Publiceer')])
    const sealed = await period('seal', ...NOVEMBER)
    expect(sealed.stdout).toContain('revision 1 stands: nothing changed')
  })
})

describe('without a server', () => {
  it('the same is said from the database itself', async () => {
    const before = (await period('status')).stdout
    await running?.stop()
    expect(await product.run(['period', 'status', '--tenant', 'acme'])).toEqual({ code: 0, stdout: before, stderr: '' })
  })
})
