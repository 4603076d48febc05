import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { mediaEntry } from '../../../schemas/observation.ts'
import { decodePexip } from '../../../services/ingest/decode/pexip/index.ts'
import { plainRecord } from './plain.ts'

/** One case: a body in the platform's form, and by hand what it says. `lines` are bodies of several JSON lines. */
const contract = z.strictObject({
  about: z.string(),
  contentType: z.string().optional(),
  body: z.unknown().optional(),
  lines: z.array(z.unknown()).optional(),
  expected: z.array(z.unknown()),
})

const cases = new URL('cases/', import.meta.url)
const files = readdirSync(cases).toSorted()

function bodyOf(one: z.infer<typeof contract>): Buffer {
  if (one.lines === undefined) return Buffer.from(JSON.stringify(one.body))
  return Buffer.from(one.lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
}

describe('contract of the Pexip event sink', () => {
  it('has cases', () => {
    expect(files.length).toBeGreaterThan(15)
  })

  it.each(files)('%s', (file) => {
    const one = contract.parse(JSON.parse(readFileSync(new URL(file, cases), 'utf8')))
    const records = decodePexip(bodyOf(one), one.contentType)
    expect(records.map(plainRecord)).toEqual(one.expected.map((record) => ({ ...(record as object), hasSize: true })))
    for (const record of records) {
      if (record.outcome === 'refused') continue
      for (const { media = [] } of record.observations) {
        expect(media.length).toBeLessThanOrEqual(6)
        for (const entry of media) expect(mediaEntry.safeParse(entry).success).toBe(true)
      }
    }
  })
})
