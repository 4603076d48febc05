/** All that one seed makes: the organisation, its meetings, and what must be known of them in the end. */
import { type CalendarDay, calendarDays } from './calendar.ts'
import { type Exposed, type Harm, harmOf, plantFaults } from './faults.ts'
import { holdMeeting } from './meetings-held.ts'
import { planMeetings } from './meetings.ts'
import { type PlantedFault, type SimulatedPlatform, STANDARD_FAULTS, type StandardFault, type World } from './model.ts'
import { createOrganisation } from './organisation.ts'
import { type FaultPlan, type OldRooms, planHarm, plantedOf, silences, type WifiShare } from './plans.ts'
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
  /**
   * What is wrong: the demo's faults (the default), nothing, or what is planned. Without the demo's faults there are five
   * sites that are alike, nothing but ordinary meetings, and only what is planned makes a difference.
   */
  readonly faults?: 'standard' | 'none' | readonly FaultPlan[]
  /** Which of the demo's faults; all of them by default. */
  readonly only?: readonly StandardFault[]
  /** With planned faults, or none: what looks like a fault of a site and is none. */
  readonly wifi?: WifiShare
  readonly oldRooms?: OldRooms
  /** How many rooms; by default one for each twelve people. */
  readonly rooms?: number
  /**
   * Nobody of other organisations takes part and nobody calls by telephone, so that there are no more persons than
   * `people`: who calls has one more key. With planned faults, or none: the demo's need callers and a stray machine.
   */
  readonly inHouse?: boolean
  /** With planned faults, or none: whether there are Cisco's servers beside Pexip's (the default). */
  readonly cms?: boolean
}

/** One seed, one result, on every machine. */
export function createWorld(settings: WorldSettings): World {
  const { seed, tenantId, zone, country, firstDay, days, faults = 'standard', cms = true } = settings
  const standard = faults === 'standard'
  const organisation = createOrganisation({ ...settings, five: !standard, oldRooms: settings.oldRooms ?? null })
  const calendar = calendarDays(firstDay, days, zone)
  const wrong = faultsOf(settings, calendar)
  const wifi = settings.wifi ?? null
  const meetings = planMeetings({ seed, organisation, days: calendar, plants: standard, cms }).flatMap((plan, at) => {
    if (wrong.isSilent(plan.platform, plan.startMs)) return []
    const held = holdMeeting(forkRandom(seed, `meeting ${at}`), plan, {
      organisation,
      wifi,
      zone,
      harmOf: wrong.harmOf,
    })
    return held === null ? [] : [held]
  })
  const truth = truthOf(meetings, { seed, zone, faults: wrong.planted, organisation })
  return { seed, tenantId, zone, country, firstDay, days, organisation, meetings, truth }
}

interface Wrong {
  readonly planted: readonly PlantedFault[]
  readonly harmOf: (exposed: Exposed) => Harm
  readonly isSilent: (platform: SimulatedPlatform, ms: number) => boolean
}

function faultsOf(settings: WorldSettings, days: readonly CalendarDay[]): Wrong {
  const { faults = 'standard', only = STANDARD_FAULTS, zone, wifi } = settings
  if (faults === 'standard') {
    const planted = plantFaults(days).filter(({ what }) => only.includes(what))
    return { planted, harmOf: (exposed) => harmOf(planted, exposed), isSilent: () => false }
  }
  const plans = faults === 'none' ? [] : faults
  return {
    planted: plantedOf(plans, zone, days[0]?.at(0) ?? 0, days.at(-1)?.at(24 * 60) ?? 0),
    harmOf: planHarm(plans, zone, wifi ?? null),
    isSilent: silences(plans, zone),
  }
}
