/** What others ask of accounts. */
import type { AccountRole } from '../../schemas/accounts.ts'

/** UUID; the opaque id that the audit log holds. */
export type AccountId = string & { readonly __accountId: true }

/** Who asks. Made for each request anew, so that what was taken away no longer holds. */
export interface Principal {
  readonly accountId: AccountId
  readonly role: AccountRole
  /** As the person wishes to be called; shown to that person only. */
  readonly name: string
  readonly language: 'nl' | 'en'
  /** Ids of tenants whose figures it may read now: assigned, and under contract. Empty for roles without figures. */
  readonly tenants: readonly string[]
}

export interface SignedIn {
  readonly principal: Principal
  /** Of this session alone; tokens of forms are made of it. */
  readonly csrfSecret: string
}

export type LoginOutcome =
  | { readonly outcome: 'signed_in'; /** Value of the cookie. */ readonly session: string; readonly endsMs: number }
  /** Login or password is wrong; also where there is no such account, in the same time. */
  | { readonly outcome: 'refused' }
  /** Too many failures of this login or from this address; known or not. */
  | { readonly outcome: 'locked'; readonly retryAfterS: number }

export interface Invited {
  /** Goes into a link that works once. */
  readonly token: string
  readonly endsMs: number
}

export interface AccountShown {
  readonly id: AccountId
  readonly login: string
  readonly name: string
  readonly role: AccountRole
  readonly tenants: readonly string[]
  /** invited: no password yet. */
  readonly state: 'invited' | 'active' | 'ended'
  readonly expiresMs: number | null
  readonly lastLoginMs: number | null
}

export interface TokenShown {
  readonly id: string
  readonly label: string
  readonly createdMs: number
  readonly endsMs: number
  readonly lastUsedMs: number | null
}
