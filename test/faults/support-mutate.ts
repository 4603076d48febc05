/** Random damage to payloads: of their bytes, and of what they mean. The same random numbers give the same damage. */
import type { Random } from '../../services/simulator/random.ts'
import type { Payload } from './support-payloads.ts'

type Mutator = (random: Random, text: string, other: string) => string | Buffer

/** Texts that have broken parsers. */
const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'ﬀ',
  'İ',
  '\u200b\u202e',
  '👩‍👩‍👧',
  '日本',
  'e\u0301',
  'NaN',
  '-1',
  '1e999',
  '0x1F',
  '__proto__',
  'constructor',
  'toString',
  "'; DROP TABLE observations; --",
  '{x:String}',
  '\\N',
  '%00%ff',
  '../../x',
  '<!DOCTYPE a>',
  ']]>',
  '&#0;',
  '&lol;',
  '1970-01-01T00:00:00Z',
  '2026-11-10T24:61:00Z',
  '9999-12-31T23:59:60+99:99',
  'sip:',
  'sip:@',
  'tel:+',
  '+',
  '<sip:a@b>;tag=',
  'a@b@c',
  'x@xn--.example',
  '[::ffff:192.0.2.1]',
  '999.999.999.999',
  'a'.repeat(2_049),
  'é'.repeat(5_000),
] as const

/** JSON as it stands in the text; `JSON.stringify` would not write some of it. */
const ODD_VALUES = [
  'null',
  'true',
  '0',
  '-0',
  '-1',
  '0.1',
  '1e999',
  '-1e999',
  '1e308',
  '5e-324',
  '9007199254740993',
  '18446744073709551616',
  '4294967296',
  '253402300799',
  '1794301200000',
  'NaN',
  '[]',
  '{}',
  '[[[[[[[[]]]]]]]]',
  '[null]',
  '[1,"a",{}]',
  '{"__proto__":{"x":1}}',
  '{"a":1,"a":2}',
  '"\\ud83d"',
  `[${'0,'.repeat(300)}0]`,
  `${'['.repeat(40)}${']'.repeat(40)}`,
] as const

const JUNK = [
  '"',
  '<',
  '>',
  '&',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '\r',
  '\0',
  '\\u',
  '</records>',
  '<![CDATA[',
  '\ufeff',
] as const

/** Damages a payload; `other` is one of the same platform to splice with. */
export function mutated(random: Random, payload: Payload, other: Payload): Buffer {
  let text: string | Buffer = payload.text
  const meaning = MEANING[payload.form]
  const rounds = random.whole(1, 2)
  for (let round = 0; round < rounds && typeof text === 'string'; round += 1) {
    text = random.next() < 0.75 ? meaning(random, text, other.text) : ofBytes(random, text, other.text)
  }
  return typeof text === 'string' ? Buffer.from(text) : text
}

const ofBytes: Mutator = (random, text, other) => {
  let bytes = Buffer.from(text)
  const times = random.whole(1, 4)
  for (let time = 0; time < times; time += 1) {
    const at = random.whole(0, bytes.length)
    const to = Math.min(bytes.length, at + random.whole(1, 40))
    const [before, between, behind] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)]
    const pieces = random.pick<() => (Buffer | string)[]>([
      () => [before, flipped(random, between), behind],
      () => [before, behind],
      () => [before, between, between, behind],
      () => [before, Buffer.from([random.whole(0, 255)]), behind],
      () => [before, random.pick(JUNK), between, behind],
      () => [before],
      () => [before, Buffer.from(other).subarray(random.whole(0, other.length))],
      () => [before, other, behind],
    ])()
    bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece)))
  }
  return bytes
}

function flipped(random: Random, bytes: Buffer): Buffer {
  if (bytes.length === 0) return bytes
  const copy = Buffer.from(bytes)
  const at = random.whole(0, copy.length - 1)
  copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.whole(0, 7)), at)
  return copy
}

/** One place of a text that `pattern` finds, replaced; the text as it is where it finds none. */
function replaceOne(random: Random, text: string, pattern: RegExp, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)]
  const [first, ...others] = found
  if (first === undefined) return text
  const one = random.pick([first, ...others])
  return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length)
}

