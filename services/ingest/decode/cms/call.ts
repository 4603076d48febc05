/** `callStart`, `callEnd` to a conference. */
import type { CallRecord } from '../../../../schemas/records/cms/call.ts'
import type { Service } from '../../../../schemas/states.ts'
import type { IdentifiedObservation } from '../../identified.ts'
import { stated } from '../stated.ts'
import { about, type Head, link } from './about.ts'

/** `adHoc` is a meeting that an application server set up; the other two pass a call on to another system. */
const SERVICES: ReadonlyMap<string, Service> = new Map<string, Service>([
  ['coSpace', 'meeting'],
  ['adHoc', 'meeting'],
  ['forwarding', 'gateway'],
  ['lyncConferencing', 'gateway'],
])

export function fromCall(head: Head, { call }: CallRecord): IdentifiedObservation {
  const ends = head.type === 'callEnd'
  return stated<IdentifiedObservation>({
    ...about(head, call['@id']),
    subject: 'conference',
    links: link(call.callCorrelator),
    start_ms: ends ? undefined : head.event_ms,
    end_ms: ends ? head.event_ms : undefined,
    duration_ms: ends && call.durationSeconds !== undefined ? Math.round(call.durationSeconds * 1000) : undefined,
    service: SERVICES.get(call.callType ?? ''),
  })
}
