/** Nobody is in two meetings at once, and no room: whoever is taken is left out of what is planned later. */
import { MINUTE_MS, type Plan } from './meetings-plan.ts'

/** People come early and stay on. */
const MARGIN_MS = 6 * MINUTE_MS
/** A forgotten room is taken for so long. */
const FORGOTTEN_MS = 42 * 60 * MINUTE_MS

interface Taken {
  readonly fromMs: number
  readonly untilMs: number
}

export interface Bookings {
  /** The plan without those who are taken; they are taken by it from now on. */
  book(plan: Plan): Plan
  /** The plan as it is: it must take place so. */
  insist(plan: Plan): Plan
  /** Later plans lie on this day or after it: what was before it is forgotten. */
  forgetBefore(ms: number): void
}

export function createBookings(): Bookings {
  let taken = new Map<unknown, readonly Taken[]>()
  const insist = (plan: Plan): Plan => {
    const span = spanOf(plan)
    for (const one of [...plan.people, ...plan.rooms]) taken.set(one, [...(taken.get(one) ?? []), span])
    return plan
  }
  return {
    insist,
    book(plan) {
      const { fromMs, untilMs } = spanOf(plan)
      const isFree = (one: unknown) =>
        (taken.get(one) ?? []).every((other) => other.untilMs <= fromMs || other.fromMs >= untilMs)
      return insist({ ...plan, people: plan.people.filter(isFree), rooms: plan.rooms.filter(isFree) })
    },
    forgetBefore(ms) {
      const kept = [...taken].map(([one, spans]) => [one, spans.filter(({ untilMs }) => untilMs > ms)] as const)
      taken = new Map(kept.filter(([, spans]) => spans.length > 0))
    },
  }
}

function spanOf({ startMs, lengthMs, extras }: Plan): Taken {
  const length = extras.includes('forgotten_room') ? FORGOTTEN_MS : lengthMs
  // What is punctual may follow at once.
  const margin = extras.includes('punctual') ? 0 : MARGIN_MS
  return { fromMs: startMs - margin, untilMs: startMs + length + margin }
}
