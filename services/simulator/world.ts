/** All that one seed makes: the organisation, its meetings, and what must be known of them in the end. */
import { calendarDays } from './calendar.ts'
import { plantFaults } from './faults.ts'
import { holdMeeting } from './meetings-held.ts'
import { planMeetings } from './meetings.ts'
import type { World } from './model.ts'
import { createOrganisation } from './organisation.ts'
import { forkRandom } from './random.ts'
import { truthOf } from './truth.ts'

export interface WorldSettings {
  readonly seed: number
  readonly tenantId: string
  /** IANA zone: working hours, months and days are counted in it. */
  readonly zone: string
  /** ISO 3166 alpha-2. */
  readonly country: string
  /** The organisation's mail and SIP domain. */
  readonly domain: string
  /** How many work there; a fifth as many of other organisations meet them. */
  readonly people: number
  /** Local day, YYYY-MM-DD. */
  readonly firstDay: string
  readonly days: number
}

/** One seed, one result, on every machine. */
export function createWorld(settings: WorldSettings): World {
  const { seed, tenantId, zone, country, domain, people, firstDay, days } = settings
  const organisation = createOrganisation(seed, domain, people)
  const calendar = calendarDays(firstDay, days, zone)
  const faults = plantFaults(calendar)
  const meetings = planMeetings(seed, organisation, calendar).flatMap((plan, at) => {
    const held = holdMeeting(forkRandom(seed, `meeting ${at}`), plan, { organisation, faults, zone })
    return held === null ? [] : [held]
  })
  const truth = truthOf(meetings, { seed, zone, faults, organisation })
  return { seed, tenantId, zone, country, firstDay, days, organisation, meetings, truth }
}
