/** Meetings made by hand, and what the real decoders make of what the platforms send of them. */
import type { DecodedRecord } from '../../../services/ingest/decode/outcome.ts'
import { DECODERS } from '../../../services/ingest/decode/index.ts'
import { Identifier, type IdentifiedObservation, revealed } from '../../../services/ingest/identified.ts'
import type {
  Device,
  Installation,
  Meeting,
  Participation,
  Person,
  Room,
  Stream,
} from '../../../services/simulator/model.ts'
import type { Delivery } from '../../../services/simulator/native/record.ts'

export const SEED = 20_261_102
/** A Monday, 9 o'clock UTC. */
export const MORNING = Date.parse('2026-11-02T09:00:00Z')
export const MINUTE = 60_000

const INSTALLATION: Installation = {
  domain: 'video.example.org',
  pexip: [
    { address: '192.0.2.11', location: 'Utrecht', version: 2 },
    { address: '192.0.2.12', location: 'Groningen', version: 1 },
    { address: '192.0.2.13', location: 'Internet', version: 2 },
  ],
  cms: [{ callBridge: '6b3c7d1a-0000-4000-a000-000000000001' }, { callBridge: '6b3c7d1a-0000-4000-a000-000000000002' }],
}

export const SETTINGS = { seed: SEED, installation: INSTALLATION }

const ENDPOINT: Device = {
  agent: 'TANDBERG/529 (ce9.15.3.26dd8c8) Cisco-SX20',
  vendor: 'Cisco',
  model: 'SX20',
  software: '9.15',
  deviceClass: 'room',
}

export const ANNA: Person = {
  id: 'anna',
  address: 'anna.jansen@example.org',
  phone: '+31201234567',
  spellings: ['anna.jansen@example.org', 'sip:Anna.Jansen@EXAMPLE.org;transport=tls', 'sips:anna%2Ejansen@example.org'],
  internal: true,
  site: 'Utrecht',
}

export const ROOM: Room = {
  name: 'Veluwe',
  site: 'Utrecht',
  alias: 'zaal.veluwe',
  capacity: 8,
  device: ENDPOINT,
  ip: '198.51.100.21',
}

let made = 0

/** A different id each time, of UUID form. */
function nextId(): string {
  made += 1
  return `00000000-0000-4000-a000-${String(made).padStart(12, '0')}`
}

const audio = (dir: Stream['dir'], packets: number, lost: number): Stream => ({
  kind: 'audio',
  dir,
  codec: 'opus',
  packets,
  lost,
  kbps: 48,
  width: null,
  height: null,
  fps: null,
})

export const STREAMS: readonly Stream[] = [
  audio('up', 29_000, 1_000),
  audio('down', 30_000, 0),
  { ...audio('up', 66_001, 3), kind: 'video', codec: 'h264', kbps: 1_201, width: 1280, height: 720, fps: 29 },
  { ...audio('down', 65_999, 0), kind: 'video', codec: 'h264', kbps: 1_100, width: 1920, height: 1080, fps: 30 },
]

export const CONTENT: Stream = {
  ...audio('up', 4_000, 7),
  kind: 'content',
  codec: 'vp8',
  kbps: 410,
  width: 1920,
  height: 1080,
  fps: 5,
}

/** Somebody at a SIP client, for ten minutes from the meeting's second minute on, unless stated otherwise. */
export function participation(about: Partial<Participation> = {}): Participation {
  return {
    id: nextId(),
    preJoinId: null,
    way: 'desk',
    person: ANNA,
    room: null,
    said: ANNA.spellings[1] ?? '',
    typedName: 'Anna Jansen',
    ip: '198.51.100.40',
    device: ENDPOINT,
    node: 0,
    joinMs: MORNING + 2 * MINUTE,
    leaveMs: MORNING + 12 * MINUTE,
    end: { endClass: 'normal_self', native: 'Call disconnected' },
    telling: 'whole',
    streams: STREAMS,
    windows: null,
    alarmLossPct: 0,
    ...about,
  }
}

export function pexipMeeting(participations: readonly Participation[], about: Partial<Meeting> = {}): Meeting {
  return {
    platform: 'pexip',
    ids: [],
    correlator: '',
    name: 'Weekstart & nieuws',
    startMs: MORNING,
    endMs: MORNING + 30 * MINUTE,
    participations,
    ...about,
  }
}

export function cmsMeeting(participations: readonly Participation[], about: Partial<Meeting> = {}): Meeting {
  return {
    ...pexipMeeting(participations.map((one) => ({ ...one, end: { ...one.end, native: reason(one.end.native) } }))),
    platform: 'cms',
    ids: [nextId(), nextId()],
    correlator: nextId(),
    name: 'Spreekuur <A>',
    ...about,
  }
}

function reason(native: string): string {
  return native === 'Call disconnected' ? 'remoteTeardown' : native
}

/** A member of an identified observation with its identifiers shown, as `kind:value`. */
export type Shown = Readonly<Record<string, unknown>>

function shown(observation: IdentifiedObservation): Shown {
  return Object.fromEntries(Object.entries(observation).map(([key, value]) => [key, plain(value)] as const))
}

function plain(value: unknown): unknown {
  if (value instanceof Identifier) return `${value.kind}:${revealed(value)}`
  return Array.isArray(value) ? value.map(plain) : value
}

export function decode(delivery: Pick<Delivery, 'platform' | 'body' | 'contentType'>): readonly DecodedRecord[] {
  return DECODERS[delivery.platform](delivery.body, delivery.contentType)
}

export function observationsOf(deliveries: Iterable<Delivery>): Shown[] {
  const observations: Shown[] = []
  for (const delivery of deliveries) {
    for (const record of decode(delivery)) {
      if (record.outcome === 'accepted') observations.push(...record.observations.map(shown))
    }
  }
  return observations
}

/** Each thing that is said, once, in a fixed order. */
export function saidIn(deliveries: Iterable<Delivery>): string[] {
  return [...new Set(observationsOf(deliveries).map((one) => JSON.stringify(one)))].toSorted()
}

/** What is different between what the deliveries promise and what the decoders make of them. */
export function differences(deliveries: Iterable<Delivery>): string[] {
  const found: string[] = []
  let before = -Infinity
  for (const delivery of deliveries) {
    const records = decode(delivery)
    const codes = records.flatMap((record) => (record.outcome === 'refused' ? [record.refusal.code] : []))
    const { expected, meant, atMs } = delivery
    const about = `${delivery.platform} ${meant}: ${delivery.body.toString('utf8').slice(0, 300)}`
    if (atMs < before) found.push(`goes back in time: ${about}`)
    if (records.length !== expected.records) found.push(`${records.length} records, not ${expected.records}: ${about}`)
    if (codes.join(' ') !== expected.codes.join(' '))
      found.push(`${codes.join(' ')} for ${expected.codes.join(' ')}: ${about}`)
    if (codes.length !== expected.refused) found.push(`${codes.length} refused, not ${expected.refused}: ${about}`)
    for (const record of records) {
      for (const observation of record.outcome === 'accepted' ? record.observations : []) {
        if (observation.event_ms > atMs) found.push(`sent before it happened: ${about}`)
      }
    }
    before = atMs
  }
  return found
}

/** Observations of one subject, by its native id. */
export function about(observations: readonly Shown[], id: string): readonly Shown[] {
  return observations.filter((one) => one['subjectId'] === `instance:${id}`)
}

/** What some observations state of a field: each value once. */
export function stating(observations: readonly Shown[], field: string): unknown[] {
  const values = observations.map((one) => one[field]).filter((value) => value !== undefined)
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}
