import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openKeys } from '../../../../services/ingest/keys/file-provider.ts'
import { KeyError } from '../../../../services/ingest/keys/provider.ts'
import { type Epoch, EpochClosed, type KeyMaker } from '../../../../services/ingest/pseudonymise/keymaker.ts'
import { createKeyBench, type KeyBench } from './store.ts'

const CHILD = fileURLToPath(new URL('first-use-child.ts', import.meta.url))
const september = '2026-09' as Epoch
const october = '2026-10' as Epoch
const november = '2026-11' as Epoch

let bench: KeyBench
beforeEach(async () => {
  bench = await createKeyBench()
})
afterEach(() => bench.close())

const jan = (keys: KeyMaker, epoch: Epoch) => keys.key('person', epoch, 'address', 'jan@klant.example')

async function faultOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof KeyError) return error.fault
      throw error
    },
  )
}

/** The same key, as another process makes or finds it. */
async function firstUse({ data, keys }: KeyBench): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, data, keys])
  return stdout.trim()
}

describe('keys', () => {
  test('are independent for each tenant, ring and epoch, and the same after a restart', async () => {
    const keyring = await bench.keyring()
    await keyring.prepare('acme', new Set([october, november]))
    await keyring.prepare('beta', new Set([november]))
    const acme = keyring.maker('acme')
    const made = [
      jan(acme, october),
      jan(acme, november),
      jan(keyring.maker('beta'), november),
      acme.key('name', november, 'address', 'jan@klant.example'),
      acme.key('leg', november, 'address', 'jan@klant.example'),
      acme.key('ledger', november, 'address', 'jan@klant.example'),
      acme.key('refusal', november, 'address', 'jan@klant.example'),
    ]
    expect(new Set(made).size).toBe(made.length)
    expect(acme.key('leg', october, 'leg', '1')).toBe(acme.key('leg', november, 'leg', '1'))

    const again = await bench.keyring(await bench.connect())
    expect(jan(again.maker('acme'), october)).toBe(made[0])
    expect(again.maker('acme').key('refusal', november, 'address', 'jan@klant.example')).toBe(made[6])
  })

  test('are one and the same for processes that need them first at the same moment (A15)', async () => {
    const children = Array.from({ length: 3 }, () => firstUse(bench))
    const keyring = await bench.keyring()
    await Promise.all(Array.from({ length: 20 }, () => keyring.prepare('acme', new Set([november]))))
    const theirs = await Promise.all(children)
    expect(new Set([...theirs, jan(keyring.maker('acme'), november)]).size).toBe(1)
    expect(keyring.list().filter((row) => row.ring === 'person')).toHaveLength(1)
  })

  test('that were not prepared are a bug, not another key', async () => {
    const keyring = await bench.keyring()
    await keyring.prepare('acme', new Set([october]))
    expect(() => jan(keyring.maker('acme'), november)).toThrow('before it was prepared')
    expect(() => jan(keyring.maker('beta'), october)).toThrow('before it was prepared')
  })

  test('stand in the control store wrapped only', async () => {
    const keyring = await bench.keyring()
    await keyring.prepare('acme', new Set([november]))
    const { wrapped } = await bench.control.db.selectFrom('keys').select('wrapped').executeTakeFirstOrThrow()
    expect(wrapped).toMatch(/^v1\./u)
    expect(JSON.stringify(keyring.list())).not.toContain('v1.')
  })
})

describe('a destroyed epoch', () => {
  test('is closed for good, here and after a restart; the others live on', async () => {
    const keyring = await bench.keyring()
    await keyring.prepare('acme', new Set([october, november]))
    const keys = keyring.maker('acme')
    const before = jan(keys, november)
    const revision = bench.control.revision()
    expect(await keyring.destroyEpoch('acme', october)).toBe(3)
    expect(bench.control.revision()).toBeGreaterThan(revision)

    for (const one of [keyring, await bench.keyring(await bench.connect())]) {
      await one.prepare('acme', new Set([october, november]))
      expect(one.isClosed('acme', october)).toBe(true)
      expect(one.isClosed('acme', november)).toBe(false)
      expect(one.isClosed('beta', october)).toBe(false)
      expect(() => jan(one.maker('acme'), october)).toThrow(EpochClosed)
      expect(() => one.maker('acme').key('name', october, 'name', 'overleg')).toThrow(EpochClosed)
      expect(jan(one.maker('acme'), november)).toBe(before)
    }
    expect(await keyring.destroyEpoch('acme', october)).toBe(0)
  })

  test('is closed in another running process from its next delivery on', async () => {
    const running = await bench.keyring(await bench.connect())
    await running.prepare('acme', new Set([october]))
    const keys = running.maker('acme')
    jan(keys, october)
    const other = await bench.keyring(await bench.connect())
    await other.destroyEpoch('acme', october)

    await running.prepare('acme', new Set([october]))
    expect(() => jan(keys, october)).toThrow(EpochClosed)
    expect(running.isClosed('acme', october)).toBe(true)
  })

  test('is closed by refresh alone', async () => {
    const running = await bench.keyring(await bench.connect())
    await running.prepare('acme', new Set([october]))
    await (await bench.keyring()).destroyEpoch('acme', october)
    await running.refresh()
    expect(running.isClosed('acme', october)).toBe(true)
    expect(() => jan(running.maker('acme'), october)).toThrow(EpochClosed)
  })

  test('that never had a key gets none any more', async () => {
    const keyring = await bench.keyring()
    expect(await keyring.destroyEpoch('acme', september)).toBe(0)
    await keyring.prepare('acme', new Set([september]))
    expect(() => jan(keyring.maker('acme'), september)).toThrow(EpochClosed)
  })

  test('that is not over keeps the key with which refusals are written down', async () => {
    const keyring = await bench.keyring()
    await keyring.prepare('acme', new Set([november]))
    expect(await keyring.destroyEpoch('acme', november)).toBe(2)
    expect(() => jan(keyring.maker('acme'), november)).toThrow(EpochClosed)
    expect(keyring.maker('acme').key('refusal', november, 'refused', 'x')).toMatch(/^[0-9a-f-]{36}$/u)
  })

  test('leaves no byte of its keys in any file of the store', async () => {
    const keyring = await bench.keyring()
    await keyring.prepare('acme', new Set([october, november]))
    const rows = await bench.control.db.selectFrom('keys').select(['epoch', 'wrapped']).execute()
    const wrapped = (epoch: string) =>
      rows.flatMap((row) => (row.epoch === epoch && row.wrapped !== null ? [row.wrapped] : []))
    const found = (needles: readonly string[]): number => {
      const files = readdirSync(bench.data).map((name) => readFileSync(join(bench.data, name)))
      return needles.filter((needle) => files.some((bytes) => bytes.includes(needle.split('.')[2] ?? '?'))).length
    }
    expect([found(wrapped(october)), found(wrapped(november))]).toEqual([3, 3])
    await keyring.destroyEpoch('acme', october)
    expect([found(wrapped(october)), found(wrapped(november))]).toEqual([0, 3])
  })
})

