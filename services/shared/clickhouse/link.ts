/** The main thread's end of the engine's thread: a statement goes in, bytes or an `EngineError` come out. */
import 'chdb' // Not used here, and needed: without the library loaded in the main thread first, every exit of the
// process ends in a segmentation fault, because it is unloaded with the worker (reference stack, A2).
import { Worker } from 'node:worker_threads'
import { EngineError, engineErrorOf } from './errors.ts'
import type { Lane, Reply, Request, WorkerData } from './messages.ts'
import type { Insert } from './insert.ts'

export interface Link {
  run(lane: Lane, sql: string): Promise<Uint8Array>
  insert(insert: Insert, lines: Uint8Array<ArrayBuffer>): Promise<void>
  /** Waits for what is running, then ends the thread. Later calls fail with `gone`. */
  close(): Promise<void>
  /** Resolves if the thread ends without having been asked to; never otherwise. */
  readonly gone: Promise<void>
}

const ENGINE = new URL('worker.ts', import.meta.url)

/**
 * Starts the thread and opens the data directory.
 *
 * @param program what the thread runs
 * @returns null when the directory cannot be opened
 */
export async function startLink(data: WorkerData, program: URL = ENGINE): Promise<Link | null> {
  const worker = new Worker(program, { workerData: data, name: 'clickhouse' })
  const pending = new Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: EngineError) => void }>()
  let state: 'starting' | 'open' | 'closing' | 'ended' = 'starting'
  let sequence = 0
  let idle: (() => void) | null = null
  const started = Promise.withResolvers<boolean>()
  const ended = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()

  const end = (): void => {
    if (state === 'open') gone.resolve()
    state = 'ended'
    started.resolve(false)
    for (const { reject } of pending.values()) reject(new EngineError('gone'))
    pending.clear()
    idle?.()
    ended.resolve()
  }
  // An uncaught error of the thread arrives here and then as its exit. Its text is not kept: it may quote a row.
  worker.on('error', () => undefined)
  worker.on('exit', end)
  worker.on('message', (reply: Reply) => {
    if (reply.kind === 'ready' || reply.kind === 'refused') {
      started.resolve(reply.kind === 'ready')
      return
    }
    const waiting = pending.get(reply.id)
    pending.delete(reply.id)
    if (reply.kind === 'result') waiting?.resolve(reply.bytes)
    else waiting?.reject(engineErrorOf(reply.number))
    if (pending.size === 0) idle?.()
  })

  const send = (make: (id: number) => Request, transfer: ArrayBuffer[] = []): Promise<Uint8Array> => {
    if (state !== 'open') return Promise.reject(new EngineError('gone'))
    sequence += 1
    const id = sequence
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject })
      worker.postMessage(make(id), transfer)
    })
  }

  if (!(await started.promise)) {
    await ended.promise
    return null
  }
  state = 'open'
  return {
    run: (lane, sql) => send((id) => ({ kind: 'run', id, lane, sql })),
    async insert(insert, lines) {
      await send((id) => ({ kind: 'insert', id, ...insert, lines }), [lines.buffer])
    },
    async close() {
      if (state === 'open') {
        state = 'closing'
        if (pending.size > 0) await new Promise<void>((resolve) => (idle = resolve))
        worker.postMessage({ kind: 'close' } satisfies Request, [])
      }
      await ended.promise
    },
    gone: gone.promise,
  }
}
