/**
 * The way of one request: who, may they, how much; then the body, and nothing is acknowledged before it is durable.
 * What fails on the way fails as a value of `AppError`, so there is one place that answers and counts it.
 */
import type { Readable } from 'node:stream'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { createHeld, readBody, type Held } from '../../shared/http/body.ts'
import { createBuckets } from '../../shared/http/buckets.ts'
import { createInflate, encodingOf, type Inflate } from '../../shared/http/inflate.ts'
import { createAuthenticate, claimedId, type Presented } from './credentials.ts'
import type { ReceiveLimits } from './limits.ts'
import type { Process, ProcessedDelivery, ReceivedBody, ReceivingSource, SourceDirectory } from './types.ts'

/** A request, without anything of the framework. */
export interface Incoming {
  /** The source id of the path, as it stands there. */
  readonly id: string
  readonly presented: Presented | null
  /** Address of the sender. */
  readonly address: string
  readonly contentType: string | undefined
  readonly contentEncoding: string | undefined
  readonly contentLength: number | undefined
  /** Undefined where the request has no body. */
  readonly body: Readable | undefined
}

export type Received =
  | {
      readonly outcome: 'stored'
      readonly source: ReceivingSource
      readonly delivery: ProcessedDelivery
      /** Bytes as they arrived. */
      readonly bytes: number
    }
  | {
      readonly outcome: 'rejected'
      /** The source that was named, if it exists; for counting, whether or not the sender proved to be it. */
      readonly source: ReceivingSource | null
      readonly code: ErrorCode
      readonly retryAfterS?: number
      /** An error that is none of ours, for the log's class name. */
      readonly bug?: unknown
    }

export interface ReceiveParts {
  readonly directory: SourceDirectory
  readonly process: Process
  readonly now: () => number
  readonly monotonicMs: () => number
  readonly closing: () => boolean
  readonly limits: ReceiveLimits
}

/** Seconds after which a sender may try again when storage is away, memory is full or we are stopping. */
const AGAIN_S = 2

export function createReceive(parts: ReceiveParts): (incoming: Incoming) => Promise<Received> {
  const { limits } = parts
  const authenticate = createAuthenticate(parts.directory)
  const deliveries = createBuckets(limits.deliveries, parts.monotonicMs)
  const failures = createBuckets(limits.failures, parts.monotonicMs)
  const held = createHeld(limits.heldBytes)
  const inflate = createInflate(limits.inflatedBytes)

  return async (incoming) => {
    if (parts.closing()) return rejected(null, 'unavailable', AGAIN_S)
    // By address and claimed id: one mistyped secret does not shut out the other sources behind the same address, and
    // the answer does not depend on whether the id exists.
    const claim = `${incoming.address} ${claimedId(incoming.id)}`
    const blocked = failures.peek(claim)
    if (blocked > 0) return rejected(null, 'too_many_requests', blocked)
    const { source, proved } = authenticate(incoming.id, incoming.presented)
    if (source === null || !proved) {
      failures.take(claim)
      return rejected(source, 'unauthorized')
    }
    const now = parts.now()
    if (source.coverage(now) !== 'covered') return rejected(source, 'source_not_covered')
    const wait = deliveries.take(source.id)
    if (wait > 0) return rejected(source, 'too_many_requests', wait)
    try {
      return await deliver(source, incoming, now)
    } catch (error) {
      if (!(error instanceof AppError)) return { ...rejected(source, 'internal'), bug: error }
      return rejected(source, error.code, error.code === 'unavailable' ? AGAIN_S : undefined)
    }
  }

  async function deliver(source: ReceivingSource, incoming: Incoming, now: number): Promise<Received> {
    const taken = { bytes: 0 }
    try {
      const { body, arrived } = await take(source, incoming, taken)
      const delivery = await within(limits.processMs, parts.process(source, body, now))
      return { outcome: 'stored', source, delivery, bytes: arrived }
    } finally {
      held.give(taken.bytes)
    }
  }

  async function take(
    source: ReceivingSource,
    incoming: Incoming,
    taken: { bytes: number },
  ): Promise<{ body: ReceivedBody; arrived: number }> {
    // Before the body: what we cannot read need not be sent.
    const encoding = encodingOf(incoming.contentEncoding)
    const { body, contentLength, contentType } = incoming
    const bytes = body === undefined ? Buffer.alloc(0) : await readBody(body, contentLength, limits.bodyBytes, held)
    taken.bytes += bytes.length
    const arrived = bytes.length
    if (encoding === null || arrived === 0) return { body: { bytes, contentType }, arrived }
    const plain = await inflateHeld(inflate, held, bytes, encoding)
    if (plain !== null) {
      taken.bytes += plain.length
      return { body: { bytes: plain, contentType }, arrived }
    }
    // A platform repeats for ever what is answered with an error, so its damaged body is a refused record instead.
    if (source.platform === 'generic') throw new AppError('body_invalid')
    return { body: { bytes, refusal: 'encoding_invalid' }, arrived }
  }
}

async function inflateHeld(
  inflate: Inflate,
  held: Held,
  bytes: Buffer,
  encoding: Parameters<Inflate>[1],
): Promise<Buffer | null> {
  const plain = await inflate(bytes, encoding)
  if (plain !== null) held.take(plain.length)
  return plain
}

function rejected(source: ReceivingSource | null, code: ErrorCode, retryAfterS?: number): Received {
  return { outcome: 'rejected', source, code, ...(retryAfterS === undefined ? {} : { retryAfterS }) }
}

/** The work's result, or `unavailable` after `ms`. The work itself goes on: a delivery stored late is harmless. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('unavailable')), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
