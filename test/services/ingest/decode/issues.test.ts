import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readWith, refuse } from '../../../../services/ingest/decode/issues.ts'

const schema = z.object({
  id: z.string(),
  word: z.enum(['yes', 'no']).optional(),
  need: z.enum(['yes', 'no']),
  count: z.number().int().min(0).max(9).optional(),
  list: z
    .array(z.object({ pct: z.number().max(100) }))
    .max(2)
    .optional(),
  when: z
    .string()
    .refine((text) => text === 'now', refuse('time_invalid'))
    .optional(),
})
const good = { id: 'a', need: 'yes' }

const refusal = (raw: unknown, prefix?: string) => {
  const read = readWith(schema, raw, prefix)
  return read.ok ? 'ok' : `${read.refusal.code} ${read.refusal.path}`
}

describe('readWith', () => {
  it.each([
    [{ need: 'yes' }, 'field_missing id'],
    [{ ...good, id: null }, 'field_missing id'],
    [{ id: 'a' }, 'field_missing need'],
    [{ ...good, id: 7 }, 'field_invalid id'],
    [{ ...good, word: 'maybe' }, 'field_invalid word'],
    [{ ...good, count: -1 }, 'value_out_of_range count'],
    [{ ...good, count: 10 }, 'value_out_of_range count'],
    [{ ...good, count: Infinity }, 'value_out_of_range count'],
    [{ ...good, count: 1.5 }, 'field_invalid count'],
    [{ ...good, list: [{ pct: 1 }, { pct: 101 }] }, 'value_out_of_range list.*.pct'],
    [{ ...good, list: [{ pct: 1 }, { pct: 1 }, { pct: 1 }] }, 'too_long list'],
    [{ ...good, list: {} }, 'field_invalid list'],
    [{ ...good, when: 'then' }, 'time_invalid when'],
    [good, 'ok'],
  ])('%o: %s', (raw, expected) => {
    expect(refusal(raw)).toBe(expected)
  })

  it('reports the first field of the schema, in whatever order the record has them', () => {
    expect(refusal({ count: -1, need: 'x', id: 7 })).toBe('field_invalid id')
    expect(refusal({ id: 7, need: 'x', count: -1 })).toBe('field_invalid id')
  })

  it('puts the path behind a prefix', () => {
    expect(refusal({}, 'data')).toBe('field_missing data.id')
    expect(refusal('text', 'data')).toBe('field_invalid data')
  })
})
