/** When somebody comes and goes. Cisco tells whole seconds; so there everything happens at whole seconds. */
import type { Harm } from './faults.ts'
import type { Attendance } from './meetings-attendance.ts'
import { drawEnd, drawEndOf, type End } from './meetings-ends.ts'
import type { Plan } from './meetings-plan.ts'
import type { Random } from './random.ts'

export const SECOND_MS = 1_000
/** A leg is told as 24 h at most. */
export const LONG_MS = 86_400_000
const FORGOTTEN_MS = 41 * 3_600_000
const SHORTEST_MS = 25 * SECOND_MS
const LATE = 0.07
const EARLY = 0.08
/** Failures of those at whom a fault strikes are of another sort than everybody's. */
const USUAL_FAILURES = 0.1

/** From when to when somebody was there, and how it ended. */
export interface Stay {
  readonly joinMs: number
  readonly leaveMs: number
  readonly end: End
}

/** @param place how manieth of the meeting it is */
export function drawStay(random: Random, plan: Plan, one: Attendance, place: number): Stay {
  const { startMs, lengthMs, extras, platform } = plan
  let joinMs = startMs + between(random, -2, 4)
  let leaveMs = startMs + lengthMs + between(random, -3, 4)
  let outcome: 'left' | 'over' = random.chance(0.6) ? 'left' : 'over'
  if (extras.includes('punctual')) {
    joinMs = startMs + between(random, 0, 1)
    leaveMs = startMs + lengthMs - between(random, 0, 1)
  } else if (extras.includes('through_midnight')) {
    if (place % 2 === 1) joinMs = startMs + lengthMs / 2 + between(random, 1, 20)
    else if (place % 4 === 0 && place > 0) leaveMs = startMs + lengthMs / 2 - between(random, 10, 20)
  } else if (extras.includes('forgotten_room') && one.way === 'room') {
    leaveMs = joinMs + FORGOTTEN_MS
  } else if (place > 0) {
    if (random.chance(LATE)) joinMs = startMs + lengthMs * 0.5 * random.next()
    if (random.chance(EARLY)) {
      leaveMs = startMs + lengthMs * (0.5 + 0.4 * random.next())
      outcome = 'left'
    }
  }
  const [from, until] = [onScale(platform, joinMs), onScale(platform, leaveMs)]
  return { joinMs: from, leaveMs: Math.max(until, from + SHORTEST_MS), end: drawEnd(random, platform, outcome) }
}

/** Some minutes before anybody else comes. */
export function early(random: Random, plan: Plan, stay: Stay): Stay {
  return { ...stay, joinMs: onScale(plan.platform, plan.startMs - between(random, 5, 9)) }
}

/** One to three attempts, the last some seconds before it works. */
export function failedStays(random: Random, plan: Plan, stay: Stay, harm: Harm): Stay[] {
  const { cause } = harm
  const planned = cause !== null && random.chance(cause.share) ? cause.endClass : null
  const outcome = cause === null && harm.failures > USUAL_FAILURES ? 'refused' : 'failed'
  const stays: Stay[] = []
  let untilMs = stay.joinMs
  for (let left = random.whole(1, 3); left > 0; left -= 1) {
    const leaveMs = onScale(plan.platform, untilMs - random.whole(3, 30) * SECOND_MS)
    const joinMs = onScale(plan.platform, leaveMs - random.whole(500, 9_000))
    const end = planned === null ? drawEnd(random, plan.platform, outcome) : drawEndOf(random, plan.platform, planned)
    stays.unshift({ joinMs, leaveMs, end })
    untilMs = joinMs
  }
  return stays
}

/** Minutes, in ms. */
function between(random: Random, from: number, to: number): number {
  return random.whole(from * 60_000, to * 60_000)
}

function onScale(platform: Plan['platform'], ms: number): number {
  return platform === 'cms' ? Math.round(ms / SECOND_MS) * SECOND_MS : Math.round(ms)
}
