import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { KeyError, type KeyFault } from '../../../../services/ingest/keys/provider.ts'
import { type KeyIdentity, unwrapKey, wrapKey, wrapNewKey } from '../../../../services/ingest/keys/wrap.ts'

const kek = createSecretKey(Buffer.alloc(32, 1))
const identity: KeyIdentity = { id: 'k1', tenantId: 'acme', ring: 'person', epoch: '2026-11', kekId: 'kek-1-00000000' }
const key = Buffer.alloc(32, 9)

function fault(work: () => KeyObject): KeyFault | 'none' {
  try {
    work()
    return 'none'
  } catch (error) {
    if (error instanceof KeyError) return error.fault
    throw error
  }
}

describe('wrapping (A18)', () => {
  test('gives the key back, to whoever has the KEK and the row', () => {
    expect(unwrapKey(wrapKey(key, kek, identity), kek, identity).export()).toEqual(key)
  })

  test('never uses a nonce twice', () => {
    const nonces = Array.from({ length: 500 }, () => wrapKey(key, kek, identity).split('.')[1])
    expect(new Set(nonces).size).toBe(500)
  })

  test('makes another key each time', () => {
    const keys = Array.from({ length: 50 }, () =>
      unwrapKey(wrapNewKey(kek, identity), kek, identity).export().toString('hex'),
    )
    expect(new Set(keys).size).toBe(50)
  })

  test.each<[string, Partial<KeyIdentity>]>([
    ['a row of another tenant', { tenantId: 'beta' }],
    ['a row of another epoch', { epoch: '2026-10' }],
    ['a row of another ring', { ring: 'name' }],
    ['a row of another id', { id: 'k2' }],
    ['another KEK id', { kekId: 'kek-1-00000001' }],
    ['parts that join to the same text', { ring: 'person2026-11', epoch: '' }],
  ])('%s opens nothing', (_name, other) => {
    expect(fault(() => unwrapKey(wrapKey(key, kek, identity), kek, { ...identity, ...other }))).toBe('key_altered')
  })

  test('another KEK opens nothing', () => {
    const other = createSecretKey(randomBytes(32))
    expect(fault(() => unwrapKey(wrapKey(key, kek, identity), other, identity))).toBe('key_altered')
  })

  test('every changed character is noticed', () => {
    const wrapped = wrapKey(key, kek, identity)
    const unnoticed = Array.from(wrapped, (character, i) => {
      const changed = `${wrapped.slice(0, i)}${character === 'A' ? 'B' : 'A'}${wrapped.slice(i + 1)}`
      return fault(() => unwrapKey(changed, kek, identity))
    }).filter((found) => found === 'none')
    expect(unnoticed).toEqual([])
  })

  const [version = '', nonce = '', text = '', tag = ''] = wrapKey(key, kek, identity).split('.')
  test.each<[string, string, KeyFault]>([
    ['a tag cut to 96 bits', [version, nonce, text, tag.slice(0, 16)].join('.'), 'format_unknown'],
    ['a tag cut to 32 bits', [version, nonce, text, tag.slice(0, 6)].join('.'), 'format_unknown'],
    ['no tag', [version, nonce, text, ''].join('.'), 'format_unknown'],
    ['a longer nonce', [version, `${nonce}AAAA`, text, tag].join('.'), 'format_unknown'],
    ['another nonce', [version, 'A'.repeat(16), text, tag].join('.'), 'key_altered'],
    ['a shorter key', [version, nonce, text.slice(0, 22), tag].join('.'), 'format_unknown'],
    ['an older version', ['v0', nonce, text, tag].join('.'), 'format_unknown'],
    ['a newer version', ['v2', nonce, text, tag].join('.'), 'format_unknown'],
    ['something behind it', [version, nonce, text, tag, 'x'].join('.'), 'format_unknown'],
    ['a line feed behind it', `${[version, nonce, text, tag].join('.')}\n`, 'format_unknown'],
    ['nothing', '', 'format_unknown'],
  ])('%s is refused', (_name, wrapped, expected) => {
    expect(fault(() => unwrapKey(wrapped, kek, identity))).toBe(expected)
  })
})
