/** Shares that are facts, with T0 and T1: nothing is compared, a share is larger than it should be. */
import type { Outcome, Population } from '../../../schemas/cube.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { clusteredRate, wilson } from '../../shared/statistics/index.ts'
import { sizeClass, twoDigits, wholePerCents } from '../round.ts'
import type { Draft } from '../rule.ts'

/** Legs below which no rate is said (design, section 8). */
const FEWEST_LEGS = 50

/** Below so many days each counts as one case: they say too little about how much days differ. */
const FEWEST_DAYS = 10

/** Of a day: y of n. */
interface Share {
  readonly y: number
  readonly n: number
}

/**
 * The share of all days with its interval. What goes wrong with data goes wrong for days on end (a setting, a list), so
 * the days are the clusters of T0; the cube keeps no clusters by conference of these shares.
 */
function shareOf(days: readonly Share[]): { readonly p: number; readonly n: number; readonly nEff: number } {
  const used = days.filter(({ n }) => n > 0)
  const sums = { m: used.length, y: 0, n: 0, yy: 0, yn: 0, nn: 0 }
  for (const { y, n } of used) {
    sums.y += y
    sums.n += n
    sums.yy += y * y
    sums.yn += y * n
    sums.nn += n * n
  }
  const { p, nEff } = clusteredRate(sums)
  return { p, n: sums.n, nEff: used.length < FEWEST_DAYS ? Math.min(nEff, used.length) : nEff }
}

interface About {
  readonly dimension: Finding['dimension']
  readonly value: string
  readonly population: Population
  readonly limit: number
}

/** @returns a draft where also the interval's lower end is above the limit, and there are legs enough */
export function tooLarge(days: readonly Share[], { limit, ...about }: About): Draft | null {
  const { p, n, nEff } = shareOf(days)
  if (n < FEWEST_LEGS) return null
  const range = wilson(p, nEff)
  if (range.low <= limit) return null
  const outcome: Outcome | null = null
  return {
    ...about,
    value2: '',
    outcome,
    group: { ...wholePerCents(p, range), size: sizeClass(n) },
    reference: { kind: 'target', value: limit * 1_000, low: limit * 1_000, high: limit * 1_000, size: 0 },
    test: { code: 'T1', n_eff: twoDigits(nEff, 'down') },
    effect: null,
    impact: { unit: 'none', value: 0, low: 0 },
    since: null,
    since_low: null,
    since_high: null,
    causes: [],
  }
}
