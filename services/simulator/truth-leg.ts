/** What must be known of a leg by itself: who and what it is, and how good it was. */
import type { Kind, PersonIdent, Protocol } from '../../schemas/states.ts'
import type { Device, Participation, SimulatedPlatform, Stream, TruthMedia, Way } from './model.ts'

const PROTOCOLS: Readonly<Record<SimulatedPlatform, Readonly<Record<Way, Protocol>>>> = {
  pexip: {
    room: 'sip',
    desk: 'sip',
    account: 'sip',
    phone: 'sip',
    web: 'webrtc',
    app: 'webrtc',
    teams: 'teams',
    recorder: 'rtmp',
    bridge: 'other',
  },
  cms: {
    room: 'sip',
    desk: 'sip',
    account: 'sip',
    phone: 'sip',
    web: 'app',
    app: 'app',
    teams: 'lync',
    recorder: 'sip',
    bridge: 'sip',
  },
}

/** Cisco says the protocol in the record of the start only. */
export function protocolOf(platform: SimulatedPlatform, { way, telling }: Participation): Protocol | null {
  return platform === 'cms' && telling === 'no_start' ? null : PROTOCOLS[platform][way]
}

/** Whether what stands in the record was typed: then it names somebody only if it is a full address. */
function isTyped(platform: SimulatedPlatform, way: Way): boolean {
  return platform === 'pexip' && (way === 'web' || way === 'app')
}

/** What a way is by itself; of the others it depends on who is named. */
const KINDS: Readonly<Record<SimulatedPlatform, Readonly<Partial<Record<Way, Kind>>>>> = {
  pexip: { room: 'room', teams: 'bridge', recorder: 'recorder' },
  cms: { room: 'room', web: 'guest', bridge: 'bridge', recorder: 'recorder', teams: 'user' },
}

export function kindOf(platform: SimulatedPlatform, { way, person, said }: Participation): Kind {
  const kind = KINDS[platform][way]
  if (kind !== undefined) return kind
  if (person !== null) return way === 'phone' ? 'pstn' : 'user'
  return isTyped(platform, way) && said !== '' ? 'guest' : 'unknown'
}

interface Known {
  readonly person: string | null
  readonly personIdent: PersonIdent | null
}

/** Callers are known by their number, all others by their address; rooms and guests by nothing. */
export function personOf(platform: SimulatedPlatform, leg: Participation): Known {
  const kind = kindOf(platform, leg)
  if (leg.person === null || (kind !== 'user' && kind !== 'pstn')) return { person: null, personIdent: null }
  return { person: leg.person.id, personIdent: kind === 'pstn' ? 'phone' : 'address' }
}

type Equipment = Omit<Device, 'agent'>

/** Cisco names none. */
export function equipmentOf(platform: SimulatedPlatform, { device }: Participation): Equipment {
  if (platform === 'cms') return { vendor: null, model: null, software: null, deviceClass: null }
  const { vendor, model, software, deviceClass } = device
  return { vendor, model, software, deviceClass }
}

/** Of a leg without an end nothing was measured; Cisco tells codecs and pictures of sound and camera. */
export function mediaOf(platform: SimulatedPlatform, { telling, streams }: Participation): TruthMedia[] {
  if (telling === 'no_end') return []
  if (platform === 'pexip') return streams.map((stream) => ({ ...stream, lossMp: lossMp(stream) }))
  return streams
    .filter(({ kind }) => kind !== 'content')
    .map((stream) => ({ ...stream, packets: null, lost: null, lossMp: null, kbps: null, fps: null }))
}

/** Milli-percent of what was sent. Up, the packets are those that arrived; down, those that were sent. */
function lossMp({ dir, packets, lost }: Stream): number | null {
  const sent = dir === 'up' ? packets + lost : packets
  return sent > 0 ? Math.min(100_000, Math.round((lost * 100_000) / sent)) : null
}
