/** What a reader of one figure knows of the whole numbers behind it. */
import type { Figure } from '../../../../schemas/published.ts'
import { SIZE_CLASSES } from '../../../../schemas/published.ts'
import { wilson } from '../../../../services/shared/statistics/index.ts'

export interface Range {
  readonly low: number
  readonly high: number | null
}

/** Outcomes with a rate: their cases are legs, or some of the legs. */
export const OUTCOMES = ['failed', 'dropped', 'measured', 'windows', 'alarms', 'alone', 'ungraded'] as const
export type Name = (typeof OUTCOMES)[number]

export const ANY: Range = { low: 0, high: null }

export const meet = (a: Range, b: Range): Range => ({
  low: Math.max(a.low, b.low),
  high: a.high === null ? b.high : b.high === null ? a.high : Math.min(a.high, b.high),
})

/** A count to the nearest 5. */
export const ofCount = (value: number): Range => ({ low: Math.max(0, value - 2), high: value + 2 })

export const ofSizeClass = (from: number): Range => {
  const next = SIZE_CLASSES.find((edge) => edge > from)
  return { low: from, high: next === undefined ? null : next - 1 }
}

/** Legs that were connected: minutes to the nearest 5, divided by their mean length to the nearest 5 seconds. */
export function ofMeanLength(minutes: number, seconds: number): Range {
  const most = seconds > 3 ? Math.ceil(((minutes + 2.5) * 60) / (seconds - 2.5)) : null
  return { low: Math.max(0, Math.floor(((minutes - 2.5) * 60) / (seconds + 2.5))), high: most }
}

const known = new Map<string, number>()

/**
 * The fewest cases that give a rate and an interval as narrow as these: an interval is Wilson's, rounded outward, of
 * effective cases, which are never more than the cases.
 */
export function casesOf({ value, low, high }: Pick<Figure, 'value' | 'low' | 'high'>, fine: boolean): number {
  if (value === null || low === null || high === null) return 0
  const key = `${String(value)} ${String(low)} ${String(high)} ${String(fine)}`
  const before = known.get(key)
  if (before !== undefined) return before
  const half = fine ? 0.0005 : 0.005
  let fewest = Number.POSITIVE_INFINITY
  for (let step = 0; step <= 200; step += 1) {
    const p = Math.min(1, Math.max(0, value / 1_000 - half + (step / 100) * half))
    const fits = (n: number): boolean => {
      const interval = wilson(p, n)
      return interval.low >= low / 1_000 - 1e-9 && interval.high <= high / 1_000 + 1e-9
    }
    let from = 0
    let to = 1_000_000
    while (to - from > 0.01) {
      const middle = (from + to) / 2
      if (fits(middle)) to = middle
      else from = middle
    }
    fewest = Math.min(fewest, to)
  }
  // The grid of rates is a grid: a little less is certain.
  const cases = fewest >= 999_999 ? 0 : Math.floor(fewest * 0.97)
  known.set(key, cases)
  return cases
}
