import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Control, controlFile, openControl, planControl } from '../../../../services/shared/control/index.ts'
import { UserError } from '../../../../services/shared/errors.ts'
import { createLogger } from '../../../../services/shared/logger.ts'

const clock = { now: () => Date.parse('2026-11-20T09:00:00Z') }
const logger = createLogger('silent')
let folder: string
let control: Control

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-control-'))
  control = await openControl(folder, clock, logger)
})
afterEach(async () => {
  await control.close()
  rmSync(folder, { recursive: true, force: true })
})

async function setWatermark(name: string, value: number): Promise<void> {
  await control.transaction(async (tx) => {
    await tx.insertInto('watermarks').values({ tenant_id: 'acme', name, value_ms: value }).execute()
  })
}

async function pragma(name: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(control.db)
  return Object.values(rows[0] ?? {})[0]
}

function storedText(): string {
  const files = readdirSync(folder).filter((name) => name.startsWith('control.sqlite'))
  return files.map((name) => readFileSync(join(folder, name), 'latin1')).join('')
}

describe('the file', () => {
  it('survives a loss of power, checks references and overwrites what is removed', async () => {
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('foreign_keys')).toBe(1)
    expect(await pragma('secure_delete')).toBe(1)
  })

  it('can be read by its user only, with all that stands beside it', () => {
    for (const name of readdirSync(folder).filter((file) => file.startsWith('control.sqlite'))) {
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600])
    }
  })

  it('holds nothing of a removed row once it is closed', async () => {
    await setWatermark('canary-4711-removed', 1)
    await setWatermark('canary-4711-kept', 1)
    await control.db.deleteFrom('watermarks').where('name', '=', 'canary-4711-removed').execute()
    await control.close()
    expect(storedText()).not.toContain('canary-4711-removed')
    expect(storedText()).toContain('canary-4711-kept')
    control = await openControl(folder, clock, logger)
  })

  it('that is none is refused in words', async () => {
    const other = mkdtempSync(join(tmpdir(), 'avesqo-control-'))
    writeFileSync(controlFile(other), 'this is no database, it is a text of some length')
    await expect(openControl(other, clock, logger)).rejects.toThrow(/cannot be opened\. Check/u)
    rmSync(other, { recursive: true, force: true })
  })
})

describe('change', () => {
  it('raises the revision; a transaction does not', async () => {
    const before = control.revision()
    await control.change(async () => undefined)
    expect(control.revision()).toBe(before + 1)
    await control.transaction(async () => undefined)
    expect(control.revision()).toBe(before + 1)
  })

  it('that fails leaves nothing, not even the revision', async () => {
    const before = control.revision()
    const failing = control.change(async (tx) => {
      await tx.insertInto('watermarks').values({ tenant_id: 'acme', name: 'half', value_ms: 1 }).execute()
      throw new UserError('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(control.revision()).toBe(before)
    expect(await control.db.selectFrom('watermarks').selectAll().execute()).toEqual([])
  })

  it('is seen by nobody before it is committed', async () => {
    const before = control.revision()
    const names = () => control.read((read) => read(control.db.selectFrom('watermarks').select('name').compile()))
    await control.change(async (tx) => {
      await tx.insertInto('watermarks').values({ tenant_id: 'acme', name: 'mine', value_ms: 1 }).execute()
      expect(control.revision()).toBe(before)
      expect(names()).toEqual([])
    })
    expect(names()).toEqual([{ name: 'mine' }])
  })

  it('waits for the changes of another process, and none is lost', async () => {
    const index = new URL('../../../../services/shared/control/index.ts', import.meta.url).href
    const program = `
      const { openControl } = await import(${JSON.stringify(index)})
      const control = await openControl(${JSON.stringify(folder)}, { now: () => 0 }, { event() {} })
      for (let i = 0; i < 40; i++) await control.change(async (tx) => {
        const row = await tx.selectFrom('watermarks').selectAll().where('name', '=', 'sum').executeTakeFirstOrThrow()
        await tx.updateTable('watermarks').set({ value_ms: row.value_ms + 1 }).where('name', '=', 'sum').execute()
      })
      await control.close()`
    await setWatermark('sum', 0)
    const before = control.revision()
    const run = promisify(execFile)
    await Promise.all([1, 2, 3].map(() => run(process.execPath, ['--input-type=module', '-e', program])))
    const sum = await control.db
      .selectFrom('watermarks')
      .select('value_ms')
      .where('name', '=', 'sum')
      .executeTakeFirst()
    expect(sum).toEqual({ value_ms: 120 })
    expect(control.revision()).toBe(before + 120)
  })
})

describe('opening', () => {
  it('again applies nothing, and a plan says so', async () => {
    expect(await planControl(folder, clock, logger)).toEqual([])
    const applied = await control.db.selectFrom('migrations').select(['number', 'applied_ms']).execute()
    expect(applied[0]).toEqual({ number: 1, applied_ms: clock.now() })
  })

  it('a plan for a directory without a store names every migration and makes nothing', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'avesqo-control-'))
    expect((await planControl(empty, clock, logger)).map(({ name }) => name)).toContain('control')
    expect(readdirSync(empty)).toEqual([])
    rmSync(empty, { recursive: true, force: true })
  })
})
