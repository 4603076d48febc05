/** A receiver on loopback with a process of ours behind it, and senders that speak HTTP and raw bytes to it. */
import { hash } from 'node:crypto'
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { RECEIVE_LIMITS, type ReceiveLimits } from '../../../../services/ingest/receive/limits.ts'
import { createReceiver } from '../../../../services/ingest/receive/receiver.ts'
import type {
  Process,
  ProcessedDelivery,
  ReceivedBody,
  ReceivingSource,
} from '../../../../services/ingest/receive/types.ts'
import { createMetrics } from '../../../../services/shared/http/metrics.ts'
import type { HttpServer, ServerBounds } from '../../../../services/shared/http/server.ts'
import { createLogger } from '../../../../services/shared/logger.ts'
import type { Key128 } from '../../../../schemas/observation.ts'

export const SECRET = 'correct-horse-battery-staple'

const sources: readonly (ReceivingSource & { readonly covered: boolean })[] = (
  [
    ['pexip-one', 'pexip', true],
    ['cms-one', 'cms', true],
    ['generic-one', 'generic', true],
    ['generic-ended', 'generic', false],
  ] as const
).map(([id, platform, covered]) => ({
  id,
  platform,
  covered,
  tenantId: 'tenant-example',
  secretHash: hash('sha256', SECRET),
  coverage: () => (covered ? 'covered' : 'not_covered'),
}))

interface Seen {
  readonly source: string
  readonly body: ReceivedBody
}

export interface Running {
  readonly url: string
  readonly port: number
  readonly server: HttpServer
  /** What reached the process, in order. */
  readonly seen: Seen[]
  /** What was logged. */
  log(): string
  metrics(): Promise<string>
}

export interface Options {
  readonly process?: Process
  readonly limits?: Partial<ReceiveLimits>
  readonly bounds?: Partial<ServerBounds>
  readonly ready?: () => Promise<boolean>
  readonly behindProxy?: boolean
  /** Whether what reaches the process is kept in `seen`; default true. */
  readonly keep?: boolean
}

let made = 0
/** A processed delivery of `received` records, the first `refused` of them refused. */
export function processed(received: number, refused = 0): ProcessedDelivery {
  made += 1
  return {
    deliveryId: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}` as Key128,
    received,
    accepted: received - refused,
    refused: Array.from({ length: refused }, (_, index) => ({ index, code: 'field_missing' as const, path: 'leg_id' })),
    observations: received - refused,
    ignored: 3 * received,
  }
}

const running: HttpServer[] = []

/** Starts a receiver; `stopAll` ends it. */
export async function start(options: Options = {}): Promise<Running> {
  const seen: Seen[] = []
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'))
      done()
    },
  })
  const metrics = createMetrics()
  const server = await createReceiver({
    listener: { host: '127.0.0.1', port: 0, tls: null, behindProxy: options.behindProxy ?? false },
    directory: { source: (id) => sources.find((source) => source.id === id) ?? null },
    process: async (source, body, receivedMs) => {
      if (options.keep !== false) seen.push({ source: source.id, body })
      return options.process === undefined ? processed(1) : options.process(source, body, receivedMs)
    },
    clock: { now: () => Date.now() },
    logger: createLogger('debug', sink),
    metrics,
    ready: options.ready ?? (async () => true),
    limits: { ...RECEIVE_LIMITS, ...options.limits },
    bounds: options.bounds,
  })
  running.push(server)
  const url = await server.listen()
  return {
    url,
    port: Number(new URL(url).port),
    server,
    seen,
    log: () => lines.join(''),
    metrics: () => metrics.registry.metrics(),
  }
}

export async function stopAll(): Promise<void> {
  await Promise.all(running.splice(0).map((server) => server.close()))
}

export function basic(user: string, secret = SECRET): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}` }
}

export function bearer(secret = SECRET): Record<string, string> {
  return { authorization: `Bearer ${secret}` }
}

/** Sends raw bytes and gives everything that comes back until the other side ends. */
export function raw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
  })
}
