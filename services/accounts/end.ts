/** The end of an account: what names its person goes, the id stays for the audit log. */
import type { ControlTransaction } from '../shared/control/index.ts'

export async function endAccount(tx: ControlTransaction, id: string, now: number): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ login: null, name: null, password: null, expires_day: null, last_login_ms: null, ended_ms: now })
    .where('id', '=', id)
    .execute()
  for (const table of ['account_tenants', 'invitations', 'sessions', 'api_tokens'] as const) {
    await tx.deleteFrom(table).where('account_id', '=', id).execute()
  }
}
