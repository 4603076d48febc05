/** What others ask of accounts, and what accounts ask of others. */
import type { AccountRole } from '../../schemas/accounts.ts'
import type { AUDIT_DETAILS, AuditAction } from '../../schemas/control/tables.ts'
import type { z } from 'zod'
import type { Clock } from '../shared/clock.ts'
import type { Control, ControlTransaction } from '../shared/control/index.ts'
import type { Logger } from '../shared/logger.ts'

/** UUID; the opaque id that the audit log holds. */
export type AccountId = string & { readonly __accountId: true }

/** Who does something: an account, or the operator at the machine itself, by the command line. */
export type Actor = AccountId | 'operator'

/** Who asks. Made for each request anew, so that what was taken away no longer holds. */
export interface Principal {
  readonly accountId: AccountId
  readonly role: AccountRole
  /** As the person wishes to be called; shown to that person only. */
  readonly name: string
  readonly language: 'nl' | 'en'
  /**
   * Ids of tenants whose figures it may read now, ascending: assigned, and under contract today in the tenant's zone.
   * Empty for roles without figures.
   */
  readonly tenants: readonly string[]
}

interface SignedIn {
  readonly principal: Principal
  /** Of this session alone; tokens of forms are made of it. It changes with each sign-in and change of the password. */
  readonly csrfSecret: string
  /** When the session ends whatever its person does, ms UTC. */
  readonly endsMs: number
}

/** A session was begun. */
export interface Begun {
  /** Value of the cookie. */
  readonly session: string
  /** ms UTC; the cookie need not live longer. */
  readonly endsMs: number
}

export interface LoginInput {
  readonly login: string
  readonly password: string
  /** The client's network address. Kept in memory only, as a keyed hash, and stored nowhere. */
  readonly address: string
  /** The session of the same browser, where there is one: it ends, so that a fixed session is worth nothing. */
  readonly previous?: string
}

/** The answers of every attempt with a password. They look and take the same whether there is such an account or not. */
export type Refused =
  /** Login or password is wrong, or the account does not hold (any more). */
  | { readonly outcome: 'refused' }
  /** Too many failures of this login or from this address; known or not. */
  | { readonly outcome: 'locked'; readonly retryAfterS: number }
  /** Too many passwords are being checked at this moment (an answer of 503). */
  | { readonly outcome: 'busy'; readonly retryAfterS: number }

type LoginOutcome = ({ readonly outcome: 'signed_in' } & Begun) | Refused

/** Why a password cannot be taken; see `services/accounts/weakness.ts`. */
export type Weakness = 'too_short' | 'too_long' | 'too_common' | 'contains_login'

export interface Invited {
  /** Goes into a link that works once: `invitationPath(token)`. Not stored, shown this once. */
  readonly token: string
  readonly endsMs: number
}

/** What an open invitation is for. */
export type InvitationShown =
  /** The first operator, who chooses login and name. */
  | { readonly kind: 'setup' }
  /** invitation: of a new account; reset: the account had a password. */
  | {
      readonly kind: 'invitation' | 'reset'
      readonly login: string
      readonly name: string
      readonly role: AccountRole
      readonly language: 'nl' | 'en'
    }

type AcceptOutcome =
  | { readonly outcome: 'accepted'; readonly accountId: AccountId }
  /** The link is unknown, used, replaced or too old; or of the other kind (set-up or not). */
  | { readonly outcome: 'not_open' }
  | { readonly outcome: 'weak'; readonly weakness: Weakness }
  | { readonly outcome: 'busy'; readonly retryAfterS: number }

interface SetUpInput {
  readonly login: string
  readonly name: string
  readonly language: 'nl' | 'en'
  readonly password: string
}

export type SetUpOutcome = AcceptOutcome | Invalid | RosterRefused

/** A value that is not of its form. */
export interface Invalid {
  readonly outcome: 'invalid'
  readonly field: 'login' | 'name' | 'expiresDay' | 'label' | 'days'
}

