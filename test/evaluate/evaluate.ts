/**
 * `npm run evaluate [-- seeds]`: how good advice is, over 40 organisations of each sort. Says what was missed as it goes,
 * then every target; exit code 1 where one is missed.
 */
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { isMet, PARTS, type Target } from './evaluation.ts'

const SEEDS = 40
/** Two months of a thousand people need half of it. */
const MOST_MB = 1_500

interface Done {
  readonly part: number
  readonly targets: readonly Target[]
}

if (isMainThread) await main(Number(process.argv[2] ?? SEEDS))
else await work(workerData as number)

/** Parts are given to workers one after another. */
async function main(seeds: number): Promise<void> {
  const done = new Map<number, readonly Target[]>()
  let next = 0
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), {
        workerData: seeds,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
      })
      const give = () => worker.postMessage(next < PARTS.length ? next++ : null)
      worker.on('message', (message: Done | string) => {
        if (typeof message === 'string') return say(`  ${message}`)
        done.set(message.part, message.targets)
        give()
      })
      worker.once('error', reject)
      worker.once('exit', () => resolve())
      give()
    })
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, one))
  const targets = PARTS.flatMap((_, part) => done.get(part) ?? [])
  say('')
  for (const target of targets) say(wordsOf(target))
  process.exitCode = done.size === PARTS.length && targets.every(isMet) ? 0 : 1
}

async function work(count: number): Promise<void> {
  const seeds = Array.from({ length: count }, (_, at) => at + 1)
  for await (const part of questions()) {
    const targets = (await PARTS[part]?.(seeds, (line) => parentPort?.postMessage(line))) ?? []
    parentPort?.postMessage({ part, targets } satisfies Done)
  }
}

async function* questions(): AsyncGenerator<number> {
  for (;;) {
    const part = await new Promise<number | null>((resolve) => parentPort?.once('message', resolve))
    if (part === null) return
    yield part
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function wordsOf(target: Target): string {
  const { name, count, of, least, most } = target
  const per = (share: number): string => `${(100 * share).toFixed(share === 0 || share === 1 ? 0 : 1)} %`
  const found = `${name}: ${count} of ${of} (${per(count / of)})`
  if (least === 0 && most === 1) return `       ${found}`
  const range =
    least === 0 ? `at most ${per(most)}` : most === 1 ? `at least ${per(least)}` : `${per(least)} to ${per(most)}`
  return `${isMet(target) ? 'ok    ' : 'MISSED'} ${found}; ${range}`
}
