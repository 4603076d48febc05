/** Random damage to valid payloads, the same for the same seed. */
import * as fc from 'fast-check'
import { REFUSALS } from '../../schemas/refusals.ts'
import { observation } from '../../schemas/observation.ts'
import type { DecodedRecord, Decoder } from '../../services/ingest/decode/outcome.ts'

const JUNK = [
  '',
  '"',
  '<',
  '>',
  '&',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '\u0000',
  '-',
  '9',
  'é',
  '\\u',
  '<!DOCTYPE',
  '__proto__',
]

/** Some bytes struck out, doubled or replaced by junk, at up to four places. */
export function mutated(payloads: readonly string[]): fc.Arbitrary<Buffer> {
  const places = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.constantFrom(...JUNK)), {
    minLength: 1,
    maxLength: 4,
  })
  return fc.tuple(fc.constantFrom(...payloads), places).map(([payload, damages]) => {
    let bytes = Buffer.from(payload)
    for (const [where, length, junk] of damages) {
      const at = where % (bytes.length + 1)
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(junk), bytes.subarray(at + length)])
    }
    return bytes
  })
}

/** What is wrong with what a decoder made of a body; nothing, as it should be. */
export function faults(decoder: Decoder, body: Buffer, contentType?: string): string[] {
  return decoder(body, contentType).flatMap((record) => recordFaults(record, body.length))
}

function recordFaults(record: DecodedRecord, most: number): string[] {
  const found: string[] = []
  if (!Number.isInteger(record.bytes) || record.bytes < 0 || record.bytes > most) found.push('bytes')
  if (!Number.isInteger(record.ignored) || record.ignored < 0) found.push('ignored')
  if (record.outcome === 'refused') {
    if (!Object.hasOwn(REFUSALS, record.refusal.code)) found.push('code')
    return found
  }
  for (const one of record.observations) {
    for (const [field, value] of Object.entries(one)) {
      if (!Object.hasOwn(observation.shape, field) || field === 'links') continue
      const shape: { safeParse: (value: unknown) => { success: boolean } } = Reflect.get(observation.shape, field)
      if (!shape.safeParse(value).success) found.push(field)
    }
  }
  return found
}
