/** Bodies of every platform that are full of identifiers, valid ones and broken ones (attacks A1, A2, A4, A8, A40). */
import { gzipSync } from 'node:zlib'

export const CANARIES = {
  name: 'Kanariet Vogelaar',
  sip: 'kanariet.vogelaar@sip-kanarie.example',
  email: 'vogelaar+kanarie@post-kanarie.example',
  phone: '+31687654329',
  ip: '203.0.113.219',
  mac: '02:ca:4a:71:e5:0d',
  title: 'Kanariebespreking over geheim 4711',
  serial: 'FTT2117KANARIE',
} as const

export const HEADERS: Readonly<Record<string, string>> = {
  'user-agent': `sink ${CANARIES.email}`,
  referer: `https://sink.example/${CANARIES.sip}`,
  'x-forwarded-for': CANARIES.ip,
}

export interface CanaryBody {
  readonly platform: 'pexip' | 'cms' | 'generic'
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

const START = Date.parse('2026-11-19T09:00:00Z') / 1000

function participant(more: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    node: CANARIES.ip,
    seq: 7,
    version: 2,
    time: START + 60,
    event: 'participant_disconnected',
    data: {
      uuid: '6b1f7a34-0c44-4e2f-9f57-0d6a3e5d0001',
      call_id: CANARIES.sip,
      conversation_id: '6b1f7a34-0c44-4e2f-9f57-0d6a3e5d0002',
      conference: CANARIES.title,
      display_name: CANARIES.name,
      source_alias: `sip:${CANARIES.sip}`,
      destination_alias: CANARIES.title,
      remote_address: CANARIES.ip,
      vendor: `Cisco/CE9.15.3 (${CANARIES.serial}; ${CANARIES.mac}) ${CANARIES.name}`,
      protocol: 'SIP',
      call_direction: 'in',
      role: 'guest',
      connect_time: START,
      end_time: START + 60,
      duration: 60,
      disconnect_reason: `${CANARIES.name} left: ${CANARIES.email}`,
      service_type: 'conference',
      system_location: CANARIES.title,
      call_tag: CANARIES.phone,
      ...more,
    },
  }
}

/** A broken record of each sort: the identifier stands where the parser stumbles. */
function broken(): Record<string, unknown>[] {
  return [
    participant({ uuid: undefined, call_id: { [CANARIES.sip]: CANARIES.name } }),
    participant({ connect_time: CANARIES.phone }),
    participant({ duration: CANARIES.email }),
    participant({ duration: -5 }),
    participant({ related_uuids: [CANARIES.mac, { [CANARIES.email]: 1 }] }),
    participant({ media_streams: [{ stream_type: CANARIES.name, rx_packet_loss: CANARIES.phone }] }),
    { ...participant({}), event: CANARIES.title },
    { ...participant({}), version: CANARIES.serial },
    { ...participant({}), data: [CANARIES.name] },
    { [CANARIES.email]: CANARIES.name },
  ]
}

function cms(type: string, inner: string): string {
  return (
    '<?xml version="1.0"?><records session="9d1f2d6c-1111-4222-8333-444455556666">' +
    `<record type="${type}" time="2026-11-19T09:00:00Z" recordIndex="5" correlatorIndex="4">${inner}</record></records>`
  )
}

const LEG =
  '<callLeg id="6b1f7a34-0c44-4e2f-9f57-0d6a3e5d0009">' +
  `<remoteParty>${CANARIES.sip}</remoteParty><remoteAddress>${CANARIES.phone}</remoteAddress>` +
  `<localAddress>${CANARIES.title}</localAddress><displayName>${CANARIES.name}</displayName>` +
  `<sipCallId>${CANARIES.mac}@${CANARIES.ip}</sipCallId><type>sip</type><direction>incoming</direction></callLeg>`

function generic(more: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    leg_id: `leg of ${CANARIES.sip}`,
    start: '2026-11-19T09:00:00Z',
    address: CANARIES.email,
    phone: CANARIES.phone,
    conference_name: CANARIES.title,
    ip: CANARIES.ip,
    equipment: `${CANARIES.name} (${CANARIES.serial})`,
    end_code: CANARIES.email,
    [CANARIES.mac]: CANARIES.name,
    ['__proto__']: { polluted: CANARIES.name },
    ...more,
  }
}

export function canaryBodies(): readonly CanaryBody[] {
  const all = [participant({}), ...broken()]
  const lines = [
    generic({}),
    generic({ start: CANARIES.name }),
    generic({ leg_id: null }),
    generic({ duration_s: CANARIES.phone }),
  ]
  const ndjson = lines.map((line) => JSON.stringify(line)).join('\n')
  return [
    ...all.map((event): CanaryBody => ({ platform: 'pexip', body: JSON.stringify(event) })),
    {
      platform: 'pexip',
      body: JSON.stringify({ event: 'eventsink_bulk', node: CANARIES.ip, seq: 0, version: 2, time: START, data: all }),
    },
    { platform: 'pexip', body: JSON.stringify(participant({})).slice(0, -20) },
    { platform: 'pexip', body: `${CANARIES.name} is not JSON` },
    {
      platform: 'pexip',
      body: gzipSync(JSON.stringify(participant({}))).subarray(0, 90),
      headers: { 'content-encoding': 'gzip' },
    },
    { platform: 'pexip', body: CANARIES.name, headers: { 'content-encoding': CANARIES.serial } },
    {
      platform: 'pexip',
      body: CANARIES.name,
      headers: { authorization: `Basic ${Buffer.from(`${CANARIES.sip}:x`).toString('base64')}` },
    },
    { platform: 'cms', body: cms('callLegStart', LEG) },
    { platform: 'cms', body: cms('callLegStart', LEG.replaceAll('@', '&#64;')) },
    { platform: 'cms', body: cms(CANARIES.title, LEG) },
    {
      platform: 'cms',
      body: cms('callLegEnd', `<callLeg id="x"><durationSeconds>${CANARIES.phone}</durationSeconds></callLeg>`),
    },
    { platform: 'cms', body: cms('callLegStart', `<callLeg><${CANARIES.serial}>${CANARIES.name}</callLeg>`) },
    { platform: 'cms', body: `<!DOCTYPE x [<!ENTITY y "${CANARIES.name}">]>${cms('callLegStart', LEG)}` },
    {
      platform: 'cms',
      body: cms(
        'recordingStart',
        `<recording id="r"><path>${CANARIES.title}</path><recorderUrl>https://${CANARIES.ip}</recorderUrl></recording>`,
      ),
    },
    { platform: 'generic', body: ndjson, headers: { 'content-type': 'application/x-ndjson' } },
    { platform: 'generic', body: JSON.stringify(lines), headers: { 'content-type': 'application/json' } },
    {
      platform: 'generic',
      body: `leg_id,start,address,${CANARIES.serial}\n"${CANARIES.sip}",2026-11-19T09:00:00Z,${CANARIES.email},${CANARIES.name}\n${CANARIES.name},${CANARIES.title}\n`,
      headers: { 'content-type': 'text/csv' },
    },
    { platform: 'generic', body: `{"leg_id":"${CANARIES.sip}",`, headers: { 'content-type': CANARIES.title } },
  ]
}
