/** What a change of the roster must keep; each is asked inside the transaction that makes the change. */
import type { AccountRole } from '../../schemas/accounts.ts'
import { nameKey } from '../../schemas/control/values.ts'
import type { ControlTransaction } from '../shared/control/index.ts'
import { type AccountRow, stateAmong, stateOf } from './held.ts'
import { MOST_ACCOUNTS, TENANTS_OF_ROLE } from './limits.ts'
import type { Actor, RosterRefusal } from './ports.ts'

/** An account that has not ended. */
export async function livingAccount(tx: ControlTransaction, id: string): Promise<AccountRow | undefined> {
  return tx.selectFrom('accounts').selectAll().where('id', '=', id).where('ended_ms', 'is', null).executeTakeFirst()
}

/** Nobody appoints the person that the account is of: by its id, or, for a new account, by its name. */
export async function isOwn(
  tx: ControlTransaction,
  by: Actor,
  of: { readonly id: string } | { readonly name: string },
): Promise<boolean> {
  if ('id' in of) return of.id === by
  if (by === 'operator') return false
  const mine = await livingAccount(tx, by)
  return mine !== undefined && mine.name !== null && nameKey(mine.name) === nameKey(of.name)
}

/**
 * @param own the account that is changed; null for a new one
 * @returns why an account of this role cannot have these tenants; null where it can
 */
export async function whyNotTenants(
  tx: ControlTransaction,
  role: AccountRole,
  tenants: readonly string[],
  own: string | null,
): Promise<RosterRefusal | null> {
  const { least, most } = TENANTS_OF_ROLE[role]
  if (tenants.length < least || tenants.length > most) return 'tenants_of_role'
  if (tenants.length === 0) return null
  const found = await tx.selectFrom('tenants').select('id').where('id', 'in', tenants).execute()
  if (found.length < tenants.length) return 'no_tenant'
  if (role !== 'customer_viewer') return null
  const others = await tx
    .selectFrom('account_tenants')
    .innerJoin('accounts', 'accounts.id', 'account_tenants.account_id')
    .select('accounts.id')
    .where('accounts.role', '=', role)
    .where('accounts.ended_ms', 'is', null)
    .where('account_tenants.tenant_id', 'in', tenants)
    .execute()
  return others.filter(({ id }) => id !== own).length >= MOST_ACCOUNTS[role] ? 'too_many' : null
}

/** @returns why there cannot be another account of this role; null where there can */
export async function whyNotAnother(tx: ControlTransaction, role: AccountRole): Promise<RosterRefusal | null> {
  if (role === 'customer_viewer') return null // counted by tenant
  const rows = await tx
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', role)
    .where('ended_ms', 'is', null)
    .execute()
  return rows.length >= MOST_ACCOUNTS[role] ? 'too_many' : null
}

/** Whether this is the only operator who can sign in, or the only one at all. */
export async function isLastOperator(tx: ControlTransaction, row: AccountRow, now: number): Promise<boolean> {
  if (row.role !== 'operator') return false
  const operators = await tx
    .selectFrom('accounts')
    .selectAll()
    .where('role', '=', 'operator')
    .where('ended_ms', 'is', null)
    .execute()
  const others = operators.filter(({ id }) => id !== row.id)
  if (others.some((one) => stateOf(one, now) === 'active')) return false
  return others.length === 0 || stateAmong(operators, row, now) === 'active'
}
