/**
 * A body of the event sink to the texts of its events, cut without parsing them: a broken event spoils no other one of
 * the same body, and each keeps its own size.
 */
import { firstByte, itemsOf, linesOf } from '../ndjson.ts'
import { parseJson } from '../json.ts'

const LINE_TYPES: ReadonlySet<string> = new Set([
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/x-jsonlines',
])

/** Of `eventsink_bulk`, for a first look: its first letter is rare in events, so that it is found or missed fast. */
const BULK = Buffer.from('bulk')

const LINE_FEED = 0x0a
const QUOTE = 0x22
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/**
 * JSON on each line: by content type, or because the first line is a whole JSON object and more follow.
 *
 * @param most how many are wanted; one more is given where there are more
 */
export function deliveriesOf(body: Buffer, contentType: string | undefined, most: number): readonly Buffer[] {
  const mediaType = contentType?.split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType !== undefined && LINE_TYPES.has(mediaType)) return [...linesOf(body, most)]
  if (!body.includes(LINE_FEED) || startOf(body) !== OPEN_BRACE) return [body]
  const lines = linesOf(body, most)
  const first = lines.next().value
  if (first === undefined || !parseJson(first).ok) return [body]
  const rest = [...lines]
  return rest.length === 0 ? [body] : [first, ...rest]
}

/**
 * The events of one delivery: itself, or the members of a bulk, or of an array of either.
 *
 * @param most how many are wanted; more are given where there are more, but not all
 */
export function eventsOf(delivery: Buffer, most: number): readonly Buffer[] {
  if (startOf(delivery) !== OPEN_BRACKET) return membersOf(delivery, most) ?? [delivery]
  const items = itemsOf(delivery, most)
  if (items === null) return [delivery]
  const events: Buffer[] = []
  for (const item of items) {
    for (const event of membersOf(item, most) ?? [item]) events.push(event)
    if (events.length > most) break
  }
  return events
}

/**
 * Members of an `eventsink_bulk`, or null where the text is not a whole one. What is around them must be sound JSON by
 * itself: version and time of a bulk do not matter, its members are whole events.
 */
function membersOf(text: Buffer, most: number): readonly Buffer[] | null {
  if (!text.includes(BULK)) return null
  const list = dataList(text)
  if (list === null) return null
  const around = parseJson(Buffer.concat([text.subarray(0, list.from + 1), text.subarray(list.to)]))
  if (!around.ok || (around.value as { readonly event?: unknown }).event !== 'eventsink_bulk') return null
  return itemsOf(text.subarray(list.from, list.to + 1), most)
}

/** The common case first: the platform writes no white space before an event. */
function startOf(text: Buffer): number | undefined {
  return text[0] === OPEN_BRACE ? OPEN_BRACE : firstByte(text)
}

/** Where the list named `data` opens and closes, among the members of the outermost object. */
function dataList(text: Buffer): { readonly from: number; readonly to: number } | null {
  let depth = 0
  let from = -1
  for (let i = 0; i < text.length; i += 1) {
    const byte = text[i]
    if (byte === QUOTE) {
      const end = endOfString(text, i)
      if (depth === 1 && from < 0 && text.toString('latin1', i + 1, end) === 'data') from = listBehind(text, end + 1)
      i = end
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1
      if (depth === 1 && from >= 0) return byte === CLOSE_BRACKET ? { from, to: i } : null
    }
  }
  return null
}

/** Position of the `[` behind a key, or -1 where the value is no list or the text no key. */
function listBehind(text: Buffer, from: number): number {
  const colon = skipBlank(text, from)
  if (text[colon] !== COLON) return -1
  const value = skipBlank(text, colon + 1)
  return text[value] === OPEN_BRACKET ? value : -1
}

function skipBlank(text: Buffer, from: number): number {
  let at = from
  while (text[at] === 0x20 || text[at] === 0x09 || text[at] === LINE_FEED || text[at] === 0x0d) at += 1
  return at
}

function endOfString(text: Buffer, open: number): number {
  let i = open + 1
  while (i < text.length && text[i] !== QUOTE) i += text[i] === BACKSLASH ? 2 : 1
  return i
}
