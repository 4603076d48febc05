/**
 * Decompresses bodies, bounded: a bomb ends at the limit, and only a few are at work at one time, because each may
 * hold as much as the limit before it is known to be too large.
 */
import {
  type BrotliDecompress,
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  zstdDecompress,
} from 'node:zlib'
import { AppError } from '../errors.ts'

type Encoding = 'gzip' | 'deflate' | 'br' | 'zstd'

const NAMES: Readonly<Record<string, Encoding>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
  zstd: 'zstd',
}

/** Largest window a zstd frame may ask for, as a power of two: 32 MiB. The frame's header alone makes us allocate it. */
const ZSTD_WINDOW_LOG = 25
/** Frames of one body: parallel compressors write one a MiB or so. */
const ZSTD_FRAMES = 1_000
/** Node decompresses on a pool of four threads; more at one time only hold more memory. */
const AT_ONE_TIME = 4

/**
 * Reads a `Content-Encoding`.
 *
 * @returns null for an uncompressed body
 * @throws AppError `encoding_unsupported` for unknown and for stacked encodings
 */
export function encodingOf(header: string | undefined): Encoding | null {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  const [name] = names
  if (name === undefined) return null
  const encoding = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
  if (names.length > 1 || encoding === undefined) throw new AppError('encoding_unsupported')
  return encoding
}

/** Decompresses a body; null when it does not decompress. Rejects with AppError `body_too_large` above the limit. */
export type Inflate = (body: Buffer, encoding: Encoding) => Promise<Buffer | null>

export function createInflate(maxBytes: number): Inflate {
  const turn = createTurns(AT_ONE_TIME)
  return (body, encoding) =>
    turn(async () => {
      try {
        return await inflated(body, encoding, maxBytes)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined
        if (code === 'ERR_BUFFER_TOO_LARGE') throw new AppError('body_too_large')
        if (code === 'Z_MEM_ERROR' || code === 'ERR_ZLIB_INITIALIZATION_FAILED') throw new AppError('unavailable')
        return null
      }
    })
}

async function inflated(body: Buffer, encoding: Encoding, maxOutputLength: number): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let from = 0
  let bytes = 0
  // Node reads the first zstd frame and passes over the others in silence; RFC 8878 3.1 says that they belong together.
  for (let frame = 0; frame < ZSTD_FRAMES; frame += 1) {
    const part = await unpack(body.subarray(from), encoding, maxOutputLength - bytes)
    parts.push(part.plain)
    bytes += part.plain.length
    from += part.consumed
    if (from >= body.length) return parts.length === 1 ? part.plain : Buffer.concat(parts, bytes)
    // What follows the end of the other encodings is none of theirs: part of the body would be lost unseen.
    if (encoding !== 'zstd' || part.consumed === 0) return null
  }
  return null
}

interface Unpacked {
  readonly plain: Buffer
  /** Bytes of the body that were read; Node stops at the end of the first stream. */
  readonly consumed: number
}

function unpack(body: Buffer, encoding: Encoding, maxOutputLength: number): Promise<Unpacked> {
  const options = { maxOutputLength, info: true }
  return new Promise((resolve, reject) => {
    // With `info` the result is { buffer, engine }; the types do not know of it.
    const done = (error: Error | null, result: unknown): void => {
      if (error !== null) {
        reject(error)
        return
      }
      const { buffer, engine } = result as { buffer: Buffer; engine: BrotliDecompress }
      resolve({ plain: buffer, consumed: engine.bytesWritten })
    }
    if (encoding === 'gzip') gunzip(body, options, done)
    else if (encoding === 'br') brotliDecompress(body, options, done)
    else if (encoding === 'zstd') {
      zstdDecompress(body, { ...options, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }, done)
    }
    // "deflate" means the zlib format (RFC 9110, 8.4.1.2), and some senders send the raw one.
    else (hasZlibHeader(body) ? inflate : inflateRaw)(body, options, done)
  })
}

/** RFC 1950, 2.2: method 8, and the two bytes are a multiple of 31. */
function hasZlibHeader(body: Buffer): boolean {
  return body.length >= 2 && body.readUInt8(0) % 16 === 8 && body.readUInt16BE(0) % 31 === 0
}

/** Runs at most `count` tasks at one time, the others in their order. */
function createTurns(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      // The place goes to the next in line, or back.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
