/** The process whose time and memory are measured while a month is counted, sealed and reported; as rollup-child.ts. */
import { z } from 'zod'
import { findTenant } from '../../services/cli/admin/find.ts'
import { openFollowUp, readMonth } from '../../services/cli/report-input.ts'
import { wordsOf } from '../../services/cli/words/index.ts'
import { readPublication } from '../../services/disclosure/index.ts'
import { byMonth } from '../../services/rollup/cells.ts'
import type { LocalDay } from '../../services/shared/calendar.ts'
import { reportOf, reportText } from '../../services/web/index.ts'
import { TENANT } from './organisation.ts'
import { FIRST_DAY, MONTH, MONTH_DAYS, openPublishStore } from './publish-store.ts'
import { NOW, ROLLED } from './rolled-store.ts'

/**
 * `legs`: build a day's legs. `cells`: build a day's cells beside the others as they stand. `month`: build the cells of
 * the whole month. `days`: say what is due of each day. `seal`: seal the month. `forget`: as if it never was sealed.
 * `report`: the month's report, as text. `count`: how many legs the month has. `run`: what rollup does with nothing new.
 */
export interface Task {
  readonly do: 'legs' | 'cells' | 'month' | 'days' | 'seal' | 'forget' | 'report' | 'count' | 'run'
  /** Of `legs` and `cells`; of the month. */
  readonly day?: LocalDay
}

export interface Done {
  readonly ms: number
  /** CPU of this process, all threads, ms. */
  readonly cpuMs: number
  /** Of `count`: legs; of `report`: characters; of the others 0. */
  readonly size: number
}

const countRow = z.object({ legs: z.number() })

const [directory = ''] = process.argv.slice(2)
const store = await openPublishStore(directory)
const { engine, control, sealing } = store

/** What gives a number gives the size. */
const WORK: Readonly<Record<Task['do'], (day: LocalDay) => Promise<unknown>>> = {
  legs: (day) => store.buildDays(ROLLED, [day], () => false),
  cells: (day) => store.buildCells(ROLLED, byMonth([day], false)),
  month: () => store.buildCells(ROLLED, byMonth(MONTH_DAYS, true)),
  days: () => sealing.sealDays(),
  seal,
  forget,
  report: async () => (await report()).length,
  async count() {
    const rows = await store.queries.tenantQuery('publish_count', TENANT, { days: MONTH_DAYS }, countRow)
    return rows.reduce((sum, { legs }) => sum + legs, 0)
  },
  run: () => store.rollup.run(),
}

async function forget(): Promise<void> {
  for (const table of ['findings', 'publications', 'periods'] as const) {
    await control.db.deleteFrom(table).where('tenant_id', '=', TENANT).execute()
  }
}

async function seal(): Promise<void> {
  const done = await sealing.seal(TENANT, MONTH, 'bench')
  if ('refused' in done) throw new Error(`the month was not sealed: ${done.refused}`)
  if (!done.anew || !done.safe || !done.advised) throw new Error('the month was not sealed as a customer has it')
}

/** As `avesqo report` makes it. */
async function report(): Promise<string> {
  const tenant = await findTenant(control.db, TENANT)
  const desk = {
    published: (tenantId: string, month: string) => readPublication({ engine, control }, tenantId, month),
    periods: (tenantId: string) => sealing.status(tenantId),
  }
  const followUp = openFollowUp(control, { now: () => NOW })
  const asked = { desk, control, followUp, tenant, month: MONTH, language: 'nl', words: wordsOf('nl').report } as const
  return reportText(reportOf(await readMonth(asked)))
}

async function measured(task: Task): Promise<Done> {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const size = await WORK[task.do](task.day ?? FIRST_DAY)
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - began, cpuMs: (user + system) / 1_000, size: typeof size === 'number' ? size : 0 }
}

const answer = async (task: Task): Promise<void> => {
  process.send?.(await measured(task))
}
process.on('message', (task: Task) => void answer(task))
process.on('disconnect', () => void store.close())
process.send?.('ready')
