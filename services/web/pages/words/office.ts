/** Words of the pages of those who work with the product: one finding, customers side by side, workings, accounts. */
import type { AccountRole } from '../../../../schemas/accounts.ts'
import type { Tenant } from '../../../../schemas/control/tables.ts'
import type { Finding } from '../../../../schemas/finding.ts'
import type { Platform } from '../../../../schemas/states.ts'
import type { AccountState, Invalid, RosterRefusal } from '../../../accounts/index.ts'
import type { SourceArrivals, SourceHealth } from '../../../privacy/index.ts'
import type { FindingView } from '../views.ts'

/** Counters of a source's records that may be wrong with it, in the order in which a record meets them. */
export const HEALTH_COUNTERS = [
  'imputed',
  'capped',
  'orphan',
  'unattached',
  'link_too_wide',
  'beyond_leg',
  'late',
  'after_seal',
  'frozen',
] as const satisfies readonly (keyof SourceHealth)[]
type HealthCounter = (typeof HEALTH_COUNTERS)[number]

/** What of a source's latest records may not be as usual, what is lost first. */
export const UNUSUAL_KINDS = [
  'not_accepted',
  'came_after_freeze',
  'came_after_seal',
  'came_late',
] as const satisfies readonly (keyof SourceArrivals)[]
export type UnusualKind = (typeof UNUSUAL_KINDS)[number]

export interface OfficeWords {
  readonly finding: {
    readonly followUp: string
    readonly noSteps: string
    readonly change: (from: string, to: string) => string
    readonly note: string
    readonly record: string
    readonly lead: string
    /** @param state as it is */
    readonly same: (state: string) => string
    readonly next: string
    readonly nothingFollows: string
    /** Said where a finding is done and its effect is to be measured. */
    readonly verified: string
    readonly noteLabel: string
    readonly noteHint: (most: string) => string
    /** Said where a finding may be turned down. */
    readonly whyRejected: string
    readonly save: string
    readonly problems: Readonly<Record<NonNullable<FindingView['problem']>, (most: string) => string>>
  }

  readonly portfolio: {
    readonly title: string
    readonly lead: string
    readonly none: string
    readonly customer: string
    readonly findings: string
    readonly data: string
    readonly confidence: Readonly<Record<Finding['confidence'], string>>
    readonly fresh: string
    readonly noFindings: string
    readonly unanswered: (open: number, all: number) => string
    readonly nothingYet: string
    /** A month that is over and not published. */
    readonly waiting: (month: string, due: string) => string
    readonly reopened: (month: string) => string
  }

  readonly operations: {
    readonly title: string
    readonly lead: string
    readonly none: string
    readonly attention: string
    readonly calm: string
    readonly customers: string
    readonly lastNight: string
    readonly never: string
    readonly nightMissing: string
    readonly nightDone: (day: string) => string
    readonly contract: (from: string, until: string | null) => string
    readonly modes: Readonly<Record<Tenant['mode'], string>>
    readonly facts: Readonly<Record<'contract' | 'mode' | 'counted' | 'swaps' | 'drift' | 'frozen', string>>
    /** @param ago `4 minutes` @param ran an instant */
    readonly counted: (ago: string, ran: string | null) => string
    readonly notCounted: string
    readonly behind: (ago: string) => string
    readonly noSwaps: string
    readonly swaps: (days: number) => string
    readonly noDrift: (ran: string) => string
    readonly drift: (days: number, ran: string) => string
    readonly neverCompared: string
    readonly frozenUntil: (day: string) => string
    readonly sources: string
    readonly noSources: string
    readonly columns: Readonly<
      Record<'source' | 'agreement' | 'country' | 'deliveries' | 'last' | 'records' | 'accepted' | 'refused', string>
    >
    readonly platforms: Readonly<Record<Platform, string>>
    readonly noAgreement: string
    readonly agreementOver: (source: string, day: string) => string
    readonly agreementEnds: (source: string, day: string) => string
    readonly agreementMissing: (source: string) => string
    readonly nothingArrived: string
    readonly silent: (source: string) => string
    readonly silentSince: (source: string, day: string) => string
    /** What of the latest records is not as usual. */
    readonly unusual: Readonly<
      Record<
        UnusualKind,
        (
          source: string,
          of: { readonly count: string; readonly all: string; readonly share: string; readonly days: number },
        ) => string
      >
    >
    /** @param count records of it that were refused */
    readonly refusedOf: (source: string, count: string) => string
    readonly deliveryIs: string
    /** @param hour an instant @param deliveries how many deliveries held such records */
    readonly lastRefused: (hour: string, deliveries: number) => string
    readonly newestDeliveries: (shown: number, all: number) => string
    readonly healthOf: (source: string, connections: string) => string
    readonly counters: Readonly<Record<HealthCounter, string>>
    readonly healthy: string
    readonly months: string
    readonly noMonths: string
    readonly overdue: (month: string, due: string) => string
    readonly minutes: (count: number) => string
    readonly hours: (count: number) => string
    readonly days: (count: number) => string
  }

  readonly accounts: {
    readonly title: string
    readonly lead: string
    readonly invited: (login: string) => string
    /** @param ends an instant */
    readonly linkHow: (ends: string) => string
    readonly invite: string
    readonly inviteLead: string
    readonly login: string
    readonly loginHint: string
    readonly name: string
    readonly role: string
    readonly roleSays: Readonly<Record<AccountRole, string>>
    readonly language: string
    readonly languages: Readonly<Record<'nl' | 'en', string>>
    readonly customers: string
    /** Beside the customers of an invitation. */
    readonly customersOfRole: string
    readonly noCustomers: string
    readonly expires: string
    readonly expiresHint: string
    /** Of the day that an invitation proposes. */
    readonly expiresProposed: string
    readonly languageHint: string
    /** At the top of a form that came back, where what is wrong stands beside the field. */
    readonly notInvited: string
    /** Where somebody invites the own name. */
    readonly ownName: string
    readonly makeLink: string
    readonly states: Readonly<Record<AccountState, string>>
    readonly facts: Readonly<
      Record<'customers' | 'lastLogin' | 'attest' | 'expires' | 'appointed' | 'invitation', string>
    >
    readonly neverSignedIn: string
    readonly attestDue: (day: string) => string
    readonly attestNow: (day: string) => string
    readonly noExpiry: string
    readonly until: (day: string) => string
    readonly operatorAtMachine: string
    readonly since: (day: string, by: string) => string
    readonly linkOpen: (until: string) => string
    readonly change: (name: string) => string
    readonly attestTitle: string
    readonly attestSays: string
    readonly attest: string
    readonly assign: string
    readonly assignSubmit: string
    readonly extend: string
    readonly extendSubmit: string
    readonly renew: string
    readonly renewSays: string
    readonly renewSubmit: string
    readonly end: string
    readonly endSays: string
    readonly endSubmit: string
    readonly ended: (count: string) => string
    readonly endedLine: (role: string, id: string) => string
    readonly invalid: Readonly<Record<Invalid['field'] | 'role', string>>
    readonly refused: Readonly<Record<RosterRefusal, string>>
  }
}
