/**
 * What the entry knows of sources and tenants: one immutable snapshot of the control store in memory. Each call
 * compares one number with the store and reads everything again when it has grown, so a change made by another process
 * holds from the next delivery on.
 */
import type { Clock } from '../shared/clock.ts'
import type { Control, Read } from '../shared/control/index.ts'
import type { Logger } from '../shared/logger.ts'
import {
  type Source,
  type Tenant,
  type ControlTables,
  roomRow,
  siteRow,
  sourceRow,
  tenantRow,
} from '../../schemas/control/tables.ts'
import type { Mark, Platform } from '../../schemas/states.ts'
import { type Period, contractPeriod, coverageGaps, coverageTerms } from './coverage.ts'
import { DECODER_VERSION } from './decoder-version.ts'
import type { TenantSettings } from './settings.ts'

/** A source as the entry sees it; valid for one delivery, then asked for again. */
export interface DirectorySource {
  readonly id: string
  readonly tenantId: string
  readonly platform: Platform
  /** SHA-256 of the secret, hex. */
  readonly secretHash: string
  readonly settings: TenantSettings
  readonly contract: Period
  /** Days for which facts are kept. */
  readonly factsDays: number
  /** @param now milliseconds since 1970 UTC; the directory's clock where it is left out */
  coverage(now?: number): 'covered' | 'not_covered'
}

interface LedgerEntry {
  readonly mark: Mark
  readonly fromMs: number
}

/** Entries of one tenant by the HMAC of a person's identifier. */
type LedgerEntries = ReadonlyMap<string, readonly LedgerEntry[]>

export interface IngestDirectory {
  /** @returns null where there is no such source. @throws AppError('unavailable') when the store cannot be read */
  source(id: string): DirectorySource | null
  tenant(id: string): TenantSettings | null
  /** Every entry of a tenant, also expired ones: they hold until the retention step removes them. */
  ledger(tenantId: string): LedgerEntries
  /** The revision of the snapshot that the last call used: what is derived from settings is valid while it stays. */
  revision(): number
}

interface Snapshot {
  readonly revision: number
  readonly sources: ReadonlyMap<string, DirectorySource>
  readonly tenants: ReadonlyMap<string, TenantSettings>
  readonly ledgers: ReadonlyMap<string, LedgerEntries>
}

const NO_ENTRIES: LedgerEntries = new Map()

/**
 * Opens the directory. Tenants whose records were last decoded by another version of the decoders get the next
 * `config_rev` here.
 */
export async function openDirectory(control: Control, clock: Clock, logger: Logger): Promise<IngestDirectory> {
  await adoptDecoderVersion(control)
  let snapshot = load(control, clock)

  const current = (): Snapshot => {
    if (control.revision() !== snapshot.revision) {
      snapshot = load(control, clock)
      logger.event('settings_reloaded', { revision: snapshot.revision })
    }
    return snapshot
  }
  return {
    source: (id) => current().sources.get(id) ?? null,
    tenant: (id) => current().tenants.get(id) ?? null,
    ledger: (tenantId) => current().ledgers.get(tenantId) ?? NO_ENTRIES,
    revision: () => current().revision,
  }
}

async function adoptDecoderVersion(control: Control): Promise<void> {
  const behind = await control.db
    .selectFrom('tenants')
    .select('id')
    .where('decoder_version', '!=', DECODER_VERSION)
    .executeTakeFirst()
  if (behind === undefined) return
  await control.change(async (tx) => {
    await tx
      .updateTable('tenants')
      .set((tenant) => ({ config_rev: tenant('config_rev', '+', 1), decoder_version: DECODER_VERSION }))
      .where('decoder_version', '!=', DECODER_VERSION)
      .execute()
  })
}

function load(control: Control, clock: Clock): Snapshot {
  return control.read((read) => {
    const { db } = control
    const [revision] = read(db.selectFrom('revision').select('number').compile())
    const rows = read(db.selectFrom('tenants').selectAll().compile()).map((row) => tenantRow.parse(row))
    const settings = readSettings(control, read, rows)
    const tenants = new Map(rows.map((tenant) => [tenant.id, tenant]))
    const sources = new Map<string, DirectorySource>()
    for (const row of read(db.selectFrom('sources').selectAll().compile())) {
      const source = sourceRow.parse(row)
      const tenant = tenants.get(source.tenant_id)
      const of = settings.get(source.tenant_id)
      if (tenant !== undefined && of !== undefined) sources.set(source.id, describe(tenant, source, of, clock))
    }
    const ledgers = groupLedger(read(db.selectFrom('ledger').selectAll().compile()))
    return { revision: revision?.number ?? 0, sources, tenants: settings, ledgers }
  })
}

function readSettings(control: Control, read: Read, tenants: readonly Tenant[]): Map<string, TenantSettings> {
  const { db } = control
  // In the order of their ids: what is derived from a list is then the same in every process.
  const sites = read(db.selectFrom('sites').selectAll().orderBy('id').compile()).map((row) => siteRow.parse(row))
  const rooms = read(db.selectFrom('rooms').selectAll().orderBy('id').compile()).map((row) => roomRow.parse(row))
  return new Map(
    tenants.map((tenant) => [
      tenant.id,
      {
        tenantId: tenant.id,
        zone: tenant.zone,
        country: tenant.country,
        domains: tenant.domains,
        mode: tenant.mode,
        sites: sites
          .filter((site) => site.tenant_id === tenant.id)
          .map(({ id, name, ranges, labels }) => ({
            id,
            name,
            ranges,
            labels: labels.map(({ label, source }) => (source === undefined ? { label } : { label, source })),
          })),
        rooms: rooms
          .filter((room) => room.tenant_id === tenant.id)
          .map(({ id, name, aliases, site_id }) => ({ id, name, aliases, site: site_id })),
        configRev: tenant.config_rev,
      },
    ]),
  )
}

function describe(tenant: Tenant, source: Source, settings: TenantSettings, clock: Clock): DirectorySource {
  const terms = coverageTerms(tenant, source)
  return Object.freeze({
    id: source.id,
    tenantId: tenant.id,
    platform: source.platform,
    secretHash: source.secret_hash,
    settings,
    contract: contractPeriod(tenant),
    factsDays: tenant.retention.facts,
    coverage: (now = clock.now()) => (coverageGaps(terms, now).length === 0 ? 'covered' : 'not_covered'),
  })
}

function groupLedger(rows: readonly ControlTables['ledger'][]): Map<string, LedgerEntries> {
  const ledgers = new Map<string, Map<string, LedgerEntry[]>>()
  for (const row of rows) {
    const ledger = ledgers.get(row.tenant_id) ?? new Map<string, LedgerEntry[]>()
    ledgers.set(row.tenant_id, ledger)
    ledger.set(row.hmac, [...(ledger.get(row.hmac) ?? []), { mark: row.mark, fromMs: row.from_ms }])
  }
  return ledgers
}
