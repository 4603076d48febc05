/** What a Pexip node measured of a leg: its streams, told at their end. */
import type { MediaKind } from '../../../schemas/states.ts'
import type { Stream } from '../model.ts'
import type { Random } from '../random.ts'
import { secondsOf, type Us } from './pexip-clock.ts'

/** How Pexip writes what we call otherwise; other codecs are in capitals. */
const CODECS: Readonly<Record<string, string>> = {
  opus: 'opus',
  g711a: 'PCMA',
  g711u: 'PCMU',
  g7221: 'G.722.1',
  aac: 'AAC-LD',
}

/** How Pexip calls a medium. */
export const STREAM_TYPES: Readonly<Record<MediaKind, string>> = {
  audio: 'audio',
  video: 'video',
  content: 'presentation',
}

/** How long and where the streams were. */
export interface Span {
  readonly node: string
  readonly fromUs: Us
  readonly untilUs: Us
}

/**
 * One stream for each medium, received and sent; a video that was negotiated again stands as two, each with its share
 * of the packets.
 */
export function mediaStreams(streams: readonly Stream[], span: Span, random: Random): object[] {
  const told: object[] = []
  for (const kind of ['audio', 'video', 'content'] as const) {
    const up = streams.find((stream) => stream.kind === kind && stream.dir === 'up')
    const down = streams.find((stream) => stream.kind === kind && stream.dir === 'down')
    if (up === undefined && down === undefined) continue
    const middle = Math.round((span.fromUs + span.untilUs) / 2)
    const again = kind === 'video' && middle > span.fromUs && random.chance(0.2)
    const id = String(told.length)
    if (!again) {
      told.push(streamOf(id, kind, up, down, span))
      continue
    }
    const [upBefore, upAfter] = halves(up)
    const [downBefore, downAfter] = halves(down)
    told.push(
      streamOf(`${id}.0`, kind, upBefore, downBefore, { ...span, untilUs: middle }),
      streamOf(`${id}.1`, kind, upAfter, downAfter, { ...span, fromUs: middle }),
    )
  }
  return told
}

function halves(stream: Stream | undefined): [Stream | undefined, Stream | undefined] {
  if (stream === undefined) return [undefined, undefined]
  const packets = Math.ceil(stream.packets / 2)
  const lost = Math.ceil(stream.lost / 2)
  return [
    { ...stream, packets, lost },
    { ...stream, packets: stream.packets - packets, lost: stream.lost - lost },
  ]
}

function streamOf(
  id: string,
  kind: MediaKind,
  up: Stream | undefined,
  down: Stream | undefined,
  { node, fromUs, untilUs }: Span,
): object {
  return {
    stream_id: id,
    stream_type: STREAM_TYPES[kind],
    node,
    start_time: secondsOf(fromUs),
    end_time: secondsOf(untilUs),
    rx_bitrate: up?.kbps ?? 0,
    rx_codec: codecOf(up),
    rx_fps: up?.fps ?? 0,
    rx_resolution: resolutionOf(up),
    rx_packets_received: up?.packets ?? 0,
    rx_packets_lost: up?.lost ?? 0,
    rx_packet_loss: up === undefined ? 0 : percent(up.lost, up.packets + up.lost),
    tx_bitrate: down?.kbps ?? 0,
    tx_codec: codecOf(down),
    tx_fps: down?.fps ?? 0,
    tx_resolution: resolutionOf(down),
    tx_packets_sent: down?.packets ?? 0,
    tx_packets_lost: down?.lost ?? 0,
    tx_packet_loss: down === undefined ? 0 : percent(down.lost, down.packets),
  }
}

function codecOf(stream: Stream | undefined): string {
  return stream === undefined ? '' : (CODECS[stream.codec] ?? stream.codec.toUpperCase())
}

/** `None` where a stream of video has no picture, as the platform sometimes writes. */
function resolutionOf(stream: Stream | undefined): string {
  if (stream === undefined || stream.kind === 'audio') return ''
  return stream.width === null || stream.height === null ? 'None' : `${stream.width}x${stream.height}`
}

/** Per cent with two decimals, as the platform rounds. */
function percent(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, Math.round((part * 10_000) / whole) / 100) : 0
}
