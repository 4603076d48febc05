/**
 * JSON over several lines: an array of records, or values one after another. Each becomes one line, so that a broken
 * record spoils itself only. Brackets and strings are followed, nothing else: what is no JSON is found by the receiver.
 */
import { CARRIAGE_RETURN, createCollector, isBlank, isSpace, LINE_FEED, type Piece, type Splitter } from './piece.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const SPACE = 0x20
/** Stands for a line break inside a string: as invalid there as the break was, so the record is refused as before. */
const INVALID = 0x01

export function splitJson(maxBytes: number): Splitter {
  const collected = createCollector(maxBytes)
  let inArray = false
  let inValue = false
  let inString = false
  let escaped = false
  let depth = 0
  let line = 1
  let firstLine = 1

  return {
    push(bytes) {
      const pieces: Piece[] = []
      let start = 0
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0
        if (!inValue) {
          if (byte === LINE_FEED) line += 1
          if (isSpace(byte) || byte === COMMA) continue
          if (byte === OPEN_BRACKET && !inArray) {
            inArray = true
            continue
          }
          if (byte === CLOSE_BRACKET && inArray) {
            inArray = false
            continue
          }
          begin(byte)
          start = at
          continue
        }
        if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
          if (byte === LINE_FEED) line += 1
          bytes[at] = inString ? INVALID : SPACE
        }
        const end = endsAt(byte, at)
        if (end < 0) continue
        collected.add(bytes.subarray(start, end))
        pieces.push({ bytes: collected.take(), line: firstLine, envelope: null })
        // What ends a bare word belongs to what comes after it.
        if (end === at) at -= 1
      }
      if (inValue) collected.add(bytes.subarray(start))
      return pieces
    },
    end() {
      if (collected.empty) return []
      const bytes = collected.take()
      return bytes !== null && isBlank(bytes) ? [] : [{ bytes, line: firstLine, envelope: null }]
    },
  }

  function begin(byte: number): void {
    inValue = true
    escaped = false
    firstLine = line
    inString = byte === QUOTE
    depth = byte === OPEN_BRACE || byte === OPEN_BRACKET ? 1 : 0
  }

  /** Where the value ends that goes on with `byte` at `at` (exclusive), or -1. */
  function endsAt(byte: number, at: number): number {
    let ends = false
    if (inString) {
      if (escaped) escaped = false
      else if (byte === BACKSLASH) escaped = true
      else if (byte === QUOTE) {
        inString = false
        ends = depth === 0
      }
    } else if (byte === QUOTE) {
      inString = true
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1
    } else if (depth === 0 && (byte === COMMA || byte === CLOSE_BRACKET || isSpace(byte))) {
      inValue = false
      return at
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1
      ends = depth <= 0
    }
    if (!ends) return -1
    inValue = false
    return at + 1
  }
}
