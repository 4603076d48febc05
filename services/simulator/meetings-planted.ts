/** Meetings at times and in shapes that must occur in every period, however small the organisation is. */
import type { CalendarDay } from './calendar.ts'
import { type Extra, MINUTE_MS, type Plan } from './meetings-plan.ts'
import type { Organisation, Person, Room, SimulatedPlatform } from './model.ts'
import { DEPOT, GRONINGEN, REMOTE, UTRECHT } from './organisation-sites.ts'
import type { Random } from './random.ts'

const MIDNIGHT = 24 * 60

/** @param days the whole period: nothing is planted that would last beyond it */
export function plantMeetings(
  random: Random,
  organisation: Organisation,
  days: readonly CalendarDay[],
  day: CalendarDay,
): Plan[] {
  const everywhere = () =>
    [UTRECHT, GRONINGEN, DEPOT, REMOTE].flatMap((site) => someOf(random, organisation.people, site))
  const plant = (platform: SimulatedPlatform, name: string, minutes: number, length: number, extras: Extra[] = []) => ({
    platform,
    name,
    startMs: day.at(minutes),
    lengthMs: length * MINUTE_MS,
    people: everywhere(),
    rooms: [] as readonly Room[],
    guests: 0,
    extras,
  })
  const planned: Plan[] = []
  const last = day.index === days.length - 1
  if (day.index % 2 === 0) planned.push({ ...plant('pexip', '', 10 * 60, 30, ['nobody']), people: [] })
  if (day.index % 3 === 0) planned.push({ ...plant('cms', '', 11 * 60, 30, ['nobody']), people: [] })
  // On three nodes, and on both call bridges
  if (day.weekday === 2)
    planned.push(
      plant('pexip', 'Regio-overleg', 14 * 60, 60, ['every_telling']),
      plant('cms', 'Storingsdienst', 15 * 60, 45, ['cascade', 'every_telling']),
    )
  // Through the night, when clocks change, too
  if (!last && day.weekday % 2 === 1) planned.push(plant('pexip', 'Nachtdienst', MIDNIGHT - 35, 80))
  if (!last && day.weekday === 6) planned.push(plant('cms', 'Nachtwacht', MIDNIGHT - 20, 50))
  if (day.clockChange) {
    planned.push(
      plant('pexip', 'Onderhoud', 90, 180, ['through_midnight']),
      plant('pexip', 'Terugval', 150, 20),
      plant('cms', 'Onderhoud', 100, 120, ['cascade']),
    )
  }
  if (!last && day.lastOfMonth) {
    planned.push(
      plant('pexip', 'Maandafsluiting', MIDNIGHT - 40, 90, ['through_midnight', 'by_the_book']),
      plant('cms', 'Maandafsluiting', MIDNIGHT - 30, 70, ['through_midnight', 'by_the_book', 'cascade']),
    )
  }
  // Legs told by their end alone, on a day on which that is not enough
  if (day.firstOfMonth)
    planned.push(
      plant('pexip', 'Maandbegin', 10 * 60, 40, ['told_by_ends']),
      plant('cms', 'Maandbegin', 12 * 60, 40, ['told_by_ends']),
    )
  const [room] = organisation.rooms
  if (day.weekday === 5 && day.index + 2 < days.length && room !== undefined && weekOf(day) % 2 === 0) {
    planned.push({
      ...plant('pexip', 'Weekafsluiting', 16 * 60 + 30, 30, ['forgotten_room', 'by_the_book']),
      rooms: [room],
    })
  }
  return planned
}

const weekOf = (day: CalendarDay): number => Math.floor(day.index / 7)

function someOf(random: Random, people: readonly Person[], site: string): Person[] {
  return random.some(
    people.filter((person) => person.internal && person.site === site),
    2,
  )
}
