/** Processes that measure rollup: one that fills a directory and ends, one that does what it is told and is watched. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Memory, watchMemory } from './memory.ts'
import type { Done, Task } from './rollup-child.ts'
import type { Filling } from './rollup-prepare.ts'

const PREPARE = fileURLToPath(new URL('rollup-prepare.ts', import.meta.url))
const CHILD = fileURLToPath(new URL('rollup-child.ts', import.meta.url))
/** As `npm start` has them. */
const MEMORY_FLAGS = ['--max-old-space-size=512', '--max-semi-space-size=16']
const AN_HOUR_MS = 3_600_000

/** @returns the directory, filled; the caller removes it */
export function fill(filling: Omit<Filling, 'directory'>, told: (text: string) => void): Promise<string> {
  return fillBy(PREPARE, filling, told)
}

/** @param script takes what to fill in, with the directory, as JSON, and tells how far it is. @returns as `fill` */
export async function fillBy(script: string, filling: object, told: (text: string) => void): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'avesqo-rollup-'))
  try {
    const child = fork(script, [JSON.stringify({ ...filling, directory })])
    child.on('message', (text) => told(text as string))
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) throw new Error('the process that fills a directory has failed')
    age(join(directory, 'clickhouse', 'store'))
    return directory
  } catch (error) {
    rmSync(directory, { recursive: true, force: true })
    throw error
  }
}

/**
 * Makes parts an hour older. Rollup asks which days were written to in the last minutes; a history that was filled in
 * just now would be all of them.
 */
function age(stores: string): void {
  const then = new Date(Date.now() - AN_HOUR_MS)
  for (const entry of readdirSync(stores, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) utimesSync(join(entry.parentPath, entry.name), then, then)
  }
}

export interface Worker<OfTask = Task, OfDone = Done> {
  perform(task: OfTask): Promise<OfDone>
  /** Since the process began. */
  memory(): Memory
  stop(): Promise<void>
}

export function startWorker(directory: string): Promise<Worker> {
  return startWorkerOf<Task, Done>(CHILD, directory)
}

/** @param script takes the directory, says when it is ready, and answers each task */
export async function startWorkerOf<OfTask extends object, OfDone>(
  script: string,
  directory: string,
): Promise<Worker<OfTask, OfDone>> {
  const child = fork(script, [directory], { execArgv: MEMORY_FLAGS })
  const exited = once(child, 'exit')
  const said = async (): Promise<unknown> => {
    const [first] = (await Promise.race([once(child, 'message'), exited])) as [unknown]
    if (typeof first === 'number' || first === null) throw new Error('the process that is measured has ended')
    return first
  }
  await said()
  const watch = watchMemory(child.pid ?? 0)
  return {
    async perform(task) {
      child.send(task)
      return (await said()) as OfDone
    },
    memory: () => watch.mark(),
    async stop() {
      watch.stop()
      if (child.connected) child.disconnect()
      await exited
    },
  }
}
