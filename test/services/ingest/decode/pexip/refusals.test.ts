import { describe, expect, it } from 'vitest'
import { decodePexip } from '../../../../../services/ingest/decode/pexip/index.ts'

const TIME = 1_794_301_200 // 2026-11-10T09:00:00Z

interface Envelope {
  readonly event: string
  readonly version: number
  readonly time: number
  readonly data: Record<string, unknown>
}

const connected: Envelope = {
  event: 'participant_connected',
  version: 2,
  time: TIME,
  data: { uuid: 'leg-1', connect_time: TIME },
}
const disconnected: Envelope = { ...connected, event: 'participant_disconnected' }
const destroyed: Envelope = {
  ...connected,
  event: 'participant_media_streams_destroyed',
  data: { uuid: 'leg-1', media_streams: [{ stream_type: 'audio', rx_packets_received: 1 }] },
}
const started: Envelope = { ...connected, event: 'conference_started', data: { name: 'Board room', start_time: TIME } }

const withData = (event: Envelope, data: Record<string, unknown>): unknown => ({
  ...event,
  data: { ...event.data, ...data },
})
const stream = (figures: Record<string, unknown>): unknown =>
  withData(destroyed, { media_streams: [{ stream_type: 'audio', ...figures }] })

function refusalOf(body: string | Buffer): unknown {
  const records = decodePexip(Buffer.from(body), 'application/json')
  expect(records).toHaveLength(1)
  const [record] = records
  return record?.outcome === 'refused' ? `${record.refusal.code} ${record.refusal.path}`.trim() : record?.outcome
}

