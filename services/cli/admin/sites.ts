/** Changes of sites. Each is one transaction; `config_rev` grows when, and only when, something changed. */
import { randomUUID } from 'node:crypto'
import type { SiteRecord } from '../../../schemas/control/tables.ts'
import { nameKey } from '../../../schemas/control/values.ts'
import type { Control, ControlTransaction } from '../../shared/control/index.ts'
import type { RefusedLine } from '../output.ts'
import { findTenant, named, raiseConfigRev, roomsOf, sitesOf, sourcesOf } from './find.ts'
import { cannot } from './flags.ts'
import { type Counts, requireAllGood } from './import.ts'
import { merge } from './merge.ts'
import { type SiteFacts, equalRanges, siteConflicts } from './site-rules.ts'

/** A site as typed or read from a file: ranges normalised. */
export type SiteDraft = Omit<SiteRecord, 'id' | 'tenant_id'> & { readonly line?: number }

export interface SavedSite {
  readonly site: SiteRecord
  readonly warnings: readonly string[]
}

/** @throws UserError where the name or a label is taken, or a label names a source that the tenant does not have */
export async function addSite(control: Control, tenantId: string, draft: SiteDraft): Promise<SavedSite> {
  return control.change(async (tx) => {
    await findTenant(tx, tenantId)
    return save(tx, tenantId, { ...draft, id: randomUUID(), tenant_id: tenantId }, await sitesOf(tx, tenantId))
  })
}

/** @param change gives the new site from the one that is stored */
export async function editSite(
  control: Control,
  tenantId: string,
  which: string,
  change: (site: SiteRecord) => SiteDraft,
): Promise<SavedSite> {
  return control.change(async (tx) => {
    await findTenant(tx, tenantId)
    const sites = await sitesOf(tx, tenantId)
    const before = named(sites, which, 'site', tenantId)
    return save(tx, tenantId, { ...before, ...change(before) }, sites)
  })
}

/** @returns the names of the rooms that have no site any more */
export async function removeSite(
  control: Control,
  tenantId: string,
  which: string,
  keepRooms: boolean,
): Promise<{ readonly site: SiteRecord; readonly rooms: readonly string[] }> {
  return control.change(async (tx) => {
    await findTenant(tx, tenantId)
    const site = named(await sitesOf(tx, tenantId), which, 'site', tenantId)
    const rooms = (await roomsOf(tx, tenantId)).filter((room) => room.site_id === site.id).map((room) => room.name)
    if (rooms.length > 0 && !keepRooms) {
      throw cannot(
        `Rooms are at site "${site.name}": ${rooms.join(', ')}. Move them with avesqo room edit --site, or leave them without a site with --keep-rooms.`,
      )
    }
    await tx.updateTable('rooms').set({ site_id: null }).where('site_id', '=', site.id).execute()
    await tx.deleteFrom('sites').where('id', '=', site.id).execute()
    await raiseConfigRev(tx, tenantId)
    return { site, rooms }
  })
}

export interface ImportedSites {
  readonly counts: Counts
  readonly bad: readonly RefusedLine[]
  readonly warnings: readonly string[]
}

/** @throws ReportError where a row is bad and `keepGood` is false: then nothing is changed */
export async function importSites(
  control: Control,
  tenantId: string,
  rows: readonly (SiteDraft & { readonly line: number })[],
  unreadable: readonly RefusedLine[],
  keepGood: boolean,
): Promise<ImportedSites> {
  return control.change(async (tx) => {
    await findTenant(tx, tenantId)
    const stored = await sitesOf(tx, tenantId)
    const sources = new Set((await sourcesOf(tx, tenantId)).map((source) => source.id))
    const strange = rows.flatMap((row) => {
      const source = foreignSource(row, sources)
      return source === null ? [] : [{ line: row.line, reason: `${tenantId} has no source "${source}"` }]
    })
    const lost = new Set(strange.map(({ line }) => line))
    const merged = merge<SiteDraft>(
      stored,
      rows.filter((row) => !lost.has(row.line)),
      siteConflicts,
    )
    const bad = [...unreadable, ...strange, ...merged.bad].toSorted((a, b) => a.line - b.line)
    const warnings = equalRanges(merged.all)
    requireAllGood(bad, keepGood, warnings)
    const counts = { added: 0, changed: 0, unchanged: 0 }
    for (const { line: _, ...draft } of merged.good) {
      const before = stored.find((site) => nameKey(site.name) === nameKey(draft.name))
      const site = { id: before?.id ?? randomUUID(), tenant_id: tenantId, ...draft }
      counts[await write(tx, before, site)] += 1
    }
    if (counts.added + counts.changed > 0) await raiseConfigRev(tx, tenantId)
    return { counts, bad, warnings }
  })
}

async function save(
  tx: ControlTransaction,
  tenantId: string,
  site: SiteRecord,
  stored: readonly SiteRecord[],
): Promise<SavedSite> {
  const source = foreignSource(site, new Set((await sourcesOf(tx, tenantId)).map(({ id }) => id)))
  if (source !== null) throw cannot(`${tenantId} has no source "${source}". See: avesqo source list`)
  const all: readonly SiteRecord[] = [...stored.filter(({ id }) => id !== site.id), site]
  const conflict = siteConflicts(all).get(site)
  if (conflict !== undefined) throw cannot(`The site was not stored: ${conflict}.`)
  const outcome = await write(
    tx,
    stored.find(({ id }) => id === site.id),
    site,
  )
  if (outcome !== 'unchanged') await raiseConfigRev(tx, tenantId)
  return { site, warnings: equalRanges(all) }
}

function foreignSource(site: SiteFacts, sources: ReadonlySet<string>): string | null {
  return site.labels.find(({ source }) => source !== undefined && !sources.has(source))?.source ?? null
}

async function write(tx: ControlTransaction, before: SiteRecord | undefined, site: SiteRecord): Promise<keyof Counts> {
  const row = { ...site, ranges: JSON.stringify(site.ranges), labels: JSON.stringify(site.labels) }
  if (before === undefined) {
    await tx.insertInto('sites').values(row).execute()
    return 'added'
  }
  if (JSON.stringify(facts(before)) === JSON.stringify(facts(site))) return 'unchanged'
  await tx.updateTable('sites').set(row).where('id', '=', site.id).execute()
  return 'changed'
}

function facts({ name, ranges, labels }: SiteRecord) {
  return [name, ranges, labels.map(({ label, source }) => [label, source ?? null])]
}
