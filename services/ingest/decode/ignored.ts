/**
 * How many values of a record were not read: counted by number, never by name (design, section 5).
 */
import { z } from 'zod'

/** What a schema reads: a value as it is, the items of a list, or the named members of an object. */
type Reads =
  | { readonly form: 'value' }
  | { readonly form: 'list'; readonly item: Reads }
  | { readonly form: 'object'; readonly members: ReadonlyMap<string, Reads> }

/** Deeper than this nothing is counted; parsers refuse such bodies before. */
const DEEPEST = 64

const VALUE: Reads = { form: 'value' }
const NO_MEMBERS: ReadonlyMap<string, Reads> = new Map()
const NOTHING: Reads = { form: 'object', members: NO_MEMBERS }
const compiled = new WeakMap<z.ZodType, Reads>()

/**
 * Number of leaf values (text, number, boolean, null) of `raw`, at any depth, that `schema` does not read. What the
 * schema reads as one value counts as read; an empty object or list has no leaf. Linear in `raw`; the schema is taken
 * apart once.
 */
export function countIgnored(raw: unknown, schema: z.ZodType): number {
  let reads = compiled.get(schema)
  if (reads === undefined) {
    reads = readsOf(schema)
    compiled.set(schema, reads)
  }
  return unread(raw, reads, 0)
}

/** Number of leaf values of something of which nothing is read. */
export function countLeaves(raw: unknown): number {
  return unread(raw, NOTHING, 0)
}

function unread(raw: unknown, reads: Reads, depth: number): number {
  if (reads.form === 'value') return 0
  if (typeof raw !== 'object' || raw === null) return reads === NOTHING ? 1 : 0
  if (depth >= DEEPEST) return 0
  let count = 0
  if (Array.isArray(raw)) {
    const item = reads.form === 'list' ? reads.item : NOTHING
    for (const one of raw as readonly unknown[]) count += unread(one, item, depth + 1)
    return count
  }
  // XML has no lists: one item stands by itself
  if (reads.form === 'list') return unread(raw, reads.item, depth)
  const object = raw as Readonly<Record<string, unknown>>
  const { members } = reads
  // `for in` over a parsed object is several times cheaper than Object.keys; it has no inherited enumerable keys
  for (const key in object) {
    const known = members.get(key)
    if (known === VALUE) continue
    const value = object[key]
    if (known === undefined && (typeof value !== 'object' || value === null)) count += 1
    else count += unread(value, known ?? NOTHING, depth + 1)
  }
  return count
}

function readsOf(schema: z.core.$ZodType): Reads {
  if (schema instanceof z.ZodObject) {
    const members = Object.entries(schema.shape)
    return { form: 'object', members: new Map(members.map(([key, value]) => [key, readsOf(value)])) }
  }
  if (schema instanceof z.ZodArray) return { form: 'list', item: readsOf(schema.element) }
  if (schema instanceof z.ZodUnion) return schema.options.map(readsOf).reduce(either, NOTHING)
  if (schema instanceof z.ZodPipe) {
    // z.preprocess is a pipe whose first half is the bare transform
    return readsOf(schema.in instanceof z.ZodTransform ? schema.out : schema.in)
  }
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodCatch ||
    schema instanceof z.ZodReadonly
  ) {
    return readsOf(schema.def.innerType)
  }
  return VALUE
}

/** What at least one of two schemas reads. */
function either(a: Reads, b: Reads): Reads {
  if (a === NOTHING) return b
  if (b === NOTHING) return a
  if (a.form === 'list' && b.form === 'list') return { form: 'list', item: either(a.item, b.item) }
  if (a.form === 'object' && b.form === 'object') {
    const members = new Map(a.members)
    for (const [key, reads] of b.members) {
      const other = members.get(key)
      members.set(key, other === undefined ? reads : either(other, reads))
    }
    return { form: 'object', members }
  }
  return a.form === 'value' ? b : a
}
