import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delimiterOf, rowsOf } from '../../../../services/ingest/decode/csv.ts'

const SEED = 20_260_302
const rows = (text: string, delimiter = ',') =>
  Array.from(rowsOf(text, delimiter), (row) => (row.ok ? row.cells : null))
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

describe('rowsOf', () => {
  it(`reads back whatever is written with quotes (seed ${SEED})`, () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '=', '😀'), maxLength: 8 })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';'), fc.constantFrom('\n', '\r\n'), (cells, delimiter, feed) => {
        const text = cells.map((row) => row.map(quoted).join(delimiter)).join(feed)
        expect(rows(text, delimiter)).toEqual(cells)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it.each([
    [
      'a,b\n\n \nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,,\r\n', [['a', '', '']]],
    ['"",""', [['', '']]],
    ['a b, c ', [['a b', ' c ']]],
    ['"a"x,b\nc,d', [null, ['c', 'd']]],
    ['a"x",b\nc,d', [null, ['c', 'd']]],
    ['"a,b\nc,d', [null, ['c', 'd']]],
    ['"a\nb",c\n"d', [['a\nb', 'c'], null]],
  ])('%j', (text, expected) => {
    expect(rows(text)).toEqual(expected)
  })

  it('gives each row its length in bytes', () => {
    expect(Array.from(rowsOf('é,b\r\n"x\ny",c\n"z', ','), (row) => row.bytes)).toEqual([4, 7, 2])
  })

  it('stays linear where every line opens a quote that none closes', () => {
    const started = process.cpuUsage()
    expect(rows('"a""b\n'.repeat(50_001)).length).toBeGreaterThan(0)
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
  })
})

describe('delimiterOf', () => {
  it.each([
    ['a,b', ','],
    ['a;b;c,d\n1,2,3,4,5', ';'],
    ['a', ','],
  ])('%j: %s', (text, expected) => {
    expect(delimiterOf(text)).toBe(expected)
  })
})
