/** Changes of tenants. Each is one transaction of the control store. */
import type { Tenant } from '../../../schemas/control/tables.ts'
import { FACTS_BEYOND_SEAL } from '../../../schemas/control/tables.ts'
import { DECODER_VERSION } from '../../ingest/decoder-version.ts'
import type { Control, ControlTransaction } from '../../shared/control/index.ts'
import { cannot } from './flags.ts'
import { findTenant, raiseConfigRev, roomsOf, sitesOf, sourcesOf } from './find.ts'
import { roomConflicts } from './room-rules.ts'

export type TenantInput = Omit<Tenant, 'config_rev' | 'decoder_version' | 'created_ms'>
export type TenantEdit = Partial<Omit<TenantInput, 'id'>>

/** Watermark that outlives a tenant and keeps its id from being given again: its last `config_rev`. */
const LAST_CONFIG_REV = 'last_config_rev'

/** @throws UserError where the id is or was taken, or a rule of the tenant's own terms is broken */
export async function addTenant(control: Control, now: number, input: TenantInput): Promise<Tenant> {
  checkTerms(input)
  return control.change(async (tx) => {
    const taken = await tx.selectFrom('tenants').select('id').where('id', '=', input.id).executeTakeFirst()
    if (taken !== undefined)
      throw cannot(`There is already a tenant "${input.id}". Change it with: avesqo tenant edit ${input.id}`)
    const before = await tx
      .selectFrom('watermarks')
      .select('value_ms')
      .where('tenant_id', '=', input.id)
      .where('name', '=', LAST_CONFIG_REV)
      .executeTakeFirst()
    if (before !== undefined) {
      throw cannot(
        `"${input.id}" was the id of a customer that was removed, and what was stored of it may still be here: another customer must not find it. Choose another id.`,
      )
    }
    const tenant: Tenant = { ...input, config_rev: 1, decoder_version: DECODER_VERSION, created_ms: now }
    await tx.insertInto('tenants').values(stored(tenant)).execute()
    return tenant
  })
}

/** @throws UserError where there is no such tenant, its zone would change, or a rule of its terms is broken */
export async function editTenant(control: Control, id: string, edit: TenantEdit): Promise<Tenant> {
  return control.change(async (tx) => {
    const before = await findTenant(tx, id)
    if (edit.zone !== undefined && edit.zone !== before.zone) {
      throw cannot(
        `The time zone of ${id} is ${before.zone} and cannot change: days, months and the keys of each month are counted in it, so stored records would fall into other ones. Add a new tenant with the other zone instead.`,
      )
    }
    const after: Tenant = { ...before, ...edit }
    checkTerms(after)
    if (after.country !== before.country) await checkRooms(tx, after)
    const { id: _, ...values } = stored(after)
    await tx.updateTable('tenants').set(values).where('id', '=', id).execute()
    if (decides(before) !== decides(after)) await raiseConfigRev(tx, id)
    return findTenant(tx, id)
  })
}

export interface Removed {
  readonly sites: number
  readonly rooms: number
  readonly sources: number
  readonly keys: number
  readonly ledger: number
}

/**
 * Removes a tenant and everything of it in this store.
 *
 * @param everything also sources and keys: nothing can be received any more, and what is stored is recognised no more
 * @throws UserError where it still has sources or keys and `everything` is false
 */
export async function removeTenant(control: Control, id: string, everything: boolean): Promise<Removed> {
  return control.change(async (tx) => {
    const tenant = await findTenant(tx, id)
    const sources = await sourcesOf(tx, id)
    const { keys } = await tx
      .selectFrom('keys')
      .select((row) => row.fn.countAll<number>().as('keys'))
      .where('tenant_id', '=', id)
      .executeTakeFirstOrThrow()
    if (!everything && sources.length > 0) {
      throw cannot(
        `${id} still has ${sources.length} ${sources.length === 1 ? 'source' : 'sources'} (${sources.map((source) => source.id).join(', ')}). Remove them first (avesqo source remove), or remove all of it with --with-everything.`,
      )
    }
    if (!everything && keys > 0) {
      throw cannot(
        `Records of ${id} have been received: its keys are still here. Remove them with it by --with-everything; nobody in what is stored can be recognised after that, not even for a person's own request.`,
      )
    }
    const count = async (table: 'rooms' | 'sites' | 'sources' | 'keys' | 'ledger'): Promise<number> => {
      const { numDeletedRows } = await tx.deleteFrom(table).where('tenant_id', '=', id).executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    }
    const removed = {
      rooms: await count('rooms'),
      sites: await count('sites'),
      sources: await count('sources'),
      keys: await count('keys'),
      ledger: await count('ledger'),
    }
    await tx.deleteFrom('watermarks').where('tenant_id', '=', id).execute()
    await tx
      .insertInto('watermarks')
      .values({ tenant_id: id, name: LAST_CONFIG_REV, value_ms: tenant.config_rev })
      .execute()
    await tx.deleteFrom('tenants').where('id', '=', id).execute()
    return removed
  })
}

/** Rules that several of a tenant's values make together. */
function checkTerms(tenant: TenantInput): void {
  if (tenant.contract_to !== null && tenant.contract_to < tenant.contract_from) {
    throw cannot(`The contract would end (${tenant.contract_to}) before it begins (${tenant.contract_from}).`)
  }
  const least = FACTS_BEYOND_SEAL + tenant.seal_days
  if (tenant.retention.facts < least) {
    throw cannot(
      `Facts must be kept for at least ${least} days (${FACTS_BEYOND_SEAL} and the sealing delay of ${tenant.seal_days}), or they are gone before their month is published; ${tenant.retention.facts} days were asked for.`,
    )
  }
}

async function checkRooms(tx: ControlTransaction, tenant: Tenant): Promise<void> {
  const rooms = await roomsOf(tx, tenant.id)
  const [conflict] = roomConflicts(rooms, tenant.country)
  if (conflict !== undefined) {
    throw cannot(`With country ${tenant.country}, ${conflict[1]} (room "${conflict[0].name}"). Change the alias first.`)
  }
}

/** What of a tenant's own row decides how its records are decoded. */
function decides({ country, domains, mode }: TenantInput): string {
  return JSON.stringify([country, domains.toSorted(), mode])
}

function stored(tenant: Tenant) {
  return { ...tenant, domains: JSON.stringify(tenant.domains), retention: JSON.stringify(tenant.retention) }
}

/** The configuration as `avesqo explain --config` reads it (schemas/control/export.ts). */
export async function exportTenant(control: Control, id: string) {
  const { db } = control
  const tenant = await findTenant(db, id)
  const sites = await sitesOf(db, id)
  const names = new Map(sites.map((site) => [site.id, site.name]))
  const rooms = await roomsOf(db, id)
  return {
    tenant: { zone: tenant.zone, country: tenant.country, domains: tenant.domains, mode: tenant.mode },
    sites: sites.map(({ name, ranges, labels }) => ({
      name,
      ranges,
      labels: labels.map((label) => (label.source === undefined ? label.label : label)),
    })),
    rooms: rooms.map(({ name, aliases, site_id, capacity }) => ({
      name,
      aliases,
      site: site_id === null ? null : (names.get(site_id) ?? null),
      capacity,
    })),
  }
}
