/**
 * Brings the database to the schema of this version: the files of `schemas/clickhouse/migrations`, in the order of
 * their numbers, each once. What has run is remembered with a checksum; a history that does not fit is refused with
 * what to do, because guessing would damage data.
 *
 * A kill between a file's statements and the note that it ran makes it run again, so each statement of a file must
 * stand a repeat (`IF NOT EXISTS`).
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import { type Logger, word } from '../logger.ts'
import type { Engine } from './engine.ts'
import { statementsOf } from './sqltext.ts'

export const MIGRATIONS = fileURLToPath(new URL('../../../schemas/clickhouse/migrations/', import.meta.url))

export interface MigrateOptions {
  readonly engine: Engine
  readonly logger: Logger
  /** Where the files are; the product's own by default. */
  readonly directory?: string
  /** Only say what would run. */
  readonly dryRun?: boolean
}

interface Migration {
  readonly number: number
  readonly name: string
  readonly checksum: string
  readonly statements: readonly string[]
}

const ledgerRow = z.object({ number: z.number(), name: z.string(), checksum: z.string() })
type LedgerRow = z.infer<typeof ledgerRow>

/**
 * @returns the names of the files that ran, or with `dryRun` would run
 * @throws UserError when the files and the database's history do not fit together; EngineError
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const { engine, logger, directory = MIGRATIONS, dryRun = false } = options
  const pending = pendingOf(readMigrations(directory), await readLedger(engine))
  if (!dryRun) for (const migration of pending) await apply(engine, logger, migration)
  return pending.map(({ name }) => name)
}

async function apply(engine: Engine, logger: Logger, { number, name, checksum, statements }: Migration): Promise<void> {
  for (const statement of statements) await engine.command(statement)
  await engine.insertRows('schema_migrations', ['number', 'name', 'checksum'], JSON.stringify([number, name, checksum]))
  logger.event('migration_applied', { file: word(name) })
}

function readMigrations(directory: string): readonly Migration[] {
  const migrations = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => {
      const number = Number(/^(?<number>\d{4})_\w+\.sql$/u.exec(name)?.groups?.['number'] ?? 0)
      if (number === 0) throw new UserError(`Migration ${name} must be named NNNN_name.sql; rename it.`)
      const text = readFileSync(`${directory}/${name}`, 'utf8')
      return { number, name, checksum: createHash('sha256').update(text).digest('hex'), statements: statementsOf(text) }
    })
    .toSorted((a, b) => a.number - b.number)
  for (const [index, migration] of migrations.entries()) {
    const before = migrations[index - 1]
    if (before?.number === migration.number) {
      throw new UserError(`Migrations ${before.name} and ${migration.name} have one number; renumber the newer one.`)
    }
  }
  return migrations
}

async function readLedger(engine: Engine): Promise<readonly LedgerRow[]> {
  const tables = await engine.query(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND name = 'schema_migrations'",
  )
  if (tables.length === 0) return []
  // A file that ran twice (killed before the note was on disk) may stand here twice.
  const rows = await engine.query('SELECT DISTINCT number, name, checksum FROM schema_migrations ORDER BY number')
  return z.array(ledgerRow).parse(rows)
}

function pendingOf(files: readonly Migration[], ledger: readonly LedgerRow[]): readonly Migration[] {
  const byNumber = new Map(files.map((file) => [file.number, file]))
  for (const { number, name, checksum } of ledger) {
    const file = byNumber.get(number)
    if (file?.name !== name) {
      throw new UserError(
        `This database has migration ${name}, which this version does not have. Run the version that made it, or a newer one.`,
      )
    }
    if (file.checksum !== checksum) {
      throw new UserError(
        `Migration ${name} has changed since it ran in this database. Restore the file as it was, and put the change into a new migration.`,
      )
    }
  }
  const done = new Set(ledger.map(({ number }) => number))
  const last = Math.max(0, ...done)
  const pending = files.filter(({ number }) => !done.has(number))
  const late = pending.find(({ number }) => number < last)
  if (late !== undefined) {
    throw new UserError(
      `Migration ${late.name} comes before number ${last}, which has already run in this database. Give it a number after ${last}.`,
    )
  }
  return pending
}
