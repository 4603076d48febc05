/**
 * Measurement (b): records through the whole product, in a process of its own, and beside it what storing the same
 * lines unparsed costs through the same engine. The two take turns, a fifth of the records each time.
 */
import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { deliver } from '../support/deliver.ts'
import { newProduct, withTenant } from '../support/product.ts'
import { AFTER_DELIVERIES, createDeliveries, type Deliveries, RECORDS_A_DELIVERY } from './deliveries.ts'
import { cpuOf, type Memory, watchMemory } from './memory.ts'
import { organisation, TENANT } from './organisation.ts'
import { RUNS } from './timing.ts'

/** Deliveries under way at one time, as `avesqo import` has by default. */
export const IN_FLIGHT = 4

interface ImportRun {
  readonly records: number
  /** Records a second. */
  readonly product: number
  readonly raw: number
  /** CPU of the product's process, all threads, microseconds a record. */
  readonly cpuUs: number
}

export interface ImportResult {
  readonly fsync: boolean
  readonly runs: readonly ImportRun[]
  /** Before the first record, then at each quarter. */
  readonly memory: readonly Memory[]
}

/** @param told what to say while it goes on */
export async function measureImport(
  records: number,
  fsync: boolean,
  told: (text: string) => void,
): Promise<ImportResult> {
  const deliveries = createDeliveries(organisation(), records)
  const product = newProduct({ AVESQO_NOW: AFTER_DELIVERIES, AVESQO_LOG: 'error' })
  const raw = await startRaw(records, fsync)
  try {
    const secrets = await withTenant(product, { id: TENANT }, ['pexip'])
    const source = `${TENANT}-pexip`
    if (!fsync) await promisify(execFile)(process.execPath, [FSYNC_OFF, join(product.data, 'clickhouse')])
    const running = await product.start()
    const watch = watchMemory(running.pid)
    const memory = [watch.mark()]
    const send = async (n: number): Promise<void> => {
      const answer = await deliver(running.url, source, secrets[source] ?? '', deliveries.bulk(n))
      if (answer.status !== 200) throw new Error(`answered ${answer.status}`)
      sent += 1
      if (sent * 4 >= memory.length * deliveries.count) memory.push(watch.mark())
    }
    let sent = 0
    const runs: ImportRun[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const { from, to } = partOf(deliveries, run)
      const cpu = cpuOf(running.pid)
      const began = performance.now()
      await inFlight(from, to, send)
      const seconds = (performance.now() - began) / 1_000
      const cpuUs = ((cpuOf(running.pid) - cpu) * 1_000_000) / ((to - from) * RECORDS_A_DELIVERY)
      const count = (to - from) * RECORDS_A_DELIVERY
      runs.push({ records: count, product: count / seconds, raw: count / (await raw.insert(from, to)), cpuUs })
      told(`run ${run + 1}: ${count} records in ${seconds.toFixed(1)} s`)
    }
    watch.stop()
    await running.stop()
    return { fsync, runs, memory }
  } finally {
    await raw.stop()
    await product.remove()
  }
}

const FSYNC_OFF = fileURLToPath(new URL('fsync-off.ts', import.meta.url))
const RAW = fileURLToPath(new URL('raw-insert.ts', import.meta.url))

function partOf({ count }: Deliveries, run: number): { readonly from: number; readonly to: number } {
  return { from: Math.floor((count * run) / RUNS), to: Math.floor((count * (run + 1)) / RUNS) }
}

async function inFlight(from: number, to: number, send: (n: number) => Promise<void>): Promise<void> {
  let next = from
  const sender = async (): Promise<void> => {
    while (next < to) {
      next += 1
      await send(next - 1)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, sender))
}

interface Raw {
  /** Seconds that the inserts of these deliveries took. */
  insert(from: number, to: number): Promise<number>
  stop(): Promise<void>
}

async function startRaw(records: number, fsync: boolean): Promise<Raw> {
  const home = mkdtempSync(join(tmpdir(), 'avesqo-raw-'))
  const child = fork(RAW, [home, fsync ? '1' : '0', String(records)])
  const exited = once(child, 'exit')
  const said = async (): Promise<unknown> => {
    const [first] = (await Promise.race([once(child, 'message'), exited])) as [unknown]
    if (typeof first === 'number') throw new Error('the process that inserts unparsed lines has ended')
    return first
  }
  await said()
  return {
    async insert(from, to) {
      child.send({ from, to })
      return ((await said()) as { readonly seconds: number }).seconds
    },
    async stop() {
      if (child.connected) child.disconnect()
      await exited
      rmSync(home, { recursive: true, force: true })
    },
  }
}
