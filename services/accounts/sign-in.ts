/**
 * Signing in, and changing one's password. Whether a login is unknown, its account ended, expired or lapsed, or the
 * password wrong: the same answer after the same work (attack A37), which is one look-up, one computation of argon2, and
 * a count.
 */
import { loginName } from '../../schemas/control/accounts.ts'
import type { ControlTransaction } from '../shared/control/index.ts'
import type { Context } from './context.ts'
import { type AccountRow, stateNow } from './held.ts'
import { BUSY_RETRY_S } from './limits.ts'
import type { Accounts, LoginInput, PasswordOutcome, Refused } from './ports.ts'
import type { Refusals } from './refusals.ts'
import { beginSession, endAccess, endSession, openSession } from './sessions.ts'
import { weaknessOf } from './weakness.ts'

const REFUSED: Refused = { outcome: 'refused' }
const SIGNED_OUT = { outcome: 'signed_out' } as const
const BUSY: Refused = { outcome: 'busy', retryAfterS: BUSY_RETRY_S }
/** Characters of a login that are looked at; what is longer is nobody's. */
const MOST_LOGIN = 1_024

type Tried = Pick<LoginInput, 'login' | 'password' | 'address'>

export function createSignIn(
  context: Context,
  refusals: Refusals,
): Pick<Accounts, 'login' | 'changePassword' | 'confirm'> {
  const { control, clock, audit, passwords, throttle } = context

  /**
   * Tries a password.
   *
   * @param within what is done where it is right; it may find that the password no longer counts
   */
  const attempt = async <Done>(
    tried: Tried,
    row: AccountRow | undefined,
    within: (row: AccountRow) => Promise<Done | Refused>,
  ): Promise<Done | Refused> => {
    const chance = throttle.attempt(tried.login, tried.address)
    if (chance.waitS > 0) {
      await refusals.count('locked')
      return { outcome: 'locked', retryAfterS: chance.waitS }
    }
    let done: Done | Refused = BUSY
    try {
      const right = await passwords.verify(tried.password, row?.password ?? null)
      if (right !== null) {
        const counts = right && row !== undefined && (await stateNow(control.db, row, clock.now())) === 'active'
        done = counts ? await within(row) : REFUSED
      }
    } finally {
      if (done === BUSY) chance.withdrawn() // also where something failed: nobody guessed
    }
    if (done === REFUSED) await refusals.count('refused')
    else if (done !== BUSY) chance.succeeded()
    return done
  }

  /** Whether the account is as it was when its password was checked: it takes a while, and is not in the transaction. */
  const isAsChecked = async (tx: ControlTransaction, row: AccountRow): Promise<boolean> => {
    const now = await tx.selectFrom('accounts').selectAll().where('id', '=', row.id).executeTakeFirst()
    return now?.password === row.password && (await stateNow(tx, now, clock.now())) === 'active'
  }

  /** Of an open session; nobody where the account does not hold. */
  const accountOf = async (session: string): Promise<AccountRow | undefined> => {
    const open = await openSession(control.db, session, clock.now())
    if (open === undefined) return undefined
    const { db } = control
    const row = await db.selectFrom('accounts').selectAll().where('id', '=', open.account_id).executeTakeFirst()
    return row !== undefined && (await stateNow(db, row, clock.now())) === 'active' ? row : undefined
  }

  return {
    async login({ login: given, password, address, previous }) {
      const read = loginName.safeParse(given.slice(0, MOST_LOGIN))
      // A login that can be nobody's takes the same way.
      const login = read.success ? read.data : given.slice(0, MOST_LOGIN).trim().toLowerCase()
      const row = await control.db.selectFrom('accounts').selectAll().where('login', '=', login).executeTakeFirst()
      return attempt({ login, password, address }, row, async (found) => {
        const renewed = passwords.outdated(found.password ?? '') ? await passwords.hash(password) : null
        return control.transaction(async (tx) => {
          if (!(await isAsChecked(tx, found))) return REFUSED
          const now = clock.now()
          if (previous !== undefined) await endSession(tx, previous)
          const change = { last_login_ms: now, ...(renewed === null ? {} : { password: renewed }) }
          await tx.updateTable('accounts').set(change).where('id', '=', found.id).execute()
          const begun = await beginSession(tx, found.id, now)
          await audit.write({ actor: found.id, action: 'signed_in', tenantId: null, detail: {} }, tx)
          return { outcome: 'signed_in' as const, ...begun }
        })
      })
    },

    async confirm({ session, password, address }) {
      const row = await accountOf(session)
      if (row === undefined) return SIGNED_OUT
      return attempt({ login: row.login ?? '', password, address }, row, (found) =>
        control.transaction(async (tx) =>
          (await isAsChecked(tx, found)) ? ({ outcome: 'confirmed' } as const) : REFUSED,
        ),
      )
    },

    async changePassword({ session, current, password, address }) {
      const row = await accountOf(session)
      if (row === undefined) return SIGNED_OUT
      const { id } = row
      const login = row.login ?? ''
      const weakness = weaknessOf(password, { login, name: row.name ?? '' })
      if (weakness !== null) return { outcome: 'weak', weakness }
      return attempt<PasswordOutcome>({ login, password: current, address }, row, async (found) => {
        const stored = await passwords.hash(password)
        if (stored === null) return BUSY
        return control.transaction(async (tx) => {
          if (!(await isAsChecked(tx, found))) return REFUSED
          if ((await openSession(tx, session, clock.now())) === undefined) return SIGNED_OUT
          await tx.updateTable('accounts').set({ password: stored }).where('id', '=', id).execute()
          await endAccess(tx, id)
          const begun = await beginSession(tx, id, clock.now())
          await audit.write({ actor: id, action: 'password_changed', tenantId: null, detail: {} }, tx)
          return { outcome: 'changed' as const, ...begun }
        })
      })
    },
  }
}
