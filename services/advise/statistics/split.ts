/**
 * The one split of a series of days that explains most: before it the share is one factor of the usual, after it another.
 * Log-likelihood ratio of binomial days, every split tried (binary segmentation's first step; with equal days it is the
 * largest CUSUM).
 */

/** y of n effective facts on a day on which `e` events are usual. */
export interface Tally {
  readonly y: number
  readonly n: number
  readonly e: number
}

interface Candidate {
  /** Days before the split. */
  readonly at: number
  /** How much more likely two shares are than one, as a difference of logarithms. */
  readonly gain: number
}

/** A count against the usual one; nothing says nothing. */
const term = (count: number, usual: number): number => (count > 0 && usual > 0 ? count * Math.log(count / usual) : 0)

/** y·ln(y/e) + (n−y)·ln((n−y)/(n−e)): what a part of the series has over the usual share. */
function surprise(y: number, n: number, e: number): number {
  return term(y, e) + term(n - y, n - e)
}

/** All splits with at least `fewest` days on both sides, in the order of the days. */
export function candidates(days: readonly Tally[], fewest: number): Candidate[] {
  const all = { y: 0, n: 0, e: 0 }
  for (const { y, n, e } of days) {
    all.y += y
    all.n += n
    all.e += e
  }
  const whole = surprise(all.y, all.n, all.e)
  const found: Candidate[] = []
  let [y, n, e] = [0, 0, 0]
  for (const [index, day] of days.entries()) {
    y += day.y
    n += day.n
    e += day.e
    const at = index + 1
    if (at < fewest || days.length - at < fewest) continue
    found.push({ at, gain: surprise(y, n, e) + surprise(all.y - y, all.n - n, all.e - e) - whole })
  }
  return found
}

/** The first of the best; null where there is none. */
export function best(found: readonly Candidate[]): Candidate | null {
  return found.reduce<Candidate | null>((most, one) => (most === null || one.gain > most.gain ? one : most), null)
}
