/**
 * The receivers over HTTP: `POST /receive/<source>`, and `POST /receive/<source>/<secret>` for a platform that can
 * send no header. Neither the path nor anything else of a request reaches a log: events name the route's template.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { Clock } from '../../shared/clock.ts'
import { type Logger, word } from '../../shared/logger.ts'
import { createBuckets } from '../../shared/http/buckets.ts'
import { serveHealth } from '../../shared/http/health.ts'
import type { Listener } from '../../shared/http/listener.ts'
import { type Metrics, serveMetrics } from '../../shared/http/metrics.ts'
import { sendProblem } from '../../shared/http/problems.ts'
import { type Beside, createHttpServer, type HttpServer, type ServerBounds } from '../../shared/http/server.ts'
import { acknowledge, wantsRepresentation } from './answer.ts'
import { createReceiveCounting } from './counting.ts'
import { type Presented, presentedInHeader } from './credentials.ts'
import { RECEIVE_LIMITS, type ReceiveLimits } from './limits.ts'
import { createReceive, type Received } from './receive.ts'
import type { Process, SourceDirectory } from './types.ts'

export interface ReceiverParts {
  readonly listener: Listener
  readonly directory: SourceDirectory
  readonly process: Process
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  /** Whether storage answers now. */
  readonly ready: () => Promise<boolean>
  readonly limits?: Partial<ReceiveLimits> | undefined
  readonly bounds?: Partial<ServerBounds> | undefined
  /** What else is served on the same listener. */
  readonly beside?: Beside | undefined
}

interface Path {
  Params: { source: string; secret?: string }
}

const ROUTES = ['/receive/:source', '/receive/:source/:secret'] as const
const monotonicMs = () => performance.now()
/** Rejections that are written to the log, each second; all are counted. */
const LOGGED = { perSecond: 5, burst: 100 }

/** Makes the receivers with health and metrics beside them; `listen` starts them. */
export async function createReceiver(parts: ReceiverParts): Promise<HttpServer> {
  const { beside } = parts
  const server = createHttpServer({ ...parts, leaveNotFound: beside !== undefined })
  const { app } = server
  const counting = createReceiveCounting(parts.metrics)
  const logged = createBuckets(LOGGED, monotonicMs)
  const receive = createReceive({
    directory: parts.directory,
    process: parts.process,
    now: () => parts.clock.now(),
    monotonicMs,
    closing: () => server.closing(),
    limits: { ...RECEIVE_LIMITS, ...parts.limits },
  })
  await serveMetrics(app, parts.metrics)
  serveHealth(app, async () => !server.closing() && (await parts.ready()))
  if (beside !== undefined) await app.register(beside)

  // Bodies are read by `receive`, after the sender is known: here every type passes, unread.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

  for (const url of ROUTES) {
    app.route<Path>({
      method: 'POST',
      url,
      // A Content-Type that is none is no reason to send a platform away; what a body is, its bytes say.
      onRequest: (request, _reply, done) => {
        delete request.headers['content-type']
        done()
      },
      handler: (request, reply) => answer(request, reply, url),
    })
    app.route({
      method: app.supportedMethods.filter((method) => method !== 'POST'),
      url,
      onRequest: (_request, reply) => void sendProblem(reply.header('allow', 'POST'), 'method_not_allowed'),
      handler: (_request, reply) => reply,
    })
  }
  return server

  async function answer(request: FastifyRequest<Path>, reply: FastifyReply, route: (typeof ROUTES)[number]) {
    const length = lengthOf(request)
    const received = await receive({
      id: request.params.source,
      presented: presentedIn(request),
      address: request.ip,
      contentType: request.raw.headersDistinct['content-type']?.[0],
      contentEncoding: request.headers['content-encoding'],
      contentLength: length,
      // Our one parser hands the payload through; a request without a body has none.
      body: (request.body ?? undefined) as Readable | undefined,
    })
    if (received.outcome === 'stored') {
      const { source, delivery } = received
      counting.stored(source, received.bytes, delivery)
      return acknowledge(reply, source, delivery, wantsRepresentation(source, request.headers['prefer']))
    }
    counting.rejected(received.source, received.code)
    log(received, route)
    if (received.code === 'unauthorized' && route === '/receive/:source') {
      void reply.header('www-authenticate', ['Basic realm="avesqo", charset="UTF-8"', 'Bearer realm="avesqo"'])
    }
    // A large body of who knows whom: the connection ends with the answer instead of taking it in.
    if (
      received.code === 'unauthorized' &&
      request.body !== undefined &&
      !(length !== undefined && length <= UNREAD_BYTES)
    ) {
      void reply.header('connection', 'close')
    }
    return sendProblem(reply, received.code, received.retryAfterS)
  }

  function log(received: Received & { outcome: 'rejected' }, route: string): void {
    if ('bug' in received) {
      const name = received.bug instanceof Error ? received.bug.name : 'unknown'
      parts.logger.event('bug', { where: word(route), error: word(name) })
    }
    if (logged.take('') > 0) return
    parts.logger.event('delivery_rejected', {
      route: word(route),
      source: word(received.source?.id ?? 'unknown'),
      code: word(received.code),
    })
  }
}

/** Unread bodies up to this are taken in and thrown away, which keeps the connection for the next request. */
const UNREAD_BYTES = 65_536

function presentedIn(request: FastifyRequest<Path>): Presented | null {
  const { source, secret } = request.params
  return secret === undefined ? presentedInHeader(request.headers.authorization, source) : { by: 'path', secret }
}

function lengthOf(request: FastifyRequest): number | undefined {
  const header = request.headers['content-length']
  return header === undefined ? undefined : Number(header)
}
