/**
 * The generic record (`schemas/records/generic.ts`): NDJSON, a JSON array, one JSON object, or CSV. The content type
 * says which; an unknown one leaves it to the body's first byte. Each record is judged by itself.
 */
import type { RefusalCode } from '../../../../schemas/refusals.ts'
import { parseJson } from '../json.ts'
import { firstByte, itemsOf, linesOf } from '../ndjson.ts'
import type { DecodedRecord, Decoder } from '../outcome.ts'
import { decodeCsv } from './csv.ts'
import { decodeRecord } from './record.ts'

const FORMS: ReadonlyMap<string, 'csv' | 'lines' | 'json'> = new Map<string, 'csv' | 'lines' | 'json'>([
  ['text/csv', 'csv'],
  ['application/csv', 'csv'],
  ['application/x-ndjson', 'lines'],
  ['application/ndjson', 'lines'],
  ['application/jsonl', 'lines'],
  ['application/x-jsonlines', 'lines'],
  ['application/json', 'json'],
])

/** Longest JSON array; larger imports come as NDJSON or in parts. */
const MOST_ITEMS = 100_000

const OPEN_BRACKET = 0x5b
const OPEN_BRACE = 0x7b

export const decodeGeneric: Decoder = (body, contentType, mostRecords = Infinity) => {
  const media = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const form = FORMS.get(media) ?? sniffed(body)
  if (form === 'csv') return decodeCsv(body, mostRecords)
  return form === 'lines' ? Array.from(linesOf(body, mostRecords), decodeText) : decodeJson(body, mostRecords)
}

/** An array is JSON; an object whose first line is whole by itself is the first of many; anything else is CSV. */
function sniffed(body: Buffer): 'csv' | 'lines' | 'json' {
  const first = firstByte(body)
  if (first === OPEN_BRACKET) return 'json'
  if (first !== OPEN_BRACE) return 'csv'
  const line = linesOf(body).next()
  return line.done !== true && parseJson(line.value).ok ? 'lines' : 'json'
}

function decodeJson(body: Buffer, mostRecords: number): readonly DecodedRecord[] {
  if (firstByte(body) !== OPEN_BRACKET) return [decodeText(body)]
  const items = itemsOf(body, Math.min(mostRecords, MOST_ITEMS))
  if (items === null) return [refused('json_invalid', body.length)]
  if (items.length > MOST_ITEMS) return [refused('too_long', body.length)]
  return items.map(decodeText)
}

function decodeText(text: Buffer): DecodedRecord {
  const parsed = parseJson(text)
  return parsed.ok ? decodeRecord(parsed.value, text.length) : refused(parsed.refusal.code, text.length)
}

function refused(code: RefusalCode, bytes: number): DecodedRecord {
  return { outcome: 'refused', refusal: { code, path: '' }, ignored: 0, bytes }
}
