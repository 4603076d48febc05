/** Records of a file, put together to deliveries. */
import type { Form } from './form.ts'
import { type Envelope, LINE_FEED, type Piece } from './piece.ts'

/** What is sent in one request. */
export interface Batch {
  /** Null where it is the one record that is too long to send. */
  readonly body: Buffer<ArrayBuffer> | null
  /** Line on which each of its records begins; one record for each, unless a line or document holds several. */
  readonly lines: readonly number[]
}

export interface BatchLimits {
  readonly records: number
  readonly bytes: number
  /** Longest record that is sent alone. */
  readonly recordBytes: number
}

/** Takes a file apart. Holds one batch and one record at most. */
export async function* batches(bytes: AsyncIterable<Buffer>, form: Form, limits: BatchLimits): AsyncGenerator<Batch> {
  const splitter = form.split(limits.recordBytes)
  let pieces: Buffer[] = []
  let lines: number[] = []
  let size = 0
  let envelope: Envelope | null = null

  function flush(): Batch[] {
    if (lines.length === 0) return []
    const body = Buffer.concat([
      ...(envelope === null ? [] : [envelope.open]),
      ...pieces,
      ...(envelope === null ? [] : [envelope.close]),
    ])
    const batch = { body, lines }
    pieces = []
    lines = []
    size = 0
    return [batch]
  }

  function* gather(found: readonly Piece[]): Generator<Batch> {
    for (const piece of found) {
      if (piece.bytes === null) {
        yield* flush()
        yield { body: null, lines: [piece.line] }
        continue
      }
      const full = lines.length >= limits.records || size + piece.bytes.length > limits.bytes
      if (full || piece.envelope !== envelope) yield* flush()
      envelope = piece.envelope
      pieces.push(piece.bytes, END_OF_LINE)
      lines.push(piece.line)
      size += piece.bytes.length + 1
    }
  }

  for await (const chunk of withoutMark(bytes)) yield* gather(splitter.push(chunk))
  yield* gather(splitter.end())
  yield* flush()
}

const END_OF_LINE = Buffer.of(LINE_FEED)
const MARK = Buffer.of(0xef, 0xbb, 0xbf)

/** Without the byte order mark that some programs put before UTF-8. */
async function* withoutMark(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true
  for await (const chunk of bytes) {
    yield first && chunk.subarray(0, 3).equals(MARK) ? chunk.subarray(3) : chunk
    first = false
  }
}
