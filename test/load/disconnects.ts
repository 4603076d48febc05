/**
 * Pexip `participant_disconnected` events: version 1 with media statistics (1.2 to 2.2 kB), version 2 without (about
 * 1 kB). Each leg has ids of its own; people, rooms and names come back.
 */
import { createRandom, type Random } from '../../services/simulator/random.ts'
import type { Joiner, Organisation } from './organisation.ts'

export type Version = 1 | 2

const DAY_S = 86_400

/** Days over which events are spread, from 9 o'clock in the morning of the first. */
export interface Span {
  /** Seconds since 1970. */
  readonly firstS: number
  readonly days: number
}

/** All of one month, so that nothing crosses an epoch. */
const NOVEMBER: Span = { firstS: Date.parse('2026-11-02T08:00:00Z') / 1_000, days: 20 }

const REASONS = [
  'Call disconnected',
  'Call disconnected',
  'User initiated disconnect',
  'Conference terminated by a Host participant',
  'Timer expired awaiting token refresh',
] as const

/** Makes events without end; the same ones for the same seed. */
export function createDisconnects(
  organisation: Organisation,
  version: Version,
  seed: number,
  span: Span = NOVEMBER,
): () => object {
  const random = createRandom(seed)
  let seq = 0
  return () => {
    seq += 1
    const startS = span.firstS + random.whole(0, span.days - 1) * DAY_S + random.whole(0, 8 * 3_600)
    return disconnect(organisation, version, random, seq, startS + microseconds(random))
  }
}

function disconnect(
  { joiners, names }: Organisation,
  version: Version,
  random: Random,
  seq: number,
  start: number,
): object {
  const joiner = random.pick(joiners)
  const node = `192.0.2.${1 + (seq % 3)}`
  const duration = random.whole(20, 5_400) + microseconds(random)
  const end = start + duration
  const uuid = random.uuid()
  const name = random.pick(names)
  return {
    node,
    seq,
    version,
    time: end + 0.000_01,
    event: 'participant_disconnected',
    data: {
      ...identity(joiner, uuid, random),
      conference: name,
      display_name: joiner.displayName,
      source_alias: joiner.alias,
      destination_alias: `meet.${name.toLowerCase().split(/\W/u, 1)[0]}@klant.example`,
      remote_address: joiner.address,
      vendor: joiner.userAgent,
      protocol: joiner.protocol,
      call_direction: 'in',
      role: random.pick(['chair', 'guest']),
      encryption: 'On',
      connect_time: start,
      end_time: end,
      duration,
      disconnect_reason: random.pick(REASONS),
      rx_bandwidth: 1_722,
      tx_bandwidth: 868,
      has_media: true,
      is_streaming: false,
      is_presenting: false,
      is_muted: false,
      service_type: 'conference',
      system_location: joiner.location,
      media_node: node,
      signalling_node: node,
      call_tag: '',
      service_tag: '',
      ...(version === 1
        ? { media_streams: joiner.streams.map((type, n) => stream(type, n, node, start, end, random)) }
        : {}),
    },
  }
}

/** A browser's leg comes with the API connection that it opened first; of a device's call only the call id differs. */
function identity(joiner: Joiner, uuid: string, random: Random): object {
  return joiner.protocol === 'WebRTC'
    ? { uuid, call_id: uuid, conversation_id: uuid, related_uuids: [random.uuid()] }
    : { uuid, call_id: random.uuid(), conversation_id: uuid, related_uuids: [] }
}

function stream(type: string, n: number, node: string, start: number, end: number, random: Random): object {
  const video = type !== 'audio'
  const sent = Math.round((end - start) * (video ? 110 : 50))
  const lost = Math.round((sent * random.whole(0, 20)) / 1_000)
  const side = { bitrate: video ? 1_198 : 48, codec: video ? 'H264' : 'opus', fps: video ? 30 : 0 }
  const resolution = video ? '1280x720' : ''
  return {
    stream_id: String(n),
    stream_type: type,
    node,
    start_time: start,
    end_time: end,
    rx_bitrate: side.bitrate,
    rx_codec: side.codec,
    rx_fps: side.fps,
    rx_resolution: resolution,
    rx_packets_received: sent - lost,
    rx_packets_lost: lost,
    rx_packet_loss: Math.round((lost * 10_000) / Math.max(1, sent)) / 100,
    tx_bitrate: side.bitrate,
    tx_codec: side.codec,
    tx_fps: side.fps,
    tx_resolution: resolution,
    tx_packets_sent: sent,
    tx_packets_lost: 0,
    tx_packet_loss: 0,
  }
}

function microseconds(random: Random): number {
  return random.whole(0, 999_999) / 1_000_000
}
