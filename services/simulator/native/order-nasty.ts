/**
 * As platforms send on bad days. What is told stays the same: whatever is broken, repeated or late is so in addition or
 * in another order, and never changes a record or takes one away.
 */
import type { Random } from '../random.ts'
import { randomOf } from './derive.ts'
import { DAY_MS, type TellingDay } from './order-days.ts'
import { bySink, chunksOf, lastMs, plain, type Plan } from './order-plan.ts'
import type { Sendable } from './record.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Records of a body when a sink sends all that it has held back. */
const BURST = 300

export interface NastySettings {
  readonly seed: number
  /** Most records of a body. */
  readonly most: number
  /** Whether a second place is told everything too. */
  readonly hasSecond: (sink: string) => boolean
}

export function planNasty({ day, records }: TellingDay, { seed, most, hasSecond }: NastySettings): Plan[] {
  return [...bySink(records)].flatMap(([sink, told]) => {
    const random = randomOf(seed, 'nasty', sink, day)
    const firsts = firstTime(told, day, most, random)
    const second = hasSecond(sink)
    const lost = second ? firsts.filter(() => random.chance(0.03)) : []
    const sent = firsts.filter((plan) => !lost.includes(plan)).map((plan) => worse(plan, random))
    const plans = [...sent, ...resent(told, most, random), ...beside(told, random)]
    if (second) plans.push(...toldAgain(told, lost, most, random))
    return plans
  })
}

/** Every record once, held back, mixed, and each body on its way for a while. */
function firstTime(told: readonly Sendable[], day: number, most: number, random: Random): Plan[] {
  const mixed = mixedUp(told, random)
  const endMs = (day + 1) * DAY_MS
  if (random.chance(0.1)) return burst(mixed, endMs + random.whole(HOUR_MS, 60 * HOUR_MS), random)
  const held = random.chance(0.3) ? { from: endMs - random.whole(4, 20) * HOUR_MS, hours: random.whole(1, 6) } : null
  const until = held === null ? 0 : held.from + held.hours * HOUR_MS
  const isHeld = ({ atMs }: Sendable): boolean => held !== null && atMs >= held.from && atMs < until
  return [
    ...chunksOf(
      mixed.filter((record) => !isHeld(record)),
      most,
      HOUR_MS,
      random,
    ).map((chunk) => {
      const wait = random.chance(0.7) ? 2_000 : random.chance(0.8) ? 10 * MINUTE_MS : 6 * HOUR_MS
      return plain(
        random.chance(0.3) ? random.some(chunk, chunk.length) : chunk,
        lastMs(chunk) + random.whole(20, wait),
      )
    }),
    ...burst(mixed.filter(isHeld), until + random.whole(0, 10 * MINUTE_MS), random),
  ]
}

/** Nearly in the order of time: every third is up to 20 minutes late. */
function mixedUp(told: readonly Sendable[], random: Random): Sendable[] {
  return told
    .map((record) => ({ record, at: record.atMs + (random.chance(0.3) ? random.whole(0, 20 * MINUTE_MS) : 0) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ record }) => record)
}

/** All at once, a second between bodies, the bodies in any order. */
function burst(records: readonly Sendable[], atMs: number, random: Random): Plan[] {
  const chunks = chunksOf(records, BURST, Infinity, random)
  return random
    .some(chunks, chunks.length)
    .map((chunk, place) => plain(chunk, Math.max(lastMs(chunk), atMs) + place * 1000))
}

/** Some bodies hold members that do not count, and some come twice. */
function worse(plan: Plan, random: Random): Plan {
  return {
    ...plan,
    extras: random.chance(0.04) ? random.whole(1, 3) : 0,
    againMs: random.chance(0.06) ? random.whole(1_000, random.chance(0.5) ? MINUTE_MS : 2 * DAY_MS) : null,
  }
}

/** A part of the day once more, cut in another way. */
function resent(told: readonly Sendable[], most: number, random: Random): Plan[] {
  if (!random.chance(0.3)) return []
  const from = random.whole(0, told.length - 1)
  const part = told.slice(from, from + Math.ceil(told.length / random.whole(3, 10)))
  const wait = random.whole(MINUTE_MS, DAY_MS)
  return chunksOf(random.some(part, part.length), 2 * most, Infinity, random).map((chunk, place) => ({
    ...plain(chunk, lastMs(chunk) + wait + place * 1000),
    repeated: true,
  }))
}

/** A restart of the sink, and bodies that are no records at all. */
function beside(told: readonly Sendable[], random: Random): Plan[] {
  const plans: Plan[] = []
  const some = () => {
    const from = random.whole(0, told.length - 1)
    return told.slice(from, from + random.whole(1, 4))
  }
  const later = (records: readonly Sendable[]) => lastMs(records) + random.whole(0, HOUR_MS)
  if (told[0]?.platform === 'pexip' && random.chance(0.15)) {
    const records = some()
    plans.push({ ...plain(records, later(records)), restarts: true })
  }
  while (random.chance(0.25)) {
    const records = some()
    plans.push({ ...plain(records, later(records)), broken: true })
  }
  return plans
}

/** The whole day told to a second place, which also has what the first did not get. */
function toldAgain(told: readonly Sendable[], lost: readonly Plan[], most: number, random: Random): Plan[] {
  const missing = new Set(lost.flatMap(({ records }) => records))
  return chunksOf(mixedUp(told, random), most, HOUR_MS, random).map((chunk) => ({
    ...plain(chunk, lastMs(chunk) + random.whole(20, MINUTE_MS)),
    receiver: 1,
    repeated: !chunk.some((record) => missing.has(record)),
  }))
}
