/** Conference events: a node's view of one conference. They only widen its interval (design, section 6, step 4). */
import type { ConferenceEvent } from '../../../../schemas/records/pexip/conference.ts'
import { Identifier, tuple } from '../../identified.ts'
import { CLOCK_TOLERANCE_MS, eventIdentity, microseconds, optionalTime, serviceOf, stated } from './common.ts'
import { type EventOutcome, refused, told } from './outcome.ts'

/**
 * @param event of the conference schema
 * @param eventMs the envelope's time, already judged
 */
export function decodeConference(event: ConferenceEvent, eventMs: number): EventOutcome {
  const { data } = event
  const name = stated(data.name)
  if (name === undefined) return refused('field_missing', 'data.name')
  const stateStart = optionalTime(data.start_time)
  if (stateStart === 'invalid') return refused('time_invalid', 'data.start_time')
  const started = event.event === 'conference_started'
  const ended = event.event === 'conference_ended'
  const statedEnd = ended ? optionalTime(data.end_time) : undefined
  if (statedEnd === 'invalid') return refused('time_invalid', 'data.end_time')
  const start = stateStart ?? (started ? eventMs : undefined)
  const end = statedEnd ?? (ended ? eventMs : undefined)
  if (start !== undefined && end !== undefined && end < start - CLOCK_TOLERANCE_MS) {
    return refused('end_before_start', 'data.end_time')
  }
  const startUs = microseconds(stateStart === undefined ? event.time : (data.start_time ?? event.time))
  const node = stated(event.node) ?? ''
  const service = serviceOf(data.service_type)
  return told({
    subject: 'conference',
    platform: 'pexip',
    sourceKind: 'pexip_event',
    subjectId: new Identifier('name', tuple(name, startUs, node)),
    subjectNamed: true,
    name: new Identifier('name', name),
    eventId: eventIdentity(event.event, [name, startUs, node], event.time),
    rev: eventMs,
    event_ms: eventMs,
    ...(start === undefined ? {} : { start_ms: start }),
    ...(end === undefined ? {} : { end_ms: end }),
    ...(service === undefined ? {} : { service }),
  })
}
