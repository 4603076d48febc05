/** What the product has counted, laid beside a plain count of what really happened. */
import { z } from 'zod'
import { concurrency, dayCell, modelStratum, monthCell, stratum } from '../../schemas/cube.ts'
import type { Engine } from '../../services/shared/clickhouse/index.ts'
import {
  countedLegs,
  type Naming,
  truthCells,
  truthConcurrency,
  truthModelStrata,
  truthStrata,
} from '../../services/simulator/cells/index.ts'
import type { World } from '../../services/simulator/index.ts'

const CELL_TABLES = ['cube_day', 'cube_month', 'strata', 'strata_models', 'concurrency'] as const
type CellTable = (typeof CELL_TABLES)[number]

const ROWS = {
  cube_day: dayCell,
  cube_month: monthCell,
  strata: stratum,
  strata_models: modelStratum,
  concurrency,
} as const satisfies Record<CellTable, z.ZodType>

/** By what a row is found on both sides. */
const KEYS = {
  cube_day: ['day', 'population', 'cut', 'v1', 'v2', 'room'],
  cube_month: ['month', 'population', 'cut', 'v1', 'v2', 'room'],
  strata: ['day', 'population', 'site', 'platform', 'network', 'device_class', 'medium', 'dir'],
  strata_models: ['day', 'population', 'model', 'software', 'site', 'platform', 'room'],
  concurrency: ['day', 'hour_ms', 'resource', 'name', 'level'],
} as const satisfies Record<CellTable, readonly string[]>

type Row = Readonly<Record<string, unknown>>

export interface CellComparison {
  readonly table: CellTable
  readonly rows: number
  /** Rows that the product lacks, has too many, or counts otherwise; the fields and both numbers. */
  readonly differences: readonly string[]
}

/** @param naming from names to the product's ids */
export async function compareCells(engine: Engine, world: World, naming: Naming): Promise<readonly CellComparison[]> {
  const { tenantId } = world
  const truth = truthRows(world, naming)
  const compared: CellComparison[] = []
  for (const table of CELL_TABLES) {
    const stored = await engine.query(`SELECT * FROM ${table} WHERE tenant_id = {tenant:String}`, { tenant: tenantId })
    const rows = z.array(ROWS[table] as z.ZodType<Row>).parse(stored)
    compared.push({ table, rows: rows.length, differences: differencesOf(KEYS[table], truth[table], rows) })
  }
  return compared
}

function truthRows({ truth, tenantId }: World, naming: Naming): Readonly<Record<CellTable, readonly Row[]>> {
  const legs = countedLegs(truth, naming)
  const days = [...new Set(legs.map(({ day }) => day))]
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  const head = (period: string) => ({ tenant_id: tenantId, month: `${period.slice(0, 7)}-01` })
  return {
    cube_day: days.flatMap((day) => truthCells(legs, day).map((cell) => ({ ...head(day), day, ...cell }))),
    cube_month: months.flatMap((month) => truthCells(legs, month).map((cell) => ({ ...head(month), ...cell }))),
    strata: truthStrata(legs, tenantId),
    strata_models: truthModelStrata(legs, tenantId),
    concurrency: truthConcurrency(truth, naming, tenantId),
  }
}

function differencesOf(key: readonly string[], truth: readonly Row[], stored: readonly Row[]): readonly string[] {
  const nameOf = (row: Row) => key.map((column) => String(row[column])).join(' | ')
  const held = new Map(stored.map((row) => [nameOf(row), row]))
  const told = new Set(truth.map(nameOf))
  const differing = truth.flatMap((row) => {
    const name = nameOf(row)
    const other = held.get(name)
    if (other === undefined) return [`${name}: missing`]
    const fields = Object.keys({ ...row, ...other }).filter(
      (field) => JSON.stringify(row[field]) !== JSON.stringify(other[field]),
    )
    if (fields.length === 0) return []
    return `${name}: ${fields.map((field) => `${field} ${JSON.stringify(row[field])} stored ${JSON.stringify(other[field])}`).join(', ')}`
  })
  const twice = stored.length === held.size ? [] : [`${stored.length - held.size} rows stand twice`]
  return [
    ...differing,
    ...[...held.keys()].filter((name) => !told.has(name)).map((name) => `${name}: surplus`),
    ...twice,
  ]
}

/** One hash over all columns of each table of cells, in key order. */
export async function hashOfCells(engine: Engine, tenantId: string): Promise<readonly string[]> {
  const hashes: string[] = []
  for (const table of CELL_TABLES) hashes.push(`${table} ${await hashOf(engine, table, tenantId)}`)
  return hashes
}

/** Of every row that is published of a customer, with how many there are. */
export async function hashOfPublished(engine: Engine, tenantId: string): Promise<string> {
  return `published ${await hashOf(engine, 'published', tenantId)}`
}

async function hashOf(engine: Engine, table: string, tenantId: string): Promise<string> {
  const [row] = z.array(z.object({ hash: z.string(), held_rows: z.number() })).parse(
    await engine.query(
      `SELECT hex(sipHash128(groupArray(text))) AS hash, count() AS held_rows FROM
         (SELECT toString(tuple(*)) AS text FROM ${table} WHERE tenant_id = {tenant:String} ORDER BY text)`,
      { tenant: tenantId },
    ),
  )
  return `${row?.hash ?? ''} of ${row?.held_rows ?? 0}`
}
