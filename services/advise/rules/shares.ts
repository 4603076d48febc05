/** Shares that are facts, with T1: nothing is compared, a share is larger than it should be. */
import type { Outcome, Population } from '../../../schemas/cube.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { wilson } from '../../shared/statistics/index.ts'
import { sizeClass, wholePerCents } from '../round.ts'
import type { Draft } from '../rule.ts'

/** Legs below which no rate is said (design, section 8). */
const FEWEST_LEGS = 50

interface Share {
  readonly y: number
  readonly n: number
}

interface About {
  readonly dimension: Finding['dimension']
  readonly value: string
  readonly population: Population
  readonly limit: number
}

/** @returns a draft where also the interval's lower end is above the limit, and there are legs enough */
export function tooLarge({ y, n }: Share, { limit, ...about }: About): Draft | null {
  if (n < FEWEST_LEGS) return null
  const range = wilson(y / n, n)
  if (range.low <= limit) return null
  const outcome: Outcome | null = null
  return {
    ...about,
    value2: '',
    outcome,
    group: { ...wholePerCents(y / n, range), size: sizeClass(n) },
    reference: { kind: 'target', value: limit * 1_000, low: limit * 1_000, high: limit * 1_000, size: 0 },
    test: { code: 'T1', n_eff: null },
    effect: null,
    impact: { unit: 'none', value: 0, low: 0 },
    since: null,
    since_low: null,
    since_high: null,
    causes: [],
  }
}
