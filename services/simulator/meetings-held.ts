/** A planned meeting as it took place: who came when, what went wrong, and how it was told. */
import type { Exposed, Harm } from './faults.ts'
import { createShared } from './luck.ts'
import { type Attendance, attendances, bridgeLegs } from './meetings-attendance.ts'
import { drawEnd } from './meetings-ends.ts'
import { legOf } from './meetings-leg.ts'
import type { Plan } from './meetings-plan.ts'
import { tell } from './meetings-telling.ts'
import { drawStay, early, failedStays, SECOND_MS, type Stay } from './meetings-times.ts'
import type { Meeting, Organisation, Participation } from './model.ts'
import { BRIDGES, GRONINGEN, NODES } from './organisation-sites.ts'
import { NAMELESS } from './organisation-devices.ts'
import { SCANNER, WITHHELD } from './people.ts'
import { drawNetwork, type WifiShare } from './plans.ts'
import type { Random } from './random.ts'

const REJOINS = 0.03
const CASCADE = 0.5
const PRESENTED = 0.35
/** Shorter stays are not interrupted. */
const SHORTEST_CUT_MS = 240 * SECOND_MS

export interface HeldWith {
  readonly organisation: Organisation
  readonly harmOf: (exposed: Exposed) => Harm
  readonly wifi: WifiShare | null
  readonly zone: string
}

/** @returns the meeting, or null where nobody came */
export function holdMeeting(
  random: Random,
  plan: Plan,
  { organisation, harmOf, wifi, zone }: HeldWith,
): Meeting | null {
  if (plan.extras.includes('nobody')) return attempts(random, plan)
  const regional = [...plan.people, ...plan.rooms].some(({ site }) => site === GRONINGEN)
  const cascade = plan.platform === 'cms' && (plan.extras.includes('cascade') || (regional && random.chance(CASCADE)))
  const shared = createShared(random)
  const presents = random.chance(PRESENTED)
  const legs: Participation[] = []
  const present = attendances(random, plan, organisation, cascade)
  let waited = false
  for (const [place, attended] of present.entries()) {
    const drawn = drawStay(random, plan, attended, place)
    const network = wifi === null ? null : drawNetwork(random, wifi, attended)
    const harm = harmOf({ ...attended, network, platform: plan.platform, joinMs: drawn.joinMs })
    const waits: boolean = harm.waits > 0 && !waited && attended.room === null && random.chance(harm.waits)
    const stay = waits ? early(random, plan, drawn) : drawn
    waited ||= waits
    const one =
      harm.placeless > 0 && attended.room === null && random.chance(harm.placeless) ? placeless(attended) : attended
    const circumstances = { plan, harm, network, shared: shared(one.place), content: presents, presents: place === 0 }
    for (const part of partsOf(random, plan, one, stay, harm)) legs.push(legOf(random, one, part, circumstances))
  }
  if (legs.length === 0) return null
  if (cascade) legs.push(...links(random, plan, organisation, legs))
  const bridged = legs.some(({ node }) => node === BRIDGES.groningen)
  return tell(random, plan, zone, {
    platform: plan.platform,
    ids: plan.platform === 'pexip' ? [] : bridged ? [random.uuid(), random.uuid()] : [random.uuid()],
    correlator: random.uuid(),
    name: plan.name,
    startMs: Math.min(...legs.map(({ joinMs }) => joinMs)),
    endMs: Math.max(...legs.map(({ leaveMs }) => leaveMs)) + random.whole(1, 3) * SECOND_MS,
    participations: legs,
  })
}

/** Through a node that stands for no site, and without an address. */
function placeless(one: Attendance): Attendance {
  return { ...one, ip: '', node: NODES.edge }
}

/** Attempts that fail before it works, and a stay that is cut off and taken up again. */
function partsOf(random: Random, plan: Plan, one: Attendance, stay: Stay, harm: Harm): Stay[] {
  const parts: Stay[] = []
  const joins = one.way !== 'teams' && one.way !== 'recorder'
  if (joins && random.chance(harm.failures)) parts.push(...failedStays(random, plan, stay, harm))
  const { joinMs, leaveMs } = stay
  const lasts = leaveMs - joinMs >= SHORTEST_CUT_MS && !plan.extras.includes('forgotten_room')
  const cut = random.chance(harm.cutOff)
  if (!joins || !lasts || !(cut || random.chance(REJOINS))) return [...parts, stay]
  const brokenMs = joinMs + Math.floor(((leaveMs - joinMs) * (0.2 + 0.6 * random.next())) / SECOND_MS) * SECOND_MS
  const againMs = brokenMs + random.whole(8, 80) * SECOND_MS
  const end = drawEnd(random, plan.platform, cut ? 'cut' : 'left')
  return [...parts, { ...stay, leaveMs: brokenMs, end }, ...(againMs < leaveMs ? [{ ...stay, joinMs: againMs }] : [])]
}

/** The link between call bridges stands while both have somebody. */
function links(random: Random, plan: Plan, { domain }: Organisation, legs: readonly Participation[]): Participation[] {
  const sides = [BRIDGES.core, BRIDGES.groningen].map((node) => legs.filter((leg) => leg.node === node))
  if (sides.some((side) => side.length === 0)) return []
  const joinMs = Math.max(...sides.map((side) => Math.min(...side.map((leg) => leg.joinMs))))
  const leaveMs = Math.min(...sides.map((side) => Math.max(...side.map((leg) => leg.leaveMs))))
  if (leaveMs <= joinMs) return []
  const stay = { joinMs, leaveMs, end: { endClass: 'normal_remote' as const, native: 'callEnded' } }
  const circumstances = { plan, harm: null, network: null, shared: 1, content: false, presents: false }
  return bridgeLegs(domain).map((one) => legOf(random, one, stay, circumstances))
}

/** Calls that reach no meeting: wrong numbers, and a machine that tries addresses. */
function attempts(random: Random, plan: Plan): Meeting {
  const count = random.whole(1, 4)
  const legs = Array.from({ length: count }, (_, at) => {
    const known = random.chance(0.6)
    const joinMs = plan.startMs + (at * 90 + random.whole(0, 60)) * SECOND_MS
    const one: Attendance = {
      way: 'desk',
      person: known ? SCANNER : null,
      room: null,
      said: known ? random.pick(SCANNER.spellings) : WITHHELD,
      typedName: '',
      ip: '192.0.2.200',
      device: NAMELESS,
      node: plan.platform === 'pexip' ? 1 : BRIDGES.core,
      place: SCANNER.site,
    }
    const stay = {
      joinMs,
      leaveMs: joinMs + random.whole(1, 4) * SECOND_MS,
      end: drawEnd(random, plan.platform, 'lost'),
    }
    return legOf(random, one, stay, { plan, harm: null, network: null, shared: 1, content: false, presents: false })
  })
  return {
    platform: plan.platform,
    ids: [],
    correlator: random.uuid(),
    name: '',
    startMs: Math.min(...legs.map(({ joinMs }) => joinMs)),
    endMs: Math.max(...legs.map(({ leaveMs }) => leaveMs)) + SECOND_MS,
    participations: legs,
  }
}
