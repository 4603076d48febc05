/**
 * The operator port: the running product answers the operator's commands, because no second process may open its
 * database. A unix socket in the data directory, for the user alone that the product runs as: it has no port, and no
 * part of the receivers or pages knows of it.
 */
import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { AppError, type ErrorCode } from '../shared/errors.ts'
import { codeOf, sendProblem } from '../shared/http/problems.ts'
import { type Logger, word } from '../shared/logger.ts'
import { type Desk, legsQuery, type RunLine, runQuery, SOCKET, waySocket } from './operator-wire.ts'
import { monthQuery, periodsQuery, publishedBody, reopenQuery } from './operator-wire-periods.ts'

/** What is asked when the product closes may take this long, ms; what stops a process gives it 30 s for everything. */
const CLOSE_MS = 2_000

export interface OperatorPortParts {
  /** The data directory. Its database is open in this process: whoever has a socket here is gone. */
  readonly data: string
  readonly desk: Desk
  readonly logger: Logger
}

export interface OperatorPort {
  /** Takes no more questions, waits some seconds for the answers, and removes the socket. */
  close(): Promise<void>
}

/** @throws Error of the file system, when the directory cannot take the socket */
export async function openOperatorPort({ data, desk, logger }: OperatorPortParts): Promise<OperatorPort> {
  const app = createApp(desk, logger)
  const file = join(data, SOCKET)
  chmodSync(data, 0o700)
  rmSync(file, { force: true }) // a killed process leaves its socket
  const way = await waySocket(data)
  try {
    await app.listen({ path: way.path })
    chmodSync(file, 0o600)
  } catch (error) {
    await app.close()
    await way.close()
    throw error
  }
  return {
    async close() {
      const last = setTimeout(() => app.server.closeAllConnections(), CLOSE_MS)
      await app.close()
      clearTimeout(last)
      await way.close()
      rmSync(file, { force: true })
    },
  }
}

function createApp(desk: Desk, logger: Logger): FastifyInstance {
  const app = fastify({ logger: false, exposeHeadRoutes: false, forceCloseConnections: 'idle' })
  const codeSaid = (error: unknown, route: string): ErrorCode => {
    const code = codeOf(error)
    const name = error instanceof Error ? error.name : 'unknown'
    if (code === 'internal') logger.event('bug', { where: word(route), error: word(name) })
    return code
  }
  app.setErrorHandler((error, request, reply) =>
    sendProblem(reply, codeSaid(error, request.routeOptions.url ?? 'operator')),
  )
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not_found'))
  app.get('/legs', async (request) => {
    const { tenant, day } = asked(legsQuery, request)
    return { legs: await desk.legs(tenant, day) }
  })
  app.get('/periods', async (request) => {
    const { tenant } = asked(periodsQuery, request)
    return { periods: await desk.periods(tenant) }
  })
  app.post('/periods/seal', async (request) => {
    const { tenant, month } = asked(monthQuery, request)
    return desk.seal(tenant, month)
  })
  app.post('/periods/reopen', async (request) => {
    const { tenant, month, reason } = asked(reopenQuery, request)
    return desk.reopen(tenant, month, reason)
  })
  app.get('/published', async (request) => {
    const { tenant, month } = asked(monthQuery, request)
    return publishedBody(await desk.published(tenant, month))
  })
  app.post('/rollup/run', (request, reply) => {
    const { tenant, full } = asked(runQuery, request)
    // Who asked may go away; the pass goes on.
    const lines = new PassThrough().on('error', () => undefined)
    const say = (line: RunLine): void => {
      if (lines.writable) lines.write(`${JSON.stringify(line)}\n`)
    }
    void desk
      .run(tenant, full === '1', (day) => say({ day }))
      .then(
        (run) => say({ run }),
        (error: unknown) => say({ code: codeSaid(error, '/rollup/run') }),
      )
      .finally(() => lines.end())
    return reply.type('application/x-ndjson').send(lines)
  })
  return app
}

function asked<T extends z.ZodType>(schema: T, request: FastifyRequest): z.output<T> {
  const read = schema.safeParse(request.query)
  if (!read.success) throw new AppError('bad_request')
  return read.data
}
