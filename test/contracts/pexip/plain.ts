/** Decoded records as plain values, so that a fixture can state by hand what is expected of them. */
import type { DecodedRecord } from '../../../services/ingest/decode/outcome.ts'
import { Identifier, revealed } from '../../../services/ingest/identified.ts'

/** Identifiers become `kind:value`, tuples a list of their parts; what an entry of media does not state is left out. */
export function plainRecord(record: DecodedRecord): unknown {
  const { bytes, ...rest } = record
  return { ...(plain(rest) as object), hasSize: bytes > 0 }
}

function plain(value: unknown): unknown {
  if (value instanceof Identifier) {
    const text = revealed(value)
    const parts = partsOf(text)
    return parts === null ? `${value.kind}:${text}` : [value.kind, ...parts]
  }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, plain(member)]),
  )
}

/** Parts of a `tuple`, or null where the text is none. */
function partsOf(text: string): string[] | null {
  const parts: string[] = []
  let at = 0
  while (at < text.length) {
    const length = /^(\d+):/u.exec(text.slice(at))
    if (length?.[1] === undefined) return null
    const from = at + length[0].length
    const to = from + Number(length[1])
    if (to > text.length) return null
    parts.push(text.slice(from, to))
    at = to
  }
  return parts.length > 0 ? parts : null
}
