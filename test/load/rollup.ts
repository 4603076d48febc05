/**
 * Measurements (c), (d) and (e): what rollup's rebuild of a day costs with a history around it, after one late record,
 * and over sizes of the day. Time is CPU of the measured process, all threads: the clock on the wall also measures what
 * else the machine does.
 */
import { rmSync } from 'node:fs'
import { addDays } from '../../services/shared/calendar.ts'
import type { Memory } from './memory.ts'
import { DAY } from './rolled-store.ts'
import type { Done } from './rollup-child.ts'
import { fill, startWorker, type Worker } from './rollup-process.ts'
import { RUNS } from './timing.ts'

export const LEGS = 60_000
const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000] as const
/** Rebuilds of each size. */
const ROUNDS = 3
/** Days between days of different sizes: more than a rebuild reads. */
const APART = 14

export interface DayCosts {
  /** With the history, and the same day alone: rebuilt in turns. */
  readonly within: readonly Done[]
  readonly alone: readonly Done[]
  /** Of the process with the history: after it opened, after one rebuild, after all. */
  readonly memory: readonly Memory[]
  /** A run after one late record, in the store with the history; empty where it was not asked for. */
  readonly late: readonly Done[]
  /** A run that finds nothing new. */
  readonly idle: readonly Done[]
}

/** @param historyDays days around the day; one of them lies after it */
export async function measureDay(
  historyDays: number,
  withLate: boolean,
  told: (text: string) => void,
): Promise<DayCosts> {
  const first = addDays(DAY, 1 - historyDays)
  const days = Array.from({ length: historyDays + 1 }, (_, n) => ({ day: addDays(first, n), legs: LEGS }))
  const neighbours = [addDays(DAY, -2), addDays(DAY, -1), DAY, addDays(DAY, 1)]
  const directories = [
    await fill({ days, built: neighbours, moved: historyDays - 3 }, told),
    await fill({ days: [{ day: DAY, legs: LEGS }], built: [DAY], moved: 0 }, told),
  ]
  const workers: Worker[] = []
  try {
    for (const directory of directories) workers.push(await startWorker(directory))
    const [history, alone] = workers
    if (history === undefined || alone === undefined) throw new Error('no process to measure')
    const costs = { within: [] as Done[], alone: [] as Done[], memory: [history.memory()], late: [], idle: [] }
    for (let run = 0; run < RUNS; run += 1) {
      costs.within.push(await history.perform({ do: 'build', day: DAY }))
      if (run === 0) costs.memory.push(history.memory())
      costs.alone.push(await alone.perform({ do: 'build', day: DAY }))
      told(`rebuild ${run + 1} of ${RUNS}: ${costs.within.at(-1)?.ms.toFixed(0)} ms`)
    }
    costs.memory.push(history.memory())
    return withLate ? { ...costs, ...(await measureLate(history, told)) } : costs
  } finally {
    for (const worker of workers) await worker.stop()
    for (const directory of directories) rmSync(directory, { recursive: true, force: true })
  }
}

async function measureLate(history: Worker, told: (text: string) => void): Promise<Pick<DayCosts, 'late' | 'idle'>> {
  const late: Done[] = []
  const idle: Done[] = []
  await history.perform({ do: 'run' }) // the first run of a process looks further back than the next ones
  for (let nth = 1; nth <= RUNS; nth += 1) {
    await history.perform({ do: 'late', nth })
    late.push(await history.perform({ do: 'run' }))
    idle.push(await history.perform({ do: 'run' }))
    told(`late record ${nth} of ${RUNS}: ${late.at(-1)?.ms.toFixed(0)} ms, ${late.at(-1)?.days} day built`)
  }
  return { late, idle }
}

export interface SizeCosts {
  readonly legs: number
  readonly runs: readonly Done[]
  /** After this size; smaller ones came before it. */
  readonly memory: Memory
}

export async function measureSizes(told: (text: string) => void): Promise<readonly SizeCosts[]> {
  const days = SIZES.map((legs, n) => ({ day: addDays(DAY, n * -APART), legs }))
  const directory = await fill({ days, built: [], moved: 0 }, told)
  try {
    const worker = await startWorker(directory)
    try {
      const costs: SizeCosts[] = []
      for (const { day, legs } of days) {
        const runs: Done[] = []
        for (let round = 0; round < ROUNDS; round += 1) runs.push(await worker.perform({ do: 'build', day }))
        costs.push({ legs, runs, memory: worker.memory() })
        told(`${legs} legs: ${runs.map(({ ms }) => ms.toFixed(0)).join(', ')} ms`)
      }
      return costs
    } finally {
      await worker.stop()
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
