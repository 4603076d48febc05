/**
 * Who asks, computed from what is stored at this moment: a consultant loses a customer at once when it is unassigned or
 * its contract is over, and everybody everything when the account ends, expires or lapses (attack A36).
 */
import type { Kysely } from 'kysely'
import { GRANTS } from '../../schemas/accounts.ts'
import type { ControlTables } from '../../schemas/control/tables.ts'
import { localDayOf } from '../shared/calendar.ts'
import { stateNow } from './held.ts'
import type { AccountId, Principal } from './ports.ts'

/** @returns null where there is no such account, or it may not be used now */
export async function principalOf(
  db: Kysely<ControlTables>,
  accountId: string,
  now: number,
): Promise<Principal | null> {
  const row = await db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirst()
  if (row === undefined || (await stateNow(db, row, now)) !== 'active') return null
  const { role, name, language } = row
  return {
    accountId: row.id as AccountId,
    role,
    name: name ?? '',
    language,
    // Whatever is stored: a role without figures has nobody's.
    tenants: GRANTS[role].includes('figures_read') ? await underContract(db, accountId, now) : [],
  }
}

async function underContract(db: Kysely<ControlTables>, accountId: string, now: number): Promise<readonly string[]> {
  const assigned = await db
    .selectFrom('account_tenants')
    .innerJoin('tenants', 'tenants.id', 'account_tenants.tenant_id')
    .select(['tenants.id', 'tenants.zone', 'tenants.contract_from', 'tenants.contract_to'])
    .where('account_tenants.account_id', '=', accountId)
    .orderBy('tenants.id')
    .execute()
  return assigned
    .filter(({ zone, contract_from: from, contract_to: to }) => {
      const today = localDayOf(now, zone)
      return from <= today && (to === null || today <= to)
    })
    .map(({ id }) => id)
}
