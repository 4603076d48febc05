/** Which meetings there are: what recurs, what comes up, and what is planted so that it surely occurs. */
import type { CalendarDay } from './calendar.ts'
import { createBookings } from './meetings-bookings.ts'
import { MINUTE_MS, type Plan } from './meetings-plan.ts'
import { plantMeetings } from './meetings-planted.ts'
import { planSeries, seriesOf } from './meetings-series.ts'
import type { Organisation, Person } from './model.ts'
import { nameOf } from './people.ts'
import { forkRandom, type Random } from './random.ts'

/** Meetings of a working day for each person of the organisation: about 75 a day of 220 people. */
const A_PERSON = 0.34
const WEEKEND_SHARE = 0.04
/** More of what recurs is on Pexip. */
const CMS_SHARE = 0.36

export interface PlanSettings {
  readonly seed: number
  readonly organisation: Organisation
  readonly days: readonly CalendarDay[]
  /** Also what must surely occur. */
  readonly plants: boolean
  /** Whether there are Cisco's servers beside Pexip's. */
  readonly cms: boolean
}

/** All meetings of the period, in the order of days. */
export function planMeetings({ seed, organisation, days, plants, cms }: PlanSettings): Plan[] {
  const series = seriesOf(forkRandom(seed, 'series'), organisation)
  const insiders = organisation.people.filter(({ internal }) => internal)
  const wanted = insiders.length * A_PERSON
  const bookings = createBookings()
  const plans = days.flatMap((day) => {
    const random = forkRandom(seed, `plan ${day.day}`)
    bookings.forgetBefore(day.at(0))
    const planned = [
      ...(plants ? plantMeetings(random, organisation, days, day).map((plan) => bookings.insist(plan)) : []),
      ...planSeries(random, series, day).map((plan) => bookings.book(plan)),
    ]
    const count = Math.round(wanted * (day.working ? 0.9 + 0.2 * random.next() : WEEKEND_SHARE))
    while (planned.length < count) planned.push(bookings.book(adHoc(random, organisation, insiders, day)))
    return planned
  })
  return cms ? plans : plans.map((plan) => ({ ...plan, platform: 'pexip' }))
}

/** Mostly in somebody's own virtual meeting room, which its owner uses again and again. */
function adHoc(random: Random, { people, rooms }: Organisation, insiders: readonly Person[], day: CalendarDay): Plan {
  const [owner, ...company] = random.some(insiders, random.whole(2, 6))
  const others = random.chance(0.25)
    ? random.some(
        people.filter(({ internal }) => !internal),
        random.whole(1, 3),
      )
    : []
  const cms = random.chance(CMS_SHARE)
  return {
    platform: cms ? 'cms' : 'pexip',
    name: `Ruimte van ${owner === undefined ? '' : nameOf(owner)}`,
    startMs: day.at(random.whole(16, 35) * 30 + random.pick([0, 0, 0, 15])),
    lengthMs: random.pick([15, 30, 30, 45, 60, 60, 90]) * MINUTE_MS,
    people: [...(owner === undefined ? [] : [owner]), ...company, ...others],
    rooms: random.some(rooms, random.pick([0, 0, 1, 1, 2])),
    guests: random.chance(0.2) ? random.whole(1, 2) : 0,
    extras: [
      ...(random.chance(0.06) && !cms ? ['teams' as const] : []),
      ...(random.chance(0.05) ? ['recorder' as const] : []),
    ],
  }
}