/** A value of JSON: a text, number or word behind a colon or in a list; a key; or a whole member. */
const ofJson: Mutator = (random, text, other) =>
  random.pick<() => string>([
    () => replaceOne(random, text, JSON_VALUE, () => random.pick(ODD_VALUES)),
    () => replaceOne(random, text, JSON_VALUE, () => JSON.stringify(random.pick(ODD_TEXTS))),
    () => replaceOne(random, text, JSON_VALUE, swapped),
    () => replaceOne(random, text, JSON_VALUE, () => random.pick(valuesOf(other))),
    () => replaceOne(random, text, JSON_MEMBER, (member) => `${member},${member}`),
    () =>
      replaceOne(
        random,
        text,
        JSON_MEMBER,
        () => `"${random.pick(['__proto__', 'constructor', 'ada@example.org', ''])}":1`,
      ),
    () => replaceOne(random, text, JSON_MEMBER, (member) => `${member},"x":${random.pick(ODD_VALUES)}`),
    () => replaceOne(random, text, /[[{]/gu, () => `[${text.slice(0, 2_000)},`),
  ])()

const JSON_VALUE = /(?<=[:[,]\s*)(?:"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d[\d.eE+-]*|true|false|null)/gu
const JSON_MEMBER = /"[a-z_]+"\s*:\s*(?:"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)/gu

function valuesOf(text: string): [string, ...string[]] {
  const [first = 'null', ...others] = text.match(JSON_VALUE) ?? []
  return [first, ...others]
}

/** Text for number, number for text. */
function swapped(value: string): string {
  if (value.startsWith('"')) return String(value.length)
  return value === 'true' || value === 'false' ? '"true"' : `"${value}"`
}

const ofXml: Mutator = (random, text, other) =>
  random.pick<() => string>([
    () => replaceOne(random, text, />[^<>]+</gu, () => `>${escaped(random.pick(ODD_TEXTS))}<`),
    () => replaceOne(random, text, />[^<>]+</gu, () => `>${random.pick(ODD_TEXTS)}<`),
    () => replaceOne(random, text, /="[^"<]*"/gu, () => `="${escaped(random.pick(ODD_TEXTS))}"`),
    () => replaceOne(random, text, /\s[a-zA-Z]+="[^"<]*"/gu, () => ''),
    () => replaceOne(random, text, /\s[a-zA-Z]+="[^"<]*"/gu, (found) => found + found),
    () => replaceOne(random, text, /<([a-zA-Z]+)[^<>]*>[^<>]*<\/\1>/gu, (found) => found + found),
    () => replaceOne(random, text, /<([a-zA-Z]+)[^<>]*>[^<>]*<\/\1>/gu, (found) => `<a>${found}</a>`),
    () =>
      replaceOne(random, text, /<\/?[a-zA-Z]+/gu, () =>
        random.pick(['<__proto__', '</x', '<!--', '<![CDATA[', '<?x', '<record']),
      ),
    () => replaceOne(random, text, /<record [^]*?<\/record>/gu, (found) => found.repeat(random.whole(0, 40))),
    () => replaceOne(random, text, /<record [^]*?<\/record>/gu, () => other),
  ])()

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

const ofCsv: Mutator = (random, text, other) =>
  random.pick<() => string>([
    () => replaceOne(random, text, /[^,;\n]+/gu, () => random.pick(ODD_TEXTS)),
    () => replaceOne(random, text, /[^,;\n]+/gu, () => random.pick(ODD_VALUES)),
    () => replaceOne(random, text, /[^,;\n]+/gu, (cell) => `"${cell}`),
    () => replaceOne(random, text, /[,;\n]/gu, () => random.pick([',', ';', '\n', '\r\n', '\t', '""'])),
    () => replaceOne(random, text, /[^\n]+\n/gu, (row) => row.repeat(random.whole(0, 40))),
    () => replaceOne(random, text, /[^\n]+\n/gu, () => other),
  ])()

const MEANING: Readonly<Record<Payload['form'], Mutator>> = { json: ofJson, lines: ofJson, xml: ofXml, csv: ofCsv }
