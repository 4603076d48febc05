/**
 * Which legs are one conference (design, section 6, step 4). Cisco's records say it. Of Pexip's, which name a virtual
 * meeting room only, a conference is what has no gap of more than 2 minutes; with the month it ends, because names are
 * recognised within a month only.
 */
import { monthOf } from './calendar.ts'
import type { Meeting, Truth } from './model.ts'

const GAP_MS = 120_000

/** A leg as conferences are made of it. */
export interface Countable {
  readonly id: string
  /** Number of the meeting that its records name. */
  readonly stated: number | null
  /** Of the virtual meeting room; null where it must not be recognised. */
  readonly name: string | null
  readonly month: string
  readonly startMs: number
  /** null where its end is never told: then it counts as ending when it began. */
  readonly statedEndMs: number | null
}

interface Conference {
  readonly id: string
  readonly name: string
  readonly legs: readonly string[]
  /** What an end that is never told is taken to be. */
  readonly endMs: number
}

interface Run {
  readonly name: string
  readonly month: string
  readonly legs: Countable[]
  readonly startMs: number
  endMs: number
}

interface Conferences {
  readonly all: Truth['conferences']
  readonly ofLeg: ReadonlyMap<string, Conference>
}

export function conferencesOf(legs: readonly Countable[], meetings: readonly Meeting[], zone: string): Conferences {
  const runs = runsOf(legs)
  const ends = endsOf(runs, meetings, zone)
  const found: Conference[] = runs.map((run, at) => ({
    id: `pexip ${at + 1}`,
    name: run.name,
    legs: run.legs.map(({ id }) => id),
    endMs: Math.max(run.endMs, ends.get(run) ?? 0),
  }))
  const stated = Map.groupBy(legs, (leg) => leg.stated)
  for (const [number, { name, endMs }] of meetings.entries()) {
    const members = stated.get(number)
    if (members === undefined) continue
    found.push({ id: `cms ${number + 1}`, name, legs: members.map(({ id }) => id), endMs })
  }
  return {
    all: found.map(({ id, name, legs: members }) => ({ id, name, legs: members })),
    ofLeg: new Map(found.flatMap((conference) => conference.legs.map((id) => [id, conference] as const))),
  }
}

/** Legs of one name and month in the order of their starts, cut where nobody was there. */
function runsOf(legs: readonly Countable[]): Run[] {
  const open = new Map<string, Run>()
  const runs: Run[] = []
  for (const leg of legs.toSorted((a, b) => a.startMs - b.startMs)) {
    if (leg.name === null) continue
    const key = `${leg.month} ${leg.name}`
    const endMs = leg.statedEndMs ?? leg.startMs
    const run = open.get(key)
    if (run !== undefined && leg.startMs - run.endMs <= GAP_MS) {
      run.legs.push(leg)
      run.endMs = Math.max(run.endMs, endMs)
      continue
    }
    const begun = { name: leg.name, month: leg.month, legs: [leg], startMs: leg.startMs, endMs }
    open.set(key, begun)
    runs.push(begun)
  }
  return runs
}

/** What a node says of a conference belongs to the run that it overlaps most, and can only lengthen it. */
function endsOf(runs: readonly Run[], meetings: readonly Meeting[], zone: string): Map<Run, number> {
  const byName = Map.groupBy(runs, ({ month, name }) => `${month} ${name}`)
  const ends = new Map<Run, number>()
  for (const { platform, name, startMs, endMs } of meetings) {
    if (platform !== 'pexip' || name === '') continue
    let best: Run | null = null
    let most = 0
    for (const run of byName.get(`${monthOf(startMs, zone)} ${name}`) ?? []) {
      const overlap = Math.min(run.endMs, endMs) - Math.max(run.startMs, startMs)
      if (overlap <= most) continue
      best = run
      most = overlap
    }
    if (best !== null) ends.set(best, Math.max(ends.get(best) ?? 0, endMs))
  }
  return ends
}
