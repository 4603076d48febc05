/** What stands the same in every event of a Pexip participant. */
import type { Installation, Meeting, Participation, Way } from '../model.ts'
import { derivedId } from './derive.ts'

export type Node = Installation['pexip'][number]

const PROTOCOLS: Readonly<Partial<Record<Way, string>>> = {
  room: 'SIP',
  desk: 'SIP',
  account: 'SIP',
  phone: 'SIP',
  web: 'WebRTC',
  app: 'WebRTC',
  teams: 'TEAMS',
  recorder: 'RTMP',
}

/** Who called whom, from where, how and with what. A SIP call has an id of its own beside that of the participant. */
export function wayOf(meeting: Meeting, leg: Participation, node: Node, domain: string): Record<string, unknown> {
  const out = leg.way === 'teams' || leg.way === 'recorder'
  const vmr = `${meeting.name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '.')}@${domain}`
  const browser = leg.way === 'web' || leg.way === 'app'
  const call = browser ? leg.id : derivedId(leg.id, 'call')
  return {
    uuid: leg.id,
    call_id: call,
    conversation_id: call,
    conference: meeting.name,
    display_name: leg.typedName,
    source_alias: out ? vmr : leg.said,
    destination_alias: out ? leg.said : vmr,
    remote_address: leg.ip,
    vendor: leg.device.agent,
    protocol: PROTOCOLS[leg.way],
    is_streaming: leg.way === 'recorder',
    call_direction: out ? 'out' : 'in',
    role: leg.way === 'room' || leg.way === 'account' ? 'chair' : 'guest',
    encryption: leg.way === 'phone' ? 'Off' : 'On',
    rx_bandwidth: leg.way === 'phone' ? 64 : 1_722,
    tx_bandwidth: leg.way === 'phone' ? 64 : 2_048,
    service_type: 'conference',
    system_location: node.location,
    media_node: node.address,
    signalling_node: node.address,
    call_tag: '',
    service_tag: '',
    is_muted: false,
    is_presenting: false,
  }
}
