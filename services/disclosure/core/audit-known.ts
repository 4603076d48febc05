/** What the published figures of one cell say of its legs, and of the cases and outcomes of its rates. */
import { OUTCOME_NAMES } from '../../../schemas/cube.ts'
import { type Figure, type FigureName, SIZE_CLASSES } from '../../../schemas/published.ts'
import { Z95 } from '../../shared/statistics/index.ts'
import type { Bounds } from './bounds.ts'
import { isKind } from './kinds.ts'
import { RATE_FROM } from './rates.ts'
import { STEP, STEP_HALF } from './round.ts'

/** Whatever has a rate. The cases of `failed` are the legs themselves. */
export const RATED = [...OUTCOME_NAMES, 'ungraded'] as const
type Rated = (typeof RATED)[number]

interface KnownRate {
  readonly cases: Bounds
  readonly outcomes: Bounds
  /** Null: none is published. */
  readonly rate: Bounds | null
}

export interface KnownCell {
  readonly legs: Bounds
  readonly rates: Readonly<Record<Rated, KnownRate>>
}

/** The legs of a cell, from so many on: anything up to `most`. */
const upTo = (most: number, low = 0): Bounds => ({ low, high: most })
const both = (a: Bounds, b: Bounds): Bounds => ({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) })
const around = (value: number, times = 1): Bounds => ({
  low: Math.max(0, value - times * STEP_HALF),
  high: value + times * STEP_HALF,
})

const COUNTS: Partial<Record<Rated, FigureName>> = {
  failed: 'failed',
  dropped: 'dropped',
  measured: 'measured_poor',
  windows: 'windows_poor',
  alarms: 'alarms_poor',
}

/** The rate behind a published one, which is rounded to whole per cent or to one decimal, or bounded. */
function rateOf(figure: Figure, fine: boolean): Bounds | null {
  if (figure.value === null) return null
  const value = figure.value / 1_000
  if (figure.mark === 'at_most') return { low: 0, high: value }
  if (figure.mark === 'at_least') return { low: value, high: 1 }
  const half = fine ? 0.000_5 : 0.005
  return { low: Math.max(0, value - half), high: Math.min(1, value + half) }
}

/** Legs that were connected, from minutes and their mean length. */
function connectedOf(minutes: number, seconds: number, most: number): Bounds {
  const half = STEP / 2
  return {
    low: Math.max(0, Math.ceil(((minutes - half) * 60) / (seconds + half))),
    high: seconds > half ? Math.floor(((minutes + half) * 60) / (seconds - half)) : most,
  }
}

const asked = (spread: number, distance: number): number => (spread === 0 ? 0 : ((Z95 * spread) / distance) ** 2)

/**
 * The fewest cases that give so narrow an interval. Wilson's interval of a rate p and n cases ends where a rate differs
 * from p by z of its own standard errors; so low and high ask for z² L (1 − L) / (p − L)² and z² H (1 − H) / (H − p)² cases.
 * The larger of the two is smallest where they are equal, or at the end of what p may be.
 */
function casesOf({ low, high }: Figure, rate: Bounds | null): number {
  if (low === null || high === null || rate === null) return 0
  const [from, to] = [low / 1_000, high / 1_000]
  const [down, up] = [Math.sqrt(from * (1 - from)), Math.sqrt(to * (1 - to))]
  const equal = down + up === 0 ? rate.low : (to * down + from * up) / (down + up)
  const p = Math.min(rate.high, Math.max(rate.low, equal))
  const cases = Math.max(asked(down, p - from), asked(up, to - p))
  return Number.isFinite(cases) ? Math.floor(cases) : 0
}

/**
 * @param figures none, or the mark of few: nothing is known but that there are at most `most` legs
 * @param k fewest cases of a rate in one dimension, and fewest legs of a cell that is shown
 */
export function knownOf(figures: readonly Figure[], k: number, most: number): KnownCell {
  const said = new Map(figures.map((figure) => [figure.measure, figure]))
  const valueOf = (measure: FigureName): number | null => said.get(measure)?.value ?? null
  const count = valueOf('legs')
  const size = valueOf('size')
  const one = count !== null
  let legs = upTo(most, figures.length === 0 ? 0 : k)
  if (count !== null) legs = both(legs, around(count))
  if (size !== null) {
    const next = SIZE_CLASSES.find((edge) => edge > size)
    legs = both(legs, { low: size, high: next === undefined ? most : next - 1 })
  }

  const knownRate = (name: Rated): KnownRate => {
    const figure = said.get(`${name}_rate`)
    const counted = COUNTS[name]
    const outcome = counted === undefined ? null : valueOf(counted)
    const outcomes = outcome === null ? upTo(most) : around(outcome)
    let cases = name === 'failed' ? legs : upTo(most)
    const graded = isGraded(name)
    if (one && graded && outcome !== null) {
      const sum = (valueOf(`${name}_poor`) ?? 0) + (valueOf(`${name}_fair`) ?? 0) + (valueOf(`${name}_good`) ?? 0)
      cases = both(cases, around(sum, 3))
    }
    const minutes = valueOf('minutes')
    const seconds = valueOf('mean_length')
    if (name === 'dropped' && minutes !== null && seconds !== null) {
      cases = both(cases, connectedOf(minutes, seconds, most))
    }
    if (figure === undefined) {
      // Failures may be withheld for one caller's sake, of however many legs.
      const other =
        name === 'failed' && (one || (size ?? 0) >= RATE_FROM || [...said.keys()].some((measure) => measure !== 'size'))
      const few = figures.length > 0 && !other && (!graded || (one && outcome !== null))
      return { cases: few ? both(cases, upTo((one ? k : RATE_FROM) - 1)) : cases, outcomes, rate: null }
    }
    if (figure.mark !== 'shown') {
      return { cases: both(cases, { low: k, high: RATE_FROM - 1 }), outcomes, rate: rateOf(figure, false) }
    }
    cases = both(cases, upTo(most, one ? k : RATE_FROM))
    const rate = rateOf(figure, one && cases.low >= 1_000)
    return { cases: both(cases, upTo(most, casesOf(figure, rate))), outcomes, rate }
  }
  const rates = Object.fromEntries(RATED.map((name) => [name, knownRate(name)])) as Record<Rated, KnownRate>
  return { legs, rates }
}

const isGraded = (name: Rated): name is 'measured' | 'windows' | 'alarms' => name !== 'ungraded' && isKind(name)
