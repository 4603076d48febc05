/** How the legs of a meeting are told: most of them whole. */
import { inMonthsFirst24h, monthOf } from './calendar.ts'
import type { Plan } from './meetings-plan.ts'
import type { Meeting, Participation, Telling, Way } from './model.ts'
import type { Random } from './random.ts'

const SHORTEST_MS = 60_000
/** Nothing hangs on when exactly a record comes: what is judged by it is not told so near the limit. */
const NEAR_MS = 300_000

type Chances = readonly (readonly [telling: Telling, chance: number])[]
const PEXIP: Chances = [
  ['no_start', 0.02],
  ['no_end', 0.025],
  ['start_unstated', 0.03],
  ['end_only', 0.01],
]
const CMS: Chances = [
  ['no_start', 0.03],
  ['no_end', 0.025],
  ['start_unstated', 0.03],
]
const PRE_JOINS = 0.35
/** Only their start says what they are: it always comes. */
const UNNAMED: ReadonlySet<Way> = new Set<Way>(['web', 'bridge', 'recorder', 'teams'])

export function tell(random: Random, plan: Plan, zone: string, meeting: Meeting): Meeting {
  const { platform } = meeting
  const crosses = monthOf(meeting.startMs, zone) !== monthOf(meeting.endMs, zone)
  const participations = meeting.participations.map((leg, place) => {
    if (leg.leaveMs - leg.joinMs < SHORTEST_MS || plan.extras.includes('by_the_book')) return leg
    const drawn = plan.extras.includes('every_telling') ? inTurn(platform, place) : draw(random, plan, leg)
    if (drawn === 'no_start' && platform === 'cms' && (UNNAMED.has(leg.way) || isNear(leg.joinMs, zone))) return leg
    if (drawn === 'end_only' && isNear(leg.leaveMs, zone)) return leg
    if (drawn === 'no_end' && crosses) return leg
    if (drawn === 'pre_join') return { ...leg, telling: drawn, preJoinId: random.uuid() }
    return { ...leg, telling: drawn }
  })
  return { ...meeting, participations: withEndsCovered(participations) }
}

function draw(random: Random, { platform, extras }: Plan, { way }: Participation): Telling {
  if (extras.includes('told_by_ends') && random.chance(0.5)) return platform === 'pexip' ? 'end_only' : 'no_start'
  if (platform === 'pexip' && way === 'web' && random.chance(PRE_JOINS)) return 'pre_join'
  for (const [telling, chance] of platform === 'pexip' ? PEXIP : CMS) if (random.chance(chance)) return telling
  return 'whole'
}

function inTurn(platform: Plan['platform'], place: number): Telling {
  const tellings = (platform === 'pexip' ? PEXIP : CMS).map(([telling]) => telling)
  return tellings[place % (2 * tellings.length)] ?? 'whole'
}

/**
 * A leg whose end is never told lies within what the meeting's other legs tell without a gap, so that its conference
 * does not hang on when its last window happened to come.
 */
function withEndsCovered(legs: readonly Participation[]): readonly Participation[] {
  if (legs.every(({ telling }) => telling !== 'no_end')) return legs
  const told = legs.filter(({ telling }) => telling !== 'no_end').toSorted((a, b) => a.joinMs - b.joinMs)
  const first = told[0]
  let untilMs = first?.leaveMs ?? 0
  const gapless = told.every(({ joinMs, leaveMs }) => {
    const meets = joinMs <= untilMs
    untilMs = Math.max(untilMs, leaveMs)
    return meets
  })
  const covered = ({ joinMs, leaveMs }: Participation) =>
    gapless && first !== undefined && joinMs >= first.joinMs && leaveMs <= untilMs
  return legs.map((leg) => (leg.telling !== 'no_end' || covered(leg) ? leg : { ...leg, telling: 'whole' }))
}

/** Near the first instant of a month, or the end of its first 24 hours. */
function isNear(ms: number, zone: string): boolean {
  return (
    monthOf(ms - NEAR_MS, zone) !== monthOf(ms + NEAR_MS, zone) ||
    inMonthsFirst24h(ms - NEAR_MS, zone) !== inMonthsFirst24h(ms + NEAR_MS, zone)
  )
}
