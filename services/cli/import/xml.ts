/**
 * XML: a document of usual size is sent as it is. A larger one is taken apart into its `<record>`s, each delivery with
 * the `<records …>` element around them that they had in the file.
 */
import { UserError } from '../../shared/errors.ts'
import { type Envelope, LINE_FEED, type Piece, type Splitter } from './piece.ts'

/** A document up to this size, bytes, is one delivery. */
const WHOLE = 1_048_576

const OPAQUE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

export function splitXml(maxBytes: number): Splitter {
  let rest: Buffer = Buffer.alloc(0)
  let large = false
  let envelope: Envelope | null = null
  /** Up to where `rest` has been read, and the line there. */
  let readTo = 0
  let line = 1
  /** Where the record begins in `rest`, its line, and how deep we are inside it; -1 outside of a record. */
  let recordAt = -1
  let recordLine = 1
  let depth = 0

  return {
    push(bytes) {
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      if (!large && rest.length <= WHOLE) return []
      large = true
      return take()
    },
    end() {
      if (!large) return rest.length === 0 ? [] : [{ bytes: rest, line: 1, envelope: null }]
      const pieces = take()
      const left = rest.subarray(recordAt < 0 ? readTo : recordAt)
      // A record that is not closed is sent as it is, to be refused and counted.
      if (left.toString('latin1').trim() !== '')
        pieces.push({ bytes: left, line: recordAt < 0 ? line : recordLine, envelope: null })
      return pieces
    },
  }

  function take(): Piece[] {
    const pieces: Piece[] = []
    for (;;) {
      const at = rest.indexOf('<', readTo)
      if (at < 0) break
      const end = tokenEnd(rest, at)
      if (end < 0) break
      const record = token(at, end)
      if (record !== null) pieces.push(record)
      line += countLines(rest.subarray(readTo, end))
      readTo = end
    }
    const from = recordAt < 0 ? readTo : recordAt
    rest = rest.subarray(from)
    readTo -= from
    if (recordAt > 0) recordAt = 0
    if (rest.length > maxBytes) {
      throw new UserError(
        `A record near line ${line} is longer than ${maxBytes} bytes; the file cannot be split there.`,
        1,
      )
    }
    return pieces
  }

  /** Reads one markup token; gives the record that it closes. */
  function token(at: number, end: number): Piece | null {
    const text = rest.toString('latin1', at, Math.min(end, at + 64))
    if (/^<!DOCTYPE/iu.test(text)) throw new UserError('The XML has a DOCTYPE; such a file is not read.', 1)
    if (text.startsWith('<!') || text.startsWith('<?')) return null
    const name = /^<\/?([^\s/>]*)/u.exec(text)?.[1] ?? ''
    const closes = text.startsWith('</')
    const empty = rest[end - 2] === 0x2f
    if (recordAt < 0) {
      if (name === 'records') {
        envelope =
          closes || empty ? null : { open: Buffer.from(rest.subarray(at, end)), close: Buffer.from('</records>') }
        return null
      }
      if (closes) return null
      if (envelope === null && name !== 'record') {
        throw new UserError(
          `The file is larger than ${WHOLE / 1024} KiB and has no <records> element, so it cannot be split. Send it in smaller files.`,
          1,
        )
      }
      recordAt = at
      recordLine = line + countLines(rest.subarray(readTo, at))
      depth = empty ? 0 : 1
    } else if (!empty) {
      depth += closes ? -1 : 1
    }
    if (depth > 0) return null
    const piece = { bytes: rest.subarray(recordAt, end), line: recordLine, envelope }
    recordAt = -1
    return piece
  }
}

/** Position after the token that begins at `at`, or -1 where it is not complete yet. */
function tokenEnd(text: Buffer, at: number): number {
  if (text.length - at < 9) {
    // Too short to tell a comment from CDATA from an element, unless it already ends.
    const short = text.indexOf('>', at)
    return short < 0 || text[at + 1] === 0x21 ? -1 : short + 1
  }
  for (const [open, close] of OPAQUE) {
    if (text.toString('latin1', at, at + open.length) !== open) continue
    const found = text.indexOf(close, at + open.length)
    return found < 0 ? -1 : found + close.length
  }
  let quote = 0
  for (let i = at; i < text.length; i += 1) {
    const byte = text[i]
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === 0x22 || byte === 0x27) {
      quote = byte
    } else if (byte === 0x3e) {
      return i + 1
    }
  }
  return -1
}

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1
  return lines
}
