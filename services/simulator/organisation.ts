/**
 * The invented organisation: four sites, its declared rooms, and the nodes and call bridges that serve them. Addresses
 * are of the ranges reserved for documentation.
 *
 * | site          | how it is known                                                                              |
 * |---------------|----------------------------------------------------------------------------------------------|
 * | Utrecht       | its ranges; its node's system location                                                       |
 * | Utrecht Annex | a smaller range within that of Utrecht                                                       |
 * | Groningen     | its ranges; its node's system location; its call bridge                                      |
 * | Depot         | its node's system location only: it comes in through a provider's addresses                  |
 * | at home       | addresses of no range, through a node whose location is declared as no site                   |
 */
import type { Installation, Organisation, Room, Site } from './model.ts'
import { ROOM_DEVICES } from './organisation-devices.ts'
import { addressAt, ANNEX, BRIDGES, DEPOT, GRONINGEN, UTRECHT, ZWOLLE } from './organisation-sites.ts'
import { createPeople, FIVE_SITES, FOUR_SITES } from './people.ts'
import type { OldRooms } from './plans.ts'
import { forkRandom, type Random } from './random.ts'

const ROOM_NAMES = [
  'Waddenzee',
  'Veluwe',
  'Biesbosch',
  'Drenthe',
  'Zeeland',
  'Peel',
  'Betuwe',
  'Gooi',
  'Texel',
  'Salland',
]
const ROOM_SITES = [UTRECHT, GRONINGEN, DEPOT, UTRECHT, ANNEX, GRONINGEN] as const
const ROOM_SITES_OF_FIVE = [UTRECHT, GRONINGEN, DEPOT, ZWOLLE, ANNEX] as const
const FEWEST_ROOMS = 6
const PEOPLE_A_ROOM = 12

export interface OrganisationSettings {
  readonly seed: number
  readonly domain: string
  /** Of the organisation itself; those of others come on top. */
  readonly people: number
  /** One more site, in which the rooms' models are mixed as in the others: for planned faults. */
  readonly five: boolean
  /** How many rooms; by default as many as there are people for. */
  readonly rooms?: number
  readonly oldRooms: OldRooms | null
  /** Nobody of others, and no telephones (not the default). */
  readonly inHouse?: boolean
}

export function createOrganisation(settings: OrganisationSettings): Organisation {
  const { seed, domain, people, five, oldRooms, inHouse = false } = settings
  const { rooms = Math.max(FEWEST_ROOMS, Math.round(people / PEOPLE_A_ROOM)) } = settings
  const random = forkRandom(seed, 'organisation')
  const installation = createInstallation(random, domain)
  const sites: readonly Site[] = [
    { name: UTRECHT, ranges: ['198.51.100.0/24', '2001:db8:a1::/48'], labels: ['Utrecht'] },
    { name: ANNEX, ranges: ['198.51.100.192/26'], labels: [] },
    {
      name: GRONINGEN,
      ranges: ['203.0.113.0/25', '2001:db8:b2::/48'],
      labels: ['Groningen', installation.cms[BRIDGES.groningen]?.callBridge ?? ''],
    },
    { name: DEPOT, ranges: ['2001:db8:d4::/48'], labels: ['Depot'] },
    ...(five ? [{ name: ZWOLLE, ranges: ['203.0.113.192/26'], labels: [] }] : []),
  ]
  return {
    domain,
    sites,
    rooms: createRooms(random, rooms, five ? ROOM_SITES_OF_FIVE : ROOM_SITES, oldRooms),
    people: createPeople(forkRandom(seed, 'people'), {
      domain,
      people,
      shares: five ? FIVE_SITES : FOUR_SITES,
      inHouse,
    }),
    installation,
  }
}

function createInstallation(random: Random, domain: string): Installation {
  return {
    domain: `video.${domain}`,
    pexip: [
      { address: '192.0.2.11', location: 'Utrecht', version: 2 },
      { address: '192.0.2.12', location: 'Internet-DMZ', version: 2 },
      { address: '192.0.2.13', location: 'Groningen', version: 1 },
      { address: '192.0.2.14', location: 'Depot', version: 2 },
    ],
    cms: [{ callBridge: random.uuid() }, { callBridge: random.uuid() }],
  }
}

function createRooms(random: Random, count: number, sites: readonly string[], oldRooms: OldRooms | null): Room[] {
  const rooms: Room[] = []
  const [plain] = ROOM_DEVICES
  if (plain === undefined) return rooms
  const old = ROOM_DEVICES.find(({ vendor, model }) => `${vendor} ${model}` === oldRooms?.model)
  for (let at = 0; at < count; at += 1) {
    const round = Math.floor(at / ROOM_NAMES.length)
    const name = `${ROOM_NAMES[at % ROOM_NAMES.length] ?? ''}${round === 0 ? '' : ` ${round + 1}`}`
    // Sites move on by one each round of devices, so that a model is not a site.
    const site = sites[(at + Math.floor(at / ROOM_DEVICES.length)) % sites.length] ?? UTRECHT
    rooms.push({
      name,
      site,
      alias: `zaal.${name.toLowerCase().replace(' ', '')}`,
      capacity: random.pick([4, 6, 8, 12, 20]),
      device: (site === oldRooms?.site ? old : ROOM_DEVICES[at % ROOM_DEVICES.length]) ?? plain,
      ip: addressAt(random, site),
    })
  }
  return rooms
}
