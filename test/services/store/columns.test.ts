import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { intakeRow, refusedRow } from '../../../schemas/intake.ts'
import {
  concurrency,
  dayCell,
  dayColumns,
  modelStratum,
  monthCell,
  monthColumns,
  stratum,
} from '../../../schemas/cube.ts'
import { gradedLeg } from '../../../schemas/graded.ts'
import { arrivalHealth, leg, legHealth } from '../../../schemas/leg.ts'
import { mediaColumns, observation } from '../../../schemas/observation.ts'
import { RETENTION } from '../../../schemas/privacy/entry.ts'
import { FACTS_REGISTER } from '../../../schemas/privacy/facts.ts'
import { statementsOf, withoutComments } from '../../../services/shared/clickhouse/sqltext.ts'
import { openTestEngine, rowsOf, type TestEngine } from '../../support/engine.ts'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly comment: string
}
const ACCESS = withoutComments(
  readFileSync(new URL('../../../schemas/clickhouse/access/roles.sql', import.meta.url), 'utf8'),
)
const ROLES = [...ACCESS.matchAll(/^CREATE ROLE IF NOT EXISTS (?<role>\w+)/gmu)].map((match) => match[1] ?? '')
const GRANTS = statementsOf(ACCESS)
  .filter((statement) => statement.startsWith('GRANT'))
  .map((statement) => {
    const parts = /^GRANT (?<what>.+) ON (?<table>[\w*]+) TO (?<role>\w+)$/u.exec(statement)?.groups
    return { what: parts?.['what'] ?? '', table: parts?.['table'] ?? '', role: parts?.['role'] ?? '' }
  })
/** Tables that rollup makes for a run and drops. */
const ROLLUPS_OWN = /^(?:staging_\*|sweep_subjects)$/u
/** Roles that may do something with a table. */
const who = (table: string, what: RegExp): readonly string[] =>
  [
    ...new Set(GRANTS.filter((grant) => grant.table === table && what.test(grant.what)).map(({ role }) => role)),
  ].toSorted()

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
    ['call_legs', leg, []],
    ['leg_health', legHealth, []],
    ['arrival_health', arrivalHealth, []],
    ['graded_legs', gradedLeg, ['cells', 'cell_ids']],
    ['strata', stratum, []],
    ['strata_models', modelStratum, []],
    ['concurrency', concurrency, []],
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

  it.each([
    ['cube_month', monthCell, monthColumns],
    ['cube_day', dayCell, dayColumns],
  ])('%s has the columns of a cell, in their order', (table, schema, names) => {
    expect(ofTable(table).map(({ name }) => name)).toEqual(names)
    expect(ofTable(table).filter(({ type }) => type.includes('Nullable'))).toEqual([])
    expect(names.toSorted()).toEqual(Object.keys(schema.shape).toSorted())
  })

  it.each(['observations', 'call_legs'])('a medium of %s has the parts of its schema, in their order', (table) => {
    const type = ofTable(table).find(({ name }) => name === 'media')?.type ?? ''
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
    for (const { retention } of FACTS_REGISTER) {
      const { from, days } = RETENTION[retention]
      expect(from === 'contract_end' || days > 0, retention).toBe(true)
    }
    expect(Object.values(RETENTION).filter(({ days }) => !Number.isFinite(days))).toEqual([])
  })

  it('are what access is granted on, and only to columns that exist', () => {
    expect(GRANTS.length).toBeGreaterThan(20)
    for (const { what, table, role } of GRANTS) {
      expect(ROLES).toContain(role)
      if (ROLLUPS_OWN.test(table)) continue
      const known = ofTable(table).map(({ name }) => name)
      expect(known.length, table).toBeGreaterThan(0)
      for (const list of what.matchAll(/\((?<names>[^)]*)\)/gu)) {
        expect(known).toEqual(expect.arrayContaining((list.groups?.['names'] ?? '').split(', ')))
      }
    }
  })

  it('are granted in statements that the engine understands', async () => {
    for (const statement of statementsOf(ACCESS)) {
      const [formatted] = await rowsOf<{ text: string }>(
        test.engine,
        `SELECT formatQuerySingleLine('${statement.replaceAll(/\s+/gu, ' ')}') AS text`,
      )
      expect(formatted?.text).toMatch(/^(?:CREATE ROLE|GRANT) /u)
    }
  })

  it.each(['observations', 'call_legs'])('%s are read by rollup and privacy alone (invariant I10)', (table) => {
    expect(who(table, /\bSELECT\b(?!\()/u)).toEqual(['avesqo_privacy', 'avesqo_rollup'])
  })

  it('of single legs are closed to advise, which reads counts (invariant I10)', () => {
    const read = GRANTS.filter(({ role }) => role === 'avesqo_advise')
    expect(read.map(({ table }) => table).toSorted()).toEqual([
      'concurrency',
      'cube_day',
      'cube_month',
      'leg_health', // how much a source sent, not what
      'published',
      'published_days',
      'strata',
      'strata_models',
    ])
    expect(read.filter(({ what }) => !what.startsWith('SELECT'))).toEqual([])
    expect(who('graded_legs', /./u)).toEqual(['avesqo_migrate', 'avesqo_rollup'])
  })

  it('are written by those who make them, and a leg by rollup alone', () => {
    expect(who('observations', /\bINSERT\b/u)).toEqual(['avesqo_privacy', 'avesqo_store']) // privacy: tombstones
    expect(who('call_legs', /\bINSERT\b/u)).toEqual(['avesqo_rollup'])
    expect(GRANTS.filter(({ table }) => ROLLUPS_OWN.test(table)).map(({ role }) => role)).toEqual(
      Array.from({ length: 2 }, () => 'avesqo_rollup'),
    )
  })

  it('of facts are closed to the operator and to web; ingest has no role among these tables (invariants I5, I10)', () => {
    const seen = GRANTS.filter(({ role }) => role === 'avesqo_operator').map(({ table }) => table)
    expect(seen.toSorted()).toEqual(['arrival_health', 'intake', 'leg_health', 'refused'])
    const shown = GRANTS.filter(({ role }) => role === 'avesqo_web').map(({ what, table }) => `${what} ${table}`)
    expect(shown.toSorted()).toEqual(['SELECT published', 'SELECT published_days'])
    expect(ROLES.filter((role) => role.includes('ingest'))).toEqual([])
  })
})
