/** Faults in a month, so that there is something to advise on: a site that is poor, one where joins fail, a poor version. */
import { chanceOf } from './chance.ts'
import type { MicroLeg } from './micro-legs.ts'

const POOR = 0.45
const FAILS = 0.3

export function troubled(legs: readonly MicroLeg[], seed: number): readonly MicroLeg[] {
  const chance = chanceOf(seed)
  const oneOf = (values: readonly string[]): string => {
    const all = [...new Set(values)].toSorted()
    return all[chance.below(all.length)] ?? ''
  }
  const places = legs.map((leg) => leg.site).filter((site) => site.startsWith('site-'))
  const [poorSite, failing] = [oneOf(places), oneOf(places)]
  const model = oneOf(legs.map((leg) => leg.model))
  const software = oneOf(legs.filter((leg) => leg.model === model).map((leg) => leg.software))
  return legs.map((leg) => {
    if (leg.connected && leg.site === failing && chance.hit(FAILS)) {
      const nothing = { connected: false, ms: 0, dropped: false, alone: false, gradedBy: null }
      return { ...leg, ...nothing, failed: true }
    }
    const bad = leg.site === poorSite || (leg.model === model && leg.software === software)
    if (!bad || leg.gradedBy === null || !chance.hit(POOR)) return leg
    return { ...leg, grade: 'poor', dropped: leg.dropped || chance.hit(0.2) }
  })
}
