/**
 * Accounts: who may use the product. One account is one person in one role; somebody with two roles has two accounts.
 *
 * Enters: logins, passwords, and the secrets of links, cookies and tokens. Leaves: a principal (role, and the tenants it
 * may read now) for who has shown one of them; a secret in the moment in which it is made, and never again.
 * May fail: AppError `unavailable` where the control store cannot be written; all else is an outcome.
 * Keeps: I1 (logins and names stand in the control store only; the audit log and the logger get opaque ids and counts),
 * I7 (sessions, links, tokens and accounts end, `cleanUp` removes them), I11 (what is not plainly held is refused: an
 * account that is expired, lapsed or without contract lets nobody in), I12.
 *
 * No answer tells whether a login exists: unknown, ended, expired and wrong are one outcome after the same work. A
 * network address is kept in memory as a keyed hash, and stored nowhere.
 */
export { createAccounts } from './accounts.ts'
export { invitationPath } from './links.ts'
export { INVITATION_MS, MOST_ACCOUNTS, TENANTS_OF_ROLE, TOKEN_DAYS } from './limits.ts'
export type {
  AccountId,
  Accounts,
  AccountShown,
  AccountState,
  Invalid,
  InvitationShown,
  Invited,
  InviteInput,
  Principal,
  RosterOutcome,
  RosterRefusal,
  RosterRefused,
  TokenShown,
  Weakness,
} from './ports.ts'
