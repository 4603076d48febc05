/**
 * Measurements (f) and (g): what a month's report costs beside its figures made anew from the legs, and what cells and
 * sealing cost beside building legs. Time is CPU of the measured process, all threads, as in rollup.ts.
 */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { addDays } from '../../services/shared/calendar.ts'
import type { Memory } from './memory.ts'
import type { Done, Task } from './publish-child.ts'
import type { MonthFilling } from './publish-prepare.ts'
import { FIRST_DAY, MONTH_DAYS } from './publish-store.ts'
import { fillBy, startWorkerOf, type Worker } from './rollup-process.ts'
import { RUNS } from './timing.ts'

const PREPARE = fileURLToPath(new URL('publish-prepare.ts', import.meta.url))
const CHILD = fileURLToPath(new URL('publish-child.ts', import.meta.url))
/** The day whose legs are moved, in the month before; and the day that is built anew, within the month. */
const BEFORE = addDays(FIRST_DAY, -15)
const WITHIN = addDays(FIRST_DAY, 15)
/** At most so many legs are built by rollup to be moved; more are copies of them. */
const LEGS_BUILT = 10_000
/** Legs of each day of the month in which one day is built anew. */
export const DAY_LEGS = 10_000

type Told = (text: string) => void
type MonthWorker = Worker<Task, Done>

export interface MonthCosts {
  /** Legs of the month. */
  readonly legs: number
  /** All figures made of the legs: the month's cells, what is said of its days, the month sealed with its advice. */
  readonly cells: Done
  readonly days: Done
  readonly seal: Done
  /** Of the process that did this: after the cells, and at the end. */
  readonly memory: readonly Memory[]
  /** The report, by another process. */
  readonly reports: readonly Done[]
  readonly reportMemory: Memory
}

/** (f). @param legs of the month, about */
export async function measureMonth(legs: number, told: Told): Promise<MonthCosts> {
  const aDay = Math.ceil(legs / MONTH_DAYS.length)
  const copies = Math.ceil(aDay / LEGS_BUILT)
  const observed = [addDays(BEFORE, -1), BEFORE]
  const filling = { observed, legs: Math.ceil(aDay / copies), built: [BEFORE], moved: BEFORE, copies }
  return within(filling, told, async (start) => {
    const counting = await start()
    await counting.perform({ do: 'run' })
    const { size } = await counting.perform({ do: 'count' })
    told(`${size} legs`)
    const cells = await tell(counting, { do: 'month' }, told)
    const memory = [counting.memory()]
    const days = await tell(counting, { do: 'days' }, told)
    const seal = await tell(counting, { do: 'seal' }, told)
    memory.push(counting.memory())
    await counting.stop()
    const reading = await start()
    const reports: Done[] = []
    for (let run = 0; run < RUNS; run += 1) reports.push(await tell(reading, { do: 'report' }, told))
    return { legs: size, cells, days, seal, memory, reports, reportMemory: reading.memory() }
  })
}

export interface DayAndMonthCosts {
  /** A day's legs of its observations, its cells of its legs, and its month sealed: in turns. */
  readonly legs: readonly Done[]
  readonly cells: readonly Done[]
  readonly seal: readonly Done[]
  readonly memory: Memory
}

/** (g) */
export async function measureDayAndMonth(told: Told): Promise<DayAndMonthCosts> {
  const near = [-2, -1, 0, 1].map((step) => addDays(WITHIN, step))
  const filling = { observed: near, legs: DAY_LEGS, built: near, moved: WITHIN, copies: 1 }
  return within(filling, told, async (start) => {
    const worker = await start()
    await worker.perform({ do: 'run' }) // the first run of a process looks further back than the next ones
    await tell(worker, { do: 'month' }, told)
    await tell(worker, { do: 'days' }, told) // the night has said them
    const costs = { legs: [] as Done[], cells: [] as Done[], seal: [] as Done[] }
    for (let run = 0; run < RUNS; run += 1) {
      costs.legs.push(await tell(worker, { do: 'legs', day: WITHIN }, told))
      costs.cells.push(await tell(worker, { do: 'cells', day: WITHIN }, told))
      costs.seal.push(await tell(worker, { do: 'seal' }, told))
      await worker.perform({ do: 'forget' })
    }
    return { ...costs, memory: worker.memory() }
  })
}

/** Fills a directory, measures in processes on it, one after another, and removes it. */
async function within<Costs>(
  filling: Omit<MonthFilling, 'directory'>,
  told: Told,
  measure: (start: () => Promise<MonthWorker>) => Promise<Costs>,
): Promise<Costs> {
  const directory = await fillBy(PREPARE, filling, told)
  const started: MonthWorker[] = []
  try {
    return await measure(async () => {
      const worker = await startWorkerOf<Task, Done>(CHILD, directory)
      started.push(worker)
      return worker
    })
  } finally {
    for (const worker of started) await worker.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function tell(worker: MonthWorker, task: Task, told: Told): Promise<Done> {
  const done = await worker.perform(task)
  told(`${task.do}: ${done.ms.toFixed(0)} ms, CPU ${done.cpuMs.toFixed(0)} ms`)
  return done
}
