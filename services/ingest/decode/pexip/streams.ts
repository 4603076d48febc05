/**
 * Media statistics of a leg. Pexip measures at the service: `rx` is what came from the participant (up), `tx` what went
 * to it (down).
 */
import type { MediaEntry } from '../../../../schemas/observation.ts'
import type { MediaStream, StreamsDestroyedEvent } from '../../../../schemas/records/pexip/streams.ts'
import type { MediaDir, MediaKind } from '../../../../schemas/states.ts'
import { Identifier } from '../../identified.ts'
import { codecOf } from '../codec.ts'
import { bareMedia, foldMedia, lossOf, resolutionOf } from '../media.ts'
import { eventIdentity, stated } from './common.ts'
import { type EventOutcome, refused, told } from './outcome.ts'

const KINDS = new Map<string, MediaKind>([
  ['audio', 'audio'],
  ['video', 'video'],
  ['presentation', 'content'],
  ['applicationsharing', 'content'], // Skype for Business
  ['application_sharing', 'content'],
])

/** @returns null for a type of stream that we do not know: it is not counted as another one */
export function kindOfStream(word: string): MediaKind | null {
  return KINDS.get(word) ?? null
}

/**
 * The leg's media at its end. `uuid` may be that of a related participant (the vendor's own example); the leg's other
 * observations link it. It states neither conference nor person nor times of the leg.
 *
 * @param eventMs the envelope's time, already judged
 */
export function decodeStreamsDestroyed(event: StreamsDestroyedEvent, eventMs: number): EventOutcome {
  const uuid = stated(event.data.uuid)
  if (uuid === undefined) return refused('field_missing', 'data.uuid')
  return told({
    subject: 'leg',
    platform: 'pexip',
    sourceKind: 'pexip_event',
    subjectId: new Identifier('instance', uuid),
    eventId: eventIdentity(event.event, [uuid], event.time),
    rev: eventMs,
    event_ms: eventMs,
    measuring_point: 'service',
    media: mediaOfStreams(event.data.media_streams),
  })
}

/** Streams to at most six entries; directions in which nothing flowed have none. */
export function mediaOfStreams(streams: readonly MediaStream[] | null | undefined): MediaEntry[] {
  if (streams === null || streams === undefined || streams.length === 0) return []
  const entries: MediaEntry[] = []
  for (const stream of streams) {
    const kind = kindOfStream(stream.stream_type)
    if (kind === null) continue
    const activeMs = lengthOf(stream)
    const up = entryOf(kind, 'up', activeMs, {
      packets: stream.rx_packets_received,
      lost: stream.rx_packets_lost,
      lossPercent: stream.rx_packet_loss,
      kbps: stream.rx_bitrate,
      codec: stream.rx_codec,
      fps: stream.rx_fps,
      resolution: stream.rx_resolution,
    })
    if (up !== null) entries.push(up)
    const down = entryOf(kind, 'down', activeMs, {
      packets: stream.tx_packets_sent,
      lost: stream.tx_packets_lost,
      lossPercent: stream.tx_packet_loss,
      kbps: stream.tx_bitrate,
      codec: stream.tx_codec,
      fps: stream.tx_fps,
      resolution: stream.tx_resolution,
    })
    if (down !== null) entries.push(down)
  }
  return foldMedia(entries)
}

interface Side {
  readonly packets: number | null | undefined
  readonly lost: number | null | undefined
  readonly lossPercent: number | null | undefined
  readonly kbps: number | null | undefined
  readonly codec: string | null | undefined
  readonly fps: number | null | undefined
  readonly resolution: string | null | undefined
}

/**
 * One direction of one stream, or null where it had no media: no packets (0 is how this format writes "none"), no bit
 * rate and no codec. With a codec and no packets the direction was agreed on and stayed silent: then 0 packets is a
 * fact, and loss and bit rate are not known rather than perfect.
 *
 * Loss is recomputed from the counts, which say what is divided by what; the platform's percentage is rounded and is
 * used only where counts are not stated. Where both are and disagree, the counts stand.
 */
function entryOf(kind: MediaKind, dir: MediaDir, activeMs: number | null, side: Side): MediaEntry | null {
  const codec = codecOf(side.codec)
  const counted = typeof side.packets === 'number' && typeof side.lost === 'number'
  const flowed = (side.packets ?? 0) + (dir === 'up' ? (side.lost ?? 0) : 0) > 0
  const kbps = Math.round(side.kbps ?? 0)
  if (!flowed && kbps === 0 && codec === null) return null
  const silent = side.packets === 0 && !flowed
  const picture = silent ? null : resolutionOf(side.resolution)
  const entry = bareMedia(kind, dir)
  entry.codec = codec
  entry.packets = side.packets ?? null
  entry.lost = silent ? null : (side.lost ?? null)
  if (counted) entry.loss_mp = lossOf(dir, entry.packets, entry.lost)
  else if (!silent && typeof side.lossPercent === 'number') entry.loss_mp = Math.round(side.lossPercent * 1000)
  entry.kbps = typeof side.kbps === 'number' && (flowed || kbps > 0) ? kbps : null
  entry.width = picture?.width ?? null
  entry.height = picture?.height ?? null
  entry.fps = silent ? null : Math.round(side.fps ?? 0) || null
  entry.active_ms = activeMs
  entry.samples = 1
  return entry
}

/** Longest stream length that is read, 49 days: what a stored count holds. */
const LONGEST_MS = 4_294_967_295

/** Length of a stream; null where a time is missing or the times are inverted. */
function lengthOf(stream: MediaStream): number | null {
  if (typeof stream.start_time !== 'number' || typeof stream.end_time !== 'number') return null
  const ms = Math.round((stream.end_time - stream.start_time) * 1000)
  return ms >= 0 && ms <= LONGEST_MS ? ms : null
}
