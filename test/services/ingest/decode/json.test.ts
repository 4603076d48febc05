import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../../services/ingest/decode/json.ts'

const SEED = 20_260_302
const code = (text: string | Buffer, limits?: { depth: number; items: number }) => {
  const outcome = parseJson(Buffer.from(text), limits)
  return outcome.ok ? 'ok' : outcome.refusal.code
}

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

describe('parseJson', () => {
  it(`gives what JSON.parse gives, for any JSON (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        // a generated object may name a key twice by chance of `__proto__`; JSON.stringify of the parsed one cannot
        const plain = JSON.stringify(JSON.parse(text))
        expect(parseJson(Buffer.from(plain))).toEqual({ ok: true, value: JSON.parse(plain) })
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it(`refuses what JSON.parse refuses, with whatever byte struck out (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (text, at) => {
        const bytes = Buffer.from(text)
        const cut = Buffer.concat([bytes.subarray(0, at % bytes.length), bytes.subarray((at % bytes.length) + 1)])
        const outcome = parseJson(cut)
        let valid = true
        try {
          JSON.parse(cut.toString('utf8'))
        } catch {
          valid = false
        }
        expect(outcome.ok && !valid).toBe(false)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it.each([
    ['{"a":1,"a":2}', 'duplicate_key'],
    ['{"a":1,"\\u0061":2}', 'duplicate_key'],
    ['[{"b":{"a":1,"a":1}}]', 'duplicate_key'],
    ['{"__proto__":1,"__proto__":2}', 'duplicate_key'],
    ['{"a:b":":{:","c\\":":"\\\\"}', 'ok'],
    ['{"1":1,"0":0,"":{}}', 'ok'],
    ['\uFEFF{"a":1}', 'ok'],
    ['{"a":1', 'json_invalid'],
    ['"\\', 'json_invalid'],
    ['', 'json_invalid'],
    ['{"a":1}{"a":1}', 'json_invalid'],
  ])('%s: %s', (text, expected) => {
    expect(code(text)).toBe(expected)
  })

  it('takes 32 levels, and refuses the 33rd before it parses', () => {
    expect(code(nested(32))).toBe('ok')
    expect(code(nested(33))).toBe('too_deep')
    expect(code('['.repeat(1_000_000))).toBe('too_deep')
    expect(code(`"${'['.repeat(100)}"`)).toBe('ok')
  })

  it('takes lists up to the limit', () => {
    expect(code('{"a":[1,2,3]}', { depth: 4, items: 3 })).toBe('ok')
    expect(code('{"a":[1,2,3,4]}', { depth: 4, items: 3 })).toBe('too_long')
    expect(code('[[[1,2,3,4]]]', { depth: 4, items: 3 })).toBe('too_long')
  })

  it('refuses bytes that are not UTF-8, even inside text', () => {
    expect(code(Buffer.from([0x22, 0xff, 0x22]))).toBe('text_invalid')
    expect(code(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))).toBe('text_invalid') // a surrogate as UTF-8
  })

  it('gives __proto__ as a member, not as a prototype', () => {
    const outcome = parseJson(Buffer.from('{"__proto__":{"admin":true}}'))
    const value = outcome.ok ? outcome.value : null
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Reflect.get(Object(value), 'admin')).toBeUndefined()
  })
})
