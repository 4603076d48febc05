/**
 * Accounts: who may use the product. One account is one person in one role.
 *
 * Enters: logins, passwords, secrets of links, sessions and tokens. Leaves: a principal (role and tenants) for who has
 * shown one of them; a secret in the moment in which it is made. May fail: AppError `unavailable`.
 * Keeps: I1's second half (logins and names stand in the control store only), I7 (everything ends), I11 (what is not
 * plainly held is refused), I12.
 */
export * from './ports.ts'
/** What is put behind the product's address to make a link of an invitation or of the set-up. */
export function invitationPath(token: string): string {
  return `/invitation/${token}`
}
// createAccounts(parts: AccountsParts): Accounts
