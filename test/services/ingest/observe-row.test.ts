import { describe, expect, test } from 'vitest'
import { mediaColumns, type MediaEntry, observationColumns } from '../../../schemas/observation.ts'
import type { Platform } from '../../../schemas/states.ts'
import { type ObservationBody, rowOf } from '../../../services/ingest/pseudonymise/row.ts'
import { bare, contextOf, decodedOf, id, keptOf, stated } from './observed.ts'

/** Values of a row's text, its hash apart. */
function valuesOf(body: ObservationBody): { values: unknown[]; hash: unknown } {
  const values = JSON.parse(rowOf(body).line) as unknown[]
  return { values: values.slice(0, -1), hash: values.at(-1) }
}

const EPOCH_S = Date.parse('2026-11-10T12:00:00Z') / 1000
const stream = (type: string, id: string, more: object = {}) => ({
  stream_id: id,
  stream_type: type,
  node: '192.0.2.11',
  start_time: EPOCH_S - 60,
  end_time: EPOCH_S,
  rx_bitrate: 31,
  rx_codec: 'opus',
  rx_fps: 25,
  rx_resolution: '1280x720',
  rx_packets_received: 900,
  rx_packets_lost: 100,
  rx_packet_loss: 10,
  tx_bitrate: 33,
  tx_codec: 'VP8',
  tx_fps: 15,
  tx_resolution: '640x360',
  tx_packets_sent: 1000,
  tx_packets_lost: 20,
  tx_packet_loss: 2,
  ...more,
})
const pexip = (event: string, data: object) =>
  JSON.stringify({ node: '192.0.2.11', seq: 1, version: 2, time: EPOCH_S, event, data: { uuid: 'leg-1', ...data } })
const cms =
  '<records session="11111111-aaaa-4bbb-8ccc-000000000001"><record type="callLegEnd" time="2026-11-10T12:00:00Z" recordIndex="2" correlatorIndex="1">' +
  '<callLeg id="leg-1"><reason>callEnded</reason><durationSeconds>60</durationSeconds>' +
  '<rxVideo><codec>h264</codec><maxSizeWidth>1280</maxSizeWidth><maxSizeHeight>720</maxSizeHeight></rxVideo>' +
  '<txAudio><codec>aac</codec></txAudio></callLeg></record></records>'
const generic = (media: object[]) => JSON.stringify({ leg_id: 'leg-1', start: '2026-11-10T12:00:00Z', media })
const figures = { codec: 'opus', packets: 90, lost: 10, loss_pct: 10, jitter_ms: 2.5, rtt_ms: 20, kbps: 32 }

describe('media of every decoder', () => {
  test.each<[string, Platform, string]>([
    [
      'Pexip, one stream',
      'pexip',
      pexip('participant_media_streams_destroyed', { media_streams: [stream('audio', '0')] }),
    ],
    [
      'Pexip, folded streams',
      'pexip',
      pexip('participant_media_streams_destroyed', { media_streams: [stream('video', '1'), stream('video', '2')] }),
    ],
    [
      'Pexip, version 1',
      'pexip',
      pexip('participant_disconnected', { call_direction: 'in', media_streams: [stream('presentation', '2')] }),
    ],
    [
      'Pexip, a window',
      'pexip',
      pexip('participant_media_stream_window', {
        packet_loss_history: [
          {
            stream_id: '0',
            stream_type: 'audio',
            tx_packets_sent: 10,
            tx_packets_lost: 1,
            rx_packets_received: 9,
            rx_packets_lost: 1,
          },
        ],
      }),
    ],
    ['Cisco', 'cms', cms],
    ['generic, one', 'generic', generic([{ kind: 'audio', dir: 'down', ...figures }])],
    ['generic, silent', 'generic', generic([{ kind: 'audio', dir: 'down', ...figures, packets: 0 }])],
    [
      'generic, folded',
      'generic',
      generic([
        { kind: 'audio', dir: 'up', ...figures },
        { dir: 'up', fps: 30, width: 640, height: 360, ...figures, kind: 'audio' },
      ]),
    ],
  ])('%s: every entry has all parts, in the order of the stored tuple', (_, platform, body) => {
    const entries = decodedOf(platform, body).flatMap(({ media = [] }) => [...media])
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) expect(Object.keys(entry)).toEqual(mediaColumns)
    const kept = decodedOf(platform, body).map((one) => keptOf(one, contextOf()))
    for (const one of kept) {
      const stored = valuesOf(one).values.at(observationColumns.indexOf('media'))
      expect(stored).toEqual(one.media.map((entry) => mediaColumns.map((part) => entry[part])))
    }
  })
})

