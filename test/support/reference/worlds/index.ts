/** Random worlds: what some days of an organisation leave behind, and in which order it may arrive. */
import type { Observation } from '../../../../schemas/observation.ts'
import type { Random } from '../../../../services/simulator/random.ts'
import { cmsMeeting, pexipMeeting, type World } from './meeting.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * Observations of meetings on consecutive days, many of them over a midnight or right behind each other in one room.
 *
 * @param midnight one local midnight of the tenant, ms UTC
 * @param days how many days behind it
 */
export function randomWorld(
  random: Random,
  {
    tenantId,
    zone,
    midnight,
    days,
    meetings,
  }: {
    readonly tenantId: string
    readonly zone: string
    readonly midnight: number
    readonly days: number
    readonly meetings: number
  },
): Observation[] {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' })
  const world: World = { random, tenantId, month: (instant) => format.format(instant) }
  let last = midnight
  return Array.from({ length: meetings }, (_, index) => {
    const nearMidnight = midnight + random.whole(0, days) * DAY + random.whole(-60, 20) * MINUTE
    const anywhere = midnight + random.whole(0, days * 24 * 12) * 5 * MINUTE
    const behindLast = last + random.whole(5, 60) * MINUTE
    const start = random.pick([nearMidnight, anywhere, behindLast, behindLast] as const)
    last = start
    const id = `${tenantId} ${index}`
    return random.chance(0.65)
      ? pexipMeeting(world, id, random.pick(['daily', 'board', 'support'] as const), start)
      : cmsMeeting(world, id, start)
  }).flat()
}

/**
 * Rows in random order, one to three at a time, some of them again.
 *
 * @param count how many arrivals; rows are left over, or come again, so that there are so many
 */
export function randomArrivals(random: Random, rows: readonly Observation[], count: number): Observation[][] {
  const waiting = random.some(rows, rows.length)
  const came: Observation[] = []
  return Array.from({ length: count }, (_, index) => {
    const size = Math.round((waiting.length / (count - index)) * 2 * random.next())
    const fresh = waiting.splice(0, Math.max(came.length === 0 ? 1 : 0, Math.min(size, 4)))
    const again = fresh.length === 0 || random.chance(0.2) ? random.some(came, 1) : []
    came.push(...fresh)
    return [...fresh, ...again]
  })
}
