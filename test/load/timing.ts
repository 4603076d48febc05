/** How measurements are taken: several runs of everything, one after the other, and the median of each. */

/** Runs of each measurement. */
export const RUNS = 5

/** Rounds before that are not counted: until then code is still compiled, and for a while compiled anew. */
const WARM_UP = 20

/** What one run of a task took. */
export type Timed = () => number

/**
 * Runs all tasks in turn, RUNS times, so that what else the machine does falls on all of them alike.
 *
 * @returns for each task its times, in the order of the runs
 */
export function inTurn(tasks: readonly Timed[], runs: number = RUNS): readonly (readonly number[])[] {
  for (let round = 0; round < WARM_UP; round += 1) for (const task of tasks) task()
  const times = tasks.map((): number[] => [])
  for (let run = 0; run < runs; run += 1) for (const [n, task] of tasks.entries()) times[n]?.push(task())
  return times
}

/**
 * The task's time for one item, in microseconds of CPU of this process (all of its threads, so that the collection of
 * garbage counts): on a machine that does other things beside, the clock on the wall measures those.
 *
 * @param work gives something, so that it is not optimised away
 */
export function perItem<Item>(items: readonly Item[], work: (item: Item) => unknown): Timed {
  return () => {
    let kept = 0
    const from = process.cpuUsage()
    for (const item of items) if (work(item) !== undefined) kept += 1
    const { user, system } = process.cpuUsage(from)
    if (kept !== items.length) throw new Error('a measured step gave nothing')
    return (user + system) / items.length
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Ratio of two things of the same run, in each run; its median is robust against a run that something disturbed. */
export function ratios(of: readonly number[], to: readonly number[]): readonly number[] {
  return of.map((value, run) => value / (to[run] ?? Number.NaN))
}
