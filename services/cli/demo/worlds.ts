/** What the demo invents: a large organisation, and one of which nothing may be said of its people. */
import { addDays, localDayOf } from '../../shared/calendar.ts'
import { createWorld, type StandardFault, type World } from '../../simulator/index.ts'
import { type Customer, LARGE, SMALL, ZONE } from './organisation.ts'

/** The clock starts here: Wednesday 18 November 2026, 17:00 in the Netherlands. The last meetings are of the day before. */
export const NOW = '2026-11-18T16:00:00Z'

/** People of the small customer: fewer than the 10 from which figures are published. */
export const FEW = 9
const ROOMS_OF_FEW = 3

interface Invented {
  readonly seed: number
  readonly days: number
}

interface InventedLarge extends Invented {
  readonly people: number
  /** What is wrong there. */
  readonly faults: readonly StandardFault[]
}

export function largeWorld({ seed, people, days, faults }: InventedLarge): World {
  return createWorld({ ...settingsOf(LARGE, seed, days), people, only: faults })
}

/** Nobody from outside and no telephone, or more persons would be counted than there are people. */
export function smallWorld({ seed, days }: Invented): World {
  const size = { people: FEW, rooms: ROOMS_OF_FEW, faults: 'none', inHouse: true } as const
  return createWorld({ ...settingsOf(SMALL, seed + 1, days), ...size })
}

function settingsOf({ tenantId, domain }: Customer, seed: number, days: number) {
  const firstDay = addDays(localDayOf(Date.parse(NOW), ZONE), -days)
  return { seed, tenantId, zone: ZONE, country: 'NL', domain, firstDay, days }
}
