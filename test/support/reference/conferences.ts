/** Which legs met: conferences that are named, and conferences that follow from a name and the times. */
import { createHash } from 'node:crypto'
import { key128, type Key128, type Observation } from '../../../schemas/observation.ts'
import { counting, distinct } from './counting.ts'
import { DAY_MS, type Draft } from './drafts.ts'
import { bestOf, least, most } from './fields.ts'
import { link } from './link.ts'
import { byKey, eventOf, first, grouped, smallest } from './order.ts'

/** Two parts of one conference are at most so far apart. */
const APART_MS = 120_000

export interface Conference {
  readonly key: Key128
  readonly by: 'stated' | 'derived'
  readonly legs: readonly Draft[]
  /** Ends that observations of the conference itself state. */
  readonly ends: readonly number[]
}

interface Interval {
  readonly from: number
  readonly until: number
}

export function conferencesOf(rows: readonly Observation[], drafts: readonly Draft[]): readonly Conference[] {
  const once = distinct(rows)
  const counts = counting(once).counts
  const erased = new Set(once.filter((row) => row.mark === 'erased').map((row) => row.subject_key))
  const told = once.filter((row) => row.subject === 'conference' && row.mark !== 'erased')
  const own = counts.filter((row) => row.subject === 'conference')
  const naming = counts.filter((row) => row.in_conference !== null && !erased.has(row.subject_key))
  return [...statedOf(told, own, naming, drafts), ...derivedOf(own, drafts)]
}

/**
 * @param told all versions of what was observed of conferences: their links count
 * @param counts what counts of it
 * @param naming what counts of legs and names a conference: it was going on then
 */
function statedOf(
  told: readonly Observation[],
  counts: readonly Observation[],
  naming: readonly Observation[],
  drafts: readonly Draft[],
): readonly Conference[] {
  const intervals = new Map(
    [...new Set(told.map((row) => row.subject_key))].map((key) => [
      key,
      hull([
        ...counts.filter((row) => row.subject_key === key).flatMap(instantsOf),
        ...naming.filter((row) => row.in_conference === key).flatMap(instantsOf),
      ]),
    ]),
  )
  const near = (a: Key128, b: Key128): boolean => {
    const [one, other] = [intervals.get(a) ?? null, intervals.get(b) ?? null]
    return one !== null && other !== null && overlap(one, other) >= -APART_MS
  }
  const { components } = link(told, near)
  const named = drafts.flatMap(({ inConference }) => inConference ?? [])
  const alone = [...new Set(named)].filter((key) => !intervals.has(key)).map((key) => [key])
  return [...components, ...alone].map((keys) => ({
    key: smallest(keys),
    by: 'stated',
    legs: drafts.filter(({ inConference }) => inConference !== null && keys.includes(inConference)),
    ends: keys.flatMap((key) => statedEnd(counts.filter((row) => row.subject_key === key)) ?? []),
  }))
}

function derivedOf(counts: readonly Observation[], drafts: readonly Draft[]): readonly Conference[] {
  const unnamed = drafts.filter((draft) => draft.inConference === null && draft.timeless.name_key !== null)
  const recurring = grouped(unnamed, ({ timeless }) => seriesOf(timeless))
  const told = grouped(
    counts.filter((row) => row.name_key !== null),
    (row) => row.subject_key,
  )
  return [...recurring].flatMap(([series, legs]) => {
    const meetings = meetingsOf(legs)
    const intervals = [...told.values()].filter((rows) => seriesOf(first(rows)) === series).flatMap(toldInterval)
    return meetings.map((meeting) => ({
      key: derivedKey(series, first(meeting).startMs),
      by: 'derived' as const,
      legs: meeting,
      ends: intervals.filter((one) => mostOverlapping(meetings, one) === meeting).map(({ until }) => until),
    }))
  })
}

function seriesOf({ platform, name_key }: Pick<Observation, 'platform' | 'name_key'>): string {
  return `${platform} ${name_key}`
}

/** What is told of a conference that has only a name: from its start to its end, where both are stated. */
function toldInterval(rows: readonly Observation[]): Interval[] {
  const from = least(rows.flatMap((row) => row.start_ms ?? []))
  const until = most(rows.flatMap((row) => row.end_ms ?? []))
  return from === null || until === null ? [] : [{ from, until: Math.min(until, from + DAY_MS) }]
}

function statedEnd(rows: readonly Observation[]): number | undefined {
  return bestOf(rows, 'end_ms')?.end_ms ?? undefined
}

/** A meeting is over when nobody starts within two minutes of the latest end that is known. */
function meetingsOf(legs: readonly Draft[]): readonly (readonly Draft[])[] {
  const inOrder = legs.toSorted((a, b) => a.startMs - b.startMs || byKey(a.timeless.leg_key, b.timeless.leg_key))
  const meetings: Draft[][] = []
  for (const leg of inOrder) {
    const meeting = meetings.at(-1)
    if (meeting === undefined || leg.startMs > intervalOf(meeting).until + APART_MS) meetings.push([leg])
    else meeting.push(leg)
  }
  return meetings
}

/** The meeting that is widened: none if none is overlapped; of several equal ones the earlier. */
function mostOverlapping(meetings: readonly (readonly Draft[])[], told: Interval) {
  return meetings
    .map((meeting) => ({ meeting, shared: overlap(intervalOf(meeting), told) }))
    .filter(({ shared }) => shared >= 0)
    .toSorted((a, b) => b.shared - a.shared)[0]?.meeting
}

/**
 * The key of a derived conference, in a form of the reference's own: the product hashes the same parts, and a test
 * puts this one in the place of the product's.
 *
 * @param series platform and name key
 */
export function derivedKey(series: string, firstStartMs: number): Key128 {
  const digits = createHash('sha256').update(`${series} ${firstStartMs}`).digest('hex').slice(0, 32)
  return key128.parse(digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5'))
}

function intervalOf(legs: readonly Draft[]): Interval {
  const interval = hull(legs.flatMap(({ startMs, knownEndMs }) => [startMs, knownEndMs]))
  if (interval === null) throw new TypeError('A meeting has legs.')
  return interval
}

function instantsOf(row: Observation): readonly number[] {
  return [row.start_ms, row.end_ms, eventOf(row)].filter((instant) => instant !== null)
}

function hull(instants: readonly number[]): Interval | null {
  const [from, until] = [least(instants), most(instants)]
  return from === null || until === null ? null : { from, until }
}

/** Negative: so far apart. */
function overlap(a: Interval, b: Interval): number {
  return Math.min(a.until, b.until) - Math.max(a.from, b.from)
}
