/** What a node tells of one participation (model.ts says what each way and telling means). */
import type { Meeting, Participation } from '../model.ts'
import type { Random } from '../random.ts'
import { derivedId } from './derive.ts'
import { secondsOf, type Us, unevenUs } from './pexip-clock.ts'
import type { Told } from './pexip-conference.ts'
import { mediaStreams, type Span } from './pexip-streams.ts'
import { type Node, wayOf } from './pexip-way.ts'
import { windowsOf } from './pexip-windows.ts'

type Said = Omit<Told, 'node'>

/** One channel of a participation: the leg itself, or the API connection before it. */
interface Channel {
  readonly uuid: string
  readonly fromUs: Us
  readonly untilUs: Us
  /** What stands the same in each of its events. */
  readonly stable: Readonly<Record<string, unknown>>
}

/** Nobody shows for longer than half a day, also where a room stays connected for two. */
const LONGEST_SHOW_US = 12 * 3_600 * 1_000_000

/** Longest time between the API connection and the leg that follows it, ms. */
const PRE_JOIN_MS = 6_000

export function tellParticipant(
  meeting: Meeting,
  leg: Participation,
  { node, domain }: { readonly node: Node; readonly domain: string },
  random: Random,
): Told[] {
  if (leg.way === 'bridge') return []
  const preJoinId = leg.telling === 'pre_join' ? leg.preJoinId : null
  const wait =
    preJoinId === null ? 0 : Math.min(random.whole(1_000, PRE_JOIN_MS), Math.floor((leg.leaveMs - leg.joinMs) / 2))
  const fromMs = leg.joinMs + wait
  const shows = node.version === 2 && leg.streams.some(({ kind }) => kind === 'content')
  const presentation = shows ? derivedId(leg.id, 'presentation') : null
  const channel: Channel = {
    uuid: leg.id,
    fromUs: unevenUs(random, fromMs),
    untilUs: unevenUs(random, leg.leaveMs),
    stable: {
      ...wayOf(meeting, leg, node, domain),
      has_media: true,
      related_uuids: [preJoinId, presentation].filter((id) => id !== null),
    },
  }
  const told = [
    ...connection(leg, channel, random),
    ...windowsOf(leg.id, leg, fromMs, random).map(({ us, data }) => ({ us, data, event: WINDOW })),
    ...ending(leg, channel, { node, presentation }, random),
  ]
  if (preJoinId !== null) {
    const api: Channel = {
      uuid: preJoinId,
      fromUs: unevenUs(random, leg.joinMs),
      untilUs: unevenUs(random, leg.leaveMs),
      stable: {
        ...channel.stable,
        uuid: preJoinId,
        call_id: preJoinId,
        conversation_id: preJoinId,
        ...API,
        related_uuids: [leg.id],
      },
    }
    told.push(...connection(leg, api, random), disconnected(leg, api, null))
  }
  return told.map((one) => ({ ...one, node: leg.node }))
}

const WINDOW = 'participant_media_stream_window'
const DESTROYED = 'participant_media_streams_destroyed'
const API = { protocol: 'API', has_media: false, rx_bandwidth: 0, tx_bandwidth: 0 }

/** Connected, and for some an update while they are there. */
function connection(leg: Participation, { uuid, fromUs, untilUs, stable }: Channel, random: Random): Said[] {
  const updateUs = random.whole(fromUs + 1_000, Math.max(fromUs + 1_000, untilUs - 1_000_000))
  const updates = random.chance(0.25)
  if (leg.telling === 'no_start' || leg.telling === 'end_only') return []
  const data = { ...stable, uuid, connect_time: secondsOf(fromUs) }
  const told: Said[] = [{ us: fromUs + 90, event: 'participant_connected', data }]
  if (updates && updateUs < untilUs) {
    told.push({
      us: updateUs,
      event: 'participant_updated',
      data: { ...data, is_muted: true, is_presenting: uuid === leg.id },
    })
  }
  return told
}

/** The media and the end: in version 1 one event, in version 2 the media for themselves. */
function ending(
  leg: Participation,
  channel: Channel,
  { node, presentation }: { readonly node: Node; readonly presentation: string | null },
  random: Random,
): Said[] {
  if (leg.telling === 'no_end') return []
  const span: Span = { node: node.address, fromUs: channel.fromUs, untilUs: channel.untilUs }
  if (node.version === 1) return [disconnected(leg, channel, mediaStreams(leg.streams, span, random))]
  const told: Said[] = []
  const destroyed = (uuid: string, us: Us, kinds: 'content' | 'others') => {
    const streams = leg.streams.filter(({ kind }) => (kind === 'content') === (kinds === 'content'))
    if (streams.length === 0) return
    told.push({
      us,
      event: DESTROYED,
      data: { uuid, media_streams: mediaStreams(streams, { ...span, untilUs: us }, random) },
    })
  }
  // What is shown is a participant of its own, and ends when nobody shows any more.
  const shownUntilUs = random.whole(span.fromUs, Math.min(span.untilUs, span.fromUs + LONGEST_SHOW_US))
  if (presentation !== null) destroyed(presentation, shownUntilUs, 'content')
  destroyed(leg.id, Math.max(span.fromUs, span.untilUs - 107_000), 'others')
  told.push(disconnected(leg, channel, null))
  return told
}

function disconnected(leg: Participation, { uuid, fromUs, untilUs, stable }: Channel, streams: object[] | null): Said {
  return {
    us: untilUs + 5_000,
    event: 'participant_disconnected',
    data: {
      ...stable,
      uuid,
      ...(leg.telling === 'start_unstated' || leg.telling === 'end_only' ? {} : { connect_time: secondsOf(fromUs) }),
      disconnect_reason: leg.end.native,
      duration: secondsOf(untilUs) - secondsOf(fromUs),
      end_time: secondsOf(untilUs),
      ...(streams === null ? {} : { media_streams: streams }),
    },
  }
}
