/** NDJSON: one record a line; empty lines are none. */
import { createCollector, isBlank, LINE_FEED, type Piece, type Splitter } from './piece.ts'

export function splitLines(maxBytes: number): Splitter {
  const collected = createCollector(maxBytes)
  let line = 1

  function finish(pieces: Piece[]): void {
    const bytes = collected.take()
    if (bytes === null || !isBlank(bytes)) pieces.push({ bytes, line, envelope: null })
    line += 1
  }

  return {
    push(bytes) {
      const pieces: Piece[] = []
      let start = 0
      for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, start)) {
        collected.add(bytes.subarray(start, feed))
        finish(pieces)
        start = feed + 1
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
