/** Bodies that hold many JSON records, cut into records without parsing them: a broken one spoils no other. */

const LINE_FEED = 0x0a
const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/**
 * Lines that are not blank (newline-delimited JSON). A byte order mark may stand before the first.
 *
 * @param most how many lines are wanted; one more is given where there are more
 */
export function* linesOf(body: Buffer, most = Infinity): Generator<Buffer> {
  let from = startOf(body)
  let count = 0
  while (from < body.length && count <= most) {
    const feed = body.indexOf(LINE_FEED, from)
    const to = feed === -1 ? body.length : feed
    const line = trimmed(body.subarray(from, to))
    if (line.length > 0) {
      count += 1
      yield line
    }
    from = to + 1
  }
}

/**
 * The items of a JSON array, or null where the body is not one whole array (truncated, or with something behind it):
 * then it is one broken text. Linear and without recursion.
 *
 * @param most how many items are wanted; where there are more, one more is given and the rest is not looked at
 */
export function itemsOf(body: Buffer, most = Infinity): readonly Buffer[] | null {
  const text = trimmed(body.subarray(startOf(body)))
  if (text[0] !== OPEN_BRACKET) return null
  const items: Buffer[] = []
  let depth = 0
  let from = 1
  for (let i = 0; i < text.length; i += 1) {
    const byte = text[i]
    if (byte === QUOTE) i = endOfString(text, i)
    else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) depth += 1
    else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) depth -= 1
    const last = depth === 0
    if (last || (depth === 1 && byte === COMMA)) {
      const item = trimmed(text.subarray(from, i))
      if (last && (i !== text.length - 1 || byte !== CLOSE_BRACKET)) return null
      if (!last || item.length > 0 || items.length > 0) items.push(item)
      if (items.length > most) return items
      from = i + 1
    }
  }
  return depth === 0 ? items : null
}

/** First byte that is not white space or a byte order mark, or undefined. */
export function firstByte(body: Buffer): number | undefined {
  return trimmed(body.subarray(startOf(body), startOf(body) + 1_024))[0]
}

function endOfString(text: Buffer, open: number): number {
  let i = open + 1
  while (i < text.length && text[i] !== QUOTE) i += text[i] === BACKSLASH ? 2 : 1
  return i
}

function startOf(body: Buffer): number {
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0
}

function trimmed(bytes: Buffer): Buffer {
  let from = 0
  let to = bytes.length
  while (from < to && isBlank(bytes[from])) from += 1
  while (to > from && isBlank(bytes[to - 1])) to -= 1
  return bytes.subarray(from, to)
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d
}
