/** Who takes part in a planned meeting, which way, and what stands in the record of it. */
import type { Plan } from './meetings-plan.ts'
import type { Device, Organisation, Participation, Person, Room, Way } from './model.ts'
import { ACCOUNT_DEVICES, BROWSER_DEVICES, DESK_DEVICES, NAMELESS, TRUNK } from './organisation-devices.ts'
import { addressAt, BRIDGES, GRONINGEN, NODES, nodeOf, REMOTE, TRUNK_IP } from './organisation-sites.ts'
import { callerSpelling, nameOf, TYPED, WITHHELD } from './people.ts'
import type { Random } from './random.ts'

/** A way of taking part, before it is known when. */
export interface Attendance extends Pick<
  Participation,
  'way' | 'person' | 'room' | 'said' | 'typedName' | 'ip' | 'device' | 'node'
> {
  /** Where it really is: site, or `remote`; whoever shares a meeting and a place shares luck. */
  readonly place: string
}

const AT_HOME = 0.2
const IN_THE_ROOM = 0.5
const BY_THE_EDGE = 0.1
const CALLER_WITHHOLDS = 0.08
const TYPES_AN_ADDRESS = 0.15
const NEW_SOFTWARE = 0.12

type Ways = readonly [Way, ...Way[]]
const PEXIP_WAYS: Ways = ['desk', 'desk', 'account', 'account', 'account', 'account', 'web', 'web', 'web', 'phone']
const CMS_WAYS: Ways = ['app', 'app', 'app', 'app', 'desk', 'desk', 'desk', 'web', 'web', 'phone']

/** @param cascade whether both call bridges take part */
export function attendances(random: Random, plan: Plan, { domain }: Organisation, cascade: boolean): Attendance[] {
  const seat = { random, plan, domain, cascade }
  const placed = plan.people.map((person) => ({
    person,
    place: person.site !== REMOTE && random.chance(AT_HOME) ? REMOTE : person.site,
  }))
  const rooms = plan.rooms.map((room) => inRoom(seat, room))
  const seated = placed.filter(
    ({ place }) => !plan.rooms.some(({ site }) => site === place) || !random.chance(IN_THE_ROOM),
  )
  return [
    ...rooms,
    ...seated.map(({ person, place }) => ofPerson(seat, person, place)),
    ...Array.from({ length: plan.guests }, () => ofGuest(seat)),
    ...machines(seat),
  ]
}

interface Seat {
  readonly random: Random
  readonly plan: Plan
  readonly domain: string
  readonly cascade: boolean
}

function inRoom(seat: Seat, room: Room): Attendance {
  const { random, domain } = seat
  const address = `${room.alias}@${domain}`
  return {
    way: 'room',
    person: null,
    room,
    said: random.pick([`sip:${address}`, address, `sips:${address.toUpperCase()};transport=tls`]),
    typedName: `Zaal ${room.name}`,
    ip: room.ip,
    device: room.device,
    node: server(seat, room.site),
    place: room.site,
  }
}

function ofPerson(seat: Seat, person: Person, place: string): Attendance {
  const { random, plan, domain } = seat
  const way = random.pick(waysOf(plan, person))
  const common = { room: null, typedName: nameOf(person), place }
  if (way === 'phone') {
    const withheld = random.chance(CALLER_WITHHOLDS)
    return {
      ...common,
      way,
      person: withheld ? null : person,
      said: withheld ? WITHHELD : callerSpelling(random, person.phone, domain),
      typedName: '',
      ip: TRUNK_IP,
      device: TRUNK,
      node: server(seat, REMOTE),
      place: REMOTE,
    }
  }
  const there = { ...common, ip: addressAt(random, place), node: server(seat, place) }
  if (way !== 'web') {
    return { ...there, way, person, said: random.pick(person.spellings), device: deviceOf(random, way, person) }
  }
  // What is typed names nobody, unless it is a full address; a guest link of Cisco's never does.
  const known = plan.platform === 'pexip' && random.chance(TYPES_AN_ADDRESS)
  const typed = random.chance(0.5) ? random.pick(TYPED) : nameOf(person)
  const said = plan.platform === 'cms' ? `guest${random.whole(1e8, 1e9)}@guest.${domain}` : typed
  const device = deviceOf(random, way, person)
  if (known) return { ...there, way, person, said: random.pick([person.address, `mailto:${person.address}`]), device }
  return { ...there, way, person: null, said, typedName: typed, device }
}

function ofGuest(seat: Seat): Attendance {
  const { random, plan, domain } = seat
  const typed = random.pick(TYPED)
  return {
    way: 'web',
    person: null,
    room: null,
    said: plan.platform === 'cms' ? `guest${random.whole(1e8, 1e9)}@guest.${domain}` : typed,
    typedName: typed,
    ip: addressAt(random, REMOTE),
    device: random.pick(BROWSER_DEVICES),
    node: server(seat, REMOTE),
    place: REMOTE,
  }
}

function waysOf({ platform }: Plan, { phone }: Person): Ways {
  const all = platform === 'pexip' ? PEXIP_WAYS : CMS_WAYS
  if (phone !== '') return all
  const [first, ...others] = all.filter((way) => way !== 'phone')
  return first === undefined ? all : [first, ...others]
}

/** Legs at whose far end is nobody. */
function machines(seat: Seat): Attendance[] {
  const { plan, domain, random } = seat
  const nobody = {
    person: null,
    room: null,
    typedName: '',
    device: NAMELESS,
    node: server(seat, REMOTE),
    place: REMOTE,
  }
  const legs: Attendance[] = []
  if (plan.extras.includes('teams')) {
    legs.push({ ...nobody, way: 'teams', said: `teams:${random.whole(1e8, 1e9)}`, ip: '2001:db8:fffe::5' })
  }
  if (plan.extras.includes('recorder')) {
    const said = plan.platform === 'pexip' ? 'rtmps://stream.example/live/1' : `recorder@cms.${domain}`
    legs.push({ ...nobody, way: 'recorder', said, ip: '' })
  }
  return legs
}

/** The link between two call bridges, as each of them sees it. */
export function bridgeLegs(domain: string): [Attendance, Attendance] {
  const leg = (node: number, other: number): Attendance => ({
    way: 'bridge',
    person: null,
    room: null,
    said: `sip:bridge${other + 1}@cms.${domain}`,
    typedName: '',
    ip: '',
    device: NAMELESS,
    node,
    place: REMOTE,
  })
  return [leg(BRIDGES.core, BRIDGES.groningen), leg(BRIDGES.groningen, BRIDGES.core)]
}

function server({ random, plan, cascade }: Seat, place: string): number {
  if (plan.platform === 'cms') return cascade && place === GRONINGEN ? BRIDGES.groningen : BRIDGES.core
  return random.chance(BY_THE_EDGE) && place !== GRONINGEN && nodeOf(place) !== NODES.depot ? NODES.edge : nodeOf(place)
}

/** Everybody has equipment of their own, and at times tries something else. */
function deviceOf(random: Random, way: Way, person: Person): Device {
  const kinds = way === 'desk' ? DESK_DEVICES : way === 'web' ? BROWSER_DEVICES : ACCOUNT_DEVICES
  const own = kinds[Number(person.id.slice(1)) % kinds.length] ?? kinds[0]
  return random.chance(NEW_SOFTWARE) ? random.pick(kinds) : own
}
