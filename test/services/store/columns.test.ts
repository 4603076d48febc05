import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { intakeRow, refusedRow } from '../../../schemas/intake.ts'
import { mediaColumns, observation } from '../../../schemas/observation.ts'
import { RETENTION } from '../../../schemas/privacy/entry.ts'
import { FACTS_REGISTER } from '../../../schemas/privacy/facts.ts'
import { withoutComments } from '../../../services/shared/clickhouse/sqltext.ts'
import { openTestEngine, rowsOf, type TestEngine } from '../../support/engine.ts'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly comment: string
}
let test: TestEngine
let columns: readonly Column[]

beforeAll(async () => {
  test = await openTestEngine()
  columns = await rowsOf<Column>(
    test.engine,
    'SELECT table, name, type, comment FROM system.columns WHERE database = currentDatabase() ORDER BY table, position',
  )
})
afterAll(() => test.close())

const ofTable = (table: string) => columns.filter((column) => column.table === table)

describe('the tables', () => {
  it.each<[string, z.ZodObject, readonly string[]]>([
    ['observations', observation, ['ingested_at']],
    ['intake', intakeRow, []],
    ['refused', refusedRow, []],
  ])('%s has the columns of its row schema: names, order, null', (table, schema, own) => {
    const stored = ofTable(table).map(({ name, type }) => ({
      name,
      nullable: type.includes('Nullable') && name !== 'media',
    }))
    const wanted = Object.entries(schema.shape).map(([name, field]) => ({
      name,
      nullable: field.safeParse(null).success,
    }))
    expect(stored).toEqual([...wanted, ...own.map((name) => ({ name, nullable: false }))])
  })

  it('a medium has the parts of its schema, in their order', () => {
    const type = ofTable('observations').find(({ name }) => name === 'media')?.type ?? ''
    expect([...type.matchAll(/(\w+) (?:String|Nullable)/gu)].map((match) => match[1])).toEqual(mediaColumns)
  })

  it('say what each column is', () => {
    expect(columns.length).toBeGreaterThan(80)
    expect(columns.filter(({ comment }) => comment === '')).toEqual([])
  })

  it('are in the register, column by column, and nothing else is', () => {
    const stored = columns.map(({ table, name }) => `${table}.${name}`)
    expect(FACTS_REGISTER.map(({ table, field }) => `${table}.${field}`).toSorted()).toEqual(stored.toSorted())
  })

  it('hold nothing that identifies somebody directly', () => {
    expect(FACTS_REGISTER.filter((entry) => entry.class === 'direct')).toEqual([])
    for (const entry of FACTS_REGISTER) expect(entry.usedBy.length).toBeGreaterThan(0)
  })

  it('keep every column for a time that ends', () => {
    for (const { retention } of FACTS_REGISTER) expect(RETENTION[retention].days).toBeGreaterThan(0)
    expect(Object.values(RETENTION).filter(({ days }) => !Number.isFinite(days))).toEqual([])
  })

  it('are what access is granted on, and only to columns that exist', () => {
    const sql = withoutComments(
      readFileSync(new URL('../../../schemas/clickhouse/access/roles.sql', import.meta.url), 'utf8'),
    )
    const grants = [...sql.matchAll(/^GRANT (?<what>.+) ON (?<table>\w+) TO (?<role>\w+)/gmu)].map(
      (match) => match.groups,
    )
    const roles = new Set([...sql.matchAll(/^CREATE ROLE IF NOT EXISTS (\w+)/gmu)].map((match) => match[1]))
    expect(grants.length).toBe((sql.match(/GRANT/gu) ?? []).length)
    expect(grants.length).toBeGreaterThan(10)
    for (const grant of grants) {
      const known = ofTable(grant?.['table'] ?? '').map(({ name }) => name)
      expect(known.length).toBeGreaterThan(0)
      expect(roles).toContain(grant?.['role'])
      for (const list of (grant?.['what'] ?? '').matchAll(/\((?<names>[^)]*)\)/gu)) {
        expect(known).toEqual(expect.arrayContaining((list.groups?.['names'] ?? '').split(', ')))
      }
    }
    // Invariant I10: facts are read by rollup and privacy alone, and ingest reads and writes nothing.
    const readers = grants.filter(
      (grant) => grant?.['table'] === 'observations' && /SELECT(?!\()/u.test(grant['what'] ?? ''),
    )
    expect(readers.map((grant) => grant?.['role'])).toEqual(['avesqo_rollup', 'avesqo_privacy'])
    expect([...roles].filter((role) => /ingest|web/u.test(role ?? ''))).toEqual([])
  })
})
