import { describe, expect, it } from 'vitest'
import { decodeCms } from '../../../../services/ingest/decode/cms/index.ts'
import { decodeGeneric } from '../../../../services/ingest/decode/generic/index.ts'
import type { Decoder } from '../../../../services/ingest/decode/outcome.ts'
import { decodePexip } from '../../../../services/ingest/decode/pexip/index.ts'

const LINES = 'application/x-ndjson'
const bulk = (events: string): string => `{"event":"eventsink_bulk","data":[${events}]}`
const bodies: readonly (readonly [
  form: string,
  decode: Decoder,
  bodyOf: (records: number) => string,
  contentType: string | undefined,
])[] = [
  ['a bulk', decodePexip, (n) => bulk(Array(n).fill('{}').join(',')), undefined],
  ['bulks in an array', decodePexip, (n) => `[${Array(n).fill(bulk('{}')).join(',')}]`, undefined],
  ['an array of one bulk', decodePexip, (n) => `[${bulk(Array(n).fill('{}').join(','))}]`, undefined],
  ['lines', decodePexip, (n) => '{}\n'.repeat(n), undefined],
  ['lines of bulks', decodePexip, (n) => `${bulk('{},{}')}\n`.repeat(n / 2), LINES],
  ['records', decodeCms, (n) => `<records session="s">${'<record/>'.repeat(n)}</records>`, undefined],
  ['bare records', decodeCms, (n) => '<record/>'.repeat(n), undefined],
  ['lines', decodeGeneric, (n) => '{}\n'.repeat(n), LINES],
  ['an array', decodeGeneric, (n) => `[${Array(n).fill('{}').join(',')}]`, undefined],
  ['rows', decodeGeneric, (n) => `leg_id,start\n${'a,b\n'.repeat(n)}`, 'text/csv'],
]

describe('a body with more records than are wanted', () => {
  it.each(bodies)('%s: gives one more than wanted, and all where they fit', (_, decode, bodyOf, contentType) => {
    const count = (records: number, most?: number) => decode(Buffer.from(bodyOf(records)), contentType, most).length
    expect(count(200, 50)).toBe(51)
    expect(count(50, 50)).toBe(50)
    expect(count(200)).toBe(200)
  })
})

describe('one record of millions of things', () => {
  it.each([
    ['list', decodeGeneric, `{"leg_id":"a","x":[0${',0'.repeat(1_000_000)}]}`],
    ['lists', decodePexip, `{"event":"x","data":[${'[0,0],'.repeat(200_000)}0]}`],
    ['elements', decodeCms, `<records session="s">${'<a/>'.repeat(600_000)}</records>`],
    ['attributes', decodeCms, `<records ${Array.from({ length: 600_000 }, (_, i) => `a${i}=""`).join(' ')}/>`],
    ['characters', decodeCms, `<records session="s">${' '.repeat(9_000_000)}</records>`],
  ] as const)('is refused before it is parsed: %s', (_, decode, body) => {
    const records = decode(Buffer.from(body), undefined)
    expect(records).toEqual([
      { outcome: 'refused', refusal: { code: 'too_long', path: '' }, ignored: 0, bytes: body.length },
    ])
  })

  it('is read where commas stand in its texts', () => {
    const [record] = decodeGeneric(
      Buffer.from(`{"leg_id":"a","start":"2026-03-02T09:00:00Z","x":"${',\\"'.repeat(300_000)}"}`),
      undefined,
    )
    expect(record).toMatchObject({ outcome: 'accepted', ignored: 1 })
  })
})
