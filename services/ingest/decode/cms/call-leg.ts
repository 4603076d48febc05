/** `callLegStart`, `callLegUpdate` to a leg: who, which way, and when it was answered. */
import type { CallLegStart, CallLegUpdate } from '../../../../schemas/records/cms/call-leg.ts'
import type { Direction, Protocol } from '../../../../schemas/states.ts'
import { Identifier, type IdentifiedObservation, type KindHint } from '../../identified.ts'
import { stated } from '../stated.ts'
import { about, type Head, instance, link } from './about.ts'

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ['incoming', 'in'],
  ['outgoing', 'out'],
])

export function fromCallLegStart(head: Head, { callLeg }: CallLegStart): IdentifiedObservation {
  return stated<IdentifiedObservation>({
    ...about(head, callLeg['@id']),
    subject: 'leg',
    links: link(callLeg.groupId),
    inConference: callLeg.call === undefined ? undefined : instance(callLeg.call),
    farEnd: farEnd(callLeg),
    kindHint: kindHint(callLeg),
    start_ms: head.event_ms,
    protocol: protocol(callLeg.type, callLeg.subType),
    direction: DIRECTIONS.get(callLeg.direction ?? ''),
  })
}

export function fromCallLegUpdate(head: Head, { callLeg }: CallLegUpdate): IdentifiedObservation {
  return stated<IdentifiedObservation>({
    ...about(head, callLeg['@id']),
    subject: 'leg',
    links: link(callLeg.groupId),
    inConference: callLeg.call === undefined ? undefined : instance(callLeg.call),
    farEnd: farEnd(callLeg),
    answer_ms: callLeg.state === 'connected' ? head.event_ms : undefined,
    service: callLeg.ivr === undefined || callLeg.ivr.toLowerCase() === 'false' ? undefined : 'ivr',
  })
}

/** Nothing where neither element stands; nobody where they stand and are empty. */
function farEnd(leg: { remoteParty?: string | undefined; remoteAddress?: string | undefined }) {
  if (leg.remoteParty === undefined && leg.remoteAddress === undefined) return undefined
  const texts = new Set([leg.remoteParty, leg.remoteAddress])
  const named: Identifier[] = []
  for (const text of texts) if (text !== undefined && text !== '') named.push(new Identifier('address', text))
  return named
}

/** Of `type` sip, `subType` lync is Skype for Business; `acano` is the server's own client, app or browser. */
function protocol(type: string | undefined, subType: string | undefined): Protocol | undefined {
  if (type === undefined) return undefined
  if (type === 'sip') return subType === 'lync' ? 'lync' : 'sip'
  return type === 'acano' ? 'app' : 'other'
}

/** A distribution link joins two call bridges; recorders and streamers are attached by legs of their own. */
function kindHint(leg: CallLegStart['callLeg']): KindHint | undefined {
  if (leg.subType === 'distributionLink') return 'bridge'
  if (leg.recording === true || leg.streaming === true) return 'recorder'
  return leg.guestConnection === true ? 'guest' : undefined
}
