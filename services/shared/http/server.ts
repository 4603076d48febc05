/**
 * An HTTP server with bounds on everything a client can make last, and problems as its only error answers. It knows
 * no meeting: what it serves is registered on `app`.
 */
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import fastify, { type FastifyInstance } from 'fastify'
import { ERRORS } from '../errors.ts'
import { type Logger, word } from '../logger.ts'
import type { Listener } from './listener.ts'
import { PROBLEM_TYPE, codeOf, problemOf, sendProblem, wireCodeOf } from './problems.ts'

/** Each bound with its reason; milliseconds where it says `Ms`. */
const SERVER_BOUNDS = {
  /** Headers are sent at once; who needs longer is holding connections open. */
  headersTimeoutMs: 10_000,
  /** A whole request, body included: 8 MiB at 0.6 Mbit/s. */
  requestTimeoutMs: 120_000,
  /** How often Node looks for requests beyond the two bounds above; its default of 30 s would make 10 s 40 s. */
  checkIntervalMs: 2_000,
  /** Platforms send one after the other on one connection; longer than a proxy's usual 60 s, so that it closes first. */
  keepAliveTimeoutMs: 72_000,
  /** Silence on a connection, also while we work: above anything a handler is allowed. */
  socketTimeoutMs: 180_000,
  /** A page of platforms with a node each, times some senders at once; a connection costs about 20 kB. */
  connections: 2_000,
  /** Authorization of any sender fits in a fraction. */
  headerBytes: 16_384,
  /** Longest part of a path: a slug is 40, a secret in the path at most 128, percent-encoded thrice as much. */
  pathPart: 512,
  /** How long requests in flight may take after `close`; what stops a process gives it 30 s, and storage closes after us. */
  closeMs: 20_000,
} as const
export type ServerBounds = { readonly [K in keyof typeof SERVER_BOUNDS]: number }

export interface HttpServerParts {
  readonly listener: Listener
  readonly logger: Logger
  readonly bounds?: Partial<ServerBounds> | undefined
  /** Somebody else answers where no route is; by default a problem is answered. */
  readonly leaveNotFound?: boolean
}

/** Registers what else is served on a server, in a scope of its own, and what is answered where no route is. */
export type Beside = (app: FastifyInstance) => Promise<void>

export interface HttpServer {
  readonly app: FastifyInstance
  /** Starts to listen and gives the address: `http://127.0.0.1:8080`. */
  listen(): Promise<string>
  /** Stops taking connections and requests, lets those in flight finish (at most `closeMs`), then resolves. */
  close(): Promise<void>
  /** True from the first call of `close` on. */
  closing(): boolean
}

/** Makes a server. Register routes on `app`, then `listen`. */
export function createHttpServer(parts: HttpServerParts): HttpServer {
  const bounds = { ...SERVER_BOUNDS, ...parts.bounds }
  let closing = false
  let inFlight = 0
  const app: FastifyInstance = fastify<Server, IncomingMessage, ServerResponse>({
    serverFactory: (handler) =>
      rawServer(parts.listener, bounds, (request, response) => {
        inFlight += 1
        response.once('close', () => {
          inFlight -= 1
          if (closing) setImmediate(endIdle)
        })
        handler(request, response)
      }),
    // Fastify's own log lines hold addresses of requests, and a path may hold a secret.
    logger: false,
    // The proxy itself and nothing that it was told.
    trustProxy: parts.listener.behindProxy ? (_address, hop) => hop < 1 : false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: bounds.pathPart },
    frameworkErrors: (error, _request, reply) => {
      void answerError(reply, error, parts.logger)
    },
    clientErrorHandler: answerOnTheWire,
  })
  app.setErrorHandler((error, request, reply) => answerError(reply, error, parts.logger, request.routeOptions.url))
  if (parts.leaveNotFound !== true) app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not_found'))
  app.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    if (closing) void reply.header('connection', 'close')
    done()
  })

  /** Without a request in flight, what is still open has sent nothing, or half the headers of a request. */
  function endIdle(): void {
    if (inFlight === 0) app.server.closeAllConnections()
  }

  return {
    app,
    closing: () => closing,
    async listen() {
      await app.listen({ host: parts.listener.host, port: parts.listener.port })
      // A server that listens on a port has an AddressInfo.
      const { address, family, port } = app.server.address() as AddressInfo
      const scheme = parts.listener.tls === null ? 'http' : 'https'
      return `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}`
    },
    async close() {
      closing = true
      const last = setTimeout(() => app.server.closeAllConnections(), bounds.closeMs)
      setImmediate(endIdle)
      try {
        await app.close()
      } finally {
        clearTimeout(last)
      }
    },
  }
}

function rawServer(
  listener: Listener,
  bounds: ServerBounds,
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const options: ServerOptions = {
    headersTimeout: bounds.headersTimeoutMs,
    requestTimeout: bounds.requestTimeoutMs,
    connectionsCheckingInterval: bounds.checkIntervalMs,
    keepAliveTimeout: bounds.keepAliveTimeoutMs,
    maxHeaderSize: bounds.headerBytes,
  }
  const server =
    listener.tls === null
      ? createHttp(options, handler)
      : // An https.Server has every method of an http.Server; the types do not say so.
        (createHttps({ ...options, ...listener.tls, minVersion: 'TLSv1.2' }, handler) as unknown as Server)
  // An expectation that is not known may be passed over (RFC 9110, 10.1.1); Node would answer 417, and no problem.
  server.on('checkExpectation', handler)
  server.setTimeout(bounds.socketTimeoutMs)
  server.maxConnections = bounds.connections
  return server
}

function answerError(reply: Parameters<typeof sendProblem>[0], error: unknown, logger: Logger, route?: string) {
  const code = codeOf(error)
  if (code === 'internal') {
    // The error's text may quote what was sent: its class and our route template are all that is written down.
    logger.event('bug', { where: word(route ?? 'http'), error: word(error instanceof Error ? error.name : 'unknown') })
  }
  return sendProblem(reply, code, code === 'unavailable' ? 1 : undefined)
}

/** Answers bytes that never became a request, and ends the connection. */
function answerOnTheWire(error: Error, socket: Duplex): void {
  if (socket.destroyed || !socket.writable) return
  const code = wireCodeOf(error)
  const body = problemOf(code)
  socket.end(
    `HTTP/1.1 ${ERRORS[code].status} ${code}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  )
}
