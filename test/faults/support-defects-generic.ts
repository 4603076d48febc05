/** Defects of the generic record, each with what is expected of it (attacks A39, A40, A43). */
import { BEYOND, type BodyDefect, BROKEN, deep, type RecordDefect, withBytes } from './support-defects.ts'
import { genericRecord, TOOK_PLACE } from './support-valid.ts'

const ID = 'generic-defect'
const json = (members: Readonly<Record<string, unknown>>): string => JSON.stringify(genericRecord(ID, members))
/** Members as they stand in the text, which `JSON.stringify` would not write. */
const raw = (members: string): string => `{"leg_id":"${ID}","start":"${TOOK_PLACE}",${members}}`
const at = (start: string): string => json({ start, end: undefined })

const RECORDS: readonly (readonly [
  name: string,
  record: string | Buffer,
  refused: string | null,
  observations?: number,
])[] = [
  ['40 levels', raw(`"x":${deep(40)}`), 'too_deep'],
  ['100,000 levels', raw(`"x":${deep(100_000)}`), 'too_deep'],
  ['1,000,000 links', raw(`"links":[${'"a",'.repeat(999_999)}"a"]`), 'too_long'],
  ['65 links', json({ links: Array.from({ length: 65 }, String) }), 'too_long links'],
  ['65 media', json({ media: Array.from({ length: 65 }, () => ({ kind: 'audio', dir: 'up' })) }), 'too_long media'],
  ['a key twice', raw('"leg_id":"b"'), 'duplicate_key'],
  ['a key twice, once escaped', raw('"leg\\u005fid":"b"'), 'duplicate_key'],
  ['NaN', raw('"mos":NaN'), 'json_invalid'],
  ['a truncated record', json({}).slice(0, -9), 'json_invalid'],
  ['a duration of 1e999', raw('"duration_s":1e999'), 'value_out_of_range duration_s'],
  ['a negative duration', json({ duration_s: -1 }), 'value_out_of_range duration_s'],
  ['an order beyond exact numbers', json({ rev: 2 ** 60 }), 'value_out_of_range rev'],
  ['half a packet', json({ media: [{ kind: 'audio', dir: 'up', packets: 0.5 }] }), 'field_invalid media.*.packets'],
  ['year 0', json({ start: '0000-01-01T00:00:00Z' }), 'time_invalid start'],
  ['year 9999', json({ end: '9999-12-31T00:00:00Z' }), 'time_invalid end'],
  ['an epoch number', json({ start: 1_794_301_200 }), 'field_invalid start'],
  ['an epoch number as text', json({ start: '1794301200' }), 'time_invalid start'],
  ['a time without zone', json({ start: '2026-11-10T09:00:00' }), 'time_invalid start'],
  ['a zone that is none', json({ zone: 'Europe/Atlantis' }), 'field_invalid zone'],
  ['an end before the start', json({ end: '2026-11-10T08:59:59Z' }), 'end_before_start end'],
  ['no leg', json({ leg_id: undefined }), 'field_missing leg_id'],
  ['a conference without its id', json({ subject: 'conference', conference_id: null }), 'field_missing conference_id'],
  ['neither start nor event', json({ start: undefined }), 'field_missing start'],
  ['a phone that is a number', json({ phone: 31_201_234_567 }), 'field_invalid phone'],
  ['a leg that is an object', json({ leg_id: { toString: 'x' } }), 'field_invalid leg_id'],
  ['a kind that only a declaration gives', json({ kind: 'room' }), 'field_invalid kind'],
  ['not UTF-8', withBytes(json({}), 'ada', BROKEN), 'text_invalid'],
  ['NUL in a text', json({ address: 'ada\u0000@voorbeeld.example' }), 'field_invalid address'],
  ['a lone surrogate', raw('"address":"a\\ud800"'), 'field_invalid address'],
  ['a text of 3 MB', json({ address: 'a'.repeat(3_000_000) }), 'field_invalid address'],
  ['a text in place of a record', '"leg"', 'not_a_record'],
  ['null in place of a record', 'null', 'not_a_record'],
  [
    '__proto__ and constructor.prototype',
    raw('"__proto__":{"mos":3,"x":1},"constructor":{"prototype":{"leg_id":"x","x":1}}'),
    null,
    1,
  ],
  ['a time in the future', at(BEYOND.future), 'time_in_future'],
  ['a time before the contract', at(BEYOND.beforeContract), 'before_contract'],
  ['a time of a frozen period', at(BEYOND.frozen), 'period_frozen'],
]

export const GENERIC_RECORDS: readonly RecordDefect[] = RECORDS.map(([name, record, refused, observations]) => ({
  name,
  platform: 'generic',
  record,
  refused,
  ...(observations === undefined ? {} : { observations }),
}))

const JSON_TYPE = { 'content-type': 'application/json' }
const CSV_TYPE = { 'content-type': 'text/csv' }
const row = (id: string, more = ''): string => `${id},${TOOK_PLACE},${more}\n`
const csv = (...rows: string[]): string => `leg_id,start,duration_s\n${rows.join('')}`

export const GENERIC_BODIES: readonly BodyDefect[] = [
  { name: 'an empty body', platform: 'generic', body: '', headers: JSON_TYPE, refused: ['0 json_invalid'] },
  {
    name: 'an empty list of lines',
    platform: 'generic',
    body: '\n\n',
    headers: { 'content-type': 'application/x-ndjson' },
    refused: [],
  },
  {
    name: 'a truncated array',
    platform: 'generic',
    body: `[${json({})},${json({}).slice(0, 9)}`,
    headers: JSON_TYPE,
    refused: ['0 json_invalid'],
  },
  { name: 'XML', platform: 'generic', body: '<records session="a"/>', headers: JSON_TYPE, refused: ['0 json_invalid'] },
  {
    name: 'UTF-16',
    platform: 'generic',
    body: Buffer.from(json({}), 'utf16le'),
    headers: JSON_TYPE,
    refused: ['0 json_invalid'],
  },
  {
    name: 'an array with broken items',
    platform: 'generic',
    body: `[7,${JSON.stringify(genericRecord('array-1'))},{"leg_id":1},${JSON.stringify(genericRecord('array-2'))}]`,
    headers: JSON_TYPE,
    accepted: 2,
    refused: ['0 not_a_record', '2 field_invalid leg_id'],
  },
  {
    name: 'CSV with broken rows',
    platform: 'generic',
    body: csv(row('csv-1', '60'), row('x', '1,5'), row('x', '1e999'), `"x,${TOOK_PLACE},1\n`, row('csv-2', '')),
    headers: CSV_TYPE,
    accepted: 2,
    refused: ['1 csv_invalid', '2 value_out_of_range duration_s', '3 csv_invalid'],
  },
  {
    name: 'CSV with a column twice',
    platform: 'generic',
    body: `leg_id,start,LEG_ID\na,${TOOK_PLACE},b\n`,
    headers: CSV_TYPE,
    refused: ['0 csv_invalid'],
  },
  {
    name: 'CSV of 1,000,000 columns',
    platform: 'generic',
    body: `${','.repeat(1_000_000)}\n`,
    headers: CSV_TYPE,
    refused: ['0 csv_invalid'],
  },
  {
    name: 'CSV that is not UTF-8',
    platform: 'generic',
    body: withBytes(csv(row('@')), '@', BROKEN),
    headers: CSV_TYPE,
    refused: ['0 text_invalid'],
  },
]
