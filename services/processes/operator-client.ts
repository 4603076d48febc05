/** The desk of a running product, reached through its socket. */
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import type { z } from 'zod'
import { AppError, type ErrorCode, UserError } from '../shared/errors.ts'
import { type Desk, legsAnswer, problem, runLine, type SocketWay, waySocket } from './operator-wire.ts'
import { periodsAnswer, publishedAnswer, reopenAnswer, sealAnswer } from './operator-wire-periods.ts'

export interface RemoteDesk extends Desk {
  close(): Promise<void>
}

/** Nobody listens: no socket, or the one that a killed process left. */
const NOBODY: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED'])

/**
 * @param data the data directory; it exists
 * @returns null where no product runs on it
 * @throws UserError when the one that runs is another user's
 */
export async function reachDesk(data: string): Promise<RemoteDesk | null> {
  const way = await waySocket(data).catch(sayWhose(data))
  const failed = await tryConnect(way)
  if (failed === null) return remoteDesk(way)
  await way.close()
  if (NOBODY.has(codeOf(failed))) return null
  return sayWhose(data)(failed)
}

function remoteDesk(way: SocketWay): RemoteDesk {
  const read = async <T extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    query: Readonly<Record<string, string>>,
    schema: T,
  ): Promise<z.output<T>> => {
    const answer = await ask(way, method, `${path}?${new URLSearchParams(query).toString()}`)
    const body = await text(answer).catch(() => {
      throw gone()
    })
    return schema.parse(JSON.parse(body))
  }
  return {
    async legs(tenant, day) {
      return (await read('GET', '/legs', { tenant, day }, legsAnswer)).legs
    },
    async periods(tenant) {
      return (await read('GET', '/periods', { tenant }, periodsAnswer)).periods
    },
    seal: (tenant, month) => read('POST', '/periods/seal', { tenant, month }, sealAnswer),
    reopen: (tenant, month, reason) => read('POST', '/periods/reopen', { tenant, month, reason }, reopenAnswer),
    async published(tenant, month) {
      return (await read('GET', '/published', { tenant, month }, publishedAnswer)).published
    },
    async run(tenant, full, progress) {
      const query = new URLSearchParams({ tenant, full: full ? '1' : '0' })
      const answer = await ask(way, 'POST', `/rollup/run?${query.toString()}`)
      for await (const text of linesOf(answer)) {
        const line = runLine.parse(JSON.parse(text))
        if ('run' in line) return line.run
        if ('code' in line) throw failure(line.code)
        progress?.(line.day)
      }
      throw gone()
    },
    close: () => way.close(),
  }
}

function failure(code: ErrorCode): Error {
  if (code !== 'internal') return new AppError(code)
  return new UserError('The running server met a defect of its own; its log says where (event "bug").', 1)
}

function gone(): UserError {
  return new UserError('The running server ended before it had answered. Repeat the call.', 1)
}

/** @returns null when somebody listens, else why not */
function tryConnect(way: SocketWay): Promise<Error | null> {
  return new Promise((resolve) => {
    const socket = connect(way.path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(null)
    })
    socket.once('error', resolve)
  })
}

/** @throws UserError when the connection breaks */
async function* linesOf(answer: IncomingMessage): AsyncGenerator<string, void> {
  try {
    yield* createInterface({ input: answer, crlfDelay: Infinity })
  } catch {
    throw gone()
  }
}

/** @throws UserError, AppError where the answer is not what was asked for */
async function ask(way: SocketWay, method: 'GET' | 'POST', path: string): Promise<IncomingMessage> {
  const answer = await answerOf(way, method, path)
  if (answer.statusCode === 200) return answer
  throw failure(problem.parse(JSON.parse(await text(answer))).code)
}

async function answerOf(way: SocketWay, method: string, path: string): Promise<IncomingMessage> {
  // No time limit: a full pass may take minutes, and a server that ends closes the connection.
  const asking = request({ socketPath: way.path, method, path, agent: false }).end()
  try {
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    return answer
  } catch {
    throw gone()
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function sayWhose(data: string): (error: unknown) => never {
  return (error) => {
    const code = codeOf(error)
    if (code !== 'EACCES' && code !== 'EPERM') throw error
    throw new UserError(`${data} belongs to another user. Call this as the user that runs the server.`, 1)
  }
}
