/** Participant events: a leg is connected, changed, or disconnected. */
import type { ParticipantDisconnectedEvent, ParticipantEvent } from '../../../../schemas/records/pexip/participant.ts'
import type { Direction, Protocol, Role } from '../../../../schemas/states.ts'
import { type IdentifiedObservation, Identifier, type KindHint } from '../../identified.ts'
import { CLOCK_TOLERANCE_MS, eventIdentity, optionalTime, serviceOf, stated } from './common.ts'
import { type EventOutcome, refused, told } from './outcome.ts'
import { endReasonOf } from './reasons.ts'
import { mediaOfStreams } from './streams.ts'

type Data = ParticipantEvent['data']
type Writable = { -readonly [K in keyof IdentifiedObservation]: IdentifiedObservation[K] }

/** @param eventMs the envelope's time, already judged */
export function decodeParticipant(event: ParticipantEvent, eventMs: number): EventOutcome {
  const leg = legOf(event, eventMs)
  return 'ok' in leg ? leg : told(leg, unusedAliases(event.data, leg.direction))
}

/**
 * The leg's end: `end_time`, else the envelope's time. `duration` is the connected time as the platform states it.
 *
 * @param eventMs the envelope's time, already judged
 */
export function decodeDisconnected(event: ParticipantDisconnectedEvent, eventMs: number): EventOutcome {
  const leg = legOf(event, eventMs)
  if ('ok' in leg) return leg
  const { data } = event
  const statedEnd = optionalTime(data.end_time)
  if (statedEnd === 'invalid') return refused('time_invalid', 'data.end_time')
  const end = statedEnd ?? eventMs
  if (leg.start_ms !== undefined && end < leg.start_ms - CLOCK_TOLERANCE_MS) {
    return refused('end_before_start', 'data.end_time')
  }
  leg.end_ms = end
  if (typeof data.duration === 'number') leg.duration_ms = Math.round(data.duration * 1000)
  const reason = endReasonOf(data.disconnect_reason)
  if (reason !== null) {
    leg.end_class = reason.end_class
    if (reason.end_code !== undefined) leg.end_code = reason.end_code
  }
  const media = mediaOfStreams(data.media_streams)
  if (media.length > 0) {
    leg.media = media
    leg.measuring_point = 'service'
  }
  return told(leg, unusedAliases(data, leg.direction))
}

function legOf(event: ParticipantEvent, eventMs: number): Writable | (EventOutcome & { ok: false }) {
  const { data } = event
  const uuid = stated(data.uuid)
  if (uuid === undefined) return missing('data.uuid')
  const start = optionalTime(data.connect_time)
  if (start === 'invalid') return { ok: false, refusal: { code: 'time_invalid', path: 'data.connect_time' } }

  const leg: Writable = {
    subject: 'leg',
    platform: 'pexip',
    sourceKind: 'pexip_event',
    subjectId: new Identifier('instance', uuid),
    eventId: eventIdentity(event.event, [uuid], event.time),
    rev: eventMs,
    event_ms: eventMs,
  }
  const links = linksOf(data)
  if (links.length > 0) leg.links = links
  const conference = stated(data.conference)
  if (conference !== undefined) leg.name = new Identifier('name', conference)
  if (start !== undefined) leg.start_ms = start
  wayOf(data, leg)
  placeOf(data, leg)
  return leg
}

function missing(path: string): EventOutcome & { ok: false } {
  return { ok: false, refusal: { code: 'field_missing', path } }
}

/** Other ids of the same leg. A gateway call's two legs share `conversation_id`: they are one person's way. */
function linksOf(data: Data): Identifier[] {
  const links: Identifier[] = []
  for (const id of [data.conversation_id, data.call_id, ...(data.related_uuids ?? [])]) {
    const text = stated(id)
    if (text !== undefined) links.push(new Identifier('instance', text))
  }
  return links
}

