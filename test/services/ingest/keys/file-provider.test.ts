import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openKeys } from '../../../../services/ingest/keys/file-provider.ts'
import { KeyError, type KeyFault } from '../../../../services/ingest/keys/provider.ts'

let folder: string
let data: string
let keys: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avesqo-kek-'))
  data = join(folder, 'data')
  keys = join(folder, 'keys')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function fault(work: () => unknown): KeyFault | 'none' {
  try {
    work()
    return 'none'
  } catch (error) {
    if (error instanceof KeyError) return error.fault
    throw error
  }
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('the key directory', () => {
  test('is made for its owner only, and so is the key', () => {
    const id = openKeys(keys, data).currentKekId()
    expect(readdirSync(keys)).toEqual([`${id}.key`])
    expect([modeOf(keys), modeOf(join(keys, `${id}.key`))]).toEqual(['700', '600'])
  })

  test('holds nothing before a key is needed', () => {
    openKeys(keys, data)
    expect(readdirSync(keys)).toEqual([])
  })

  test('gives the same key again', () => {
    const first = openKeys(keys, data)
    const id = first.currentKekId()
    const again = openKeys(keys, data)
    expect(again.currentKekId()).toBe(id)
    expect(again.kek(id).export()).toEqual(first.kek(id).export())
    expect(first.kek(id).symmetricKeySize).toBe(32)
  })

  test('takes an empty directory that others may enter, and closes it', () => {
    mkdirSync(keys, { mode: 0o755 })
    chmodSync(keys, 0o755)
    openKeys(keys, data)
    expect(modeOf(keys)).toBe('700')
  })

  test('must not lie inside the data, also not by a link or before either exists', () => {
    expect(fault(() => openKeys(join(data, 'keys'), data))).toBe('keys_in_data')
    expect(fault(() => openKeys(data, data))).toBe('keys_in_data')
    expect(fault(() => openKeys(join(data, 'x', '..', 'keys'), data))).toBe('keys_in_data')
    mkdirSync(join(data, 'inner'), { recursive: true })
    symlinkSync(join(data, 'inner'), keys)
    expect(fault(() => openKeys(keys, data))).toBe('keys_in_data')
    expect(existsSync(join(data, 'keys'))).toBe(false)
    expect(fault(() => openKeys(join(folder, 'data-keys'), data))).toBe('none') // a neighbour with the same beginning
    expect(fault(() => openKeys(join(folder, '..keys'), data))).toBe('none')
  })
})

describe('what others can read is refused', () => {
  test.each(['640', '604', '620', '602'])('a key file of mode %s', (mode) => {
    const id = openKeys(keys, data).currentKekId()
    chmodSync(join(keys, `${id}.key`), Number.parseInt(mode, 8))
    expect(fault(() => openKeys(keys, data))).toBe('kek_exposed')
  })

  test.each(['750', '705', '730'])('a key directory of mode %s', (mode) => {
    openKeys(keys, data).currentKekId()
    chmodSync(keys, Number.parseInt(mode, 8))
    expect(fault(() => openKeys(keys, data))).toBe('kek_exposed')
  })
})

describe('a key file that is not what its name says', () => {
  test('is refused at the start', () => {
    const id = openKeys(keys, data).currentKekId()
    const file = join(keys, `${id}.key`)
    const text = readFileSync(file, 'utf8')
    const other = Buffer.alloc(32, 5).toString('base64')
    for (const changed of ['', text.slice(0, -5), text.replace(/\n.*\n/u, `\n${other}\n`), text.replace('v1', 'v2')]) {
      writeFileSync(file, changed)
      expect(
        fault(() => openKeys(keys, data)),
        JSON.stringify(changed.slice(0, 12)),
      ).toBe('kek_invalid')
    }
    writeFileSync(file, text)
    expect(fault(() => openKeys(keys, data))).toBe('none')
    renameSync(file, join(keys, 'kek-2-00000000.key'))
    expect(fault(() => openKeys(keys, data))).toBe('kek_invalid')
  })

  test('a missing one is named, and no path outside the directory is a name', () => {
    const provider = openKeys(keys, data)
    expect(fault(() => provider.kek('kek-1-12345678'))).toBe('kek_missing')
    writeFileSync(join(folder, 'elsewhere.key'), 'x', { mode: 0o600 })
    expect(fault(() => provider.kek('../elsewhere'))).toBe('kek_missing')
  })

  test('the highest number wraps what is made from then on; the older one stays usable', () => {
    const provider = openKeys(keys, data)
    const first = provider.currentKekId()
    const second = openKeys(join(folder, 'other'), data).currentKekId()
    const next = second.replace('kek-1-', 'kek-2-')
    renameSync(join(folder, 'other', `${second}.key`), join(keys, `${next}.key`))
    expect(provider.currentKekId()).toBe(next)
    expect(fault(() => provider.kek(first))).toBe('none')
  })
})
