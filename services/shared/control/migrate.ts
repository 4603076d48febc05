/**
 * Migrations of the control store: numbered SQL files, each applied once, in order, with its checksum. A file that was
 * changed after it was applied, a gap, a number below the last one applied, and a store that knows more than this code
 * are refused.
 */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { ControlTables } from '../../../schemas/control/tables.ts'
import { UserError } from '../errors.ts'
import { type Logger, word } from '../logger.ts'
import type { Control, ControlTransaction } from './connect.ts'

export const MIGRATIONS = fileURLToPath(new URL('../../../schemas/control/migrations/', import.meta.url))

export interface Applied {
  readonly number: number
  readonly name: string
}

interface MigrationFile extends Applied {
  readonly checksum: string
  readonly statements: readonly string[]
}

export interface MigrateOptions {
  /** Folder of `NNNN_name.sql`. */
  readonly files: string
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  readonly logger: Logger
  /** Only say what would be done. */
  readonly dryRun: boolean
}

/**
 * Applies what is missing, all of it in one transaction.
 *
 * @returns what was applied (or would be), in order
 * @throws UserError when files and store do not belong together
 */
export async function migrate(control: Control, options: MigrateOptions): Promise<readonly Applied[]> {
  const files = readMigrations(options.files)
  const { db } = control
  if (!options.dryRun) {
    await sql`create table if not exists migrations (
      number integer not null primary key, name text not null, checksum text not null, applied_ms bigint not null
    )`.execute(db)
  }
  const known = await appliedIn(control)
  if (options.dryRun || pending(files, known).length === 0) return pending(files, known)

  const done = await db.transaction().execute(async (tx) => {
    // A write first: whoever else migrates now waits here, and finds nothing left to do.
    await tx.updateTable('migrations').set({ applied_ms: 0 }).where('number', '=', -1).execute()
    const open = pending(files, await tx.selectFrom('migrations').selectAll().orderBy('number').execute())
    for (const file of open) await apply(tx, file, options.now)
    return open
  })
  for (const { number, name } of done) options.logger.event('migration_applied', { number, name: word(name) })
  return done
}

async function apply(tx: ControlTransaction, file: MigrationFile, now: number): Promise<void> {
  for (const statement of file.statements) await sql.raw(statement).execute(tx)
  const { number, name, checksum } = file
  await tx.insertInto('migrations').values({ number, name, checksum, applied_ms: now }).execute()
}

async function appliedIn(control: Control): Promise<readonly ControlTables['migrations'][]> {
  const tables = await control.db.introspection.getTables()
  if (!tables.some((table) => table.name === 'migrations')) return []
  return control.db.selectFrom('migrations').selectAll().orderBy('number').execute()
}

function pending(
  files: readonly MigrationFile[],
  applied: readonly ControlTables['migrations'][],
): readonly MigrationFile[] {
  for (const row of applied) {
    const file = files.find((candidate) => candidate.number === row.number)
    if (file === undefined) {
      throw new UserError(
        `The control store has migration ${row.number} (${row.name}), which this version of the code does not know. Use the version that wrote it, or a later one.`,
        1,
      )
    }
    if (file.checksum !== row.checksum || file.name !== row.name) {
      throw new UserError(
        `Migration ${file.number} (${file.name}) was changed after it had been applied. Restore the file as it was and write a new migration instead.`,
        1,
      )
    }
  }
  const last = applied.at(-1)?.number ?? 0
  const open = files.filter((file) => !applied.some((row) => row.number === file.number))
  const late = open.find((file) => file.number < last)
  if (late !== undefined) {
    throw new UserError(
      `Migration ${late.number} (${late.name}) comes before migration ${last}, which has been applied. Give it the next free number.`,
      1,
    )
  }
  return open
}

/** Reads the files of a folder, in order. */
export function readMigrations(folder: string): readonly MigrationFile[] {
  const files: MigrationFile[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()) {
    const [, digits, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/u.exec(file) ?? []
    if (digits === undefined || name === undefined) {
      throw new UserError(`${file} is not named like a migration: NNNN_name.sql.`, 1)
    }
    const number = Number(digits)
    if (number !== files.length + 1) {
      throw new UserError(`Migration ${file} is out of order: number ${files.length + 1} is expected there.`, 1)
    }
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    const statements = text
      .replaceAll(/--.*$/gmu, '')
      .split(/;\s*$/mu)
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '')
    files.push({ number, name, checksum: createHash('sha256').update(text).digest('hex'), statements })
  }
  return files
}
