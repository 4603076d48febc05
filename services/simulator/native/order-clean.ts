/** As a platform sends on a good day: by event time, everything once, within minutes. */
import { randomOf } from './derive.ts'
import type { TellingDay } from './order-days.ts'
import { bySink, chunksOf, lastMs, plain, type Plan } from './order-plan.ts'

/** A body waits for more records for so long. */
const LONGEST_MS = 10 * 60_000

/** @param most most records of a body */
export function planClean({ day, records }: TellingDay, seed: number, most: number): Plan[] {
  return [...bySink(records)].flatMap(([sink, told]) => {
    const random = randomOf(seed, 'clean', sink, day)
    let after = 0
    return chunksOf(told, most, LONGEST_MS, random).map((chunk) => {
      after = Math.max(after + 1, lastMs(chunk) + random.whole(20, 1_500))
      return plain(chunk, after)
    })
  })
}
