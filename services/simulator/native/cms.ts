/**
 * A meeting in the words of Cisco Meeting Server's call detail records (reference cdr-formats, 2 and 11a): every call
 * bridge tells its own call, and one correlator ties the calls together.
 */
import type { Meeting } from '../model.ts'
import { tellLeg } from './cms-leg.ts'
import type { ToldRecord } from './cms-leg-end.ts'
import { element } from './cms-xml.ts'
import { derivedId, randomOf } from './derive.ts'
import { type Part, partsOf } from './parts.ts'
import type { NativeRecord, NativeSettings } from './record.ts'

/** What happens in one second is told in this order. */
const ORDER: ReadonlyMap<string, number> = new Map(
  ['callStart', 'callLegStart', 'callLegUpdate', 'recordingStart', 'recordingEnd', 'callLegEnd', 'callEnd'].map(
    (type, place) => [type, place],
  ),
)

/**
 * @returns the records in the order in which they happen
 * @throws RangeError where the meeting names a call bridge that the installation does not have
 */
export function emitCms(meeting: Meeting, { seed, installation }: NativeSettings): NativeRecord[] {
  const random = randomOf(seed, 'cms', meeting.correlator, meeting.startMs, meeting.participations[0]?.id ?? '')
  const told: NativeRecord[] = []
  for (const part of partsOf(meeting)) {
    const bridge = installation.cms[part.node]
    if (bridge === undefined) throw new RangeError('the installation has no such call bridge')
    const call = callOf(meeting, part.node)
    const legs = meeting.participations.filter(({ node }) => node === part.node)
    const records = [
      ...(call === undefined ? [] : tellCall(meeting, part, call, legs.length)),
      ...legs.flatMap((leg) => tellLeg(leg, call, random)),
    ]
    for (const record of records) told.push({ platform: 'cms', sink: bridge.callBridge, ...record })
  }
  return told.toSorted((a, b) => a.atMs - b.atMs || (ORDER.get(a.type) ?? 0) - (ORDER.get(b.type) ?? 0))
}

/** Attempts that reached no meeting have no call. */
function callOf({ ids, name, correlator }: Meeting, node: number): string | undefined {
  return name === '' && ids.length === 0 ? undefined : (ids[node] ?? derivedId(correlator, `call ${node}`))
}

function tellCall(meeting: Meeting, { fromMs, untilMs }: Part, call: string, legs: number): ToldRecord[] {
  const start = {
    name: meeting.name,
    callType: 'coSpace',
    coSpace: derivedId(meeting.name, 'space'),
    callCorrelator: meeting.correlator,
  }
  const end = {
    callLegsCompleted: legs,
    callLegsMaxActive: legs,
    durationSeconds: Math.round((untilMs - fromMs) / 1000),
  }
  return [
    { atMs: fromMs, type: 'callStart', text: element('call', call, start) },
    { atMs: untilMs, type: 'callEnd', text: element('call', call, end) },
  ]
}
