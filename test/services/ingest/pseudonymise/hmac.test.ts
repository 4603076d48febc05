import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import CryptoJS from 'crypto-js'
import { describe, expect, test } from 'vitest'
import { key128 } from '../../../../schemas/observation.ts'
import { UserError } from '../../../../services/shared/errors.ts'
import {
  createKeyMaker,
  hmacInput,
  hmacKey,
  keyedHash,
  type KeyedHash,
} from '../../../../services/ingest/pseudonymise/hmac.ts'
import { type Epoch, EpochClosed, type KeyRing, ROTATING } from '../../../../services/ingest/pseudonymise/keymaker.ts'
import {
  type Hmac,
  KNOWN_ANSWERS,
  productHmac,
  secondHmac,
  selfTest,
} from '../../../../services/ingest/pseudonymise/selftest.ts'
import { tuple } from '../../../../services/ingest/identified.ts'
import { SEED } from './spellings.ts'

const epoch = '2026-11' as Epoch
const keyHex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const text = fc.string({ unit: 'grapheme', maxLength: 80 })

/** HMAC by crypto-js over bytes laid out in another way. */
function hmacOf(key: string, bytes: string): ReturnType<Hmac> {
  const hex = CryptoJS.HmacSHA256(CryptoJS.enc.Utf8.parse(bytes), CryptoJS.enc.Hex.parse(key)).toString()
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-') as ReturnType<Hmac>
}

describe('two implementations', () => {
  test('agree on every key', () => {
    fc.assert(
      fc.property(keyHex, fc.constantFrom('address', 'phone', 'name', 'ключ'), text, (key, kind, canonical) => {
        expect(productHmac(key, kind, canonical)).toBe(secondHmac(key, kind, canonical))
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  // RFC 4231, test cases 1, 2 and 6: that crypto-js and node:crypto are what they say, before our own layout of bytes.
  test.each([
    ['0b'.repeat(20), '4869205468657265', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    [
      '4a656665',
      '7768617420646f2079612077616e7420666f72206e6f7468696e673f',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      'aa'.repeat(131),
      '54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374',
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
  ])('crypto-js gives the answers of RFC 4231', (key, data, answer) => {
    const { Hex } = CryptoJS.enc
    expect(CryptoJS.HmacSHA256(Hex.parse(data), Hex.parse(key)).toString()).toBe(answer)
  })
})

describe('the start-up self-test', () => {
  test('passes as things are', () => {
    expect(() => selfTest()).not.toThrow()
    expect(KNOWN_ANSWERS.length).toBeGreaterThan(4)
  })

  const differences: readonly [string, Hmac][] = [
    ['another byte', (key, kind, canonical) => productHmac(key, kind, `${canonical}\u0000`)],
    [
      'lengths in UTF-16 units',
      (key, kind, canonical) => hmacOf(key, `${kind.length}:${kind}${canonical.length}:${canonical}`),
    ],
    ['no lengths', (key, kind, canonical) => hmacOf(key, kind + canonical)],
    ['another text encoding', (key, kind, canonical) => productHmac(key, kind, canonical.normalize('NFD'))],
    ['kind left out', (key, _kind, canonical) => productHmac(key, 'address', canonical)],
    ['nothing at all', () => '' as ReturnType<Hmac>],
  ]
  test.each(differences)('refuses on a planted difference: %s', (_name, planted) => {
    expect(() => selfTest([productHmac, planted])).toThrow(UserError)
    expect(() => selfTest([planted, secondHmac])).toThrow(UserError)
  })
})

describe('boundaries (A14)', () => {
  test('different pairs never give the same bytes', () => {
    fc.assert(
      fc.property(text, text, text, text, (kindA, textA, kindB, textB) => {
        fc.pre(kindA !== kindB || textA !== textB)
        expect(hmacInput(kindA, textA)).not.toBe(hmacInput(kindB, textB))
      }),
      { seed: SEED, numRuns: 2000 },
    )
    expect(hmacInput('a', 'bc')).not.toBe(hmacInput('ab', 'c'))
    expect(hmacInput('1:a', '')).not.toBe(hmacInput('1', ':a'))
    expect(hmacInput('name', '4:name')).not.toBe(hmacInput('name4', ':name'))
  })

  test('tuples of different parts are different', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', '1', ':', '2', '|', 'é'), maxLength: 4 }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(tuple(...a) === tuple(...b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
      { seed: SEED, numRuns: 5000 },
    )
  })
})

const key = createSecretKey(Buffer.alloc(32, 7))
const fixedHash: KeyedHash = (kind, canonical) => hmacKey(key, kind, canonical)

describe('the key maker', () => {
  const other = createSecretKey(Buffer.alloc(32, 8))

  test('gives 128 bits in the form that is stored', () => {
    expect(key128.safeParse(hmacKey(key, 'address', 'jan@klant.example')).success).toBe(true)
    expect(hmacKey(key, 'address', 'jan@klant.example')).not.toBe(hmacKey(other, 'address', 'jan@klant.example'))
    expect(hmacKey(key, 'address', 'jan@klant.example')).not.toBe(hmacKey(key, 'directory', 'jan@klant.example'))
  })

  test('remembers without changing an answer, also beyond what it remembers', () => {
    const hash = keyedHash('person', key)
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 20_000; i += 97) expect(hash('address', `p${i}`)).toBe(hmacKey(key, 'address', `p${i}`))
      for (let i = 0; i < 20_000; i += 1) hash('address', `q${i}`)
    }
    expect(hash('name', 'p0')).not.toBe(hash('address', 'p0'))
  })

  test('looks a rotating ring up by epoch and the others without', () => {
    const asked: [KeyRing, Epoch][] = []
    const keys = createKeyMaker((ring, of) => {
      asked.push([ring, of])
      return fixedHash
    }, ROTATING)
    keys.key('person', epoch, 'address', 'jan@klant.example')
    keys.key('leg', epoch, 'leg', '1')
    expect(asked).toEqual([
      ['person', epoch],
      ['leg', ''],
    ])
  })

  test('says closed where a key was destroyed, and that it is a bug where none was prepared', () => {
    expect(() => createKeyMaker(() => 'closed', ROTATING).key('person', epoch, 'address', 'x')).toThrow(EpochClosed)
    const unprepared = createKeyMaker(() => undefined, ROTATING)
    expect(() => unprepared.key('person', epoch, 'address', 'x')).toThrow('before it was prepared')
    expect(() => unprepared.key('person', epoch, 'address', 'x')).not.toThrow(EpochClosed)
  })
})
