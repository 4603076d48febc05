import { createSecretKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Identifier } from '../../../../services/ingest/identified.ts'
import { canonicalPerson, type CanonicalPerson } from '../../../../services/ingest/pseudonymise/canonicalise.ts'
import { createKeyMaker, keyedHash } from '../../../../services/ingest/pseudonymise/hmac.ts'
import { ROTATING } from '../../../../services/ingest/pseudonymise/keymaker.ts'
import { createLedgerReader, ledgerHmac, type LedgerMark } from '../../../../services/ingest/pseudonymise/ledger.ts'

const hash = keyedHash('ledger', createSecretKey(Buffer.alloc(32, 3)))
const keys = createKeyMaker((ring) => (ring === 'ledger' ? hash : undefined), ROTATING)
const T = Date.parse('2026-11-10T12:00:00Z')

function person(value: string, kind: 'address' | 'number' | 'directory' = 'address'): CanonicalPerson {
  const found = canonicalPerson(new Identifier(kind, value), 'NL')
  if (found === null) throw new Error('names nobody')
  return found
}

function reader(...entries: readonly (readonly [CanonicalPerson, readonly LedgerMark[]])[]) {
  return createLedgerReader(new Map(entries.map(([who, marks]) => [ledgerHmac(who, keys), marks])), keys)
}

describe('marks', () => {
  const jan = person('jan@klant.example')
  const piet = person('piet@klant.example')

  test('erased: legs that start before T', () => {
    const ledger = reader([jan, [{ mark: 'erased', fromMs: T }]])
    expect(ledger.markOf([jan], T - 1, true)).toBe('erased')
    expect(ledger.markOf([jan], T, true)).toBeNull()
    expect(ledger.markOf([piet], T - 1, true)).toBeNull()
    expect(ledger.markOf([], T - 1, true)).toBeNull()
  })

  test('erased: in doubt where the start is not stated and the leg may have begun before T', () => {
    const ledger = reader([jan, [{ mark: 'erased', fromMs: T }]])
    expect(ledger.markOf([jan], T, false)).toBe('in_doubt')
    expect(ledger.markOf([jan], T + 86_399_999, false)).toBe('in_doubt')
    expect(ledger.markOf([jan], T + 86_400_000, false)).toBeNull()
    expect(ledger.markOf([jan], T - 1, false)).toBe('erased')
  })

  test('objecting: legs from T on', () => {
    const ledger = reader([jan, [{ mark: 'objected', fromMs: T }]])
    expect(ledger.markOf([jan], T - 1, true)).toBeNull()
    expect(ledger.markOf([jan], T, true)).toBe('objected')
  })

  test('one person may be both, and erasure goes before objection, whichever identifier says so', () => {
    const both: readonly LedgerMark[] = [
      { mark: 'objected', fromMs: T },
      { mark: 'erased', fromMs: T },
    ]
    expect(reader([jan, both]).markOf([jan], T - 1, true)).toBe('erased')
    expect(reader([jan, both]).markOf([jan], T, true)).toBe('objected')
    const two = reader([jan, [{ mark: 'objected', fromMs: 0 }]], [piet, [{ mark: 'erased', fromMs: T }]])
    expect(two.markOf([jan, piet], T - 1, true)).toBe('erased')
    expect(two.markOf([piet, jan], T - 1, true)).toBe('erased')
    expect(two.markOf([piet, jan], T, true)).toBe('objected')
  })

  test('recognises every spelling, and no other sort of identifier of the same text', () => {
    const ledger = reader([jan, [{ mark: 'erased', fromMs: T }]])
    for (const written of [
      'SIP:JAN@Klant.example:5060',
      '"J" <sips:%6Aan@klant.example.>',
      'j\u200ban@KLANT.example',
    ]) {
      expect(ledger.markOf([person(written)], 0, true), written).toBe('erased')
    }
    expect(ledger.markOf([person('jan@klant.example', 'directory')], 0, true)).toBeNull()
  })
})
