/**
 * What the register says about a stored field (invariant I6), and the retention classes it may name (invariant I7).
 * The register is read by works councils, data-protection officers and auditors: the words are for them.
 */

/**
 * - `direct`    identifies somebody by itself (an account's mail address, a room's alias). Control store only.
 * - `pseudonym` the same person or group gives the same value while one key lives; nobody can turn it back without it
 * - `quasi`     says something about a leg or conference that, with other knowledge, may point to somebody
 * - `none`      says nothing about anybody
 */
export type PrivacyClass = 'direct' | 'pseudonym' | 'quasi' | 'none'

export type LegalBasis = 'contract' | 'legal_obligation' | 'legitimate_interest' | 'consent'

/**
 * How long a row lives, by default; a contract may say another length, never none (design, ends of sections 7 and 10).
 * `days` counts from `from`. A contract has an end date, so what counts from it is finite too.
 */
export const RETENTION = {
  facts: {
    from: 'fact_day',
    days: 90,
    says: '90 days after the day of the meeting; the whole day is then dropped, marks of erasure with it.',
  },
  intake: {
    from: 'month',
    days: 396,
    says: '13 months after the month of receipt; the whole month is then dropped.',
  },
  cube_day: {
    from: 'month',
    days: 396,
    says: '13 months after the month of the meetings; the whole month is then dropped.',
  },
  epoch_keys: {
    from: 'epoch_end',
    days: 90,
    says: 'The operator destroys them (avesqo key destroy) when the facts of their month have gone, 90 days after its end at the latest.',
  },
  contract: {
    from: 'contract_end',
    days: 0,
    says: 'Until the contract’s last day.',
  },
  contract_record: {
    from: 'contract_end',
    days: 731,
    says: '2 years after the contract’s end.',
  },
  ledger: {
    from: 'contract_end',
    days: 0,
    says: 'Until the contract’s last day: a person once erased stays erased while records can still arrive.',
  },
  audit: {
    from: 'contract_end',
    days: 731,
    says: '2 years after the contract’s end.',
  },
  account: {
    from: 'account_end',
    days: 0,
    says: 'Until the account ends: when the operator ends it, and by itself 30 days after nobody may use it any more, because its link was not used, its last day is over, its customer’s contract has ended, or nobody has confirmed for 120 days that it is needed.',
  },
  account_id: {
    from: 'account_end',
    days: 731,
    says: '2 years after the account’s end, like the rows of the audit log that name it.',
  },
  access: {
    from: 'access_end',
    days: 1,
    says: 'Until the night after it has ended: a session after 12 hours, a link after 7 days, a token after 365 days, at the latest.',
  },
  working_state: {
    from: 'end_of_run',
    days: 1,
    says: 'Until the step it belongs to has ended; the next start clears what an interrupted one left.',
  },
  installation: {
    from: 'last_contract_end',
    days: 731,
    says: 'As long as the installation serves a contract, and 2 years after the last one; it says nothing about anybody.',
  },
} as const satisfies Record<string, { readonly from: string; readonly days: number; readonly says: string }>
export type RetentionClass = keyof typeof RETENTION

/**
 * A use that is still to be built, listed as open until a file takes its place: further rules of advice (design, section
 * 9), more for the operator, requests and erasure (section 10).
 */
type PlannedUse = `planned:${'RULES' | 'OPERATIONS' | 'REQUESTS'}`

/** A file of this repository, from its root. */
type RepositoryPath = `${'services' | 'schemas'}/${string}`

/** One stored field: what it is, how it came to be, what for, and until when. */
export interface RegisterEntry {
  readonly store: 'clickhouse' | 'control'
  readonly table: string
  readonly field: string
  readonly class: PrivacyClass
  /** How the value came to be (dropped, pseudonymised, generalised, kept …), in plain English. */
  readonly treatment: string
  readonly purpose: string
  readonly basis: LegalBasis
  readonly retention: RetentionClass
  /** What reads or writes it; never empty. */
  readonly usedBy: readonly (RepositoryPath | PlannedUse)[]
}
