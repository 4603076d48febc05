/** What a tenant is called, and its places. */
import { type Tenant, tenantRow } from '../../../schemas/control/tables.ts'
import type { Control } from '../../shared/control/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Access } from '../access.ts'
import type { PlaceNames } from '../reports/names.ts'

/** @throws AppError `not_found` where it was removed meanwhile, `unavailable` */
export async function readTenant({ db }: Control, { tenantId }: Access): Promise<Tenant> {
  const row = await db.selectFrom('tenants').selectAll().where('id', '=', tenantId).executeTakeFirst()
  if (row === undefined) throw new AppError('not_found')
  return tenantRow.parse(row)
}

/** Names of a tenant's sites and rooms by their ids. @throws AppError */
export async function placeNames({ db }: Control, { tenantId }: Access): Promise<PlaceNames> {
  const sites = await db.selectFrom('sites').select(['id', 'name']).where('tenant_id', '=', tenantId).execute()
  const rooms = await db.selectFrom('rooms').select(['id', 'name']).where('tenant_id', '=', tenantId).execute()
  return { sites: byId(sites), rooms: byId(rooms) }
}

function byId(places: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(places.map(({ id, name }) => [id, name]))
}
