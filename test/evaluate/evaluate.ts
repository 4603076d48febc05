/**
 * `npm run evaluate [-- seeds [part]]`: how good advice is, over 40 organisations of each sort. Says what was missed as it
 * goes, then every target; exit code 1 where one is missed. Parts are chosen by their names, such as `A08` or `B0|E0`.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isMet, PARTS, type Target } from './evaluation.ts'

const SEEDS = 40
/** Two months of a thousand people need half of it. */
const MEMORY = '--max-old-space-size=1500'

/** What a child says: that it waits for a part, what was missed, or what a part came to. */
type Said = { readonly missed: string } | { readonly part: number; readonly targets: readonly Target[] } | 'ready'

const [, , seeds = String(SEEDS), words = ''] = process.argv
const chosen = PARTS.filter(({ name }) => new RegExp(words, 'u').test(name))

if (process.send === undefined) await main()
else await work((said) => process.send?.(said))

/** Parts are given to child processes, one after another. */
async function main(): Promise<void> {
  const done = new Map<number, readonly Target[]>()
  let next = 0
  const run = async (): Promise<void> => {
    const child = fork(fileURLToPath(import.meta.url), [seeds, words], { execArgv: [MEMORY] })
    child.on('message', (said: Said) => {
      if (said !== 'ready' && 'missed' in said) return say(`  ${said.missed}`)
      if (said !== 'ready') done.set(said.part, said.targets)
      if (next < chosen.length) child.send(next)
      else child.disconnect()
      next += 1
    })
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    if (code !== 0) say(`  a child process ended with ${signal ?? code}: not everything was looked at`)
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, run))
  const targets = chosen.flatMap((_, part) => done.get(part) ?? [])
  say('')
  for (const target of targets) say(wordsOf(target))
  process.exitCode = done.size === chosen.length && targets.every(isMet) ? 0 : 1
}

async function work(tell: (said: Said) => void): Promise<void> {
  const each = Array.from({ length: Number(seeds) }, (_, at) => at + 1)
  process.on('message', (part: number) => {
    void chosen[part]?.run(each, (missed) => tell({ missed })).then((targets) => tell({ part, targets }))
  })
  tell('ready')
  await once(process, 'disconnect')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function per(share: number): string {
  return `${(100 * share).toFixed(share === 0 || share === 1 ? 0 : 1)} %`
}

function wordsOf(target: Target): string {
  const { name, count, of, least, most } = target
  const found = `${name}: ${count} of ${of} (${per(count / of)})`
  if (least === 0 && most === 1) return `       ${found}`
  const range =
    least === 0 ? `at most ${per(most)}` : most === 1 ? `at least ${per(least)}` : `${per(least)} to ${per(most)}`
  return `${isMet(target) ? 'ok    ' : 'MISSED'} ${found}; ${range}`
}