export type PasswordOutcome =
  /** All other sessions and all tokens of the account have ended; this one goes on under a new value of the cookie. */
  | ({ readonly outcome: 'changed' } & Begun)
  | { readonly outcome: 'weak'; readonly weakness: Weakness }
  /** The session has ended meanwhile. */
  | { readonly outcome: 'signed_out' }
  | Refused

type ConfirmOutcome =
  | { readonly outcome: 'confirmed' }
  /** The session has ended meanwhile. */
  | { readonly outcome: 'signed_out' }
  | Refused

export interface InviteInput {
  /** An e-mail address or a name of 3 to 254 characters; capitals do not matter. One for each (person, role). */
  readonly login: string
  readonly name: string
  readonly role: AccountRole
  /** Exactly one for a customer viewer, any number for a consultant, none for the others. */
  readonly tenants: readonly string[]
  readonly language: 'nl' | 'en'
  /** Who answers for it. */
  readonly appointedBy: Actor
  /** Last day (YYYY-MM-DD, Dutch time) on which it may sign in; null: as long as it is attested. */
  readonly expiresDay: string | null
}

/** Why a change of the roster is not made. */
export type RosterRefusal =
  | 'no_account' // there is none of this id, or it has ended
  | 'login_taken' // by an account that has not ended
  | 'too_many' // of this role, or of this role at the tenant
  | 'no_tenant' // one of the tenants does not exist
  | 'tenants_of_role' // not the number of tenants that the role takes
  | 'own_account' // nobody gives itself a role, a longer time, or the next attestation
  | 'last_operator' // somebody must be able to appoint others
  | 'expiry_past' // the last day is over
export interface RosterRefused {
  readonly outcome: 'refused'
  readonly reason: RosterRefusal
}

type InviteOutcome =
  ({ readonly outcome: 'invited'; readonly accountId: AccountId } & Invited) | Invalid | RosterRefused
type ReinviteOutcome = ({ readonly outcome: 'invited'; readonly accountId: AccountId } & Invited) | RosterRefused
export type RosterOutcome = { readonly outcome: 'done' } | RosterRefused

/**
 * - `invited`   no password (yet, or since it was reset)
 * - `active`    may sign in
 * - `expired`   its last day is over
 * - `lapsed`    nobody has attested for too long that it is still needed
 * - `ended`     for good: login, name and password are deleted, the id stays for the audit log
 */
export type AccountState = 'invited' | 'active' | 'expired' | 'lapsed' | 'ended'

/** For the operator's eyes only. */
export interface AccountShown {
  readonly id: AccountId
  /** '' of an ended account. */
  readonly login: string
  /** '' of an ended account. */
  readonly name: string
  readonly role: AccountRole
  readonly language: 'nl' | 'en'
  /** As assigned, whether or not the contract runs now. */
  readonly tenants: readonly string[]
  readonly state: AccountState
  readonly appointedBy: Actor
  readonly createdMs: number
  readonly expiresDay: string | null
  /** First instant at which it no longer may sign in; null where `expiresDay` is. */
  readonly expiresMs: number | null
  /** Last time that somebody confirmed that this person needs this role. */
  readonly attestedMs: number
  /** From then on it is asked for again. */
  readonly attestDueMs: number
  /** From then on it cannot sign in until it is attested; an operator can while nobody else could attest. */
  readonly lapsesMs: number
  readonly lastLoginMs: number | null
  /** Until when the open invitation works; null where there is none. */
  readonly invitedUntilMs: number | null
}

export interface TokenShown {
  readonly id: string
  readonly label: string
  readonly createdMs: number
  readonly endsMs: number
  /** UTC day, YYYY-MM-DD; finer is not kept. */
  readonly lastUsedDay: string | null
}

type TokenOutcome =
  /** The secret is shown this once and not stored. */
  | { readonly outcome: 'created'; readonly secret: string; readonly token: TokenShown }
  | Invalid
  | { readonly outcome: 'too_many' }

