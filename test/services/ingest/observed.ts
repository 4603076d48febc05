/** What the tests of `observe` need: settings, sources, key makers, and records with everything stated. */
import { createSecretKey, hash } from 'node:crypto'
import type { Key128 } from '../../../schemas/observation.ts'
import type { Platform } from '../../../schemas/states.ts'
import { createContext } from '../../../services/ingest/context.ts'
import { DECODERS } from '../../../services/ingest/decode/index.ts'
import { type IdentifiedObservation, Identifier, type IdentifierKind } from '../../../services/ingest/identified.ts'
import { createKeyMaker, keyedHash } from '../../../services/ingest/pseudonymise/hmac.ts'
import { type Epoch, type KeyMaker, type KeyRing, ROTATING } from '../../../services/ingest/pseudonymise/keymaker.ts'
import type { LedgerReader } from '../../../services/ingest/pseudonymise/ledger.ts'
import { observe, type Observed } from '../../../services/ingest/pseudonymise/observe.ts'
import type { ObserveContext } from '../../../services/ingest/pseudonymise/observe-context.ts'
import type { ObservationBody } from '../../../services/ingest/pseudonymise/row.ts'
import type { TenantSettings } from '../../../services/ingest/settings.ts'

export const SEED = 20261120
export const SOURCE = 'pexip-hq'

export const SETTINGS: TenantSettings = {
  tenantId: 'acme',
  zone: 'Europe/Amsterdam',
  country: 'NL',
  domains: ['klant.example'],
  mode: 'full',
  sites: [
    { id: 'site-utrecht', name: 'Utrecht', ranges: ['192.0.2.0/24'], labels: [{ label: 'UTR' }] },
    { id: 'site-delft', name: 'Delft', ranges: ['198.51.100.0/24'], labels: [{ label: 'DLF', source: SOURCE }] },
    { id: 'site-twin', name: 'Twin', ranges: ['198.51.100.0/24'], labels: [] },
  ],
  rooms: [
    {
      id: 'room-wad',
      name: 'Waddenzee',
      aliases: ['wad@klant.example', '+31 30 123 45 67', '2001@192.0.2.9', 'wadzaal'],
      site: 'site-utrecht',
    },
    { id: 'room-lost', name: 'Ergens', aliases: ['ergens@klant.example'], site: null },
  ],
  configRev: 7,
}

export const id = (kind: IdentifierKind, value: string): Identifier => new Identifier(kind, value)

/** Midday of 10 November 2026, ms UTC. */
export const NOON = Date.parse('2026-11-10T12:00:00Z')

/** A leg of which a record says nothing but that something happened. */
export function bare(more: Partial<IdentifiedObservation> = {}): IdentifiedObservation {
  return {
    subject: 'leg',
    platform: 'pexip',
    sourceKind: 'pexip_event',
    subjectId: id('instance', 'leg-1'),
    eventId: id('instance', 'event-1'),
    rev: 42,
    event_ms: NOON,
    start_ms: NOON - 60_000,
    ...more,
  }
}

/** The product's key maker under keys of this test: an own one for each ring and epoch. */
export function hmacKeys(closed: ReadonlySet<string> = new Set()): KeyMaker {
  const made = new Map<string, ReturnType<typeof keyedHash>>()
  return createKeyMaker((ring, epoch) => {
    if (closed.has(epoch)) return 'closed'
    const name = `${ring} ${epoch}`
    const known = made.get(name) ?? keyedHash(ring, createSecretKey(Buffer.from(hash('sha256', name, 'hex'), 'hex')))
    made.set(name, known)
    return known
  }, ROTATING)
}

/** A key maker whose keys say of which ring and epoch they are, so that a test can see which ones stand together. */
export function tellingKeys(): KeyMaker {
  return createKeyMaker(
    (ring: KeyRing, epoch: Epoch) => (kind, canonical) => `${ring}|${epoch}|${kind}|${canonical}` as Key128,
    ROTATING,
  )
}

export interface Given {
  readonly settings?: Partial<TenantSettings>
  readonly keys?: KeyMaker
  readonly ledger?: LedgerReader | null
  readonly sourceId?: string
}

export function contextOf({ settings, keys, ledger = null, sourceId = SOURCE }: Given = {}): ObserveContext {
  return createContext({ settings: { ...SETTINGS, ...settings }, keys: keys ?? hmacKeys(), ledger, sourceId })
}

/** The observation that is kept; fails where there is none. */
export function keptOf(identified: IdentifiedObservation, context: ObserveContext): ObservationBody {
  return keptIn(observe(identified, context))
}

export function keptIn(observed: Observed): ObservationBody {
  if (observed.outcome !== 'kept') throw new Error('the observation was dropped')
  return observed.observation
}

/** The columns that say something, as they are stored. */
export function stated(body: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
}

/** Every observation of a body; fails where a record is refused. */
export function decodedOf(platform: Platform, body: string, contentType?: string): IdentifiedObservation[] {
  return DECODERS[platform](Buffer.from(body), contentType).flatMap((record) => {
    if (record.outcome === 'refused') throw new Error(`refused: ${record.refusal.code} ${record.refusal.path}`)
    return record.observations
  })
}
