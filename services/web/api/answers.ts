/** Answers of the API: a validator of what they hold, and the way to the next page. */
import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { Answer } from '../routes/answer.ts'

/** Half of SHA-256: enough that two answers never have the same. */
const ETAG_LENGTH = 32

/**
 * A strong validator, made of all that is answered: revision, follow-up, names and language are in it.
 *
 * @param content of the answer
 */
export function etagOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, ETAG_LENGTH)
}

export function json(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { type: 'json', body, etag: etagOf(JSON.stringify(body)), headers }
}

/** JSON that is the same at every request: its bytes and their validator are made here, once. */
export function fixedJson(body: unknown): Answer {
  const bytes = Buffer.from(JSON.stringify(body))
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { type: 'json', body: bytes, etag: etagOf(bytes), headers }
}

/** What a request for a page may hold besides `after`; ids and closed words of ours that were checked. */
type Query = Readonly<Record<string, string | number | undefined>>

/** A page of a list, with whatever else is said of it. */
interface Listed {
  readonly next: string | null
  readonly [part: string]: unknown
}

/**
 * A page, with its neighbours in the header `Link` (RFC 8288).
 *
 * @param path of the list
 */
export function pageOf(path: string, query: Query, body: Listed): Answer {
  const { after, ...first } = query
  const links = [
    ...(body.next === null ? [] : [linkOf(path, { ...first, after: body.next }, 'next')]),
    ...(after === undefined ? [] : [linkOf(path, first, 'first')]),
  ]
  return json(body, links.length === 0 ? {} : { link: links.join(', ') })
}

function linkOf(path: string, query: Query, relation: string): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return `<${path}?${search.toString()}>; rel="${relation}"`
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** The first `limit` of what is left, and the key of the last of them where more is left. */
export function firstOf<Item>(left: readonly Item[], limit: number, keyOf: (item: Item) => string): Page<Item> {
  const items = left.slice(0, limit)
  const last = items.at(-1)
  return { items, next: left.length > limit && last !== undefined ? keyOf(last) : null }
}

/**
 * A page of the rows of a revision, by their place.
 *
 * @param after `revision-place` of the last row of the page before
 * @throws AppError `revision_changed` where that page was of another revision; rows would be missing, or come twice
 */
export function rowsAfter<Row>(
  rows: readonly Row[],
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  revision: number,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const [of = revision, place = 0] = after === undefined ? [] : after.split('-').map(Number)
  if (of !== revision) throw new AppError('revision_changed')
  const end = place + limit
  return { rows: rows.slice(place, end), next: end < rows.length ? `${revision}-${end}` : null }
}
