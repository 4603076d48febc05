import { appendFileSync, cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate, MIGRATIONS } from '../../../../services/shared/clickhouse/migrations.ts'
import { UserError } from '../../../../services/shared/errors.ts'
import { createLogger } from '../../../../services/shared/logger.ts'
import { openTestEngine, rowsOf, type TestEngine } from '../../../support/engine.ts'

const logger = createLogger('silent')
const ALL = [
  '0001_schema_migrations.sql',
  '0002_observations.sql',
  '0003_intake.sql',
  '0004_legs.sql',
  '0005_cube.sql',
  '0006_published.sql',
  '0007_dominance.sql',
  '0008_changes.sql',
]
let test: TestEngine
const directories: string[] = []

/** A copy of the product's migrations to change. */
function copy(change: (directory: string) => void): string {
  const directory = mkdtempSync(join(tmpdir(), 'avesqo-migrations-'))
  directories.push(directory)
  cpSync(MIGRATIONS, directory, { recursive: true })
  change(directory)
  return directory
}
const run = (directory?: string, dryRun = false) =>
  migrate({ engine: test.engine, logger, dryRun, ...(directory !== undefined && { directory }) })
const tables = () =>
  rowsOf(test.engine, 'SELECT name FROM system.tables WHERE database = currentDatabase() ORDER BY name')

beforeAll(async () => {
  test = await openTestEngine(logger, false)
})
afterAll(async () => {
  await test.close()
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

describe('migrations', () => {
  it('a dry run says what would run and changes nothing', async () => {
    expect(await run(undefined, true)).toEqual(ALL)
    expect(await tables()).toEqual([])
  })

  it('run once, in order, and then not again', async () => {
    expect(await run()).toEqual(ALL)
    expect(await run()).toEqual([])
    expect((await tables()).length).toBe(16)
    const notes = await rowsOf(test.engine, 'SELECT name, length(checksum) AS l FROM schema_migrations ORDER BY number')
    expect(notes).toEqual(ALL.map((name) => ({ name, l: 64 })))
  })

  it('a kill before the note was on disk is repaired by running again', async () => {
    await test.engine.command('TRUNCATE TABLE schema_migrations')
    expect(await run()).toEqual(ALL)
    expect(await run()).toEqual([])
  })

  it('a new file runs, all its statements', async () => {
    const directory = copy((to) =>
      writeFileSync(
        join(to, '0009_more.sql'),
        "-- two; statements\nCREATE TABLE IF NOT EXISTS a (x UInt8 COMMENT 'a;b') ENGINE = Memory;\nCREATE TABLE IF NOT EXISTS b (x UInt8) ENGINE = Memory;",
      ),
    )
    expect(await run(directory)).toEqual(['0009_more.sql'])
    expect(await tables()).toEqual(expect.arrayContaining([{ name: 'a' }, { name: 'b' }]))
    expect(await run(directory)).toEqual([])
    // From here on the database is newer than the product's own files.
    await expect(run()).rejects.toThrow(
      /has migration 0009_more\.sql, which this version does not have\. Run the version/u,
    )
  })

  it.each<[string, (to: string) => void, RegExp]>([
    [
      'changed',
      (to) => appendFileSync(join(to, ALL[1] ?? ''), '-- x'),
      /0002_observations\.sql has changed since .* new migration/u,
    ],
    [
      'missing',
      (to) => rmSync(join(to, ALL[1] ?? '')),
      /has migration 0002_observations\.sql, which this version does not/u,
    ],
    [
      'renamed',
      (to) => renameSync(join(to, ALL[2] ?? ''), join(to, '0003_other.sql')),
      /has migration 0003_intake\.sql/u,
    ],
    [
      'of a number that is taken',
      (to) => writeFileSync(join(to, '0002_twice.sql'), 'SELECT 1'),
      /have one number; renumber/u,
    ],
    ['of no number', (to) => writeFileSync(join(to, 'late.sql'), 'SELECT 1'), /must be named NNNN_name\.sql/u],
  ])('a file that is %s is refused with what to do', async (_, change, sentence) => {
    const directory = copy((to) => {
      writeFileSync(join(to, '0009_more.sql'), '-- stands in for the one above')
      change(to)
    })
    const thrown: unknown = await run(directory).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(UserError)
    expect((thrown as UserError).message).toMatch(sentence)
  })

  it('a file that comes before one that has run is refused', async () => {
    await test.engine.command('TRUNCATE TABLE schema_migrations')
    const clean = copy((to) => writeFileSync(join(to, '0010_later.sql'), ''))
    await run(clean)
    const late = copy((to) => {
      writeFileSync(join(to, '0009_late.sql'), '')
      writeFileSync(join(to, '0010_later.sql'), '')
    })
    await expect(run(late)).rejects.toThrow(/0009_late\.sql comes before number 10.*Give it a number after 10/u)
  })
})
