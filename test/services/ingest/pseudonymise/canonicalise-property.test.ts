import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Identifier } from '../../../../services/ingest/identified.ts'
import {
  canonicalAlias,
  canonicalName,
  canonicalPerson,
} from '../../../../services/ingest/pseudonymise/canonicalise.ts'
import { plainAddress, SEED, spelling } from './spellings.ts'

const KINDS = ['address', 'number', 'directory', 'typed'] as const
const IDENT_KIND = { address: 'address', phone: 'number', directory: 'directory' } as const

function read(kind: (typeof KINDS)[number], text: string) {
  return canonicalPerson(new Identifier(kind, text), 'NL')
}

/** Text made of what addresses are made of: it reaches deeper into the parser than random text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@',
        ':',
        ';',
        '%',
        '<',
        '>',
        '"',
        '\\',
        '?',
        '=',
        '[',
        ']',
        '.',
        '+',
        '-',
        ' ',
        '(0)',
        '00',
        '#',
        '/',
        'sip:',
        'tel:',
        'h323:',
        'user=phone',
        ';ext=',
        ';phone-context=',
        '%40',
        '%25',
        '%3a',
        '%C3%9F',
        '%ff',
        '[]',
        'klant.example',
        '192.0.2.1',
        '2001:db8::1',
        '::ffff:192.0.2.1',
        'xn--',
        'xn--bcher-kva.example',
        'ß',
        'İ',
        '\u200b',
        '\u202e',
        '\ufe0f',
        'ａ',
        '＠',
        '：',
        '\u0345',
        'ﬀ',
        'Σ',
        'ς',
        '０６',
        '0612345678',
        '1234',
        'jan',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

test('every spelling of an address is that address (A13)', () => {
  fc.assert(
    fc.property(plainAddress, spelling, (address, write) => {
      expect(read('address', write(address))).toEqual({
        ident: 'address',
        text: `${address.user}@${address.host}`,
        domain: address.host,
      })
    }),
    { seed: SEED, numRuns: 3000 },
  )
})

test('two addresses stay two, however each is written', () => {
  fc.assert(
    fc.property(plainAddress, plainAddress, spelling, spelling, (a, b, writeA, writeB) => {
      fc.pre(a.user !== b.user || a.host !== b.host)
      expect(read('address', writeA(a))?.text).not.toBe(read('address', writeB(b))?.text)
    }),
    { seed: SEED, numRuns: 2000 },
  )
})

test('every spelling of a telephone number is that number', () => {
  const separators = fc.constantFrom('', ' ', '-', '.', '/')
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 })
  const prefix = fc.constantFrom('+316', '00316', '06', '+31 (0)6', '0031-(0)6', '(06)')
  const around = fc.constantFrom<(text: string) => readonly ['address' | 'number', string]>(
    (text) => ['number', text],
    (text) => ['number', `tel:${text}`],
    (text) => ['address', `tel:${text}`],
    (text) => ['address', `<sip:${text}@klant.example;user=phone>`],
    (text) => ['address', `sip:${text}@192.0.2.4:5060`],
    (text) => ['address', `"06" <SIP:${text.replaceAll(' ', '%20')}@klant.example>`],
    (text) => ['address', text],
  )
  fc.assert(
    fc.property(digits, prefix, separators, around, (number, before, separator, wrap) => {
      const [kind, text] = wrap(`${before}${separator}${number.slice(0, 4)}${separator}${number.slice(4)}`)
      expect(read(kind, text)).toEqual({ ident: 'phone', text: `+316${number}`, domain: null })
    }),
    { seed: SEED, numRuns: 2000 },
  )
})

test('canon(canon(x)) = canon(x), for whatever x', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...KINDS), fc.constantFrom('NL', 'US', 'DE'), (text, kind, country) => {
      const once = canonicalPerson(new Identifier(kind, text), country)
      fc.pre(once !== null)
      const again = canonicalPerson(new Identifier(IDENT_KIND[once.ident], once.text), country)
      expect(again).toEqual(once)
    }),
    {
      seed: SEED,
      numRuns: 20_000,
      // What was found once stays looked at: a mark that joins the escape before it, a prefix of a prefix.
      examples: [
        ['\uFF1A\u0300', 'address', 'NL'],
        ['000612345678', 'address', 'NL'],
        ['+(0)06', 'number', 'NL'],
        ['+999 1234567', 'number', 'NL'],
        ['2001:db8::1@%C3%9F', 'directory', 'NL'],
      ],
    },
  )
})

test('aliases and names are their own canonical form', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const alias = canonicalAlias(text, 'NL')
      expect(alias === null ? null : canonicalAlias(alias.slice(alias.indexOf(':') + 1), 'NL')).toBe(alias)
      const name = canonicalName(text)
      expect(canonicalName(name)).toBe(name)
    }),
    { seed: SEED, numRuns: 10_000 },
  )
})

test('a canonical text is short, visible and without control characters', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...KINDS), (text, kind) => {
      const person = read(kind, text)
      fc.pre(person !== null)
      expect(Buffer.byteLength(person.text)).toBeLessThanOrEqual(512)
      expect(person.text).not.toMatch(/[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cs}]/u)
    }),
    { seed: SEED, numRuns: 5000 },
  )
})

test('long hostile input takes linear time', () => {
  const pieces = [
    '<',
    '"',
    '\\',
    '@',
    ';',
    '%',
    '%41',
    'sip:',
    'a.',
    ':',
    '[',
    ' ',
    '-',
    '0',
    '+',
    'ext',
    'ä',
    '\u0345',
    'x#',
  ]
  const spent = (length: number): number => {
    const start = performance.now()
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
      for (const kind of KINDS) {
        read(kind, text)
        read(kind, `x${text}@klant.example`)
        read(kind, `jan@${text}`)
      }
      canonicalName(text)
    }
    return performance.now() - start
  }
  spent(512)
  // Only names are read at any length; everything else longer than 512 bytes is refused before it is taken apart.
  expect(spent(512)).toBeLessThan(1000)
  expect(spent(1_000_000)).toBeLessThan(5000)
})
