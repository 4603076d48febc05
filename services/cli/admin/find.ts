/** Rows that a call names, and the one place where a change of a tenant's configuration is numbered. */
import type { Kysely } from 'kysely'
import {
  type ControlTables,
  type RoomRecord,
  type SiteRecord,
  type Source,
  type Tenant,
  roomRow,
  siteRow,
  sourceRow,
  tenantRow,
} from '../../../schemas/control/tables.ts'
import { nameKey } from '../../../schemas/control/values.ts'
import type { ControlTransaction } from '../../shared/control/index.ts'
import { CALL_EN } from '../words/call-en.ts'
import type { CallWords } from '../words/call.ts'
import { cannot } from './flags.ts'

type Db = Kysely<ControlTables>

/** @throws UserError where there is no such tenant */
export async function findTenant(db: Db, id: string, words: CallWords = CALL_EN): Promise<Tenant> {
  const row = await db.selectFrom('tenants').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw cannot(words.noTenant(id))
  return tenantRow.parse(row)
}

export async function sitesOf(db: Db, tenantId: string): Promise<readonly SiteRecord[]> {
  const rows = await db.selectFrom('sites').selectAll().where('tenant_id', '=', tenantId).orderBy('name').execute()
  return rows.map((row) => siteRow.parse(row))
}

export async function roomsOf(db: Db, tenantId: string): Promise<readonly RoomRecord[]> {
  const rows = await db.selectFrom('rooms').selectAll().where('tenant_id', '=', tenantId).orderBy('name').execute()
  return rows.map((row) => roomRow.parse(row))
}

export async function sourcesOf(db: Db, tenantId: string): Promise<readonly Source[]> {
  const rows = await db.selectFrom('sources').selectAll().where('tenant_id', '=', tenantId).orderBy('id').execute()
  return rows.map((row) => sourceRow.parse(row))
}

/** @throws UserError where there is no such source */
export async function findSource(db: Db, id: string): Promise<Source> {
  const row = await db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw cannot(`There is no source "${id}". See: avesqo source list`)
  return sourceRow.parse(row)
}

/** @param which name or id. @throws UserError where there is none of that name */
export function named<T extends { readonly id: string; readonly name: string }>(
  rows: readonly T[],
  which: string,
  what: 'site' | 'room',
  tenantId: string,
): T {
  const row = rows.find((candidate) => candidate.id === which || nameKey(candidate.name) === nameKey(which))
  if (row === undefined)
    throw cannot(`There is no ${what} "${which}" at ${tenantId}. See: avesqo ${what} list ${tenantId}`)
  return row
}

/** Numbers a change of what decides how a tenant's records are decoded (`config_rev`, design, section 5). */
export async function raiseConfigRev(tx: ControlTransaction, tenantId: string): Promise<void> {
  await tx
    .updateTable('tenants')
    .set((tenant) => ({ config_rev: tenant('config_rev', '+', 1) }))
    .where('id', '=', tenantId)
    .execute()
}
