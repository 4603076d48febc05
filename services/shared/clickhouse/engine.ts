/**
 * The one way to ClickHouse. Everything behind it speaks `@clickhouse/client`; what is thrown is an `EngineError`
 * (`errors.ts`), never a text of the engine.
 */
import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { Readable } from 'node:stream'
import { UserError } from '../errors.ts'
import { type Logger, word } from '../logger.ts'
import { createConnection, WORK_SESSION } from './connection.ts'
import { removeEmptyDefinitions } from './empty-definitions.ts'
import { EngineError, mapEngineError } from './errors.ts'
import { insertOf, insertText } from './insert.ts'
import { startLink } from './link.ts'
import type { QueryParameters } from './parameters.ts'
import { READ_SETTINGS, type Settings, withSettings } from './settings.ts'
import { makeDirectory } from '../directory.ts'

/** The most rows of one insert: more make the engine's memory and the wait of others grow, and gain nothing. */
export const MAX_INSERT_ROWS = 10_000

export interface Engine {
  /**
   * Runs a SELECT, with limits on time and memory.
   *
   * @param sql one statement, without FORMAT and final semicolon; may end in SETTINGS of its own
   * @returns its rows as objects, not yet checked
   * @throws EngineError
   */
  query(sql: string, parameters?: QueryParameters): Promise<readonly unknown[]>
  /**
   * Runs a statement that gives no rows, exactly as it stands: nothing is added, because settings behind a CREATE
   * would become settings of the table. Limits are the statement's own business.
   *
   * @throws EngineError
   */
  command(sql: string, parameters?: QueryParameters): Promise<void>
  /**
   * Runs a statement that makes rows of rows or moves partitions, beside the inserts of what arrives; such statements
   * run one after another.
   *
   * @throws EngineError
   */
  work(sql: string, parameters?: QueryParameters): Promise<void>
  /**
   * Inserts finished lines; when it resolves, they are on disk. A kill inside it may leave a part of them.
   *
   * @param columns what stands in a line, in its order
   * @param lines `JSONCompactEachRow`, at most MAX_INSERT_ROWS of them; a Buffer is handed over and empty afterwards
   * @throws EngineError
   */
  insertRows(table: string, columns: readonly string[], lines: Buffer | string, settings?: Settings): Promise<void>
  /** Waits for what is running and closes. Later calls fail with `gone`. */
  close(): Promise<void>
  /** Resolves if the engine has ended without having been asked to: nothing can be stored any more. Else never. */
  readonly gone: Promise<void>
}

export interface EngineOptions {
  /** The engine's own directory; made if it is not there. One process at a time. */
  readonly path: string
  readonly logger: Logger
  readonly readers?: number
}

/**
 * Opens the embedded engine in a thread of its own.
 *
 * @throws UserError when the directory is in use by another process, or cannot be opened
 */
export async function openEngine({ path, logger, readers = 2 }: EngineOptions): Promise<Engine> {
  makeDirectory(path)
  const removed = removeEmptyDefinitions(path)
  if (removed > 0) logger.event('definitions_removed', { tables: removed })
  const link = await startLink({ path, readers })
  if (link === null) {
    throw new UserError(
      `The database in ${path} cannot be opened. Most likely another avesqo process is using it (one process at a time): stop that one first. Otherwise check that the directory is writable and was made by this version.`,
      1,
    )
  }
  logger.event('engine_opened', { readers })
  // The client prints errors of the server with row values by itself unless it is told not to (reference stack, A5).
  const client = createClient({ connection: createConnection(link), log: { level: ClickHouseLogLevel.OFF } })

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (thrown) {
      const error = mapEngineError(thrown)
      if (error instanceof EngineError)
        logger.event('engine_error', { reason: word(error.reason), number: error.number })
      throw error
    }
  }

  return {
    query: (sql, parameters) =>
      guarded(async () => {
        const result = await client.query({
          query: withSettings(sql, READ_SETTINGS),
          format: 'JSONEachRow',
          ...(parameters && { query_params: parameters }),
        })
        return result.json<unknown>()
      }),
    command: (sql, parameters) =>
      guarded(async () => {
        await client.command({ query: sql, ...(parameters && { query_params: parameters }) })
      }),
    work: (sql, parameters) =>
      guarded(async () => {
        await client.command({
          query: sql,
          session_id: WORK_SESSION,
          ...(parameters && { query_params: parameters }),
        })
      }),
    insertRows: (table, columns, lines, settings = {}) =>
      guarded(async () => {
        const bytes = typeof lines === 'string' ? Buffer.from(lines) : lines
        const { stream } = await client.exec({
          query: insertText(insertOf(table, columns, settings)),
          values: Readable.from([bytes]),
        })
        stream.destroy()
      }),
    close: () => client.close(),
    gone: link.gone,
  }
}
