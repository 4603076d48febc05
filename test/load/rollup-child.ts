/**
 * The process whose time and memory are measured: it opens a data directory that another one has filled, and does what
 * it is told, one thing at a time.
 */
import type { LocalDay } from '../../services/shared/calendar.ts'
import { TENANT } from './organisation.ts'
import { DAY, openStore, ROLLED } from './rolled-store.ts'

/** `build`: rebuild a day. `late`: the nth late record of DAY arrives. `run`: what rollup does then. */
export type Task =
  | { readonly do: 'build'; readonly day: string }
  | { readonly do: 'late'; readonly nth: number }
  | { readonly do: 'run' }

export interface Done {
  readonly ms: number
  /** CPU of this process, all threads, ms. */
  readonly cpuMs: number
  /** Days that were built. */
  readonly days: number
}

const [directory = ''] = process.argv.slice(2)
const store = await openStore(directory)

async function perform(task: Task): Promise<number> {
  if (task.do === 'build') return (await store.buildDays(ROLLED, [task.day as LocalDay], () => false)).length
  if (task.do === 'run') return (await store.rollup.run()).reduce((sum, { days }) => sum + days.length, 0)
  const before_ms = Date.parse(`${DAY}T20:00:00Z`)
  await store.queries.tenantWork('late', TENANT, { day: DAY, nth: task.nth, before_ms })
  return 0
}

async function measured(task: Task): Promise<Done> {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const days = await perform(task)
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - began, cpuMs: (user + system) / 1_000, days }
}

const answer = async (task: Task): Promise<void> => {
  process.send?.(await measured(task))
}
process.on('message', (task: Task) => void answer(task))
process.on('disconnect', () => void store.close())
process.send?.('ready')
