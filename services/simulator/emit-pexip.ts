/**
 * A meeting in the words of Pexip Infinity's event sink, version 2 (reference cdr-formats, 1a): events of one
 * Conferencing Node in the order in which it sends them.
 */
import type { Attendee, Meeting } from './meeting.ts'

export interface PexipEnvelope {
  readonly node: string
  readonly seq: number
  readonly version: 1 | 2
  readonly time: number
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Seconds since 1970, as Pexip writes times. */
const seconds = (ms: number): number => ms / 1000

const PROTOCOL: Readonly<Record<Attendee['way'], string>> = {
  'room-sip': 'SIP',
  web: 'WebRTC',
  'web-account': 'WebRTC',
  phone: 'SIP',
  'teams-gateway': 'TEAMS',
  app: 'WebRTC',
}

/** @param location the system location of the node, by which its site is known */
export function emitPexip(meeting: Meeting, node: string, location: string): PexipEnvelope[] {
  const events: Omit<PexipEnvelope, 'seq' | 'node' | 'version'>[] = [
    { time: seconds(meeting.startMs), event: 'conference_started', data: conference(meeting, false) },
  ]
  for (const attendee of meeting.attendees) {
    const stable = participant(meeting, attendee, node, location)
    events.push(
      { time: seconds(attendee.joinMs), event: 'participant_connected', data: stable },
      {
        time: seconds(attendee.leaveMs) - 0.1,
        event: 'participant_media_streams_destroyed',
        data: streams(attendee, node),
      },
      {
        time: seconds(attendee.leaveMs),
        event: 'participant_disconnected',
        data: {
          ...stable,
          disconnect_reason: attendee.end,
          duration: seconds(attendee.leaveMs - attendee.joinMs),
          end_time: seconds(attendee.leaveMs),
        },
      },
    )
  }
  events.push({ time: seconds(meeting.endMs), event: 'conference_ended', data: conference(meeting, true) })
  return events
    .toSorted((a, b) => a.time - b.time)
    .map((event, index) => ({ node, seq: index + 1, version: 2, ...event }))
}

/** Wraps events the way the sink does when bulk is switched on. */
export function bulk(events: readonly PexipEnvelope[]): object {
  const last = events.at(-1)
  return { node: '127.0.0.1', seq: 0, version: 2, time: last?.time ?? 0, event: 'eventsink_bulk', data: events }
}

function conference(meeting: Meeting, ended: boolean): Record<string, unknown> {
  return {
    name: meeting.name,
    service_type: 'conference',
    tag: '',
    start_time: seconds(meeting.startMs),
    is_locked: false,
    is_started: true,
    guests_muted: false,
    ...(ended ? { end_time: seconds(meeting.endMs) } : {}),
  }
}

function participant(meeting: Meeting, attendee: Attendee, node: string, location: string): Record<string, unknown> {
  const out = attendee.way === 'teams-gateway'
  return {
    uuid: attendee.id,
    call_id: attendee.id,
    conversation_id: attendee.id,
    conference: meeting.name,
    display_name: attendee.name,
    source_alias: out ? `${meeting.name}@video.voorbeeld.example` : attendee.address,
    destination_alias: out ? attendee.address : `${meeting.name}@video.voorbeeld.example`,
    remote_address: attendee.ip,
    vendor: attendee.userAgent,
    protocol: PROTOCOL[attendee.way],
    call_direction: out ? 'out' : 'in',
    role: attendee.way === 'room-sip' ? 'chair' : 'guest',
    encryption: 'On',
    connect_time: seconds(attendee.joinMs),
    rx_bandwidth: 1536,
    tx_bandwidth: 2048,
    has_media: true,
    is_streaming: false,
    service_type: out ? 'gateway' : 'conference',
    system_location: location,
    media_node: node,
    signalling_node: node,
    related_uuids: [],
    call_tag: '',
    service_tag: '',
  }
}

function streams(attendee: Attendee, node: string): Record<string, unknown> {
  const lived = Math.max(1, Math.round(seconds(attendee.leaveMs - attendee.joinMs)))
  const stream = (id: string, type: string, perSecond: number, kbps: number, codec: string, resolution: string) => {
    const sent = lived * perSecond
    const lost = Math.round((sent * attendee.lossUpPct) / 100)
    return {
      stream_id: id,
      stream_type: type,
      node,
      start_time: seconds(attendee.joinMs),
      end_time: seconds(attendee.leaveMs),
      rx_bitrate: kbps,
      rx_codec: codec,
      rx_fps: type === 'video' ? 30 : 0,
      rx_resolution: resolution,
      rx_packets_received: sent - lost,
      rx_packets_lost: lost,
      rx_packet_loss: attendee.lossUpPct,
      tx_bitrate: kbps,
      tx_codec: codec,
      tx_fps: type === 'video' ? 30 : 0,
      tx_resolution: resolution,
      tx_packets_sent: sent,
      tx_packets_lost: 0,
      tx_packet_loss: 0,
    }
  }
  return {
    uuid: attendee.id,
    media_streams: [stream('0', 'audio', 50, 48, 'opus', ''), stream('1', 'video', 110, 1200, 'H264', '1280x720')],
  }
}
