import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitCsv } from '../../../../services/cli/import/csv.ts'
import { splitJson } from '../../../../services/cli/import/json.ts'
import { splitLines } from '../../../../services/cli/import/lines.ts'
import type { Splitter } from '../../../../services/cli/import/piece.ts'
import { splitXml } from '../../../../services/cli/import/xml.ts'

const SEED = 20_261_103

interface Found {
  readonly text: string | null
  readonly line: number
  readonly open?: string
}

/** Splits a text that arrives in chunks of these sizes. */
function split(splitter: Splitter, text: string | Buffer, sizes: readonly number[] = []): Found[] {
  const bytes = Buffer.from(text)
  const found = []
  let at = 0
  for (const size of sizes) {
    found.push(...splitter.push(Buffer.from(bytes.subarray(at, at + size))))
    at += size
  }
  if (at < bytes.length) found.push(...splitter.push(Buffer.from(bytes.subarray(at))))
  found.push(...splitter.end())
  return found.map(({ bytes, line, envelope }) => ({
    text: bytes?.toString('utf8') ?? null,
    line,
    ...(envelope === null ? {} : { open: envelope.open.toString('utf8') }),
  }))
}

const chunkSizes = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 })
const MAX = 1_000

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const record = (n: number) =>
  `<record type="callLegEnd" time=">"><callLeg id="${n}"><a/><!-- </record> --><b><![CDATA[<record>]]></b></callLeg></record>`

describe('NDJSON', () => {
  it('gives each line that holds something, with its number', () => {
    expect(split(splitLines(MAX), '{"a":1}\n\n  \r\n{broken\r\n{"b":2}')).toEqual([
      { text: '{"a":1}', line: 1 },
      { text: '{broken\r', line: 4 },
      { text: '{"b":2}', line: 5 },
    ])
  })

  it('does not keep a line that is too long, and goes on after it', () => {
    const text = `{"a":1}\n"${'x'.repeat(5_000)}"\n{"b":2}\n`
    const found = [
      { text: '{"a":1}', line: 1 },
      { text: null, line: 2 },
      { text: '{"b":2}', line: 3 },
    ]
    expect(split(splitLines(MAX), text)).toEqual(found)
    expect(
      split(
        splitLines(MAX),
        text,
        Array.from({ length: 100 }, () => 50),
      ),
    ).toEqual(found)
  })
})

describe('JSON over several lines', () => {
  it('gives the records of an array, each on one line and as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 8 }),
        chunkSizes,
        fc.constantFrom(0, 2),
        (records, sizes, indent) => {
          const found = split(splitJson(MAX * MAX), JSON.stringify(records, null, indent), sizes)
          expect(found.map(({ text }) => JSON.parse(text ?? '') as unknown)).toEqual(
            JSON.parse(JSON.stringify(records)),
          )
          expect(found.every(({ text }) => text?.includes('\n') === false)).toBe(true)
        },
      ),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('gives values one after another, with the line on which each begins', () => {
    expect(split(splitJson(MAX), '{\n  "a": 1\n}\n\n{"b":\r\n2}[{"c":"]\\"}"},\n7\n, true]  "x"')).toEqual([
      { text: '{   "a": 1 }', line: 1 },
      { text: '{"b":  2}', line: 5 },
      { text: '{"c":"]\\"}"}', line: 6 },
      { text: '7', line: 7 },
      { text: 'true', line: 8 },
      { text: '"x"', line: 8 },
    ])
  })

  it('keeps what is broken broken, and finds the records after it', () => {
    const found = split(splitJson(MAX), '[{"a":"line\nbreak"},{"b":1}},}},{"c":3},{"d":')
    expect(found.map(({ text }) => text)).toEqual(['{"a":"line\u0001break"}', '{"b":1}', '}', '}}', '{"c":3}', '{"d":'])
    expect(() => JSON.parse(found[0]?.text ?? '')).toThrow(SyntaxError)
  })

  it('does not keep a record that is too long', () => {
    const text = JSON.stringify([{ a: 1 }, { b: 'x'.repeat(5_000) }, { c: 1 }])
    expect(
      split(
        splitJson(MAX),
        text,
        Array.from({ length: 100 }, () => 50),
      ).map(({ text }) => text),
    ).toEqual(['{"a":1}', null, '{"c":1}'])
  })
})

describe('CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é'), maxLength: 6 })

  it('gives rows over several lines whole, whatever stands in quotes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), chunkSizes, (rows, sizes) => {
        const lines = rows.map((row) => row.map(quoted).join(','))
        const found = split(splitCsv(MAX), `leg_id,end\r\n${lines.join('\n')}\n`, sizes)
        expect(found.map(({ text }) => text)).toEqual(lines)
        expect(new Set(found.map(({ open }) => open))).toEqual(new Set(['leg_id,end\r\n']))
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('takes quotes inside a field as they are, and counts lines', () => {
    expect(split(splitCsv(MAX), 'a;b\n\nx"";y\n"1\n2";3\n4;5')).toEqual([
      { text: 'x"";y', line: 3, open: 'a;b\n' },
      { text: '"1\n2";3', line: 4, open: 'a;b\n' },
      { text: '4;5', line: 6, open: 'a;b\n' },
    ])
  })
})

describe('XML', () => {
  it('sends a document of usual size as it is', () => {
    const text = `<?xml version="1.0"?>\n<records session="s">${record(1)}</records>\n<records session="t">${record(2)}</records>`
    expect(split(splitXml(MAX), text, [3, 5, 7])).toEqual([{ text, line: 1 }])
  })

  it('takes a large one apart into records in their own element', () => {
    const padding = ' '.repeat(1_100_000)
    const text = `<?xml version="1.0"?>${padding}\n<records session="s">\n${record(1)}\n${record(2)}</records>\n<!-- x --><records\n session="t">${record(3)}<record type="empty"/></records>${record(4)}\n<record>unclosed`
    const sizes = Array.from({ length: 20_000 }, () => 61)
    for (const chunks of [[], sizes]) {
      expect(split(splitXml(2_000_000), text, chunks)).toEqual([
        { text: record(1), line: 3, open: '<records session="s">' },
        { text: record(2), line: 4, open: '<records session="s">' },
        { text: record(3), line: 6, open: '<records\n session="t">' },
        { text: '<record type="empty"/>', line: 6, open: '<records\n session="t">' },
        { text: record(4), line: 6 },
        { text: '<record>unclosed', line: 7 },
      ])
    }
  })

  it('says why a large document cannot be taken apart', () => {
    const large = ' '.repeat(1_100_000)
    expect(() => split(splitXml(MAX), `${large}<calls><call/></calls>`)).toThrow(/no <records> element/u)
    expect(() => split(splitXml(MAX), `${large}<!doctype records><records/>`)).toThrow(/DOCTYPE/u)
    expect(() => split(splitXml(MAX), `${large}<records><record>${'x'.repeat(2_000)}`)).toThrow(
      /longer than 1000 bytes/u,
    )
  })
})