/** What one clean-up removed. */
export interface CleanedUp {
  readonly sessions: number
  readonly invitations: number
  readonly tokens: number
  /** Ended because nobody may use them any more. */
  readonly accountsEnded: number
  /** Ids removed because the audit log no longer needs them. */
  readonly accountsRemoved: number
}

/** Every function may throw AppError `unavailable`: what it should have done is then not done, or not known to be. */
export interface Accounts {
  /**
   * The link by which the first operator makes the first account; an earlier one is void from now on.
   *
   * @returns null where there is an operator already, or ever was one: the way back is the command line
   */
  setupToken(): Promise<Invited | null>
  /** Makes the first operator's account. */
  setUp(token: string, input: SetUpInput): Promise<SetUpOutcome>
  /** What a link is for; null where it is not open. */
  invitation(token: string): Promise<InvitationShown | null>
  /** Gives the invited account its password; the person then signs in with it. One of several at the same time wins. */
  accept(token: string, password: string): Promise<AcceptOutcome>

  login(input: LoginInput): Promise<LoginOutcome>
  /** Whose session it is; null where there is none. Using it puts off its end by idleness. */
  session(session: string): Promise<SignedIn | null>
  logout(session: string): Promise<void>
  /** Ends every session and every token of the account. */
  logoutEverywhere(accountId: AccountId): Promise<void>
  changePassword(input: {
    readonly session: string
    readonly current: string
    readonly password: string
    readonly address: string
  }): Promise<PasswordOutcome>
  /** Asks again for the password of who is signed in, before what outlives the session. It counts as signing in does. */
  confirm(input: {
    readonly session: string
    readonly password: string
    readonly address: string
  }): Promise<ConfirmOutcome>
  setLanguage(accountId: AccountId, language: 'nl' | 'en'): Promise<void>

  /** @param input.days until its end, 1 to 365; 90 where left out */
  createToken(accountId: AccountId, input: { readonly label: string; readonly days?: number }): Promise<TokenOutcome>
  tokens(accountId: AccountId): Promise<readonly TokenShown[]>
  /** @returns whether it was a token of this account */
  revokeToken(accountId: AccountId, tokenId: string): Promise<boolean>
  /** Whose token it is; null where it is none, or its account may not sign in now. */
  bearer(secret: string): Promise<Principal | null>

  /** By role, then login; ended ones last. */
  list(): Promise<readonly AccountShown[]>
  invite(input: InviteInput): Promise<InviteOutcome>
  /** A new link, which also attests; the password, sessions and tokens of the account and its older link are void from now on. */
  reinvite(accountId: AccountId, by: Actor): Promise<ReinviteOutcome>
  /** Puts these tenants in the place of those it has. */
  assign(accountId: AccountId, tenants: readonly string[], by: Actor): Promise<RosterOutcome>
  extend(accountId: AccountId, expiresDay: string | null, by: Actor): Promise<RosterOutcome | Invalid>
  /** States that this person still needs this role. */
  attest(accountId: AccountId, by: Actor): Promise<RosterOutcome>
  end(accountId: AccountId, by: Actor): Promise<RosterOutcome>

  /** Removes what is over (I7); for the nightly schedule. */
  cleanUp(): Promise<CleanedUp>
  /** Writes the counts of refused attempts that are not in the audit log yet; before the control store is closed. */
  close(): Promise<void>
}

type Entry<Action extends AuditAction> = {
  readonly actor: string
  readonly action: Action
  readonly tenantId: string | null
  readonly detail: z.input<(typeof AUDIT_DETAILS)[Action]>
}

/** The audit log, as far as accounts write it; `createAudit` of services/privacy is one. */
export interface AccountsAudit {
  write(entry: { [Action in AuditAction]: Entry<Action> }[AuditAction], within?: ControlTransaction): Promise<void>
}

/** What the product's parameters of argon2id are, and where they come from, stands in `argon2.ts`. */
export interface Argon2Cost {
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

export interface AccountsParts {
  readonly control: Control
  readonly clock: Clock
  readonly audit: AccountsAudit
  readonly logger?: Logger
  /** For tests, to which a sound cost is too slow. */
  readonly cost?: Argon2Cost
}
