/**
 * Links that work once: of the set-up, of an invitation, of a new password. Only a hash of a link's secret is stored. Who
 * makes a link sees it, so it is the operator's duty to give it to its person only; that a password was set by it stands
 * in the audit log, and the person finds out when the own password no longer works.
 */
import { randomUUID } from 'node:crypto'
import { loginName } from '../../schemas/control/accounts.ts'
import { displayName } from '../../schemas/control/values.ts'
import type { ControlTransaction } from '../shared/control/index.ts'
import type { Context } from './context.ts'
import { stateOf } from './held.ts'
import { BUSY_RETRY_S, INVITATION_MS, SETUP_MS } from './limits.ts'
import type { AccountId, Accounts, Invited, SetUpOutcome } from './ports.ts'
import { newSecret, secretHash } from './secrets.ts'
import { weaknessOf } from './weakness.ts'

const NOT_OPEN = { outcome: 'not_open' } as const
const BUSY = { outcome: 'busy', retryAfterS: BUSY_RETRY_S } as const

type Kind = 'setup' | 'invitation' | 'reset'

/** Makes a link in the place of an older one of the same account. */
export async function openInvitation(
  tx: ControlTransaction,
  accountId: string | null,
  kind: Kind,
  now: number,
): Promise<Invited> {
  const older = tx.deleteFrom('invitations')
  await (accountId === null ? older.where('kind', '=', 'setup') : older.where('account_id', '=', accountId)).execute()
  const token = newSecret()
  const endsMs = now + (kind === 'setup' ? SETUP_MS : INVITATION_MS)
  const row = { token_hash: secretHash(token), kind, account_id: accountId, ends_ms: endsMs }
  await tx.insertInto('invitations').values(row).execute()
  return { token, endsMs }
}

/** Takes a link out of use. @returns false where somebody else was first, or it is over */
async function consume(tx: ControlTransaction, token: string, now: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('invitations')
    .where('token_hash', '=', secretHash(token))
    .where('ends_ms', '>', now)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/**
 * Whether there is an operator or was one, whatever became of that account. The link of the set-up stands in the output of
 * a start, which more people read than may appoint others: a house that was set up once is not set up again.
 */
async function hadOperator(db: Context['control']['db']): Promise<boolean> {
  const row = await db.selectFrom('accounts').select('id').where('role', '=', 'operator').limit(1).executeTakeFirst()
  return row !== undefined
}

export function createInvitations(context: Context): Pick<Accounts, 'setupToken' | 'setUp' | 'invitation' | 'accept'> {
  const { control, clock, audit, passwords, throttle } = context

  /** What a link is of, where it can be used. */
  const open = async (token: string) => {
    const now = clock.now()
    const row = await control.db
      .selectFrom('invitations')
      .leftJoin('accounts', 'accounts.id', 'invitations.account_id')
      .selectAll('accounts')
      .select('invitations.kind')
      .where('invitations.token_hash', '=', secretHash(token))
      .where('invitations.ends_ms', '>', now)
      .executeTakeFirst()
    if (row === undefined) return null
    const { kind, id, login, name, role, language, attested_ms } = row
    if (kind === 'setup') return (await hadOperator(control.db)) ? null : { kind }
    if (id === null || login === null || name === null || role === null || language === null) return null
    if (attested_ms === null || stateOf({ ...row, attested_ms }, now) !== 'invited') return null
    return { kind, id: id as AccountId, login, name, role, language }
  }

  const makeOperator = async (
    token: string,
    account: {
      readonly login: string
      readonly name: string
      readonly language: 'nl' | 'en'
      readonly password: string
    },
  ): Promise<SetUpOutcome> =>
    control.transaction(async (tx) => {
      const now = clock.now()
      const taken = await tx.selectFrom('accounts').select('id').where('login', '=', account.login).executeTakeFirst()
      if (taken !== undefined) return { outcome: 'refused', reason: 'login_taken' }
      if ((await hadOperator(tx)) || !(await consume(tx, token, now))) return NOT_OPEN
      const id = randomUUID()
      await tx
        .insertInto('accounts')
        .values({
          id,
          role: 'operator',
          ...account,
          appointed_by: 'operator',
          created_ms: now,
          expires_day: null,
          attested_ms: now,
          last_login_ms: null,
          ended_ms: null,
        })
        .execute()
      await audit.write({ actor: id, action: 'account_set_up', tenantId: null, detail: { account: id } }, tx)
      return { outcome: 'accepted', accountId: id as AccountId }
    })

  return {
    setupToken: () =>
      control.transaction(async (tx) => {
        if (await hadOperator(tx)) return null
        return openInvitation(tx, null, 'setup', clock.now())
      }),

    async invitation(token) {
      const found = await open(token)
      if (found === null || found.kind === 'setup') return found
      const { kind, login, name, role, language } = found
      return { kind, login, name, role, language }
    },

    async setUp(token, { login: givenLogin, name: givenName, language, password }) {
      if ((await open(token))?.kind !== 'setup') return NOT_OPEN
      const login = loginName.safeParse(givenLogin)
      if (!login.success) return { outcome: 'invalid', field: 'login' }
      const name = displayName.safeParse(givenName)
      if (!name.success) return { outcome: 'invalid', field: 'name' }
      const weakness = weaknessOf(password, { login: login.data, name: name.data })
      if (weakness !== null) return { outcome: 'weak', weakness }
      const stored = await passwords.hash(password)
      if (stored === null) return BUSY
      return makeOperator(token, { login: login.data, name: name.data, language, password: stored })
    },

    async accept(token, password) {
      const found = await open(token)
      if (found === null || found.kind === 'setup') return NOT_OPEN
      const weakness = weaknessOf(password, found)
      if (weakness !== null) return { outcome: 'weak', weakness }
      const stored = await passwords.hash(password)
      if (stored === null) return BUSY
      const { id, login } = found
      return control.transaction(async (tx) => {
        if (!(await consume(tx, token, clock.now()))) return NOT_OPEN
        const { numUpdatedRows } = await tx
          .updateTable('accounts')
          .set({ password: stored })
          .where('id', '=', id)
          .where('ended_ms', 'is', null)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows !== 1n) return NOT_OPEN
        await audit.write({ actor: id, action: 'account_accepted', tenantId: null, detail: {} }, tx)
        throttle.forgive(login)
        return { outcome: 'accepted', accountId: id }
      })
    },
  }
}
