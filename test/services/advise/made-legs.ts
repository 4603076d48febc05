/** Legs of a made organisation: a few sites with meetings each working day, and what is wrong there. */
import { addDays } from '../../../services/shared/calendar.ts'
import type { MadeLeg } from './made-month.ts'

/** A generator of its own, so that the seed printed with a failure makes the same organisation again (mulberry32). */
function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Organisation {
  readonly seed: number
  readonly sites: readonly string[]
  /** Meetings of a site on a working day, and legs of a meeting. */
  readonly meetings: number
  readonly legs: number
  readonly from: string
  readonly until: string
  /** Last word on each leg before luck decides; rates of what goes wrong. */
  readonly plan: (leg: Planned, random: () => number) => Planned
}

/** A leg with the rates by which things go wrong. */
export interface Planned extends Omit<MadeLeg, 'failed' | 'dropped' | 'alone' | 'poor'> {
  readonly cause: NonNullable<MadeLeg['failed']>
  readonly rates: { readonly failed: number; readonly dropped: number; readonly alone: number; readonly poor: number }
}

/** Rates where nothing is wrong. */
export const USUAL = { failed: 0.03, dropped: 0.02, alone: 0.06, poor: 0.04 }
const HALF_HOUR = 1_800_000
/** Meetings in which things go wrong more often, for all their legs: what makes legs of a meeting alike. */
const UNLUCKY = 0.1
const WORSE = 3
const BETTER = (1 - UNLUCKY * WORSE) / (1 - UNLUCKY)

const PLAIN: Organisation = {
  seed: 1,
  sites: ['a', 'b', 'c', 'd', 'e'],
  meetings: 15,
  legs: 4,
  from: '2026-10-01',
  until: '2026-10-31',
  plan: (leg) => leg,
}

export function legsOf(organisation: Partial<Organisation> = {}): MadeLeg[] {
  const { seed, sites, meetings, legs, from, until, plan } = { ...PLAIN, ...organisation }
  const random = chances(seed)
  const made: MadeLeg[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
    if (weekend) continue
    for (const site of sites) {
      for (let meeting = 0; meeting < meetings; meeting += 1) {
        const luck = random() < UNLUCKY ? WORSE : BETTER
        const platform = random() < 0.5 ? 'pexip' : 'generic'
        for (let leg = 0; leg < legs; leg += 1) {
          const rooms = random() < 0.2
          const planned = plan(
            {
              population: rooms ? 'environment' : 'people',
              day,
              conference: `${day} ${site} ${meeting}`,
              site,
              platform,
              network: random() < 0.5 ? 'wired' : 'wifi',
              device: rooms ? 'room' : 'desktop',
              model: `${rooms ? 'kit' : 'client'} ${1 + Math.floor(random() * 3)}`,
              software: `${1 + Math.floor(random() * 2)}.0`,
              room: '',
              ms: HALF_HOUR,
              kind: 'measured',
              cause: 'timeout',
              media: [
                ['audio', 'up'],
                ['video', 'down'],
              ],
              rates: USUAL,
            },
            random,
          )
          made.push(drawn(planned, luck, random))
        }
      }
    }
  }
  return made
}

function drawn({ cause, rates, ...leg }: Planned, luck: number, random: () => number): MadeLeg {
  const happens = (rate: number) => random() < Math.min(1, rate * luck)
  const room = leg.population === 'people' ? '' : leg.room === '' ? `${leg.site} ${leg.model}` : leg.room
  const media = leg.media.length > 1 && random() < 0.5 ? leg.media.toReversed() : leg.media
  return {
    ...leg,
    room,
    media,
    failed: happens(rates.failed) ? cause : null,
    dropped: happens(rates.dropped),
    alone: happens(rates.alone),
    poor: happens(rates.poor),
  }
}