const PROTOCOLS = new Map<string, Protocol>([
  ['WEBRTC', 'webrtc'],
  ['SIP', 'sip'],
  ['H323', 'h323'],
  ['TEAMS', 'teams'],
  ['MSSIP', 'lync'], // Skype for Business and Lync
  ['GMS', 'meet'], // Google Meet
  ['RTMP', 'rtmp'],
  ['API', 'api'],
])

const DIRECTIONS = new Map<string, Direction>([
  ['in', 'in'],
  ['out', 'out'],
])

const ROLES = new Map<string, Role>([
  ['chair', 'host'],
  ['guest', 'guest'],
  ['unknown', 'unknown'],
])

function wayOf(data: Data, leg: Writable): void {
  const spoken = stated(data.protocol)
  const protocol = spoken === undefined ? undefined : (PROTOCOLS.get(spoken.toUpperCase()) ?? 'other')
  const direction = DIRECTIONS.get(data.call_direction ?? '')
  const role = ROLES.get(data.role ?? '')
  const service = serviceOf(data.service_type)
  if (protocol !== undefined) leg.protocol = protocol
  if (direction !== undefined) {
    leg.direction = direction
    leg.farEnd = farEndOf(data, protocol, direction)
  }
  if (role !== undefined) leg.role = role
  if (service !== undefined) leg.service = service
  if (data.encryption === 'On') leg.encrypted = true
  else if (data.encryption === 'Off') leg.encrypted = false
  // A negotiated bit rate of 0 is none: nothing was negotiated (yet).
  const up = Math.round(data.rx_bandwidth ?? 0)
  const down = Math.round(data.tx_bandwidth ?? 0)
  if (up > 0) leg.bw_up_kbps = up
  if (down > 0) leg.bw_down_kbps = down
  const hint = hintOf(data, protocol, direction)
  if (hint !== undefined) leg.kindHint = hint
}

/**
 * The participant is `source_alias` where it called in and `destination_alias` where it was called; the other alias is
 * what was dialled and is not read. What a browser or an API client gives as its alias was typed or made up, not
 * signalled; in doubt it is an address, because whatever may be a person is pseudonymised as one.
 */
function farEndOf(data: Data, protocol: Protocol | undefined, direction: Direction): Identifier[] {
  const alias = stated(direction === 'in' ? data.source_alias : data.destination_alias)
  if (alias === undefined) return []
  return [new Identifier(protocol === 'webrtc' || protocol === 'api' ? 'typed' : 'address', alias)]
}

/** Aliases that stand in the record and are not kept, so that they count as dropped. */
function unusedAliases(data: Data, direction: Direction | undefined): number {
  const source = typeof data.source_alias === 'string' && direction !== 'in' ? 1 : 0
  const destination = typeof data.destination_alias === 'string' && direction !== 'out' ? 1 : 0
  return source + destination
}

/**
 * What is not a person of its own:
 * - a stream or recording that the conference sends out;
 * - the `API` connection that a browser opens before its WebRTC leg (linked by `related_uuids`): people would count
 *   twice;
 * - a participant without media: the shadow that a person in a breakout room leaves in the main room, or a client for
 *   control only. It is a shadow, not dropped, because it may be the only observation that links two legs;
 * - the gateway's own leg into a Teams or Google Meet meeting: the person is at the other end of the gateway.
 */
function hintOf(data: Data, protocol: Protocol | undefined, direction: Direction | undefined): KindHint | undefined {
  if (data.is_streaming === true || protocol === 'rtmp') return 'recorder'
  if (protocol === 'api' || data.has_media === false) return 'shadow'
  if ((protocol === 'teams' || protocol === 'meet') && direction === 'out') return 'bridge'
  return undefined
}

function placeOf(data: Data, leg: Writable): void {
  const ip = stated(data.remote_address)
  const label = stated(data.system_location)
  const equipment = stated(data.vendor)
  if (ip !== undefined) leg.ip = new Identifier('ip', ip)
  if (label !== undefined) leg.label = new Identifier('label', label)
  if (equipment !== undefined) leg.equipment = new Identifier('equipment', equipment)
}
