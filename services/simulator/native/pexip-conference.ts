/** What each node tells of its part of a conference. */
import type { Meeting } from '../model.ts'
import type { Random } from '../random.ts'
import { partsOf } from './parts.ts'
import { secondsOf, unevenUs } from './pexip-clock.ts'

/** An event before it has the envelope of its node. */
export interface Told {
  readonly node: number
  /** Whole microseconds since 1970. */
  readonly us: number
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Started, perhaps updated, and ended, of each node. */
export function tellConference(meeting: Meeting, random: Random): Told[] {
  return partsOf(meeting).flatMap(({ node, fromMs, untilMs }) => {
    const startUs = unevenUs(random, fromMs)
    const endUs = unevenUs(random, untilMs)
    const data = (started: boolean, locked: boolean) => ({
      guests_muted: false,
      is_locked: locked,
      is_started: started,
      name: meeting.name,
      service_type: 'conference',
      start_time: secondsOf(startUs),
      tag: '',
    })
    const told: Told[] = [{ node, us: startUs + 170, event: 'conference_started', data: data(false, false) }]
    const updates = Array.from({ length: random.whole(0, 2) }, () => random.whole(fromMs, untilMs)).toSorted(
      (a, b) => a - b,
    )
    for (const [place, ms] of updates.entries()) {
      told.push({ node, us: unevenUs(random, ms) + place, event: 'conference_updated', data: data(true, place === 1) })
    }
    const ended = { ...data(true, false), end_time: secondsOf(endUs) }
    told.push({ node, us: endUs + 20_000, event: 'conference_ended', data: ended })
    return told
  })
}
