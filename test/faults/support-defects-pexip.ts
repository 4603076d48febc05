/** Defects of Pexip's event sink, each with what is expected of it (attacks A39, A40, A43). */
import { BEYOND, type BodyDefect, BROKEN, deep, type RecordDefect, withBytes } from './support-defects.ts'
import { pexipEvent, TOOK_PLACE_S } from './support-valid.ts'

const ID = 'pexip-defect'
const text = (members: object): string => JSON.stringify({ ...pexipEvent(ID), ...members })
const data = (members: Readonly<Record<string, unknown>>): string => JSON.stringify(pexipEvent(ID, members))
/** Members as they stand in the text, which `JSON.stringify` would not write. */
const raw = (members: string): string => text({}).replace('"data":{', `"data":{${members},`)
const at = (instant: string): string => {
  const seconds = Date.parse(instant) / 1000
  return JSON.stringify({ ...pexipEvent(ID, { connect_time: seconds, end_time: seconds + 60 }), time: seconds + 60 })
}
const stream = (figures: object): string => data({ media_streams: [{ stream_type: 'audio', ...figures }] })

const RECORDS: readonly (readonly [
  name: string,
  record: string | Buffer,
  refused: string | null,
  observations?: number,
])[] = [
  ['40 levels', raw(`"x":${deep(40)}`), 'too_deep'],
  ['100,000 levels', raw(`"x":${deep(100_000)}`), 'too_deep'],
  ['1,000,000 participants', raw(`"related_uuids":[${'"a",'.repeat(999_999)}"a"]`), 'too_long'],
  ['1,000,000 streams', raw(`"media_streams":[${'{},'.repeat(999_999)}{}]`), 'too_long'],
  ['an object of 300,000 members', raw(Array.from({ length: 300_000 }, (_, i) => `"k${i}":1`).join(',')), 'too_long'],
  ['65 related participants', data({ related_uuids: Array<string>(65).fill('a') }), 'too_long data.related_uuids'],
  ['a key twice', raw('"uuid":"another"'), 'duplicate_key'],
  ['a key twice, once escaped', raw('"\\u0075uid":"another"'), 'duplicate_key'],
  ['a key twice in what is not read', raw('"x":[{"y":1,"y":1}]'), 'duplicate_key'],
  ['NaN', raw('"x":NaN'), 'json_invalid'],
  ['a truncated string', raw('"x":"\\u00"'), 'json_invalid'],
  [
    'a duration of 1e999',
    data({ duration: 1 }).replace('"duration":1', '"duration":1e999'),
    'value_out_of_range data.duration',
  ],
  ['a time of 1e999', text({ time: 1 }).replace('"time":1', '"time":1e999'), 'value_out_of_range time'],
  ['a negative duration', data({ duration: -1 }), 'value_out_of_range data.duration'],
  [
    '2^32 packets',
    stream({ rx_packets_received: 2 ** 32 }),
    'value_out_of_range data.media_streams.*.rx_packets_received',
  ],
  ['year 0', text({ time: Date.parse('0000-01-01T00:00:00Z') / 1000 }), 'time_invalid time'],
  ['year 9999', text({ time: Date.parse('9999-12-31T00:00:00Z') / 1000 }), 'time_invalid time'],
  ['milliseconds where seconds are due', text({ time: TOOK_PLACE_S * 1000 }), 'time_invalid time'],
  ['a start in milliseconds', data({ connect_time: TOOK_PLACE_S * 1000 }), 'time_invalid data.connect_time'],
  ['an end before the start', data({ end_time: TOOK_PLACE_S - 60 }), 'end_before_start data.end_time'],
  ['an unknown version', text({ version: 99 }), 'unknown_version version'],
  ['a version as text', text({ version: '1' }), 'field_invalid version'],
  ['no version', text({ version: undefined }), 'field_missing version'],
  ['an unknown event', text({ event: 'participant_levitated' }), null, 0],
  ['an event named like a prototype', text({ event: '__proto__' }), null, 0],
  ['a notice of the sink', text({ event: 'eventsink_started', data: {} }), 'nothing_to_count'],
  ['no id', data({ uuid: undefined }), 'field_missing data.uuid'],
  ['a blank id', data({ uuid: ' ' }), 'field_missing data.uuid'],
  ['an id that is a number', data({ uuid: 31_201_234_567 }), 'field_invalid data.uuid'],
  ['an id that is an object', data({ uuid: { toString: 'x' } }), 'field_invalid data.uuid'],
  ['no data', text({ data: undefined }), 'field_missing data'],
  ['data that is a list', text({ data: [] }), 'field_invalid data'],
  ['a duration as text', data({ duration: '1795' }), 'field_invalid data.duration'],
  ['not UTF-8', withBytes(text({}), 'Ada', BROKEN), 'text_invalid'],
  ['NUL in a text', data({ source_alias: 'ada\u0000@voorbeeld.example' }), 'field_invalid data.source_alias'],
  [
    'a lone surrogate',
    raw('"call_tag":"","conference":"\\ud800"').replace('"conference":"weekstart",', ''),
    'field_invalid data.conference',
  ],
  ['a text of 3 MB', data({ source_alias: 'a'.repeat(3_000_000) }), 'field_invalid data.source_alias'],
  ['a number in place of an event', '7', 'not_a_record'],
  ['null in place of an event', 'null', 'not_a_record'],
  ['a list in place of an event', '[[]]', 'not_a_record'],
  [
    '__proto__ and constructor.prototype',
    raw('"__proto__":{"duration":1,"x":1},"constructor":{"prototype":{"uuid":"x","x":1}}'),
    null,
    1,
  ],
  ['a time in the future', at(BEYOND.future), 'time_in_future'],
  ['a time before the contract', at(BEYOND.beforeContract), 'before_contract'],
  ['a time of a frozen period', at(BEYOND.frozen), 'period_frozen'],
]

