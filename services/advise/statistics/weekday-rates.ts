import { empiricalBayes } from './empirical-bayes.ts'

interface Day {
  readonly y: number
  readonly n: number
  readonly weekday: number
}

/**
 * The usual share of each weekday that occurs. Each is drawn towards the share of all
 * days as far as it has few facts (T5), so that four Mondays are not taken for a law; where weekdays do not differ they
 * all have the same.
 */
export function weekdayRates(days: readonly Day[]): ReadonlyMap<number, number> {
  const sums = new Map<number, { x: number; n: number }>()
  for (const { weekday, y, n } of days) {
    const before = sums.get(weekday) ?? { x: 0, n: 0 }
    sums.set(weekday, { x: before.x + y, n: before.n + n })
  }
  const { groups } = empiricalBayes([...sums.values()])
  return new Map([...sums.keys()].map((weekday, index) => [weekday, groups[index]?.shrunk ?? 0]))
}
