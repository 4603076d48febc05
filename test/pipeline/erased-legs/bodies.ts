/**
 * What three platforms tell of one morning: Petra, who is erased, and Quinten, who objects, each in a meeting with Anna.
 * Some of their records name them, some say no more than an id; one is told under another id that is only linked.
 */
import type { Sent } from '../in-process.ts'

export const PETRA = 'petra.vos@voorbeeld.example'
export const QUINTEN = 'quinten@elders.example'
const ANNA = 'anna.jansen@voorbeeld.example'
const AGENT = 'TANDBERG/529 (ce9.15.3.26dd8c8) Cisco-SX20'

const MORNING = Date.parse('2026-11-15T08:00:00Z')
const MINUTE = 60_000
/** A body with what it is of and whether it names that person. */
export interface Told extends Sent {
  readonly of: 'petra' | 'quinten' | 'others'
  readonly names: boolean
}

const ids = { petra: 'a1', quinten: 'b2', anna: 'c3' } as const
type Who = keyof typeof ids
const written: Readonly<Record<Who, string>> = { petra: PETRA, quinten: QUINTEN, anna: ANNA }
const uuid = (who: Who, platform: string, place = 1): string =>
  `0c0c0c0c-${ids[who]}00-4000-8000-${platform}0000000${String(place).padStart(3, '0')}`
const of = (who: Who): Told['of'] => (who === 'anna' ? 'others' : who)

// ── Cisco: the person stands in callLegStart alone ──────────────────────────────────────────────────────────────────

const CALL = 'c0ffee00-0000-4000-8000-0000000000c1'
let index = 100
function post(who: Told['of'], names: boolean, type: string, minute: number, inside: string): Told {
  index += 1
  const time = new Date(MORNING + minute * MINUTE).toISOString().replace('.000Z', 'Z')
  const body =
    '<records session="c0ffee00-0000-4000-8000-000000000001">' +
    `<record type="${type}" time="${time}" recordIndex="${index + 1}" correlatorIndex="${index}">${inside}</record></records>`
  return { platform: 'cms', body, of: who, names }
}

function cmsLeg(who: Who, minute: number): Told[] {
  const leg = (inside: string): string => `<callLeg id="${uuid(who, 'd1d1')}">${inside}</callLeg>`
  const call = `<call>${CALL}</call>`
  const party = `<remoteParty>${written[who]}</remoteParty><type>sip</type><direction>incoming</direction>`
  return [
    post(of(who), true, 'callLegStart', minute, leg(party + call)),
    post(of(who), false, 'callLegUpdate', minute + 0.1, leg(`<state>connected</state>${call}`)),
    post(
      of(who),
      false,
      'callLegEnd',
      minute + 30,
      leg(
        '<reason>remoteTeardown</reason><durationSeconds>1800</durationSeconds><rxAudio><codec>opus</codec></rxAudio>',
      ),
    ),
  ]
}

const CMS_CALL: readonly Told[] = [
  post('others', false, 'callStart', 0, `<call id="${CALL}"><callType>coSpace</callType></call>`),
  post('others', false, 'callEnd', 45, `<call id="${CALL}"><durationSeconds>2700</durationSeconds></call>`),
]

// ── Pexip: connected and disconnected name the person, streams and windows do not, and a browser was there before ──

function event(who: Told['of'], names: boolean, minute: number, name: string, data: object): Told {
  const time = (MORNING + minute * MINUTE) / 1000
  const body = JSON.stringify({ node: '192.0.2.11', seq: 1, version: 2, time, event: name, data })
  return { platform: 'pexip', body, of: who, names }
}

function pexipLeg(who: Who, minute: number): Told[] {
  const own = uuid(who, 'e1e1')
  const before = uuid(who, 'e1e1', 2)
  const seconds = (MORNING + minute * MINUTE) / 1000
  const stated = {
    uuid: own,
    call_id: uuid(who, 'e1e1', 3),
    conference: 'weekstart',
    call_direction: 'in',
    protocol: 'SIP',
    connect_time: seconds,
    related_uuids: [],
  }
  const named = { ...stated, source_alias: `sip:${written[who]};transport=tls`, vendor: AGENT }
  const streams = [
    {
      stream_id: '0',
      stream_type: 'audio',
      start_time: seconds,
      end_time: seconds + 1800,
      rx_bitrate: 48,
      rx_codec: 'opus',
      rx_packets_received: 900,
      rx_packets_lost: 100,
    },
  ]
  const windows = [{ time: seconds + 60, time_delta: 0, quality: 1, audio: 1 }]
  return [
    // it knows the leg only by its link, and the leg's own records do not know it
    event(of(who), false, minute - 0.1, 'participant_connected', {
      uuid: before,
      related_uuids: [own],
      source_alias: 'Iemand',
      protocol: 'API',
      call_direction: 'in',
      has_media: false,
    }),
    event(of(who), true, minute, 'participant_connected', named),
    // says what the far end is, and not who
    event(of(who), false, minute + 0.5, 'participant_updated', { ...stated, vendor: AGENT }),
    event(of(who), false, minute + 1, 'participant_media_stream_window', { uuid: own, recent_quality: windows }),
    // under the call's id, which only a link joins to the leg
    event(of(who), false, minute + 30, 'participant_media_streams_destroyed', {
      uuid: stated.call_id,
      media_streams: streams,
    }),
    event(of(who), true, minute + 30, 'participant_disconnected', {
      ...named,
      disconnect_reason: 'Call disconnected',
      duration: 1800,
      end_time: seconds + 1800,
    }),
  ]
}

const PEXIP_CONFERENCE: readonly Told[] = [
  event('others', false, 0, 'conference_started', { name: 'weekstart', start_time: MORNING / 1000 }),
  event('others', false, 45, 'conference_ended', {
    name: 'weekstart',
    start_time: MORNING / 1000,
    end_time: MORNING / 1000 + 2700,
  }),
]

// ── Generic: the first record names, a second adds equipment, a third has another id ────────────────────────────────

function genericLeg(who: Who, minute: number): Told[] {
  const at = (later: number): string => new Date(MORNING + (minute + later) * MINUTE).toISOString()
  const line = (names: boolean, record: object): Told => ({
    platform: 'generic',
    body: JSON.stringify(record),
    contentType: 'application/x-ndjson',
    of: of(who),
    names,
  })
  const leg = `${who}-regel`
  return [
    line(true, { leg_id: leg, start: at(0), end: at(30), address: written[who], conference_name: 'Weekstart' }),
    line(false, { leg_id: leg, event: at(2), equipment: AGENT, device_class: 'room', conference_name: 'Weekstart' }),
    line(false, { leg_id: `${leg}-b`, links: [leg], event: at(3), rating: 4, site: 'x', audio_up_loss_pct: 1 }),
  ]
}

const legs = (who: Who, minute: number): readonly Told[] => [
  ...cmsLeg(who, minute),
  ...pexipLeg(who, minute),
  ...genericLeg(who, minute),
]

/** Everything but what is told of Petra and Quinten. */
export const OTHERS: readonly Told[] = [...CMS_CALL, ...PEXIP_CONFERENCE, ...legs('anna', 5)]
export const OF_PETRA: readonly Told[] = legs('petra', 3)
export const OF_QUINTEN: readonly Told[] = legs('quinten', 7)
