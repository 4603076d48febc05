/** One stay of one attendance as a participation, with what was measured of it. */
import type { Harm } from './faults.ts'
import { drawAlarm, drawLoss, drawStreams, drawWindows } from './luck.ts'
import type { Attendance } from './meetings-attendance.ts'
import type { Plan } from './meetings-plan.ts'
import { LONG_MS, SECOND_MS, type Stay } from './meetings-times.ts'
import type { Network } from '../../schemas/states.ts'
import type { Participation } from './model.ts'
import { NODES } from './organisation-sites.ts'
import type { Random } from './random.ts'

export interface Circumstances {
  readonly plan: Plan
  /** null where no media are measured. */
  readonly harm: Harm | null
  /** null where it makes no difference. */
  readonly network: Network | null
  /** Luck of the meeting at the place. */
  readonly shared: number
  /** Somebody shows something. */
  readonly content: boolean
  /** It is this one. */
  readonly presents: boolean
}

const TOLD_WINDOWS = 0.6
const SHORTEST_CONTENT_MS = 300 * SECOND_MS
/** Of version 1, whose event sink tells no windows. */
const WITHOUT_WINDOWS: number = NODES.groningen

export function legOf(random: Random, one: Attendance, stay: Stay, circumstances: Circumstances): Participation {
  const { plan, harm, network, shared, content, presents } = circumstances
  const { place: _, ...known } = one
  const pexip = plan.platform === 'pexip'
  const lengthMs = stay.leaveMs - stay.joinMs
  const seconds = Math.round(lengthMs / SECOND_MS)
  const leg: Participation = {
    ...known,
    ...stay,
    ...(network === null ? {} : { network }),
    id: random.uuid(),
    preJoinId: null,
    telling: 'whole',
    streams: [],
    windows: null,
    alarmLossPct: 0,
  }
  if (harm === null || one.way === 'teams' || one.way === 'recorder') return leg
  if (harm.unmeasured > 0 && random.chance(harm.unmeasured)) return leg
  const loss = drawLoss(random, { shared, harm })
  const shows = pexip && content && lengthMs >= SHORTEST_CONTENT_MS && lengthMs < LONG_MS && one.way !== 'phone'
  const question = { way: one.way, device: one.device, seconds, shared, harm, content: shows, presents }
  const windows = pexip && one.node !== WITHOUT_WINDOWS && lengthMs < LONG_MS && random.chance(TOLD_WINDOWS)
  return {
    ...leg,
    streams: drawStreams(random, question, loss),
    windows: windows ? drawWindows(random, seconds, loss) : null,
    alarmLossPct: pexip ? 0 : drawAlarm(random, seconds, loss),
  }
}