const MEDIUM: MediaEntry = {
  kind: 'video',
  dir: 'up',
  codec: 'h264',
  packets: 1,
  lost: 2,
  loss_mp: 3,
  loss_max_mp: 4,
  jitter_us: 5,
  jitter_max_us: 6,
  rtt_us: 7,
  kbps: 8,
  width: 9,
  height: 10,
  fps: 11,
  active_ms: 12,
  samples: 13,
}

/** A body in which everything is stated. */
const FULL = keptOf(
  bare({
    links: [id('instance', 'leg-2')],
    inConference: id('instance', 'meeting-1'),
    name: id('name', 'weekstart'),
    recordId: id('instance', 'record-1'),
    farEnd: [id('address', 'jan@klant.example')],
    ip: id('ip', '192.0.2.1'),
    equipment: id('equipment', 'TANDBERG/529 (ce9.15.3.abc1234) Cisco-SX20'),
    media: [MEDIUM],
  }),
  contextOf(),
)

describe('the text of a row', () => {
  test('has the values of all columns in their order, and its hash behind them', () => {
    const { values, hash } = valuesOf(FULL)
    expect(values.length + 1).toBe(observationColumns.length)
    expect(hash).toMatch(/^[0-9a-f]{32}$/u)
    const columns = observationColumns.filter((column) => column !== 'content_hash')
    expect(Object.keys(FULL)).toEqual(columns)
    expect(values.slice(0, -1)).toEqual(columns.slice(0, -1).map((column) => FULL[column]))
    expect(observationColumns.at(-2)).toBe('media')
    expect(observationColumns.at(-1)).toBe('content_hash')
  })

  test('tells the store what it must know', () => {
    const { line, ...told } = rowOf(FULL)
    expect(line).not.toContain('\n')
    expect(told).toEqual({
      tenant_id: 'acme',
      subject_key: FULL.subject_key,
      links: FULL.links,
      person_key: FULL.person_key,
      tombstone: false,
    })
  })
})

const hashOf = (body: ObservationBody) => valuesOf(body).hash

describe('the content hash', () => {
  const columns = observationColumns.filter((column) => column !== 'media' && column !== 'content_hash')

  test.each(columns)('changes with %s', (column) => {
    const value = FULL[column]
    const others: unknown[] = [null, 'x', '', 0, 1, true, false, [], ['x']].filter(
      (other) => JSON.stringify(other) !== JSON.stringify(value),
    )
    const hashes = others.map((other) => hashOf({ ...FULL, [column]: other }))
    expect(new Set([...hashes, hashOf(FULL)]).size).toBe(others.length + 1)
  })

  test.each(mediaColumns)('changes with %s of a medium', (part) => {
    const other = { ...MEDIUM, [part]: null }
    expect(hashOf({ ...FULL, media: [other] })).not.toBe(hashOf(FULL))
  })

  test('changes with number and order of media and links', () => {
    const second = { ...MEDIUM, dir: 'down' as const }
    const [own] = FULL.links
    const bodies = [
      FULL,
      { ...FULL, media: [] },
      { ...FULL, media: [MEDIUM, second] },
      { ...FULL, media: [second, MEDIUM] },
      { ...FULL, links: own === undefined ? [] : [own, own] },
    ]
    expect(new Set(bodies.map(hashOf)).size).toBe(bodies.length)
  })

  test('tells a value in one column from the same value in the next', () => {
    const shifted = { ...FULL, win_good: null, win_ok: 4 }
    expect(hashOf({ ...FULL, win_good: 4, win_ok: null })).not.toBe(hashOf(shifted))
  })

  test('does not change with anything else', () => {
    expect(hashOf(structuredClone(FULL))).toBe(hashOf(FULL))
    expect(stated(FULL)).not.toHaveProperty('ingested_at')
    expect(observationColumns).not.toContain('ingested_at')
  })
})
