/** One Pexip event, already parsed from JSON, to one decoded record. */
import type { z } from 'zod'
import { anyEvent, bulk, VERSIONS } from '../../../../schemas/records/pexip/event.ts'
import { conferenceEvent } from '../../../../schemas/records/pexip/conference.ts'
import { participantDisconnectedEvent, participantEvent } from '../../../../schemas/records/pexip/participant.ts'
import { streamsDestroyedEvent } from '../../../../schemas/records/pexip/streams.ts'
import { windowEvent } from '../../../../schemas/records/pexip/window.ts'
import type { Refusal } from '../../../../schemas/refusals.ts'
import { countIgnored, countLeaves } from '../ignored.ts'
import { readWith } from '../issues.ts'
import type { DecodedRecord } from '../outcome.ts'
import { fromEpochSeconds } from '../time.ts'
import { decodeConference } from './conference.ts'
import type { EventOutcome } from './outcome.ts'
import { decodeDisconnected, decodeParticipant } from './participant.ts'
import { decodeStreamsDestroyed } from './streams.ts'
import { decodeWindow } from './window.ts'

/** One kind of event: what is read of it, and what is made of that. */
interface EventKind {
  readonly schema: z.ZodType
  readonly decode: (raw: unknown) => EventOutcome
}

/** Joins a schema and its decoder; the schema is chosen by the event's name, so no other is tried. */
function kindOf<T extends { readonly time: number }>(
  schema: z.ZodType<T>,
  decode: (event: T, eventMs: number) => EventOutcome,
): EventKind {
  return {
    schema,
    decode: (raw) => {
      const read = readWith(schema, raw)
      if (!read.ok) return read
      const eventMs = fromEpochSeconds(read.value.time)
      if (eventMs === null) return { ok: false, refusal: { code: 'time_invalid', path: 'time' } }
      return decode(read.value, eventMs)
    },
  }
}

const CONFERENCE = kindOf(conferenceEvent, decodeConference)
const PARTICIPANT = kindOf(participantEvent, decodeParticipant)

const KINDS = new Map<string, EventKind>([
  ['conference_started', CONFERENCE],
  ['conference_updated', CONFERENCE],
  ['conference_ended', CONFERENCE],
  ['participant_connected', PARTICIPANT],
  ['participant_updated', PARTICIPANT],
  ['participant_disconnected', kindOf(participantDisconnectedEvent, decodeDisconnected)],
  ['participant_media_stream_window', kindOf(windowEvent, decodeWindow)],
  ['participant_media_streams_destroyed', kindOf(streamsDestroyedEvent, decodeStreamsDestroyed)],
])

/** Events about the sink itself: authentic, and nothing of a meeting. Newer versions say `ended` for `stopped`. */
const ABOUT_THE_SINK: ReadonlySet<string> = new Set([
  'eventsink_started',
  'eventsink_updated',
  'eventsink_stopped',
  'eventsink_ended',
])

/**
 * @param raw one event; not a bulk
 * @param bytes its size
 * @returns one observation; none for an event that we do not know; or a refusal
 */
export function decodeEvent(raw: unknown, bytes: number): DecodedRecord {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { outcome: 'refused', refusal: { code: 'not_a_record', path: '' }, ignored: countLeaves(raw), bytes }
  }
  const { event, version } = raw as { readonly event?: unknown; readonly version?: unknown }
  if (typeof version === 'number' && !VERSIONS.has(version)) return refused(raw, bytes, 'unknown_version', 'version')
  if (typeof event === 'string') {
    const kind = KINDS.get(event)
    if (kind !== undefined) {
      const outcome = kind.decode(raw)
      const ignored = countIgnored(raw, kind.schema)
      return outcome.ok
        ? { outcome: 'accepted', observations: [outcome.observation], ignored: ignored + outcome.unused, bytes }
        : { outcome: 'refused', refusal: outcome.refusal, ignored, bytes }
    }
    if (event === 'eventsink_bulk') return refusedBulk(raw, bytes)
  }
  const read = readWith(anyEvent, raw)
  if (!read.ok) return refused(raw, bytes, read.refusal.code, read.refusal.path)
  if (fromEpochSeconds(read.value.time) === null) return refused(raw, bytes, 'time_invalid', 'time')
  if (ABOUT_THE_SINK.has(read.value.event)) return refused(raw, bytes, 'nothing_to_count', '')
  // A newer platform may know events that we do not: they are not wrong, and they say nothing we can read.
  return { outcome: 'accepted', observations: [], ignored: Math.max(1, countIgnored(raw, anyEvent)), bytes }
}

/** Whole bulks are cut before; here is one without a list of events, or one inside another. */
function refusedBulk(raw: unknown, bytes: number): DecodedRecord {
  const read = readWith(bulk, raw)
  return read.ok ? refused(raw, bytes, 'not_a_record', '') : refused(raw, bytes, read.refusal.code, read.refusal.path)
}

function refused(raw: unknown, bytes: number, code: Refusal['code'], path: string): DecodedRecord {
  return { outcome: 'refused', refusal: { code, path }, ignored: countIgnored(raw, anyEvent), bytes }
}
