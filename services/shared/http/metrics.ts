/**
 * Counters for the operator: `/metrics` for a collector on this machine, through fastify-metrics. Labels are route
 * templates, closed words and ids of our own configuration, never anything of a request.
 */
import client from '@platformatic/prom-client'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyMetrics, { type IDefaultMetricsConfig } from 'fastify-metrics'
import { isLoopback } from './loopback.ts'
import { sendProblem } from './problems.ts'

/** A counter with its labels in a fixed order. */
interface Counting {
  (labels: Readonly<Record<string, string>>, by?: number): void
}

/** The metrics of one process. */
export interface Metrics {
  readonly registry: client.Registry
  counter(name: string, help: string, labels: readonly string[]): Counting
}

export function createMetrics(): Metrics {
  const registry = new client.Registry()
  return {
    registry,
    counter(name, help, labels) {
      const counter = new client.Counter({ name, help, labelNames: [...labels], registers: [registry] })
      return (values, by = 1) => {
        if (by > 0) counter.inc(values, by)
      }
    },
  }
}

/**
 * Serves the metrics of a process at `/metrics` and measures the routes of `app`, the event loop and memory. Call it
 * before routes are added.
 */
export async function serveMetrics(app: FastifyInstance, metrics: Metrics): Promise<void> {
  const { registry } = metrics
  // fastify-metrics uses @platformatic/prom-client where it is there, but its types name the slower client.
  const register = registry as unknown as NonNullable<IDefaultMetricsConfig['register']>
  // The package is CommonJS: under node's module rules its plugin is the property `default`.
  await app.register(fastifyMetrics.default, {
    endpoint: null,
    defaultMetrics: { enabled: true, register },
    routeMetrics: {
      registeredRoutesOnly: true,
      overrides: { histogram: { registers: [register] }, summary: { registers: [register] } },
    },
  })
  app.get('/metrics', async (request, reply) => {
    if (!isOfThisMachine(request)) return sendProblem(reply, 'not_found')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const

/** Behind a proxy on this machine every request comes from loopback; what was forwarded is not of this machine. */
function isOfThisMachine(request: FastifyRequest): boolean {
  return isLoopback(request.socket.remoteAddress) && FORWARDED.every((name) => request.headers[name] === undefined)
}
