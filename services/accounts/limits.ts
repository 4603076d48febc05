/** How long things hold and how many there may be. Settings of the house; each says why it is what it is. */
import type { AccountRole } from '../../schemas/accounts.ts'
import { DAY_MS } from '../shared/calendar.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

/** A link that somebody was sent: a week has every working day of a person who works part time. */
export const INVITATION_MS = 7 * DAY_MS
/** The set-up link, which stands in the output of a start: each start gives a new one, so a day is enough. */
export const SETUP_MS = DAY_MS

/** NIST SP 800-63B-4, 2.2.3: reauthentication after an hour without use at most; also a long meeting fits in. */
export const SESSION_IDLE_MS = 60 * MINUTE_MS
/** A working day: who signs in in the morning is not asked again, and the next morning everybody is (OWASP ASVS 5.0, 7.3). */
export const SESSION_MS = 12 * HOUR_MS
/** How exactly the last use of a session is kept; finer would be a write for each request. */
export const SEEN_STEP_MS = 60_000
/** Browsers of one person; the one longest unused is signed out for another one. */
export const MOST_SESSIONS = 10

export const TOKEN_DAYS = { default: 90, most: 365 } as const
export const MOST_TOKENS = 10

/** Re-attestation each quarter (design, section 10): asked for from then on ... */
export const ATTEST_MS = 92 * DAY_MS
/** ... and denied from then on (attack A36): four weeks, so that nobody is locked out by a holiday. */
export const LAPSE_MS = 120 * DAY_MS

/** How long an account is kept that nobody may use: time to notice and to extend it. */
export const UNUSABLE_MS = 30 * DAY_MS
/** How long the id of an ended account is kept: as long as the audit log (retention class `account_id`). */
export const ID_MS = 731 * DAY_MS

/** Most accounts of a role that have not ended; of customer viewers at one tenant. Few named people (design, section 1). */
export const MOST_ACCOUNTS: Readonly<Record<AccountRole, number>> = {
  operator: 3,
  privacy_officer: 3,
  consultant: 20,
  customer_viewer: 25,
}

/** How many tenants an account of a role has. Only roles with figures have any. */
export const TENANTS_OF_ROLE: Readonly<Record<AccountRole, { readonly least: number; readonly most: number }>> = {
  operator: { least: 0, most: 0 },
  privacy_officer: { least: 0, most: 0 },
  consultant: { least: 0, most: 1_000 },
  customer_viewer: { least: 1, most: 1 },
}

/** Computations of argon2 at one time: with the house's cost 2 × 46 MiB, whatever arrives. */
export const ARGON2_AT_ONCE = 2
/** Attempts that wait for one; some seconds of work. What comes on top is answered `busy`. */
export const ARGON2_WAITING = 32
export const BUSY_RETRY_S = 5
