/** (h) How many reports a second the product answers, and how long the slowest of a hundred takes. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import type { Serving } from './pages-child.ts'
import { median, ratios, RUNS } from './timing.ts'

/** Readers at one time, and how long each of the five runs takes, s. */
const CONNECTIONS = 10
const SECONDS = 5

interface Run {
  readonly perSecond: number
  readonly p99Ms: number
}

interface Measured {
  readonly what: string
  readonly bytes: number
  readonly product: readonly Run[]
  readonly bare: readonly Run[]
}

export async function measurePages(note: (text: string) => void): Promise<readonly Measured[]> {
  const child = fork(fileURLToPath(new URL('./pages-child.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  try {
    const [serving] = (await once(child, 'message')) as [Serving]
    const { url, bare, cookie, paths } = serving
    const found: Measured[] = []
    for (const [what, path] of [['report page', paths.page] as const, ['API, cells of a cut', paths.cells] as const]) {
      const answer = await fetch(`${url}${path}`, { headers: { cookie, 'accept-encoding': 'identity' } })
      const bytes = (await answer.arrayBuffer()).byteLength
      if (!answer.ok) throw new Error(`${what} is answered with ${answer.status}`)
      const product: Run[] = []
      const empty: Run[] = []
      for (let run = 0; run < RUNS; run += 1) {
        product.push(await load(`${url}${path}`, cookie))
        empty.push(await load(`${bare}/${bytes}`, cookie))
        note(`${what}: run ${run + 1} of ${RUNS}`)
      }
      found.push({ what, bytes, product, bare: empty })
    }
    return found
  } finally {
    child.disconnect()
    await once(child, 'exit')
  }
}

async function load(url: string, cookie: string): Promise<Run> {
  const headers = { cookie, 'accept-encoding': 'identity' }
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers,
  })
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests of the load were not answered with 2xx`)
  return { perSecond: requests.average, p99Ms: latency.p99 }
}

export function reportPages(measured: readonly Measured[], say: (text: string) => void): void {
  for (const { what, bytes, product, bare } of measured) {
    const perSecond = (runs: readonly Run[]): readonly number[] => runs.map((run) => run.perSecond)
    const p99 = (runs: readonly Run[]): string => `${median(runs.map(({ p99Ms }) => p99Ms)).toFixed(0)} ms`
    say(`  ${what}, ${bytes.toLocaleString('en')} bytes, ${CONNECTIONS} readers at one time`)
    say(`    product ${median(perSecond(product)).toFixed(0)} requests/s, p99 ${p99(product)}`)
    say(`    empty route ${median(perSecond(bare)).toFixed(0)} requests/s, p99 ${p99(bare)}`)
    say(`    ratio ${median(ratios(perSecond(product), perSecond(bare))).toFixed(4)}`)
  }
}
