/** Who was in a conference with whom: its size, and for how long each of its legs was the only one. */
import { CONNECTED_MS, PRESENT_KINDS } from '../../../schemas/cube.ts'
import type { TruthLeg } from '../model.ts'

const PRESENT: ReadonlySet<string> = new Set(PRESENT_KINDS)

export interface Presence {
  /** Most people and rooms at one moment, by conference. */
  readonly size: ReadonlyMap<string, number>
  /** By leg, ms. */
  readonly aloneMs: ReadonlyMap<string, number>
}

/** @param legs of whole conferences, also over midnight */
export function presenceOf(legs: readonly TruthLeg[]): Presence {
  const size = new Map<string, number>()
  const aloneMs = new Map<string, number>()
  const present = legs.filter(({ kind, durationMs }) => PRESENT.has(kind) && durationMs >= CONNECTED_MS)
  for (const [conference, members] of Map.groupBy(present, (leg) => leg.conference)) {
    if (conference === null) continue
    // Who leaves when another comes was not there together with them.
    const turns = members
      .flatMap((leg) => [
        { ms: leg.startMs, leg, comes: true },
        { ms: leg.endMs, leg, comes: false },
      ])
      .toSorted((a, b) => a.ms - b.ms || Number(a.comes) - Number(b.comes))
    const there = new Set<string>()
    let most = 0
    let sinceMs = 0
    for (const { ms, leg, comes } of turns) {
      const [only] = there
      if (there.size === 1 && only !== undefined) aloneMs.set(only, (aloneMs.get(only) ?? 0) + ms - sinceMs)
      sinceMs = ms
      if (comes) there.add(leg.id)
      else there.delete(leg.id)
      most = Math.max(most, there.size)
    }
    size.set(conference, most)
  }
  return { size, aloneMs }
}
