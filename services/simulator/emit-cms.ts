/**
 * A meeting in the words of Cisco Meeting Server's call-detail records (reference cdr-formats, 2): one POST body a
 * record, in the order in which the call bridge sends them.
 */
import type { Attendee, Meeting } from './meeting.ts'

interface CmsRecord {
  readonly atMs: number
  readonly type: string
  readonly xml: string
}

/**
 * @param session GUID of the call bridge's run
 * @param callBridge GUID of the call bridge, by which its site is known
 * @param from first correlator index
 */
export function emitCms(meeting: Meeting, session: string, callBridge: string, from: number): string[] {
  const records: CmsRecord[] = [
    {
      atMs: meeting.startMs,
      type: 'callStart',
      xml: element('call', meeting.id, { name: meeting.name, callType: 'coSpace', callCorrelator: meeting.id }),
    },
    ...meeting.attendees.flatMap((attendee) => legRecords(meeting, attendee)),
    {
      atMs: meeting.endMs,
      type: 'callEnd',
      xml: element('call', meeting.id, {
        callLegsCompleted: meeting.attendees.length,
        callLegsMaxActive: meeting.attendees.length,
        durationSeconds: whole(meeting.endMs - meeting.startMs),
      }),
    },
  ]
  return records
    .toSorted((a, b) => a.atMs - b.atMs)
    .map((record, index) => {
      const indices = `recordIndex="${from + index + 1}" correlatorIndex="${from + index}"`
      const time = new Date(record.atMs).toISOString().replace(/\.\d{3}Z$/u, 'Z')
      return (
        `<?xml version="1.0"?><records session="${session}" callBridge="${callBridge}">` +
        `<record type="${record.type}" time="${time}" ${indices}>${record.xml}</record></records>`
      )
    })
}

function legRecords(meeting: Meeting, attendee: Attendee): CmsRecord[] {
  const app = attendee.way === 'app'
  return [
    {
      atMs: attendee.joinMs,
      type: 'callLegStart',
      xml: element('callLeg', attendee.id, {
        remoteParty: attendee.address,
        displayName: attendee.name,
        type: app ? 'acano' : 'sip',
        direction: 'incoming',
        call: meeting.id,
      }),
    },
    {
      atMs: attendee.joinMs + 1000,
      type: 'callLegUpdate',
      xml: element('callLeg', attendee.id, { state: 'connected', call: meeting.id, deactivated: 'false' }),
    },
    {
      atMs: attendee.leaveMs,
      type: 'callLegEnd',
      xml: element(
        'callLeg',
        attendee.id,
        {
          reason: attendee.end,
          remoteTeardown: attendee.end === 'remoteTeardown' ? 'true' : 'false',
          durationSeconds: whole(attendee.leaveMs - attendee.joinMs),
          encryptedMedia: 'true',
        },
        `<alarm type="packetLoss" durationPercentage="${attendee.lossUpPct.toFixed(1)}"/>` +
          '<rxAudio><codec>opus</codec></rxAudio><txAudio><codec>opus</codec></txAudio>',
      ),
    },
  ]
}

const whole = (ms: number): number => Math.round(ms / 1000)

function element(name: string, id: string, parts: Readonly<Record<string, string | number>>, more = ''): string {
  const inner = Object.entries(parts)
    .map(([key, value]) => `<${key}>${escaped(String(value))}</${key}>`)
    .join('')
  return `<${name} id="${id}">${inner}${more}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
