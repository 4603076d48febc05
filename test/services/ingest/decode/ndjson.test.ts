import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstByte, itemsOf, linesOf } from '../../../../services/ingest/decode/ndjson.ts'

const SEED = 20_260_302
const items = (text: string) => itemsOf(Buffer.from(text))?.map(String) ?? null

describe('itemsOf', () => {
  it(`cuts an array into the items that JSON.parse finds (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 3 })), fc.constantFrom(undefined, 1), (values, indent) => {
        const text = JSON.stringify(values, null, indent)
        expect(items(text)?.map((item): unknown => JSON.parse(item))).toEqual(JSON.parse(text))
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it.each([
    ['[]', []],
    ['\uFEFF [ ] ', []],
    ['["],[", {"a":[1,2]}]', ['"],["', '{"a":[1,2]}']],
    ['[1,,2]', ['1', '', '2']],
    ['[1,]', ['1', '']],
    ['[1', null],
    ['[1]]', null],
    ['[1}', null],
    ['[1] 2', null],
    ['{"a":[1]}', null],
    ['["a', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(items(text)).toEqual(expected)
  })
})

describe('linesOf', () => {
  it('gives lines that are not blank, without the byte order mark', () => {
    expect(Array.from(linesOf(Buffer.from('\uFEFF{}\r\n\n  \n [1]\n"é"')), String)).toEqual(['{}', '[1]', '"é"'])
  })
})

describe('firstByte', () => {
  it('looks past blanks and the byte order mark', () => {
    expect(firstByte(Buffer.from('\uFEFF \n\t[1'))).toBe(0x5b)
    expect(firstByte(Buffer.from(' '))).toBeUndefined()
  })
})
