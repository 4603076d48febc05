/**
 * The thread of the embedded engine. One connection writes, one works, a few read; each runs one statement at a time,
 * in the order of arrival, and a long read holds up one reader, not the writer.
 *
 * A reply holds bytes or the engine's number, never its text. What is not understood ends the thread, and the main
 * thread learns of it (`link.ts`).
 */
import { drainPending, Session } from 'chdb'
import { parentPort, workerData } from 'node:worker_threads'
import { engineNumber } from './errors.ts'
import type { Reply, Request, WorkerData } from './messages.ts'

type Statement = Exclude<Request, { kind: 'close' }>

const { path, readers } = workerData as WorkerData
if (parentPort === null) throw new Error('The engine runs in a worker thread only.')
const port = parentPort

function reply(message: Reply): void {
  if (message.kind !== 'result') {
    port.postMessage(message)
    return
  }
  // The engine's memory behind a result is its own; a copy is ours to hand over.
  const bytes = Uint8Array.from(message.bytes)
  port.postMessage({ ...message, bytes }, [bytes.buffer])
}

async function run(session: Session, request: Statement): Promise<Uint8Array> {
  if (request.kind === 'run') return (await session.queryAsync(request.sql)).bytes()
  await session.insert({
    table: request.table,
    columns: request.columns,
    values: request.lines,
    format: 'JSONCompactEachRow',
    settings: request.settings,
  })
  // The engine's count of rows is not passed on: it counts what it dropped as a repeat (reference stack, A6).
  return new Uint8Array()
}

/** Runs statements over a set of sessions; a session takes the next one when it is free. */
function createLane(sessions: readonly Session[]) {
  const idle = [...sessions]
  const waiting: Statement[] = []
  const next = (): void => {
    const session = idle.pop()
    if (session === undefined) return
    const request = waiting.shift()
    if (request === undefined) {
      idle.push(session)
      return
    }
    void run(session, request)
      .then(
        (bytes) => reply({ kind: 'result', id: request.id, bytes }),
        (thrown: unknown) => reply({ kind: 'failed', id: request.id, number: engineNumber(thrown) }),
      )
      .finally(() => {
        idle.push(session)
        next()
      })
  }
  return {
    push(request: Statement): void {
      waiting.push(request)
      next()
    },
  }
}

/** The writer, the worker, and the readers. */
function open(): readonly Session[] | null {
  try {
    return Array.from({ length: 2 + readers }, () => new Session(path))
  } catch {
    return null // in use by another process, or not a directory of ours; the engine's text names only the path
  }
}

const sessions = open()
if (sessions === null) {
  reply({ kind: 'refused' })
  port.close()
} else {
  const lanes = {
    write: createLane(sessions.slice(0, 1)),
    work: createLane(sessions.slice(1, 2)),
    read: createLane(sessions.slice(2)),
  }
  port.on('message', (request: Request) => {
    if (request.kind === 'close') {
      // The main thread says so only after its last reply has come, so no statement is running.
      for (const session of sessions) session.close()
      void drainPending().then(() => port.close())
      return
    }
    lanes[request.kind === 'run' ? request.lane : 'write'].push(request)
  })
  reply({ kind: 'ready' })
}