/** Gives one row what another row holds, as somebody with the store in hand could. */
async function swap(from: readonly [string, string, string], to: readonly [string, string, string]): Promise<void> {
  await bench.control.change(async (tx) => {
    const source = await tx
      .selectFrom('keys')
      .select('wrapped')
      .where('tenant_id', '=', from[0])
      .where('ring', '=', from[1])
      .where('epoch', '=', from[2])
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('keys')
      .set({ wrapped: source.wrapped })
      .where('tenant_id', '=', to[0])
      .where('ring', '=', to[1])
      .where('epoch', '=', to[2])
      .execute()
  })
}

describe('it fails closed (A18)', () => {
  beforeEach(async () => {
    const keyring = await bench.keyring()
    await keyring.prepare('acme', new Set([october, november]))
    await keyring.prepare('beta', new Set([november]))
  })

  test.each<[string, readonly [string, string, string]]>([
    ['tenant', ['beta', 'person', '2026-11']],
    ['epoch', ['acme', 'person', '2026-10']],
    ['ring', ['acme', 'name', '2026-11']],
  ])('a key in a row of another %s stops the start', async (_what, row) => {
    await swap(['acme', 'person', '2026-11'], row)
    expect(await faultOf(bench.keyring())).toBe('key_altered')
  })

  test('a destroyed key that is put back from an old copy opens only in its own row', async () => {
    const keyring = await bench.keyring()
    const old = await bench.control.db
      .selectFrom('keys')
      .selectAll()
      .where('epoch', '=', '2026-10')
      .where('ring', '=', 'person')
      .executeTakeFirstOrThrow()
    await keyring.destroyEpoch('acme', october)
    await bench.control.change((tx) =>
      tx
        .updateTable('keys')
        .set({ wrapped: old.wrapped })
        .where('epoch', '=', '2026-11')
        .where('ring', '=', 'person')
        .where('tenant_id', '=', 'acme')
        .execute(),
    )
    expect(await faultOf(keyring.refresh())).toBe('none') // what is loaded stays loaded
    expect(await faultOf(bench.keyring())).toBe('key_altered')
  })

  test('a row that names another key-encryption key stops the start', async () => {
    await bench.control.change((tx) =>
      tx.updateTable('keys').set({ kek_id: 'kek-0-00000000' }).where('ring', '=', 'leg').execute(),
    )
    expect(await faultOf(bench.keyring())).toBe('kek_missing')
    const other = openKeys(`${bench.keys}-other`, bench.data).currentKekId()
    renameSync(join(`${bench.keys}-other`, `${other}.key`), join(bench.keys, `${other}.key`))
    await bench.control.change((tx) =>
      tx.updateTable('keys').set({ kek_id: other }).where('ring', '=', 'leg').execute(),
    )
    expect(await faultOf(bench.keyring())).toBe('key_altered')
  })

  test('a lost key directory stops the start, and no new key hides the loss', async () => {
    rmSync(bench.keys, { recursive: true })
    expect(await faultOf(bench.keyring())).toBe('kek_missing')
    expect(readdirSync(bench.keys)).toEqual([])
  })

  test('a truncated tag and an older format stop the start', async () => {
    const set = (wrapped: string) =>
      bench.control.change((tx) =>
        tx.updateTable('keys').set({ wrapped }).where('ring', '=', 'event').where('tenant_id', '=', 'acme').execute(),
      )
    const { wrapped } = await bench.control.db
      .selectFrom('keys')
      .select('wrapped')
      .where('ring', '=', 'event')
      .where('tenant_id', '=', 'acme')
      .executeTakeFirstOrThrow()
    for (const changed of [(wrapped ?? '').slice(0, -8), (wrapped ?? '').replace('v1', 'v0')]) {
      await set(changed)
      expect(await faultOf(bench.keyring())).toBe('format_unknown')
    }
  })
})
