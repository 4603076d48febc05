import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Control, connect } from '../../../../services/shared/control/connect.ts'
import { migrate } from '../../../../services/shared/control/migrate.ts'
import { createLogger } from '../../../../services/shared/logger.ts'

const logger = createLogger('silent')
let folder: string
let files: string
let control: Control

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-migrate-'))
  files = join(folder, 'files')
  mkdirSync(files)
  write(
    '0001_one.sql',
    '-- a comment; with a semicolon\ncreate table one (a text); -- behind\ncreate table two (a text);\n',
  )
  control = connect(folder)
})
afterEach(async () => {
  await control.close()
  rmSync(folder, { recursive: true, force: true })
})

function write(name: string, text: string): void {
  writeFileSync(join(files, name), text)
}
const run = (dryRun = false) => migrate(control, { files, now: 7, logger, dryRun })
const tables = async () => (await control.db.introspection.getTables()).map(({ name }) => name).toSorted()

it('applies each file once, in order', async () => {
  expect((await run()).map(({ number }) => number)).toEqual([1])
  write('0002_more.sql', 'create table three (a text);')
  expect((await run()).map(({ number }) => number)).toEqual([2])
  expect(await run()).toEqual([])
  expect(await tables()).toEqual(['migrations', 'one', 'three', 'two'])
})

it('says what it would do without doing it', async () => {
  expect((await run(true)).map(({ name }) => name)).toEqual(['one'])
  expect(await tables()).toEqual([])
})

it('refuses a file that was changed after it had been applied', async () => {
  await run()
  write('0001_one.sql', 'create table one (a text, b text);')
  await expect(run()).rejects.toThrow('Migration 1 (one) was changed after it had been applied')
})

it('refuses a file that was renamed after it had been applied', async () => {
  await run()
  rmSync(join(files, '0001_one.sql'))
  await expect(run()).rejects.toThrow('does not know')
})

it('refuses a store that knows more than this code', async () => {
  write('0002_more.sql', 'create table three (a text);')
  await run()
  rmSync(join(files, '0002_more.sql'))
  await expect(run()).rejects.toThrow('has migration 2 (more), which this version of the code does not know')
})

it('refuses a number that comes before one that has been applied', async () => {
  write('0002_more.sql', 'create table three (a text);')
  await run()
  await sql`delete from migrations where number = 1`.execute(control.db)
  await expect(run()).rejects.toThrow('Migration 1 (one) comes before migration 2')
})

it.each([
  ['a gap', '0003_three.sql', 'number 2 is expected'],
  ['a number given twice', '0001_zwei.sql', 'number 2 is expected'],
  ['another name', 'two.sql', 'not named like a migration'],
])('refuses %s', async (_, name, reason) => {
  write(name, 'create table three (a text);')
  await expect(run()).rejects.toThrow(reason)
})

it('leaves nothing of a run in which a statement fails', async () => {
  write('0002_more.sql', 'create table three (a text);\ncreate table one (a text);\n')
  await expect(run()).rejects.toThrow('table one already exists')
  expect(await tables()).toEqual(['migrations'])
  expect(await control.db.selectFrom('migrations').selectAll().execute()).toEqual([])
})
