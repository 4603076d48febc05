/** Sessions: what a browser shows after signing in. Only a hash of it is stored. */
import { AppError } from '../shared/errors.ts'
import type { ControlTransaction } from '../shared/control/index.ts'
import type { Context } from './context.ts'
import { MOST_SESSIONS, SEEN_STEP_MS, SESSION_IDLE_MS, SESSION_MS } from './limits.ts'
import type { AccountId, Accounts, Begun } from './ports.ts'
import { principalOf } from './principal.ts'
import { csrfSecretOf, newSecret, secretHash } from './secrets.ts'

/** Begins a session of an account; beyond `MOST_SESSIONS` the one longest unused ends. */
export async function beginSession(tx: ControlTransaction, accountId: string, now: number): Promise<Begun> {
  const session = newSecret()
  const endsMs = now + SESSION_MS
  const row = { token_hash: secretHash(session), account_id: accountId, seen_ms: now, ends_ms: endsMs }
  await tx.insertInto('sessions').values(row).execute()
  const mine = await tx
    .selectFrom('sessions')
    .select('token_hash')
    .where('account_id', '=', accountId)
    .where('token_hash', '!=', row.token_hash)
    .orderBy('seen_ms', 'desc')
    .orderBy('token_hash')
    .execute()
  const surplus = mine.slice(MOST_SESSIONS - 1).map(({ token_hash }) => token_hash)
  if (surplus.length > 0) await tx.deleteFrom('sessions').where('token_hash', 'in', surplus).execute()
  return { session, endsMs }
}

export async function endSession(tx: ControlTransaction, session: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', secretHash(session)).execute()
}

/** Ends all by which somebody could go on as this account: sessions, and the tokens that one of them may have made. */
export async function endAccess(tx: ControlTransaction, accountId: string): Promise<void> {
  for (const table of ['sessions', 'api_tokens'] as const) {
    await tx.deleteFrom(table).where('account_id', '=', accountId).execute()
  }
}

/** Whose session it is, where it has not ended; says nothing of the account. */
export async function openSession(db: Context['control']['db'], session: string, now: number) {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('token_hash', '=', secretHash(session))
    .where('ends_ms', '>', now)
    .where('seen_ms', '>', now - SESSION_IDLE_MS)
    .executeTakeFirst()
}

export function createSessions(
  context: Context,
): Pick<Accounts, 'session' | 'logout' | 'logoutEverywhere' | 'setLanguage'> {
  const { control, clock, audit } = context

  const touch = async (tokenHash: string, now: number): Promise<void> => {
    try {
      await control.transaction(async (tx) => {
        await tx.updateTable('sessions').set({ seen_ms: now }).where('token_hash', '=', tokenHash).execute()
      })
    } catch (error) {
      // Writes are refused while the disk is full, reads go on; the session then ends a little early.
      if (!(error instanceof AppError)) throw error
    }
  }

  return {
    async session(session) {
      const now = clock.now()
      const row = await openSession(control.db, session, now)
      if (row === undefined) return null
      const principal = await principalOf(control.db, row.account_id, now)
      if (principal === null) return null
      if (now - row.seen_ms >= SEEN_STEP_MS) await touch(row.token_hash, now)
      return { principal, csrfSecret: csrfSecretOf(session), endsMs: row.ends_ms }
    },
    async logout(session) {
      await control.transaction(async (tx) => {
        const row = await openSession(tx, session, clock.now())
        await endSession(tx, session)
        if (row === undefined) return
        await audit.write(
          { actor: row.account_id, action: 'signed_out', tenantId: null, detail: { everywhere: false } },
          tx,
        )
      })
    },
    async logoutEverywhere(accountId) {
      await control.transaction(async (tx) => {
        await endAccess(tx, accountId)
        await audit.write({ actor: accountId, action: 'signed_out', tenantId: null, detail: { everywhere: true } }, tx)
      })
    },
    async setLanguage(accountId: AccountId, language) {
      await control.transaction(async (tx) => {
        await tx.updateTable('accounts').set({ language }).where('id', '=', accountId).execute()
      })
    },
  }
}
