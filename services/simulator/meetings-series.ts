/** What recurs, always in the same virtual meeting room: stand-ups, weekly meetings, two meetings on end. */
import type { CalendarDay } from './calendar.ts'
import { MINUTE_MS, type Plan } from './meetings-plan.ts'
import { UTRECHT } from './organisation-sites.ts'
import type { Organisation, Person, Room, SimulatedPlatform } from './model.ts'
import type { Random } from './random.ts'

export interface Series {
  readonly platform: SimulatedPlatform
  readonly name: string
  /** On which day of the week; 0 = every working day. */
  readonly weekday: number
  /** When on the wall clock, minutes; more than one a day in the same virtual meeting room. */
  readonly minutes: readonly number[]
  readonly lengthMinutes: number
  readonly people: readonly Person[]
  readonly rooms: readonly Room[]
  readonly guests: number
  readonly extras: Plan['extras']
}

const PEOPLE_A_TEAM = 18
const PEOPLE_A_WEEKLY = 4
const LARGEST = 30

export function seriesOf(random: Random, { people, rooms }: Organisation): readonly Series[] {
  const insiders = people.filter(({ internal }) => internal)
  const teams = Math.max(2, Math.round(insiders.length / PEOPLE_A_TEAM))
  return [
    everybody(random, insiders, rooms),
    ...onEnd(random, insiders),
    ...Array.from({ length: teams }, (_, at) => standUp(random, at, insiders, rooms)),
    ...Array.from({ length: Math.round(insiders.length / PEOPLE_A_WEEKLY) }, (_, at) =>
      weekly(random, at, people, rooms),
    ),
  ]
}

/** The day's meetings of all series; at times somebody is ill, or the meeting is called off. */
export function planSeries(random: Random, series: readonly Series[], day: CalendarDay): Plan[] {
  if (!day.working) return []
  return series
    .filter(({ weekday }) => weekday === 0 || weekday === day.weekday)
    .filter(() => random.chance(0.95))
    .flatMap((one) =>
      one.minutes.map((minutes) => ({
        platform: one.platform,
        name: one.name,
        startMs: day.at(minutes),
        lengthMs: one.lengthMinutes * MINUTE_MS,
        people: one.people.filter(() => random.chance(0.85)),
        rooms: one.rooms,
        guests: one.guests,
        extras: one.extras,
      })),
    )
}

/** Every working day; every second team meets again in the afternoon. */
function standUp(random: Random, at: number, insiders: readonly Person[], rooms: readonly Room[]): Series {
  const size = random.whole(5, 9)
  const first = (at * PEOPLE_A_TEAM) % insiders.length
  return {
    platform: at % 3 === 1 ? 'cms' : 'pexip',
    name: `Dagstart team ${at + 1}`,
    weekday: 0,
    minutes: at % 2 === 0 ? [9 * 60 + 15 * (at % 4), 15 * 60 + 30] : [9 * 60 + 15 * (at % 4)],
    lengthMinutes: 15,
    people: insiders.slice(first, first + size),
    rooms: random.some(rooms, at % 2),
    guests: 0,
    extras: [],
  }
}

function weekly(random: Random, at: number, people: readonly Person[], rooms: readonly Room[]): Series {
  return {
    platform: random.chance(0.3) ? 'cms' : 'pexip',
    name: `Weekoverleg ${at + 1}`,
    weekday: 1 + (at % 5),
    minutes: [random.whole(18, 33) * 30],
    lengthMinutes: random.pick([30, 45, 60, 60, 90]),
    people: random.some(people, random.whole(3, 9)),
    rooms: random.some(rooms, random.pick([0, 1, 1, 2])),
    guests: random.chance(0.2) ? 1 : 0,
    extras: random.chance(0.08) ? ['recorder'] : [],
  }
}

/**
 * Two meetings in one virtual meeting room, the second within 2 minutes of the first or before it is over: their legs
 * are one conference. A third, ten minutes later, is another.
 */
function onEnd(random: Random, insiders: readonly Person[]): Series[] {
  const spare = { guests: 0, rooms: [], extras: ['punctual' as const] }
  const meeting = (name: string, weekday: number, minutes: readonly number[]): Series => ({
    ...spare,
    platform: 'pexip',
    name,
    weekday,
    minutes,
    lengthMinutes: 20,
    people: random.some(insiders, 4),
  })
  return [
    meeting('Spreekuur', 1, [13 * 60, 13 * 60 + 21, 13 * 60 + 52]),
    meeting('Vragenuur', 3, [13 * 60, 13 * 60 + 21, 13 * 60 + 52]),
    meeting('Inloop', 5, [16 * 60, 16 * 60 + 19]),
  ]
}

/** Once a week, mostly from the rooms and from home. */
function everybody(random: Random, insiders: readonly Person[], rooms: readonly Room[]): Series {
  return {
    platform: 'pexip',
    name: 'Iedereen',
    weekday: 4,
    minutes: [11 * 60 + 30],
    lengthMinutes: 60,
    people: random.some(insiders, Math.min(LARGEST, Math.round(insiders.length / 3))),
    rooms: rooms.filter(({ site }, at) => site !== UTRECHT || at % 2 === 0),
    guests: 2,
    extras: ['recorder'],
  }
}
