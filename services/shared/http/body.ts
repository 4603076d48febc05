/**
 * Reads the body of a request into one buffer, bounded for the request and for the process: what many requests hold
 * together is counted, and who comes when it is full is asked to come again.
 */
import type { Readable } from 'node:stream'
import { AppError } from '../errors.ts'

/** Bytes of bodies that the process holds at one time. */
export interface Held {
  /** Counts `bytes` as held. @throws AppError `unavailable` when they do not fit */
  take(bytes: number): void
  give(bytes: number): void
}

export function createHeld(maxBytes: number): Held {
  let held = 0
  return {
    take(bytes) {
      if (held + bytes > maxBytes) throw new AppError('unavailable')
      held += bytes
    },
    give(bytes) {
      held -= bytes
    },
  }
}

/**
 * Reads a stream to its end. The caller gives back to `held` what the result holds; what a failed read held is given
 * back here.
 *
 * @param declared the Content-Length, if there is one
 * @throws AppError `body_too_large` (nothing is read when `declared` says so), `unavailable`, or `bad_request` when
 *   the sender goes away in the middle
 */
export async function readBody(
  stream: Readable,
  declared: number | undefined,
  maxBytes: number,
  held: Held,
): Promise<Buffer> {
  if (declared !== undefined && declared > maxBytes) throw new AppError('body_too_large')
  const chunks: Buffer[] = []
  let bytes = 0
  return new Promise((resolve, reject) => {
    stream.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone)

    function onData(chunk: Buffer): void {
      try {
        if (bytes + chunk.length > maxBytes) throw new AppError('body_too_large')
        held.take(chunk.length)
      } catch (error) {
        fail(error)
        return
      }
      bytes += chunk.length
      chunks.push(chunk)
    }

    function onEnd(): void {
      stop()
      resolve(Buffer.concat(chunks, bytes))
    }

    function onGone(): void {
      fail(new AppError('bad_request'))
    }

    function fail(error: unknown): void {
      stop()
      held.give(bytes)
      chunks.length = 0
      // The rest is read and thrown away, so that the sender gets to the answer; the request's timeout bounds it.
      stream.on('error', () => undefined).resume()
      reject(error instanceof Error ? error : new AppError('internal'))
    }

    function stop(): void {
      stream.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone)
    }
  })
}
