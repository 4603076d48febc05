/** An engine of its own for a test file: a fresh temporary directory with the product's tables. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, migrate, openEngine } from '../../services/shared/clickhouse/index.ts'
import { createLogger, type Logger } from '../../services/shared/logger.ts'

export interface TestEngine {
  readonly engine: Engine
  /** The engine's directory. */
  readonly path: string
  /** Closes the engine and removes the directory. */
  close(): Promise<void>
}

/**
 * One per test file: the engine takes one directory per process, and vitest gives each file a process of its own.
 *
 * @param migrated false for an empty database
 */
export async function openTestEngine(
  logger: Logger = createLogger('silent'),
  migrated: boolean = true,
): Promise<TestEngine> {
  const directory = mkdtempSync(join(tmpdir(), 'avesqo-engine-'))
  const path = join(directory, 'clickhouse')
  const engine = await openEngine({ path, logger })
  if (migrated) await migrate({ engine, logger })
  return {
    engine,
    path,
    async close() {
      await engine.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The rows of a statement, for looking into a table from a test. */
export async function rowsOf<Row>(engine: Engine, sql: string): Promise<readonly Row[]> {
  return (await engine.query(sql)) as readonly Row[]
}
