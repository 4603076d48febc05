import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTROL_TABLES } from '../../../../schemas/control/tables.ts'
import { CONTROL_REGISTER } from '../../../../schemas/privacy/control.ts'
import { type Control, openControl } from '../../../../services/shared/control/index.ts'
import { createLogger } from '../../../../services/shared/logger.ts'

let folder: string
let control: Control
let stored: Map<string, readonly string[]>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-tables-'))
  control = await openControl(folder, { now: () => 0 }, createLogger('silent'))
  const tables = await control.db.introspection.getTables()
  stored = new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]))
})
afterAll(async () => {
  await control.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('what the database holds', () => {
  it('is what the row schemas say, column by column', () => {
    expect([...stored.keys()].toSorted()).toEqual(Object.keys(CONTROL_TABLES).toSorted())
    for (const [name, row] of Object.entries(CONTROL_TABLES)) {
      expect([name, stored.get(name)]).toEqual([name, Object.keys(row.shape)])
    }
  })

  it('is what the register says, column by column (I6)', () => {
    const registered = Map.groupBy(CONTROL_REGISTER, (entry) => entry.table)
    expect([...registered.keys()].toSorted()).toEqual([...stored.keys()].toSorted())
    for (const [name, entries] of registered) {
      expect([name, entries.map(({ field }) => field)]).toEqual([name, stored.get(name)])
    }
  })
})