describe('what a Pexip event is refused for', () => {
  it.each<[defect: string, event: unknown, refusal: string]>([
    ['a list of numbers', [7], 'not_a_record'],
    ['a text', 'hello', 'not_a_record'],
    ['no version', { ...connected, version: undefined }, 'field_missing version'],
    ['version 3', { ...connected, version: 3 }, 'unknown_version version'],
    ['version as text', { ...connected, version: '2' }, 'field_invalid version'],
    ['no event', { ...connected, event: undefined }, 'field_missing event'],
    ['event as number', { ...connected, event: 1 }, 'field_invalid event'],
    ['no time', { ...connected, time: undefined }, 'field_missing time'],
    ['time as text', { ...connected, time: '1794301200' }, 'field_invalid time'],
    ['time in 1970', { ...connected, time: 0 }, 'time_invalid time'],
    ['time in milliseconds', { ...connected, time: TIME * 1000 }, 'time_invalid time'],
    ['time of an unknown event', { event: 'new_event', version: 2, time: -1 }, 'time_invalid time'],
    ['no data', { ...connected, data: undefined }, 'field_missing data'],
    ['data as list', { ...connected, data: [] }, 'field_invalid data'],
    ['no uuid', withData(connected, { uuid: undefined }), 'field_missing data.uuid'],
    ['blank uuid', withData(connected, { uuid: '  ' }), 'field_missing data.uuid'],
    ['uuid as number', withData(connected, { uuid: 7 }), 'field_invalid data.uuid'],
    ['uuid without UTF-8 form', withData(connected, { uuid: 'a\ud800' }), 'field_invalid data.uuid'],
    ['alias with NUL', withData(connected, { source_alias: 'a\0b' }), 'field_invalid data.source_alias'],
    ['endless alias', withData(connected, { source_alias: 'a'.repeat(3_000) }), 'field_invalid data.source_alias'],
    ['a related uuid as number', withData(connected, { related_uuids: [7] }), 'field_invalid data.related_uuids.*'],
    ['100 related uuids', withData(connected, { related_uuids: Array(100).fill('x') }), 'too_long data.related_uuids'],
    ['connect time in 2200', withData(connected, { connect_time: 7_258_118_400 }), 'time_invalid data.connect_time'],
    ['negative bandwidth', withData(connected, { rx_bandwidth: -1 }), 'value_out_of_range data.rx_bandwidth'],
    ['bandwidth as text', withData(connected, { tx_bandwidth: '512' }), 'field_invalid data.tx_bandwidth'],
    ['has_media as text', withData(connected, { has_media: 'yes' }), 'field_invalid data.has_media'],
    ['negative duration', withData(disconnected, { duration: -0.5 }), 'value_out_of_range data.duration'],
    ['duration of 50 days', withData(disconnected, { duration: 4_320_000 }), 'value_out_of_range data.duration'],
    ['duration as text', withData(disconnected, { duration: '5' }), 'field_invalid data.duration'],
    ['end before start', withData(disconnected, { end_time: TIME - 2.001 }), 'end_before_start data.end_time'],
    ['event before start', withData(disconnected, { connect_time: TIME + 60 }), 'end_before_start data.end_time'],
    ['end in 1980', withData(disconnected, { end_time: 315_532_800 }), 'time_invalid data.end_time'],
    [
      'negative packets',
      stream({ rx_packets_received: -1 }),
      'value_out_of_range data.media_streams.*.rx_packets_received',
    ],
    ['half a packet', stream({ rx_packets_lost: 0.5 }), 'field_invalid data.media_streams.*.rx_packets_lost'],
    ['loss of 101 %', stream({ tx_packet_loss: 101 }), 'value_out_of_range data.media_streams.*.tx_packet_loss'],
    ['packets as text', stream({ tx_packets_sent: '9' }), 'field_invalid data.media_streams.*.tx_packets_sent'],
    ['2^32 packets', stream({ tx_packets_sent: 2 ** 32 }), 'value_out_of_range data.media_streams.*.tx_packets_sent'],
    ['a stream without type', stream({ stream_type: undefined }), 'field_missing data.media_streams.*.stream_type'],
    ['no conference name', withData(started, { name: undefined }), 'field_missing data.name'],
    ['blank conference name', withData(started, { name: ' ' }), 'field_missing data.name'],
    ['conference start in 1971', withData(started, { start_time: 31_536_000 }), 'time_invalid data.start_time'],
    ['a bulk without events', { event: 'eventsink_bulk', data: [] }, 'nothing_to_count'],
    ['a bulk without data', { event: 'eventsink_bulk' }, 'field_missing data'],
    ['a bulk of an object', { event: 'eventsink_bulk', data: {} }, 'field_invalid data'],
    ['an empty list', [], 'nothing_to_count'],
  ])('%s', (_defect, event, refusal) => {
    expect(refusalOf(JSON.stringify(event))).toBe(refusal)
  })

  it.each<[defect: string, body: string | Buffer, refusal: string]>([
    ['nothing', '', 'json_invalid'],
    ['white space', ' \n ', 'json_invalid'],
    ['half an event', '{"event":"participant_connected","ver', 'json_invalid'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'text_invalid'],
    ['a key twice', '{"event":"x","event":"y","version":2,"time":1794301200}', 'duplicate_key'],
    ['a time beyond any number', '{"event":"x","version":2,"time":1e999}', 'value_out_of_range time'],
    ['deep nesting', `${'['.repeat(60)}${']'.repeat(60)}`, 'too_deep'],
  ])('%s', (_defect, body, refusal) => {
    expect(refusalOf(body)).toBe(refusal)
  })

  it('keeps an end up to two seconds before the start: clocks of two nodes differ', () => {
    expect(refusalOf(JSON.stringify(withData(disconnected, { end_time: TIME - 2 })))).toBe('accepted')
  })

  it('keeps the sound members of a bulk that JSON as a whole would refuse', () => {
    const good = JSON.stringify(connected)
    const twice =
      '{"event":"participant_connected","version":2,"time":1794301200,"time":1794301201,"data":{"uuid":"a"}}'
    const body = Buffer.concat([
      Buffer.from(`{"node":"127.0.0.1","data" : [${good},${twice}, {"event":"\u00e9`, 'utf8'),
      Buffer.from([0xff]),
      Buffer.from(`"},${good} ],"event":"eventsink_bulk"}`),
    ])
    const codes = decodePexip(body, undefined).map((record) =>
      record.outcome === 'refused' ? record.refusal.code : record.observations.length,
    )
    expect(codes).toEqual([1, 'duplicate_key', 'text_invalid', 1])
  })

  it('is not misled by an event that speaks of bulks', () => {
    const event = withData(connected, { conference: 'eventsink_bulk' })
    expect(refusalOf(JSON.stringify(event))).toBe('accepted')
  })

  it('gives every member of a bulk its own size', () => {
    const events = [connected, withData(connected, { conference: 'Board room' })].map((one) => JSON.stringify(one))
    const body = Buffer.from(`{"event":"eventsink_bulk","data":[${events.join(',')}]}`)
    expect(decodePexip(body, undefined).map((record) => record.bytes)).toEqual(events.map((one) => one.length))
  })
})
