/**
 * Faults in a month, so that there is something to advise on: a site that is poor, or becomes so, one where joins fail, a
 * poor version of a model; in some months many legs without a site, or that nothing grades.
 */
import { UNKNOWN } from '../../../../schemas/cube.ts'
import { chanceOf } from './chance.ts'
import type { MicroLeg } from './micro-legs.ts'

const POOR = 0.45
const FAILS = 0.3
const SOME = 0.25
const MANY = 0.3
const CHANGES_ON = 14

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
  const [placeless, unmeasured, changes] = [chance.hit(SOME), chance.hit(SOME), chance.hit(SOME)]
  return legs.map((given) => {
    const leg: MicroLeg = {
      ...given,
      site: placeless && chance.hit(MANY) ? UNKNOWN : given.site,
      gradedBy: unmeasured && chance.hit(MANY) ? null : given.gradedBy,
    }
    if (leg.connected && leg.site === failing && chance.hit(FAILS)) {
      const nothing = { connected: false, ms: 0, dropped: false, alone: false, gradedBy: null }
      return { ...leg, ...nothing, failed: true }
    }
    const poor = leg.site === poorSite && (!changes || leg.day >= CHANGES_ON)
    const bad = poor || (leg.model === model && leg.software === software)
    if (!bad || leg.gradedBy === null || !chance.hit(POOR)) return leg
    return { ...leg, grade: 'poor', dropped: leg.dropped || chance.hit(0.2) }
  })
}
