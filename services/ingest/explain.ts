/**
 * What would be kept of a payload: the same decoder, canonicaliser, generaliser and epoch rule as the entry, with a
 * numbering key maker in place of the keyed one. It uses no key, stores nothing, and judges form only, never time or
 * contract. It is the contract of the decoders: the tests of `test/contracts` are written against it.
 */
import type { Refusal } from '../../schemas/refusals.ts'
import type { Platform } from '../../schemas/states.ts'
import { DECODERS } from './decode/index.ts'
import { createContext } from './context.ts'
import { createNumbering } from './pseudonymise/numbering.ts'
import { observe, type Withheld } from './pseudonymise/observe.ts'
import type { ObserveContext } from './pseudonymise/observe-context.ts'
import type { ObservationBody } from './pseudonymise/row.ts'
import type { TenantSettings } from './settings.ts'

/** Every stated field of an observation under its column's name; times are ISO 8601 UTC with milliseconds. */
type ExplainedObservation = Readonly<Record<string, unknown>>

export interface Explained {
  readonly observations: readonly ExplainedObservation[]
  readonly refused: readonly (Refusal & { readonly index: number })[]
  /** Accepted records that leave nothing, by a rooms-only tenant's rule or because nothing in them is of use. */
  readonly dropped: number
  /** How many values of the payload were not read. */
  readonly ignored: number
}

/** What every observation has and no payload states: of the tenant and our own bookkeeping. */
const OURS: ReadonlySet<string> = new Set(['tenant_id', 'source_id', 'config_rev', 'mark'])
const TIMES: ReadonlySet<string> = new Set(['event_ms', 'start_ms', 'answer_ms', 'end_ms'])

/**
 * @param body the payload as the platform sends it, decompressed
 * @param contentType chooses between forms of the same platform (JSON, NDJSON, CSV)
 * @param sourceId as whose record: labels of sites that mean something in one source only then hold
 */
export function explain(
  platform: Platform,
  body: Buffer,
  contentType: string | undefined,
  settings: TenantSettings,
  sourceId: string = '',
): Explained {
  const context = createContext({ settings, keys: createNumbering(), ledger: null, sourceId })
  const observations: ExplainedObservation[] = []
  const refused: (Refusal & { index: number })[] = []
  let dropped = 0
  let ignored = 0
  DECODERS[platform](body, contentType).forEach((record, index) => {
    ignored += record.ignored
    if (record.outcome === 'refused') {
      refused.push({ index, ...record.refusal })
      return
    }
    const before = observations.length
    for (const identified of record.observations) observations.push(...explained(identified, context))
    if (observations.length === before) dropped += 1
  })
  return { observations, refused, dropped, ignored }
}

function explained(identified: Parameters<typeof observe>[0], context: ObserveContext): ExplainedObservation[] {
  const observed = observe(identified, context)
  return observed.outcome === 'kept' ? [stated(observed.observation, observed.withheld)] : []
}

function stated(observation: ObservationBody, withheld: readonly Withheld[]): ExplainedObservation {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(observation)) {
    if (value === null || OURS.has(name) || (Array.isArray(value) && value.length === 0)) continue
    fields[name] = show(name, value)
  }
  if (withheld.length > 0) fields['withheld'] = withheld
  return fields
}

function show(name: string, value: unknown): unknown {
  if (TIMES.has(name)) return new Date(Number(value)).toISOString()
  if (name !== 'media') return value
  return (value as object[]).map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([, part]) => part !== null)),
  )
}