export const PEXIP_RECORDS: readonly RecordDefect[] = RECORDS.map(([name, record, refused, observations]) => ({
  name,
  platform: 'pexip',
  record,
  refused,
  ...(observations === undefined ? {} : { observations }),
}))

const bulk = (inside: string): string =>
  `{"version":2,"time":${TOOK_PLACE_S},"event":"eventsink_bulk","data":${inside}}`

export const PEXIP_BODIES: readonly BodyDefect[] = [
  { name: 'an empty body', platform: 'pexip', body: '', refused: ['0 json_invalid'] },
  { name: 'white space', platform: 'pexip', body: ' \r\n\t', refused: ['0 json_invalid'] },
  { name: 'a truncated event', platform: 'pexip', body: text({}).slice(0, -40), refused: ['0 json_invalid'] },
  {
    name: '100,000 levels that never close',
    platform: 'pexip',
    body: raw(`"x":${'['.repeat(100_000)}`),
    refused: ['0 too_deep'],
  },
  {
    name: 'a truncated bulk',
    platform: 'pexip',
    body: bulk(`[${text({})},${text({}).slice(0, 90)}`),
    refused: ['0 json_invalid'],
  },
  { name: 'a bulk of nothing', platform: 'pexip', body: bulk('[]'), refused: ['0 nothing_to_count'] },
  { name: 'a bulk in a bulk', platform: 'pexip', body: bulk(`[${bulk('[]')}]`), refused: ['0 not_a_record'] },
  { name: 'a bulk of an object', platform: 'pexip', body: bulk('{}'), refused: ['0 field_invalid data'] },
  { name: 'XML', platform: 'pexip', body: '<records session="a"/>', refused: ['0 json_invalid'] },
  { name: 'UTF-16', platform: 'pexip', body: Buffer.from(text({}), 'utf16le'), refused: ['0 json_invalid'] },
  {
    name: 'a body that is not gzip',
    platform: 'pexip',
    body: text({}),
    headers: { 'content-encoding': 'gzip' },
    refused: ['0 encoding_invalid'],
  },
]
