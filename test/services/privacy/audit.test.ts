/** The audit log: what is written stands there for good, and whoever changes it is found out. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditRow } from '../../../schemas/control/tables.ts'
import { type Audit, createAudit } from '../../../services/privacy/index.ts'
import { type Control, openControl } from '../../../services/shared/control/index.ts'
import { createLogger } from '../../../services/shared/logger.ts'

const clock = { now: () => Date.parse('2026-11-20T09:00:00Z') }
let folder: string
let control: Control
let audit: Audit

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-audit-'))
  control = await openControl(folder, clock, createLogger('silent'))
  audit = createAudit(control, clock)
})
afterEach(async () => {
  await control.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = (day: string, rows: number) =>
  audit.write({ actor: 'operator', action: 'legs_read', tenantId: 'acme', detail: { day, rows } })
const rows = () => control.db.selectFrom('audit').selectAll().orderBy('seq').execute()

async function fiveRows(): Promise<void> {
  for (let day = 1; day <= 4; day += 1) await read(`2026-11-0${day}`, day)
  await audit.write({ actor: 'operator', action: 'rollup_run', tenantId: null, detail: { full: true } })
}

describe('a row', () => {
  it('says who did what when, in whose records, and how far it went', async () => {
    await read('2026-11-19', 312)
    expect((await rows()).map((row) => auditRow.parse(row))).toMatchObject([
      {
        seq: 1,
        at_ms: clock.now(),
        actor: 'operator',
        action: 'legs_read',
        tenant_id: 'acme',
        detail: '{"day":"2026-11-19","rows":312}',
        previous_hash: '0'.repeat(64),
      },
    ])
  })

  it('is not written where it would hold a text in place of a day', async () => {
    await expect(read('anna.jansen@voorbeeld.example', 1)).rejects.toThrow('must be a day')
    expect(await rows()).toEqual([])
  })

  it('has a hash that anybody can compute again: SHA-256 of the JSON list of its values', async () => {
    await read('2026-11-19', 312)
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      `printf '%s' '${JSON.stringify([1, clock.now(), 'operator', 'legs_read', 'acme', '{"day":"2026-11-19","rows":312}', '0'.repeat(64)])}' | sha256sum`,
    ])
    expect((await rows())[0]?.hash).toBe(stdout.slice(0, 64))
  })
})

describe('the chain', () => {
  beforeEach(fiveRows)

  it('holds while nobody touches it', async () => {
    expect(await audit.verify()).toBeNull()
    expect(new Set((await rows()).map((row) => row.hash)).size).toBe(5)
  })

  it.each([
    ['at_ms', 0],
    ['actor', 'somebody'],
    ['action', 'rollup_run'],
    ['tenant_id', 'other'],
    ['detail', '{"day":"2026-11-03","rows":1}'],
    ['previous_hash', 'f'.repeat(64)],
    ['hash', 'f'.repeat(64)],
    ['seq', 30],
  ] as const)('is broken where %s of a row in the middle was changed', async (column, value) => {
    await control.db
      .updateTable('audit')
      .set({ [column]: value })
      .where('seq', '=', 3)
      .execute()
    expect(await audit.verify()).toBe(3)
  })

  it.each([1, 3])('is broken where row %i was taken out', async (seq) => {
    await control.db.deleteFrom('audit').where('seq', '=', seq).execute()
    expect(await audit.verify()).toBe(seq)
  })

  it('is broken where a row was taken out and the others moved up', async () => {
    await control.db.deleteFrom('audit').where('seq', '=', 3).execute()
    for (const seq of [4, 5]) {
      await control.db
        .updateTable('audit')
        .set({ seq: seq - 1 })
        .where('seq', '=', seq)
        .execute()
    }
    expect(await audit.verify()).toBe(3)
  })

  it('is broken behind a row that was changed and its hash computed anew', async () => {
    const third = (await rows())[2]
    if (third === undefined) throw new Error('there is no third row')
    const changed = { ...third, detail: '{"day":"2026-11-03","rows":1}' }
    const { seq, at_ms, actor, action, tenant_id, detail, previous_hash } = changed
    const text = JSON.stringify([seq, at_ms, actor, action, tenant_id, detail, previous_hash])
    const hash = createHash('sha256').update(text).digest('hex')
    await control.db.updateTable('audit').set({ detail, hash }).where('seq', '=', seq).execute()
    expect(await audit.verify()).toBe(4)
  })

  it('is broken where a row was put before the first', async () => {
    const [first] = await rows()
    if (first === undefined) throw new Error('there is no first row')
    await control.db
      .insertInto('audit')
      .values({ ...first, seq: 0 })
      .execute()
    expect(await audit.verify()).toBe(1)
  })
})

const url = (path: string) => new URL(`../../../services/${path}`, import.meta.url).href

it('two processes that write at once make one chain', async () => {
  const program = `
    import { openControl } from '${url('shared/control/index.ts')}'
    import { createAudit } from '${url('privacy/index.ts')}'
    const clock = { now: () => 1 }
    const control = await openControl(${JSON.stringify(folder)}, clock, { event() {} })
    const audit = createAudit(control, clock)
    for (let rows = 0; rows < 30; rows++)
      await audit.write({ actor: 'operator', action: 'legs_read', tenantId: 'acme', detail: { day: '2026-11-01', rows } })
    await control.close()`
  const other = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  const ours = Array.from({ length: 30 }, (_, rows) => read('2026-11-02', rows))
  await Promise.all([other, ...ours])
  expect(await audit.verify()).toBeNull()
  expect((await rows()).map((row) => row.seq)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
})
