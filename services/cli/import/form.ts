/** What form a file has: by its name, and where that says nothing or too little, by its first bytes. */
import { splitCsv } from './csv.ts'
import { splitJson } from './json.ts'
import { splitLines } from './lines.ts'
import type { Splitter } from './piece.ts'
import { splitXml } from './xml.ts'

export interface Form {
  readonly contentType: string
  readonly split: (maxBytes: number) => Splitter
}

const JSON_LINES = 'application/x-ndjson'
const FORMS = {
  lines: { contentType: JSON_LINES, split: splitLines },
  // Sent as lines, whatever it was in the file.
  json: { contentType: JSON_LINES, split: splitJson },
  csv: { contentType: 'text/csv; charset=utf-8', split: splitCsv },
  xml: { contentType: 'application/xml', split: splitXml },
} as const satisfies Record<string, Form>

/**
 * @param file name; endings `.gz` and `.zst` do not count
 * @param head the first bytes, decompressed
 */
export function formOf(file: string, head: Buffer): Form {
  const ending = /\.([a-z]+)$/u.exec(file.toLowerCase().replace(/\.(?:gz|zst|zstd)$/u, ''))?.[1]
  if (ending === 'csv') return FORMS.csv
  if (ending === 'ndjson' || ending === 'jsonl') return FORMS.lines
  const text = head.toString('utf8').trimStart()
  if (text.startsWith('<')) return FORMS.xml
  if (text.startsWith('[')) return FORMS.json
  if (text.startsWith('{')) return firstLineIsWhole(text) ? FORMS.lines : FORMS.json
  return ending === 'json' ? FORMS.json : ending === 'xml' ? FORMS.xml : FORMS.csv
}

/** A line longer than what we look at is taken as whole. */
function firstLineIsWhole(text: string): boolean {
  const feed = text.indexOf('\n')
  if (feed < 0) return true
  try {
    JSON.parse(text.slice(0, feed))
    return true
  } catch {
    return false
  }
}
