/**
 * A meeting in the words of Pexip Infinity's event sink (reference cdr-formats, 1a and 11a): every node tells its own
 * part of it. Version 1 has the media in the disconnect event, version 2 in events of their own.
 */
import type { Meeting } from '../model.ts'
import { randomOf } from './derive.ts'
import { secondsOf } from './pexip-clock.ts'
import { tellConference, type Told } from './pexip-conference.ts'
import { tellParticipant } from './pexip-participant.ts'
import type { NativeEvent, NativeSettings } from './record.ts'

/**
 * @returns the events in the order in which they happen
 * @throws RangeError where the meeting names a node that the installation does not have
 */
export function emitPexip(meeting: Meeting, { seed, installation }: NativeSettings): NativeEvent[] {
  const random = randomOf(seed, 'pexip', meeting.name, meeting.startMs, meeting.participations[0]?.id ?? '')
  const nodeOf = (index: number) => {
    const node = installation.pexip[index]
    if (node === undefined) throw new RangeError('the installation has no such node')
    return node
  }
  const { domain } = installation
  const told = [
    ...(meeting.name === '' ? [] : tellConference(meeting, random)),
    ...meeting.participations.flatMap((leg) =>
      tellParticipant(meeting, leg, { node: nodeOf(leg.node), domain }, random),
    ),
  ]
  return told.toSorted((a, b) => a.us - b.us).map((one) => eventOf(one, nodeOf(one.node)))
}

function eventOf({ us, event, data }: Told, { address, version }: { address: string; version: 1 | 2 }): NativeEvent {
  const envelope = JSON.stringify({ version, time: secondsOf(us), event, data })
  return { platform: 'pexip', sink: address, atMs: Math.ceil(us / 1000), version, event, text: envelope.slice(1) }
}
