/**
 * The queries of `schemas/clickhouse/queries/*.sql`, by name. This is the one place that adds the tenant (invariant
 * I8): a query takes `{tenant:String}` and runs for one tenant, or reads only tables that a run for one tenant has made
 * for itself, or says in its first line why it runs across tenants.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Engine } from './engine.ts'
import type { QueryParameters } from './parameters.ts'
import { WORK_SETTINGS, withSettings } from './settings.ts'
import { placeholdersOf, withoutComments } from './sqltext.ts'

const DIRECTORY = new URL('../../../schemas/clickhouse/queries/', import.meta.url)
const NAME = /^[a-z_]+$/u
/** The first line of a query that belongs to no tenant: `-- across tenants: <why>`. */
const ACROSS = /^-- across tenants: \S/u
/** The first line of a query whose tables are all given by name and hold rows of one tenant: `-- of scratch tables: …`. */
const SCRATCH = /^-- of scratch tables: \S/u
const STORED_TABLE = /\b(?:FROM|JOIN|INTO|TABLE)\s+(?![({])\w/u
type Scope = 'tenant' | 'scratch' | 'across'

export interface Queries {
  /**
   * Runs a query for one tenant.
   *
   * @param name file name without `.sql`
   * @param row schema of its rows
   * @throws EngineError; Error when the file does not use the tenant or its rows are not as `row` says (a bug)
   */
  tenantQuery<Row>(name: string, tenantId: string, parameters: QueryParameters, row: z.ZodType<Row>): Promise<Row[]>
  /**
   * Runs a statement that makes rows of rows for one tenant (INSERT … SELECT).
   *
   * @throws EngineError; Error when the file does not use the tenant (a bug)
   */
  tenantWork(name: string, tenantId: string, parameters: QueryParameters): Promise<void>
  /** Runs one of the few queries that belong to no tenant: for the operator, and for what a process loads at start. */
  acrossTenants<Row>(name: string, parameters: QueryParameters, row: z.ZodType<Row>): Promise<Row[]>
}

/** @param directory where the files are; the product's own by default */
export function createQueries(engine: Engine, directory: URL = DIRECTORY): Queries {
  const files = new Map<string, { readonly sql: string; readonly scope: Scope }>()

  const load = (name: string) => {
    const known = files.get(name)
    if (known !== undefined) return known
    if (!NAME.test(name)) throw new Error('The name of a query is made of lower-case letters and underscores.')
    const text = readFileSync(new URL(`${name}.sql`, directory), 'utf8')
    const file = { sql: withoutComments(text).replace(/;$/u, ''), scope: scopeOf(name, text) }
    files.set(name, file)
    return file
  }
  const run = async <Row>(
    name: string,
    scope: 'tenant' | 'across',
    parameters: QueryParameters,
    row: z.ZodType<Row>,
  ): Promise<Row[]> => {
    const file = load(name)
    if ((file.scope === 'across') !== (scope === 'across'))
      throw new Error(`Query ${name} is not of the kind it is run as.`)
    const rows = z.array(row).safeParse(await engine.query(file.sql, parameters))
    // What did not fit is not said: it would quote a row.
    if (!rows.success) throw new Error(`Query ${name} gives rows that its schema does not know.`)
    return rows.data
  }

  return {
    async tenantWork(name, tenantId, parameters) {
      const file = load(name)
      if (file.scope === 'across') throw new Error(`Query ${name} is not of the kind it is run as.`)
      await engine.work(withSettings(file.sql, WORK_SETTINGS), { ...parameters, tenant: tenantId })
    },
    tenantQuery: (name, tenantId, parameters, row) => run(name, 'tenant', { ...parameters, tenant: tenantId }, row),
    acrossTenants: (name, parameters, row) => run(name, 'across', parameters, row),
  }
}

/** @throws Error for a file that is not of exactly one kind */
export function scopeOf(name: string, text: string): Scope {
  const takesTenant = placeholdersOf(text).some((found) => found.name === 'tenant' && found.type === 'String')
  const across = ACROSS.test(text)
  const scratch = SCRATCH.test(text)
  if (scratch && STORED_TABLE.test(withoutComments(text))) {
    throw new Error(`Query ${name} says that it reads scratch tables only, and names another one.`)
  }
  if ([takesTenant, across, scratch].filter(Boolean).length !== 1) {
    throw new Error(`Query ${name} must take {tenant:String}, or say why not in its first line, and not both.`)
  }
  if (across) return 'across'
  return scratch ? 'scratch' : 'tenant'
}
