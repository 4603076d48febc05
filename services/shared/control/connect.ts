/**
 * A connection to the control store's file. Two handles: one writes through Kysely, one only reads, so that a reader
 * in the middle of somebody's transaction sees what is committed and nothing else.
 */
import { chmodSync, closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type CompiledQuery, Kysely, SqliteDialect, type Transaction } from 'kysely'
import type { ControlTables } from '../../../schemas/control/tables.ts'
import { AppError } from '../errors.ts'
import { SetupError } from '../setup-error.ts'

export type ControlTransaction = Transaction<ControlTables>

/** Runs a compiled select and gives its rows. */
export type Read = <Row>(query: CompiledQuery<Row>) => Row[]

export interface Control {
  /** For reading. Inside a transaction use the transaction: there is one writing handle, and it is taken. */
  readonly db: Kysely<ControlTables>
  /** One transaction that the entry must see: raises the revision. All of it is stored, or nothing. */
  change<T>(work: (tx: ControlTransaction) => Promise<T>): Promise<T>
  /** One transaction that says nothing to the entry (keys, watermarks, swap intents). */
  transaction<T>(work: (tx: ControlTransaction) => Promise<T>): Promise<T>
  /** The committed revision, also of other processes' changes. Synchronous, some microseconds. */
  revision(): number
  /** Reads several tables at one committed state. Synchronous. */
  read<T>(work: (read: Read) => T): T
  close(): Promise<void>
}

/** How long a change waits for another process's change. */
const BUSY_MS = 10_000

export function controlFile(directory: string): string {
  return join(directory, 'control.sqlite')
}

/** Opens the file as it is, without migrations: see `openControl`. */
export function connect(directory: string): Control {
  const file = controlFile(directory)
  const { writer, reader } = open(file)
  const db = new Kysely<ControlTables>({ dialect: new SqliteDialect({ database: writer }) })
  let ofRevision: Database.Statement<[], number> | undefined

  // A transaction begins with a write: it then holds the lock from its first statement on and waits for its turn there,
  // while one that reads first and writes later is refused at once when another process wrote in between.
  const transaction = async <T>(step: 0 | 1, work: (tx: ControlTransaction) => Promise<T>): Promise<T> => {
    try {
      return await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('revision')
          .set((change) => ({ number: change('number', '+', step) }))
          .execute()
        return await work(tx)
      })
    } catch (error) {
      throw mapped(error)
    }
  }

  return {
    db,
    change: (work) => transaction(1, work),
    transaction: (work) => transaction(0, work),
    revision() {
      try {
        ofRevision ??= reader.prepare<[], number>('select number from revision').pluck()
        return ofRevision.get() ?? 0
      } catch (error) {
        throw mapped(error)
      }
    },
    read(work) {
      try {
        return reader.transaction(() =>
          work(<Row>(query: CompiledQuery<Row>) => {
            return reader.prepare<unknown[], Row>(query.sql).all(...query.parameters)
          }),
        )()
      } catch (error) {
        throw mapped(error)
      }
    },
    async close() {
      reader.close()
      if (writer.open) writer.pragma('wal_checkpoint(TRUNCATE)')
      await db.destroy()
      writer.close()
    },
  }
}

function open(file: string): { writer: Database.Database; reader: Database.Database } {
  try {
    // Made with its mode before SQLite opens it: the write-ahead log and the shared memory file take the same mode.
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
    const writer = new Database(file, { timeout: BUSY_MS })
    writer.pragma('journal_mode = WAL')
    writer.pragma('synchronous = FULL') // a committed change survives a loss of power
    writer.pragma('foreign_keys = ON')
    writer.pragma('secure_delete = ON') // what is removed is overwritten, not only unlinked
    return { writer, reader: new Database(file, { readonly: true, timeout: BUSY_MS }) }
  } catch {
    throw new SetupError('store', file)
  }
}

/**
 * Texts of failures that have no code of their own. The second: SQLite rolls a transaction back by itself where space,
 * memory or the file fails (sqlite.org/lang_transaction.html, 3.1), and then Kysely's rollback finds none.
 */
const UNAVAILABLE: ReadonlySet<string> = new Set([
  'The database connection is not open',
  'cannot rollback - no transaction is active',
])

/** A failure of the file or its lock, or a closed store, is `unavailable`; what breaks a rule of ours stays what it is. */
function mapped(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return UNAVAILABLE.has(error.message) ||
    /^SQLITE_(?:BUSY|LOCKED|IOERR|FULL|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM)/u.test(code)
    ? new AppError('unavailable')
    : error
}
