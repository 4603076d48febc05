/** Decoded records as plain text and figures, so that a test can say in full what it expects of a decoder. */
import type { DecodedRecord, Decoder } from '../../services/ingest/decode/outcome.ts'
import { Identifier, revealed } from '../../services/ingest/identified.ts'

/** An identifier as `kind:value`, everything else as it is. */
function shown(value: unknown): unknown {
  if (value instanceof Identifier) return `${value.kind}:${revealed(value)}`
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shown(part)]))
}

export interface Decoded {
  readonly records: readonly DecodedRecord[]
  readonly observations: readonly Record<string, unknown>[]
  /** `code` or `code path`, in order. */
  readonly refused: readonly string[]
  readonly ignored: number
}

export function decoded(decoder: Decoder, body: string | Buffer, contentType?: string): Decoded {
  const records = decoder(Buffer.from(body), contentType)
  return {
    records,
    observations: records.flatMap((record) =>
      record.outcome === 'accepted' ? (shown(record.observations) as Record<string, unknown>[]) : [],
    ),
    refused: records.flatMap((record) =>
      record.outcome === 'refused' ? [`${record.refusal.code} ${record.refusal.path}`.trim()] : [],
    ),
    ignored: records.reduce((sum, record) => sum + record.ignored, 0),
  }
}

/** The one observation of a body that holds one; fails where there is another number of them. */
export function only(decoder: Decoder, body: string | Buffer, contentType?: string): Record<string, unknown> {
  const { observations, refused } = decoded(decoder, body, contentType)
  const [observation] = observations
  if (observation === undefined || observations.length !== 1 || refused.length > 0) {
    throw new Error(`expected one observation, got ${observations.length}, refused: ${refused.join(', ')}`)
  }
  return observation
}
