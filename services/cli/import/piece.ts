/**
 * Files are taken apart as a stream: a splitter gets bytes and gives the records that are complete, so that a file of
 * any size needs the memory of its longest record.
 */

/** One record of a file, as text of the file's form. */
export interface Piece {
  /** Null where the record is longer than a delivery may be: it is not kept, and not sent. */
  readonly bytes: Buffer | null
  /** Line of the file on which the record begins, from 1. */
  readonly line: number
  /** What must stand around the records of one delivery: a CSV header, the `<records>` element. */
  readonly envelope: Envelope | null
}

export interface Envelope {
  readonly open: Buffer
  readonly close: Buffer
}

export interface Splitter {
  /** May overwrite `bytes`. */
  push(bytes: Buffer): Piece[]
  /** What is left at the end of the file. */
  end(): Piece[]
}

/** Collects the bytes of one record over the borders of chunks, up to a limit. */
export interface Collector {
  add(part: Buffer): void
  /** The record so far (null above the limit); begins the next one. */
  take(): Buffer | null
  readonly empty: boolean
}

export function createCollector(maxBytes: number): Collector {
  let parts: Buffer[] = []
  let bytes = 0
  return {
    add(part) {
      bytes += part.length
      if (bytes > maxBytes) parts = []
      else if (part.length > 0) parts.push(part)
    },
    take() {
      const [only] = parts
      const whole = bytes > maxBytes ? null : parts.length === 1 && only !== undefined ? only : Buffer.concat(parts)
      parts = []
      bytes = 0
      return whole
    },
    get empty() {
      return bytes === 0
    },
  }
}

export const LINE_FEED = 0x0a
export const CARRIAGE_RETURN = 0x0d

/** Space, tab, line feed, carriage return. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === LINE_FEED || byte === CARRIAGE_RETURN
}

export function isBlank(bytes: Buffer): boolean {
  return bytes.every(isSpace)
}
