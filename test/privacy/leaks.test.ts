/**
 * Invariant I1 as an attack (A1, A2): canaries of every sort, in valid and invalid records, headers, paths and queries,
 * of every platform; then a scan of everything the product wrote and said. The scan itself is proved by canaries
 * planted on purpose in each kind of store.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../services/shared/clickhouse/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { deliver } from '../support/deliver.ts'
import { newProduct, withTenant } from '../support/product.ts'
import { type Leak, needles, scanBytes, scanDirectory } from '../support/scan.ts'
import { CANARIES, HEADERS, canaryBodies } from './canaries.ts'

const product = newProduct({ AVESQO_NOW: '2026-11-20T12:00:00Z', AVESQO_LOG: 'debug' })
const wanted = needles(Object.values(CANARIES))
const said: string[] = []
let statuses: number[] = []

beforeAll(async () => {
  const secrets = await withTenant(product, { id: 'leaks' }, ['pexip', 'cms', 'generic'])
  const running = await product.start()
  for (const { platform, body, headers } of canaryBodies()) {
    const source = `leaks-${platform}`
    const answer = await deliver(running.url, source, secrets[source] ?? '', body, { ...HEADERS, ...headers })
    statuses.push(answer.status)
    said.push(answer.text)
  }
  for (const path of [
    `/receive/leaks-pexip?name=${encodeURIComponent(CANARIES.name)}`,
    `/receive/${encodeURIComponent(CANARIES.sip)}`,
    `/receive/leaks-cms/${encodeURIComponent(CANARIES.email)}`,
    `/${encodeURIComponent(CANARIES.title)}`,
  ]) {
    const answer = await fetch(`${running.url}${path}`, { method: 'POST', headers: HEADERS, body: CANARIES.phone })
    statuses.push(answer.status)
    said.push(await answer.text(), JSON.stringify([...answer.headers]))
  }
  const metrics = await fetch(`${running.url}/metrics`)
  said.push(await metrics.text())
  expect(await running.stop()).toBe(0)
})

afterAll(() => product.remove())

describe('identifiers in records, headers and addresses', () => {
  it('arrive: records are accepted and others are refused', () => {
    expect(new Set(statuses)).toContain(200)
    expect(said.join('')).toContain('refused')
  })

  it('stand nowhere in the data directory, whatever form they are looked for in', () => {
    const { leaks, files, compressed } = scanDirectory(product.data, wanted)
    expect(leaks).toEqual([])
    expect(files).toBeGreaterThan(20)
    expect(compressed).toBeGreaterThan(0)
  })

  it('stand in no log line, no metric and no answer', () => {
    const logged = product.said()
    expect(logged).toContain('delivery_stored')
    expect(scanBytes('stdout and stderr', Buffer.from(logged), wanted)).toEqual([])
    expect(scanBytes('answers', Buffer.from(said.join('\n')), wanted)).toEqual([])
  })

  it('stand in no other file that the processes made', () => {
    expect(scanDirectory(product.home, wanted).leaks).toEqual([])
  })
})

describe('the scan finds what is planted on purpose', () => {
  const canary = CANARIES.email

  it('in a table of the database, before and after a merge', async () => {
    const planted = newProduct()
    try {
      const path = join(planted.data, 'clickhouse')
      const engine = await openEngine({ path, logger: createLogger('silent') })
      await engine.command(
        'CREATE TABLE planted (n UInt32, text String) ENGINE = MergeTree ORDER BY n SETTINGS min_bytes_for_wide_part = 0, min_rows_for_wide_part = 0',
      )
      const rows = Array.from({ length: 500 }, (_, n) => JSON.stringify([n, n === 250 ? canary : `filler ${n}`]))
      await engine.insertRows('planted', ['n', 'text'], rows.slice(0, 250).join('\n'))
      await engine.insertRows('planted', ['n', 'text'], rows.slice(250).join('\n'))
      await engine.command('OPTIMIZE TABLE planted FINAL')
      await engine.close()
      const { leaks } = scanDirectory(planted.data, wanted)
      expect(found(leaks)).toEqual(new Set([canary]))
      expect(leaks.some((leak) => leak.where.endsWith('(decompressed)'))).toBe(true)
    } finally {
      await planted.remove()
    }
  })

  it('in the control store, in a log, in a file and in a name of a file', async () => {
    const planted = newProduct()
    try {
      mkdirSync(planted.data)
      const database = new Database(join(planted.data, 'control.sqlite'))
      database.exec('CREATE TABLE planted (text TEXT)')
      database.prepare('INSERT INTO planted VALUES (?)').run(CANARIES.sip)
      database.close()
      appendFileSync(join(planted.home, 'run.log'), `{"event":"x","text":${JSON.stringify(CANARIES.name)}}\n`)
      writeFileSync(join(planted.home, 'spool.tmp'), Buffer.from(`  ${CANARIES.phone}`).toString('base64'))
      writeFileSync(join(planted.home, `report-${CANARIES.mac}`), '')
      expect(found(scanDirectory(planted.home, wanted).leaks)).toEqual(
        new Set([CANARIES.sip, CANARIES.name, CANARIES.phone, CANARIES.mac]),
      )
    } finally {
      await planted.remove()
    }
  })

  it.each([
    ['in capitals', (text: string) => Buffer.from(text.toUpperCase())],
    ['url-escaped', (text: string) => Buffer.from(encodeURIComponent(text))],
    ['in hex', (text: string) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['in base64 behind one byte', (text: string) => Buffer.from(Buffer.from(`x${text}yz`).toString('base64'))],
    ['in base64 behind two bytes', (text: string) => Buffer.from(Buffer.from(`xy${text}z`).toString('base64'))],
    ['in UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
    ['with XML entities', (text: string) => Buffer.from(text.replaceAll('@', '&#64;'))],
  ])('%s', (_form, written) => {
    expect(
      found(scanBytes('text', Buffer.concat([Buffer.from('..'), written(canary), Buffer.from('..')]), wanted)),
    ).toContain(canary)
  })
})

function found(leaks: readonly Leak[]): ReadonlySet<string> {
  return new Set(leaks.map((leak) => leak.canary))
}
