import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createQueries, scopeOf } from '../../../../services/shared/clickhouse/queries.ts'
import { openTestEngine, type TestEngine } from '../../../support/engine.ts'

const QUERIES = new URL('../../../../schemas/clickhouse/queries/', import.meta.url)
let test: TestEngine
let directory: string

beforeAll(async () => {
  test = await openTestEngine(undefined, false)
  directory = mkdtempSync(join(tmpdir(), 'avesqo-queries-'))
  await test.engine.command('CREATE TABLE t (tenant_id String, n UInt8) ENGINE = Memory')
  await test.engine.insertRows('t', ['tenant_id', 'n'], '["a",1]\n["b",2]')
  writeFileSync(join(directory, 'mine.sql'), '-- of a tenant\nSELECT n FROM t WHERE tenant_id = {tenant:String};\n')
  writeFileSync(join(directory, 'everybody.sql'), '-- across tenants: a test.\nSELECT n FROM t ORDER BY n')
  writeFileSync(join(directory, 'forgotten.sql'), "-- {tenant:String}\nSELECT n, '{tenant:String}' FROM t")
})
afterAll(async () => {
  await test.close()
  rmSync(directory, { recursive: true, force: true })
})

const n = z.strictObject({ n: z.number() })
const queries = () => createQueries(test.engine, pathToFileURL(`${directory}/`))

describe('queries', () => {
  it('give the rows of the one tenant they run for, whatever else is passed', async () => {
    expect(await queries().tenantQuery('mine', 'a', {}, n)).toEqual([{ n: 1 }])
    expect(await queries().tenantQuery('mine', 'b', { tenant: 'a' }, n)).toEqual([{ n: 2 }])
  })

  it('without the tenant in their code do not run, as if nothing were wrong, for a tenant', async () => {
    await expect(queries().tenantQuery('forgotten', 'a', {}, n)).rejects.toThrow(/must take \{tenant:String\}/u)
    await expect(queries().tenantQuery('everybody', 'a', {}, n)).rejects.toThrow(/not of the kind/u)
  })

  it('across tenants run only where the file says why, and are asked for by that name', async () => {
    expect(await queries().acrossTenants('everybody', {}, n)).toEqual([{ n: 1 }, { n: 2 }])
    await expect(queries().acrossTenants('mine', { tenant: 'a' }, n)).rejects.toThrow(/not of the kind/u)
    await expect(queries().acrossTenants('forgotten', {}, n)).rejects.toThrow(/must take/u)
  })

  it('whose rows are not as their schema says are a bug, told without quoting a row', async () => {
    const wrong = z.strictObject({ n: z.literal(9) })
    await expect(queries().acrossTenants('everybody', {}, wrong)).rejects.toThrow(/^Query everybody gives rows that/u)
  })

  it('are found by a plain name only', async () => {
    await expect(queries().acrossTenants('../everybody', {}, n)).rejects.toThrow(/lower-case letters/u)
  })

  it('of the product all take the tenant or say why not, and comment each column', () => {
    const names = readdirSync(QUERIES)
    expect(names.length).toBeGreaterThan(2)
    for (const name of names) {
      const text = readFileSync(new URL(name, QUERIES), 'utf8')
      expect(['tenant', 'across']).toContain(scopeOf(name, text))
      const columns = (/^SELECT\n(?<list>[\s\S]*?)^FROM/mu.exec(text)?.groups?.['list'] ?? '').trimEnd().split('\n')
      for (const line of columns) expect(line).toMatch(/^$| -- \S/u)
    }
  })
})
