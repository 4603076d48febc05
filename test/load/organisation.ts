/**
 * The invented organisation whose events are measured: people, rooms and meeting rooms that come back, as they do in a
 * real one. (Domains, addresses and numbers are those reserved for documentation.)
 */
import type { TenantSettings } from '../../services/ingest/index.ts'
import { createRandom, type Random } from '../../services/simulator/random.ts'

export const SEED = 20261122
export const TENANT = 'acme'
const DOMAIN = 'klant.example'

const PEOPLE = 400
const EXTERNALS = 150
const ROOMS = 40
const NAMES = 80

/** Somebody or something that joins meetings, always the same way. */
export interface Joiner {
  readonly protocol: 'SIP' | 'WebRTC' | 'H323'
  readonly alias: string
  readonly displayName: string
  readonly address: string
  readonly userAgent: string
  readonly location: string
  readonly streams: readonly ('audio' | 'video' | 'presentation')[]
}

export interface Organisation {
  readonly settings: TenantSettings
  readonly joiners: readonly [Joiner, ...Joiner[]]
  /** Names of conferences: most of them somebody's own meeting room. */
  readonly names: readonly [string, ...string[]]
}

const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15',
  'Pexip Infinity Connect/1.13.2-78013.0.0 (Windows NT 10.0; WOW64) nwjs/0.88.0',
] as const
const SYSTEMS = [
  'TANDBERG/529 (ce11.14.2.3) Cisco-RoomKit',
  'TANDBERG/529 (ce9.15.18) Cisco-SX20',
  'PolycomRealPresenceGroup500/6.2.2.7',
  'Poly/StudioX50/4.2.0',
] as const

export function organisation(): Organisation {
  const random = createRandom(SEED)
  const rooms = Array.from({ length: ROOMS }, (_, n) => room(n, random))
  const people = Array.from({ length: PEOPLE }, (_, n) => person(n, random))
  const externals = Array.from({ length: EXTERNALS }, (_, n) => external(n, random))
  return {
    // Rooms are in more meetings than any one person.
    joiners: [phone(), ...rooms, ...rooms, ...rooms, ...people, ...externals],
    names: ['Weekstart', ...Array.from({ length: NAMES }, (_, n) => `${nameOf(n * 3)}'s VMR`)],
    settings: {
      tenantId: TENANT,
      zone: 'Europe/Amsterdam',
      country: 'NL',
      domains: [DOMAIN],
      mode: 'full',
      sites: [
        { id: 'utrecht', name: 'Utrecht', ranges: ['198.51.100.0/24'], labels: [{ label: 'Utrecht-DMZ' }] },
        { id: 'groningen', name: 'Groningen', ranges: ['203.0.113.0/25'], labels: [] },
        { id: 'delft', name: 'Delft', ranges: ['203.0.113.128/26', '2001:db8:7::/48'], labels: [] },
      ],
      rooms: Array.from({ length: ROOMS }, (_, n) => ({
        id: `room-${n}`,
        name: `Room ${n}`,
        aliases: [`room.${n}@${DOMAIN}`],
        site: n % 3 === 0 ? 'utrecht' : 'groningen',
      })),
      configRev: 7,
    },
  }
}

function room(n: number, random: Random): Joiner {
  return {
    protocol: n % 7 === 0 ? 'H323' : 'SIP',
    alias: `sip:room.${n}@${DOMAIN}`,
    displayName: `Room ${n}`,
    address: n % 3 === 0 ? `198.51.100.${n + 10}` : `203.0.113.${n + 10}`,
    userAgent: random.pick(SYSTEMS),
    location: 'Utrecht-DMZ',
    streams: n % 2 === 0 ? ['audio', 'video', 'presentation'] : ['audio', 'video'],
  }
}

function person(n: number, random: Random): Joiner {
  const name = nameOf(n)
  return {
    protocol: n % 4 === 0 ? 'SIP' : 'WebRTC',
    alias: `${n % 4 === 0 ? 'sip:' : ''}${name.toLowerCase().replace(' ', '.')}.${n}@${DOMAIN}`,
    displayName: name,
    address: n % 3 === 0 ? `198.51.100.${random.whole(60, 250)}` : `192.0.2.${random.whole(2, 250)}`,
    userAgent: random.pick(BROWSERS),
    location: n % 2 === 0 ? 'Utrecht-DMZ' : 'Edge-West',
    streams: ['audio', 'video'],
  }
}

function external(n: number, random: Random): Joiner {
  const name = nameOf(n + 1_000)
  return {
    ...person(n, random),
    protocol: n % 3 === 0 ? 'SIP' : 'WebRTC',
    alias: n % 3 === 0 ? `sip:${name.toLowerCase().replace(' ', '.')}@partner-${n % 12}.example` : name,
    address: `192.0.2.${random.whole(2, 250)}`,
  }
}

function phone(): Joiner {
  return {
    protocol: 'SIP',
    alias: 'sip:+31201234567@sbc.klant.example;user=phone',
    displayName: '',
    address: '203.0.113.250',
    userAgent: '',
    location: 'Utrecht-DMZ',
    streams: ['audio'],
  }
}

const FIRST = ['Robin', 'Kim', 'Noor', 'Sam', 'Jip', 'Luca', 'Bo', 'Mika'] as const
const LAST = ['Voorbeeld', 'Fictie', 'Testman', 'Proef', 'Denkbeeld', 'Specimen', 'Model'] as const

function nameOf(n: number): string {
  return `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length) % LAST.length]}`
}
