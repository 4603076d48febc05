/** Changes of rooms. Each is one transaction; `config_rev` grows when, and only when, something changed. */
import { randomUUID } from 'node:crypto'
import type { RoomRecord, SiteRecord, Tenant } from '../../../schemas/control/tables.ts'
import { nameKey } from '../../../schemas/control/values.ts'
import type { Control, ControlTransaction } from '../../shared/control/index.ts'
import type { RefusedLine } from '../output.ts'
import { findTenant, named, raiseConfigRev, roomsOf, sitesOf } from './find.ts'
import { cannot } from './flags.ts'
import { type Counts, requireAllGood } from './import.ts'
import { merge } from './merge.ts'
import { roomConflicts } from './room-rules.ts'

/** A room as typed or read from a file; its site by name or id. */
export interface RoomDraft {
  readonly name: string
  readonly aliases: readonly string[]
  readonly site: string | null
  readonly capacity: number | null
  readonly line?: number
}

/** @throws UserError where the name or an alias is taken or unusable, or there is no such site */
export async function addRoom(control: Control, tenantId: string, draft: RoomDraft, now: number): Promise<RoomRecord> {
  return control.change(async (tx) => {
    const tenant = await findTenant(tx, tenantId)
    const room = resolve(draft, tenantId, await sitesOf(tx, tenantId), randomUUID(), now)
    return save(tx, tenant, room, await roomsOf(tx, tenantId))
  })
}

/** @param change gives the new room from the one that is stored; its site as in the store (an id) or by name */
export async function editRoom(
  control: Control,
  tenantId: string,
  which: string,
  change: (room: RoomDraft) => RoomDraft,
  now: number,
): Promise<RoomRecord> {
  return control.change(async (tx) => {
    const tenant = await findTenant(tx, tenantId)
    const rooms = await roomsOf(tx, tenantId)
    const before = named(rooms, which, 'room', tenantId)
    const { name, aliases, site_id, capacity } = before
    const draft = change({ name, aliases, site: site_id, capacity })
    return save(tx, tenant, resolve(draft, tenantId, await sitesOf(tx, tenantId), before.id, now), rooms)
  })
}

export async function removeRoom(control: Control, tenantId: string, which: string): Promise<RoomRecord> {
  return control.change(async (tx) => {
    await findTenant(tx, tenantId)
    const room = named(await roomsOf(tx, tenantId), which, 'room', tenantId)
    await tx.deleteFrom('rooms').where('id', '=', room.id).execute()
    await raiseConfigRev(tx, tenantId)
    return room
  })
}

/** @throws ReportError where a row is bad and `keepGood` is false: then nothing is changed */
export async function importRooms(
  control: Control,
  tenantId: string,
  rows: readonly (RoomDraft & { readonly line: number })[],
  unreadable: readonly RefusedLine[],
  keepGood: boolean,
  now: number,
): Promise<{ readonly counts: Counts; readonly bad: readonly RefusedLine[]; readonly warnings: readonly string[] }> {
  return control.change(async (tx) => {
    const tenant = await findTenant(tx, tenantId)
    const sites = await sitesOf(tx, tenantId)
    const stored = await roomsOf(tx, tenantId)
    const lost = rows.filter((row) => row.site !== null && siteId(row.site, sites) === undefined)
    const strange = lost.map(({ line, site }) => ({ line, reason: `there is no site "${site ?? ''}"` }))
    const merged = merge<Pick<RoomDraft, 'name' | 'aliases' | 'line'>>(
      stored,
      rows.filter((row) => !lost.includes(row)),
      (rooms) => roomConflicts(rooms, tenant.country),
    )
    const bad = [...unreadable, ...strange, ...merged.bad].toSorted((a, b) => a.line - b.line)
    requireAllGood(bad, keepGood, [])
    const counts = { added: 0, changed: 0, unchanged: 0 }
    const good = new Set(merged.good)
    const drafts = rows.filter((row) => good.has(row))
    for (const draft of drafts) {
      const before = stored.find((room) => nameKey(room.name) === nameKey(draft.name))
      counts[await write(tx, before, resolve(draft, tenantId, sites, before?.id ?? randomUUID(), now))] += 1
    }
    if (counts.added + counts.changed > 0) await raiseConfigRev(tx, tenantId)
    return { counts, bad, warnings: drafts.flatMap(warningsOf) }
  })
}

/** What a person should know of a room that is otherwise good. */
export function warningsOf(room: { readonly name: string; readonly aliases: readonly string[] }): readonly string[] {
  if (room.aliases.length > 0) return []
  return [`Room "${room.name}" has no alias, so no record can be recognised as its own (room edit --add-alias).`]
}

async function save(
  tx: ControlTransaction,
  tenant: Tenant,
  room: RoomRecord,
  stored: readonly RoomRecord[],
): Promise<RoomRecord> {
  const all: readonly RoomRecord[] = [...stored.filter(({ id }) => id !== room.id), room]
  const conflict = roomConflicts(all, tenant.country).get(room)
  if (conflict !== undefined) throw cannot(`The room was not stored: ${conflict}.`)
  const before = stored.find(({ id }) => id === room.id)
  if ((await write(tx, before, room)) === 'unchanged') return before ?? room
  await raiseConfigRev(tx, tenant.id)
  return room
}

function siteId(which: string, sites: readonly SiteRecord[]): string | undefined {
  return sites.find((site) => site.id === which || nameKey(site.name) === nameKey(which))?.id
}

function resolve(
  draft: RoomDraft,
  tenantId: string,
  sites: readonly SiteRecord[],
  id: string,
  now: number,
): RoomRecord {
  const { name, aliases, capacity } = draft
  const site = draft.site === null ? null : named(sites, draft.site, 'site', tenantId).id
  return { id, tenant_id: tenantId, name, aliases: [...new Set(aliases)], site_id: site, capacity, declared_ms: now }
}

async function write(tx: ControlTransaction, before: RoomRecord | undefined, room: RoomRecord): Promise<keyof Counts> {
  const row = { ...room, aliases: JSON.stringify(room.aliases) }
  if (before === undefined) {
    await tx.insertInto('rooms').values(row).execute()
    return 'added'
  }
  // Declaring a room again as it is does not move the moment of its declaration.
  const same = JSON.stringify({ ...before, declared_ms: room.declared_ms }) === JSON.stringify(room)
  if (same) return 'unchanged'
  await tx.updateTable('rooms').set(row).where('id', '=', room.id).execute()
  return 'changed'
}
