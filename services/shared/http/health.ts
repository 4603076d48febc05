/**
 * `GET /health/live`: the process answers. `GET /health/ready`: send work here; red while storage does not answer and
 * from the beginning of shutdown on, so that a balancer turns away before connections are refused.
 */
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './problems.ts'

/**
 * @param ready whether the process can do its work now; a rejection means no
 */
export function serveHealth(app: FastifyInstance, ready: () => Promise<boolean>): void {
  app.get('/health/live', (_request, reply) => reply.send({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const isReady = await ready().catch(() => false)
    return isReady ? reply.send({ status: 'ready' }) : sendProblem(reply, 'unavailable', 1)
  })
}
