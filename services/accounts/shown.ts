/** The roster as the operator sees it. */
import type { Context } from './context.ts'
import { type AccountRow, expiresMs, lapsesMs, stateAmong } from './held.ts'
import { ATTEST_MS } from './limits.ts'
import type { AccountId, AccountShown, AccountState, Actor } from './ports.ts'

export async function listAccounts({ control, clock }: Context): Promise<readonly AccountShown[]> {
  const { db } = control
  const now = clock.now()
  const rows = await db.selectFrom('accounts').selectAll().execute()
  const assigned = await db.selectFrom('account_tenants').selectAll().orderBy('tenant_id').execute()
  const links = await db
    .selectFrom('invitations')
    .select(['account_id', 'ends_ms'])
    .where('ends_ms', '>', now)
    .execute()
  const operators = rows.filter(({ role }) => role === 'operator')
  const tenantsOf = Map.groupBy(assigned, (row) => row.account_id)
  const linkOf = new Map(links.map((row) => [row.account_id, row.ends_ms]))
  return rows
    .map((row) => ({
      ...accountShown(row, stateAmong(operators, row, now)),
      tenants: (tenantsOf.get(row.id) ?? []).map((one) => one.tenant_id),
      invitedUntilMs: linkOf.get(row.id) ?? null,
    }))
    .toSorted(compare)
}

function accountShown(row: AccountRow, state: AccountState): Omit<AccountShown, 'tenants' | 'invitedUntilMs'> {
  return {
    id: row.id as AccountId,
    login: row.login ?? '',
    name: row.name ?? '',
    role: row.role,
    language: row.language,
    state,
    appointedBy: row.appointed_by as Actor,
    createdMs: row.created_ms,
    expiresDay: row.expires_day,
    expiresMs: expiresMs(row.expires_day),
    attestedMs: row.attested_ms,
    attestDueMs: row.attested_ms + ATTEST_MS,
    lapsesMs: lapsesMs(row),
    lastLoginMs: row.last_login_ms,
  }
}

function compare(a: AccountShown, b: AccountShown): number {
  return orderOf(a) < orderOf(b) ? -1 : 1
}

function orderOf({ state, role, login, id }: AccountShown): string {
  return [state === 'ended' ? '1' : '0', role, login, id].join('\0')
}
