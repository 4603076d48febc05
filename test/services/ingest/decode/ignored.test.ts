import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { countIgnored, countLeaves } from '../../../../services/ingest/decode/ignored.ts'

const inner = z.object({ x: z.number(), tags: z.array(z.string()) })
const schema = z.object({
  id: z.string(),
  free: z.unknown().optional(),
  one: inner.nullish(),
  many: z.array(inner.optional()).optional(),
  piped: z.preprocess((value) => value, z.object({ y: z.string() })).optional(),
  shaped: z.string().transform(Number).pipe(z.number()).optional(),
  either: z.union([z.object({ a: z.string() }), z.object({ b: z.object({ c: z.string() }) })]).optional(),
})

describe('countIgnored', () => {
  it.each([
    ['nothing beside what is read', { id: 'a' }, 0],
    ['scalars, null among them', { id: 'a', p: 1, q: 'x', r: null, s: false }, 4],
    ['leaves at any depth; empty ones have none', { id: 'a', p: { q: [1, { r: 2 }, []], s: {} } }, 2],
    ['beside members of a known object', { id: 'a', one: { x: 1, tags: ['t'], z: 1 } }, 1],
    ['beside members of items', { id: 'a', many: [{ x: 1, z: 1 }, { z: { z: 1 } }] }, 2],
    ['nothing of what is read as one value', { id: { deep: 1 }, free: { deep: [1, 2] } }, 0],
    ['through pipes and transforms', { id: 'a', piped: { y: 'y', z: 1 }, shaped: '7' }, 1],
    ['what no alternative reads', { id: 'a', either: { a: 'a', b: { c: 'c', d: 1 }, e: 1 } }, 2],
    ['an item that stands by itself', { id: 'a', many: { x: 1, z: 1 } }, 1],
    ['names of prototypes', JSON.parse('{"id":"a","__proto__":{"b":1},"constructor":2}'), 2],
  ])('counts %s', (_, raw, expected) => {
    expect(countIgnored(raw, schema)).toBe(expected)
  })

  it('counts everything of what is not read at all', () => {
    expect(countLeaves({ a: [1, { b: null }], c: 'd' })).toBe(3)
    expect(countLeaves('a')).toBe(1)
  })

  it('is bounded in depth', () => {
    let raw: unknown = 1
    for (let i = 0; i < 100_000; i += 1) raw = [raw]
    expect(countLeaves(raw)).toBe(0)
  })
})
