/** Sound records of the three platforms, and the bodies in which they travel. (All names and addresses are invented.) */
import type { Platform } from '../../schemas/states.ts'

/** When the records took place: 2026-11-10T09:00:00Z. */
export const TOOK_PLACE = '2026-11-10T09:00:00Z'
export const TOOK_PLACE_S = Date.parse(TOOK_PLACE) / 1000
/** A clock for the products that receive them. */
export const NOW = '2026-11-20T12:00:00Z'

export interface PexipEvent {
  readonly [member: string]: unknown
  readonly data: Readonly<Record<string, unknown>>
}

/** A disconnect as version 1 tells it: with figures, texts, times and streams. */
export function pexipEvent(id: string, data: Readonly<Record<string, unknown>> = {}): PexipEvent {
  return {
    node: '192.0.2.10',
    seq: 7,
    version: 1,
    time: TOOK_PLACE_S + 1795.5,
    event: 'participant_disconnected',
    data: {
      uuid: id,
      call_id: `call-${id}`,
      conversation_id: id,
      related_uuids: [],
      conference: 'weekstart',
      source_alias: 'ada@voorbeeld.example',
      destination_alias: 'weekstart@video.voorbeeld.example',
      display_name: 'Ada Example',
      remote_address: '192.0.2.77',
      vendor: 'Cisco/CE9.15.3 (TANDBERG/529)',
      protocol: 'SIP',
      call_direction: 'in',
      role: 'chair',
      encryption: 'On',
      service_type: 'conference',
      connect_time: TOOK_PLACE_S,
      end_time: TOOK_PLACE_S + 1795.5,
      duration: 1795.5,
      disconnect_reason: 'Call disconnected',
      rx_bandwidth: 1536,
      tx_bandwidth: 2048,
      has_media: true,
      is_streaming: false,
      system_location: 'Utrecht-DMZ',
      media_streams: [
        {
          stream_id: '0',
          stream_type: 'audio',
          start_time: TOOK_PLACE_S,
          end_time: TOOK_PLACE_S + 1790,
          rx_bitrate: 48,
          rx_codec: 'opus',
          rx_packets_received: 89_000,
          rx_packets_lost: 100,
          rx_packet_loss: 0.11,
          rx_resolution: '',
          tx_bitrate: 47,
          tx_codec: 'opus',
          tx_packets_sent: 89_400,
          tx_packets_lost: 0,
          tx_packet_loss: 0,
        },
      ],
      ...data,
    },
  }
}

/** A leg's end with figures and media. */
export function cmsRecord(id: string, inside = '', head = ''): string {
  return (
    `<record type="callLegEnd" time="${TOOK_PLACE}" recordIndex="8" correlatorIndex="7"${head}><callLeg id="${id}">` +
    '<reason>remoteTeardown</reason><remoteTeardown>true</remoteTeardown><durationSeconds>1795</durationSeconds>' +
    '<encryptedMedia>true</encryptedMedia><alarm type="packetLoss" durationPercentage="1.4"/>' +
    '<rxVideo><codec>h264</codec><maxSizeWidth>1280</maxSizeWidth><maxSizeHeight>720</maxSizeHeight></rxVideo>' +
    `${inside}</callLeg></record>`
  )
}

export function genericRecord(id: string, members: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    leg_id: id,
    conference_id: `conference of ${id}`,
    start: TOOK_PLACE,
    end: '2026-11-10T10:29:55.5+01:00',
    address: 'sip:ada@voorbeeld.example',
    phone: '+31 20 123 4567',
    duration_s: 1795.5,
    protocol: 'sip',
    direction: 'in',
    encrypted: true,
    bw_up_kbps: 1536,
    ip: '192.0.2.77',
    location: 'Utrecht',
    equipment: 'Cisco/CE9.15.3 (TANDBERG/529)',
    end_class: 'normal_self',
    sip_code: 200,
    mos: 4.1,
    links: [`link of ${id}`],
    media: [{ kind: 'audio', dir: 'up', codec: 'opus', packets: 89_000, lost: 100, jitter_ms: 3.5, rtt_ms: 21 }],
    ...members,
  }
}

/** One sound record as text; it gives one observation, and another id gives another one. */
export function soundRecord(platform: Platform, id: string): string {
  if (platform === 'cms') return cmsRecord(id)
  return JSON.stringify(platform === 'pexip' ? pexipEvent(id) : genericRecord(id))
}

export interface Sent {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** The body in which a platform sends these records together, or one alone. */
export function bodyOf(platform: Platform, records: readonly (string | Buffer)[]): Sent {
  const texts = records.map((record) => Buffer.from(record))
  if (platform === 'cms') {
    const body = joined(
      '<?xml version="1.0"?><records session="session-1" callBridge="bridge-1">',
      texts,
      '',
      '</records>',
    )
    return { body, headers: { 'content-type': 'text/xml' } }
  }
  const [only] = texts
  if (only !== undefined && texts.length === 1) return { body: only, headers: { 'content-type': 'application/json' } }
  if (platform === 'generic') {
    return { body: joined('', texts, '\n', '\n'), headers: { 'content-type': 'application/x-ndjson' } }
  }
  const head = `{"node":"127.0.0.1","seq":0,"version":2,"time":${TOOK_PLACE_S},"event":"eventsink_bulk","data":[`
  return { body: joined(head, texts, ',', ']}'), headers: { 'content-type': 'application/json' } }
}

function joined(open: string, parts: readonly Buffer[], between: string, close: string): Buffer {
  const all = parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from(between), part]))
  return Buffer.concat([Buffer.from(open), ...all, Buffer.from(close)])
}
