/** Opens what is imported: a file or standard input, plain, gzip or zstd, told apart by its first bytes. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { UserError } from '../../shared/errors.ts'
import { type Form, formOf } from './form.ts'

export interface Input {
  readonly form: Form
  readonly bytes: AsyncIterable<Buffer>
  /** Size as it lies on disk, bytes; null for standard input. */
  readonly size: number | null
  /** Bytes read so far of `size`. */
  read(): number
}

/** As much as tells one form from another. */
const HEAD = 65_536

/** @throws UserError when there is no such file */
export async function openInput(file: string, stdin: Readable): Promise<Input> {
  let read = 0
  const size = file === '-' ? null : await sizeOf(file)
  const stored = file === '-' ? stdin : createReadStream(file, { highWaterMark: 1_048_576 })
  stored.on('data', (chunk: Buffer) => {
    read += chunk.length
  })
  stored.pause()
  const plain = decompress(file, beginning(stored))
  const [head, all] = await peek(plain)
  return { form: formOf(file, head), bytes: all, size, read: () => read }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null)
  if (found === null) throw new UserError(`There is no file ${file}.`, 1)
  if (found.isDirectory()) throw new UserError(`${file} is a directory: name the files in it.`, 1)
  return found.size
}

async function* beginning(stream: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
}

async function* decompress(file: string, stored: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const [head, all] = await peek(stored)
  try {
    if (startsWith(head, GZIP)) yield* unpackAll(all, () => createGunzip({ chunkSize: HEAD }))
    else if (startsWith(head, ZSTD) || startsWith(head, ZSTD_SKIPPABLE)) {
      yield* unpackAll(all, () => createZstdDecompress({ chunkSize: HEAD }))
    } else yield* all
  } catch {
    throw new UserError(`${file} cannot be read to its end; what came before the damage has been sent.`, 1)
  }
}

const GZIP = [0x1f, 0x8b]
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd]
/** What parallel compressors write first (RFC 8878, 3.1.2). */
const ZSTD_SKIPPABLE = [0x50, 0x2a, 0x4d, 0x18]

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

/**
 * Decompresses stream after stream: Node stops at the end of the first zstd frame, and passes over the others in
 * silence.
 */
async function* unpackAll(stored: AsyncGenerator<Buffer>, create: () => Unpacker): AsyncGenerator<Buffer> {
  let left: Buffer | null = await nextOf(stored)
  while (left !== null) {
    const frame = createFrame(left, stored, create())
    yield* frame.plain()
    left = await frame.left()
    if (left.length === 0) left = await nextOf(stored)
  }
}

async function nextOf(stored: AsyncGenerator<Buffer>): Promise<Buffer | null> {
  const next = await stored.next()
  return next.done === true ? null : next.value
}

/** One compressed stream that begins with `first` and goes on in `stored`. */
function createFrame(first: Buffer, stored: AsyncGenerator<Buffer>, unpack: Unpacker) {
  /** What was read and is not known to be of this stream, in order; `before` bytes of it stood before them. */
  const open: Buffer[] = [first]
  let before = 0
  let reading: Promise<boolean> = Promise.resolve(true)

  function forget(): void {
    for (let [chunk] = open; chunk !== undefined && before + chunk.length <= unpack.bytesWritten; [chunk] = open) {
      before += chunk.length
      open.shift()
    }
  }

  async function read(): Promise<boolean> {
    const next = await nextOf(stored)
    if (next !== null) open.push(next)
    return next !== null
  }

  async function* feed(): AsyncGenerator<Buffer> {
    while (await reading) {
      // A chunk is only forgotten after the next one was asked for, so the last one is always the one just read.
      yield open.at(-1) ?? Buffer.alloc(0)
      forget()
      reading = read()
    }
  }

  return {
    async *plain(): AsyncGenerator<Buffer> {
      const source = Readable.from(feed())
      source.on('error', (error) => unpack.destroy(error))
      for await (const chunk of source.pipe(unpack)) yield chunk as Buffer
    },
    /** What was read of `stored` and does not belong to this stream. */
    async left(): Promise<Buffer> {
      await reading
      return Buffer.concat(open).subarray(unpack.bytesWritten - before)
    },
  }
}

type Unpacker = ReturnType<typeof createGunzip> | ReturnType<typeof createZstdDecompress>

/** The first bytes of a stream, and the whole of it. */
async function peek(stream: AsyncGenerator<Buffer>): Promise<[Buffer, AsyncGenerator<Buffer>]> {
  const chunks: Buffer[] = []
  let bytes = 0
  while (bytes < HEAD) {
    const next = await stream.next()
    if (next.done === true) break
    chunks.push(next.value)
    bytes += next.value.length
  }
  const head = Buffer.concat(chunks)
  // A copy: splitters may overwrite what they get.
  return [Buffer.from(head.subarray(0, HEAD)), joined(head, stream)]
}

async function* joined(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head
  yield* rest
}
