/**
 * CSV: one record a row, and a row may go over several lines inside quotes. The header goes before every delivery. Only
 * quotes are followed, as RFC 4180 has them: a quote opens a field at its beginning only.
 */
import { createCollector, type Envelope, isBlank, LINE_FEED, type Piece, type Splitter } from './piece.ts'

const QUOTE = 0x22
/** What may stand before a field: comma, semicolon, tab, bar, line feed. */
const BEFORE_FIELD: ReadonlySet<number> = new Set([0x2c, 0x3b, 0x09, 0x7c, LINE_FEED])
const NOTHING = Buffer.alloc(0)

export function splitCsv(maxBytes: number): Splitter {
  const collected = createCollector(maxBytes)
  let header: Envelope | null = null
  let quoted = false
  let justClosed = false
  let previous: number = LINE_FEED
  let line = 1
  let firstLine = 1

  function finish(pieces: Piece[]): void {
    const bytes = collected.take()
    if (bytes === null || !isBlank(bytes)) {
      if (header === null && bytes !== null) {
        header = { open: Buffer.concat([bytes, Buffer.of(LINE_FEED)]), close: NOTHING }
      } else {
        pieces.push({ bytes, line: firstLine, envelope: header })
      }
    }
    firstLine = line
  }

  return {
    push(bytes) {
      const pieces: Piece[] = []
      let start = 0
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0
        if (byte === QUOTE) {
          // In quotes it closes, or is the first of two and the second opens again.
          const opens = !quoted && (justClosed || BEFORE_FIELD.has(previous))
          justClosed = quoted
          quoted = opens
        } else justClosed = false
        if (byte === LINE_FEED) {
          line += 1
          if (!quoted) {
            collected.add(bytes.subarray(start, at))
            finish(pieces)
            start = at + 1
          }
        }
        previous = byte
      }
      collected.add(bytes.subarray(start))
      return pieces
    },
    end() {
      const pieces: Piece[] = []
      finish(pieces)
      return pieces
    },
  }
}
