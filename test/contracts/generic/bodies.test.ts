import { describe, expect, it } from 'vitest'
import { decodeGeneric } from '../../../services/ingest/decode/generic/index.ts'
import { decoded, only } from '../shown.ts'

const a = { leg_id: 'a', start: '2026-03-02T09:00:00Z' }
const b = { leg_id: 'b', start: '2026-03-02T09:00:00Z' }
const lines = `\uFEFF${JSON.stringify(a)}\r\n\n${JSON.stringify(b)}`
const pretty = JSON.stringify(a, null, 2)
const csv = 'leg_id,start\na,2026-03-02T09:00:00Z\nb,2026-03-02T09:00:00Z\n'

const ids = (body: string, contentType?: string) =>
  decoded(decodeGeneric, body, contentType).observations.map((one) => one['subjectId'])
const [A, B] = ['instance:a', 'instance:b']

describe('forms', () => {
  it.each([
    ['application/x-ndjson', lines, [A, B]],
    ['application/jsonl; charset=utf-8', lines, [A, B]],
    ['application/json', JSON.stringify([a, b]), [A, B]],
    ['Application/JSON', pretty, [A]],
    ['application/json', '[]', []],
    ['text/csv; header=present', csv, [A, B]],
  ])('by content type %s', (contentType, body, expected) => {
    expect(ids(body, contentType)).toEqual(expected)
  })

  it.each([
    ['an array', `\uFEFF \n${JSON.stringify([a, b], null, 2)}`, [A, B]],
    ['one object', pretty, [A]],
    ['lines', lines, [A, B]],
    ['CSV', csv, [A, B]],
  ])('by the first byte where the content type says nothing: %s', (_, body, expected) => {
    expect(ids(body)).toEqual(expected)
    expect(ids(body, 'application/octet-stream')).toEqual(expected)
  })

  it('gives the same event in every form', () => {
    const events = [lines, JSON.stringify([a, b]), csv].map((body) =>
      decoded(decodeGeneric, body).observations.map((one) => one['eventId']),
    )
    expect(events[1]).toEqual(events[0])
    expect(events[2]).toEqual(events[0])
  })

  it('gives each record its own length', () => {
    const body = `${JSON.stringify(a)}\n{"leg_id":"é"}\n`
    expect(decoded(decodeGeneric, body).records.map((one) => one.bytes)).toEqual([JSON.stringify(a).length, 15])
  })

  it('keeps the good records beside a broken line or item', () => {
    for (const body of [
      `${JSON.stringify(a)}\n{"leg_id":\n${JSON.stringify(b)}`,
      `[${JSON.stringify(a)},{"x":,},${JSON.stringify(b)}]`,
    ]) {
      expect(ids(body)).toEqual([A, B])
      expect(decoded(decodeGeneric, body).refused).toEqual(['json_invalid'])
    }
  })
})

describe('CSV', () => {
  it('reads figures, flags, links and media columns by type, and an empty cell as not stated', () => {
    const body = [
      'Leg_ID; start;duration_s;encrypted;links;address;audio_up_loss_pct;audio_up_packets;video_down_codec;sip_code;notes',
      'a;2026-03-02T09:00:00Z;12.5;yes;x | y;"ada;""A"" <ada@example.org>";0.5;1000;VP8;;free text',
      'b;2026-03-02T09:00:00Z;;;;;;;;200;',
      '',
    ].join('\r\n')
    const { observations, ignored, refused } = decoded(decodeGeneric, body, 'text/csv')
    expect(refused).toEqual([])
    expect(ignored).toBe(1) // one cell of the column that is not ours; an empty one is not a value
    expect(observations[0]).toMatchObject({
      duration_ms: 12_500,
      encrypted: true,
      links: ['instance:x', 'instance:y'],
      farEnd: ['address:ada;"A" <ada@example.org>'],
      media: [
        { kind: 'audio', dir: 'up', packets: 1000, loss_mp: 500 },
        { kind: 'video', dir: 'down', codec: 'vp8' },
      ],
    })
    expect(Object.keys(observations[1] ?? {}).toSorted()).toEqual(
      [
        'eventId',
        'eventNamed',
        'event_ms',
        'platform',
        'rev',
        'sip_code',
        'sourceKind',
        'start_ms',
        'subject',
        'subjectId',
      ].toSorted(),
    )
  })

  it('keeps an id of digits as text', () => {
    expect(only(decodeGeneric, 'leg_id,start\n007,2026-03-02T09:00:00Z')['subjectId']).toBe('instance:007')
  })

  it('refuses a row that does not fit the header, and only that', () => {
    const row = ',2026-03-02T09:00:00Z'
    const body = `leg_id,start\na${row}\nx\ny${row},1\n"z"x${row}\n"open${row}\nb${row}`
    expect(ids(body, 'text/csv')).toEqual([A, B])
    expect(decoded(decodeGeneric, body, 'text/csv').refused).toEqual(Array<string>(4).fill('csv_invalid'))
  })

  it('reads a quoted cell over several lines', () => {
    expect(ids('leg_id,start,notes\na,2026-03-02T09:00:00Z,"one\r\n""two"""\nb,2026-03-02T09:00:00Z,\n')).toEqual([
      A,
      B,
    ])
  })

  it('has no records without rows', () => {
    expect(decoded(decodeGeneric, 'leg_id,start\n', 'text/csv').records).toEqual([])
    expect(decoded(decodeGeneric, '', 'text/csv').records).toEqual([])
  })
})
