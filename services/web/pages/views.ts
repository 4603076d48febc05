/** What each page is drawn from. Pages are functions of these and know no store. */
import type { AccountRole } from '../../../schemas/accounts.ts'
import type { PeriodRow, Publication, Source, Tenant } from '../../../schemas/control/tables.ts'
import type { Cut } from '../../../schemas/cube.ts'
import type { Finding, FindingState } from '../../../schemas/finding.ts'
import type { RegisterEntry } from '../../../schemas/privacy/entry.ts'
import type {
  AccountId,
  AccountShown,
  InvitationShown,
  Invalid,
  RosterRefusal,
  TokenShown,
  Weakness,
} from '../../accounts/index.ts'
import type { Language, RegisteredRule } from '../../advise/index.ts'
import type { SourceArrivals, SourceHealth } from '../../privacy/index.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Described } from '../api/described.ts'
import type { ReportInput } from '../reports/input.ts'
import type { PlaceNames } from '../reports/names.ts'
import type { Advice, Report, Table } from '../reports/report.ts'
import type { RateLimits } from '../server/rates.ts'

/** Around every page. */
export interface Chrome {
  readonly language: Language
  /** Path and query of this page: where the language switch comes back to. */
  readonly path: string
  /** Who is signed in; null before. */
  readonly account: { readonly name: string; readonly role: AccountRole } | null
  /** Token for the forms of this page (field `_csrf`); null before signing in. */
  readonly csrf: string | null
  /** The figures are of an invented organisation; said on each page. */
  readonly demo: boolean
  /** What just happened, once, after a form was sent. */
  readonly notice: { readonly kind: 'done' | 'problem'; readonly text: string } | null
}

export interface TenantName {
  readonly id: string
  readonly name: string
}

export interface MonthLink {
  /** `YYYY-MM` */
  readonly month: string
  readonly state: 'open' | 'closed' | 'sealed' | 'reopened' | 'frozen'
  /** null: nothing is published of it yet. */
  readonly revision: number | null
  /** Local day on which it is sealed, or was due to be. */
  readonly due: string
}

/** `/t/<tenant>/<month>`: the monthly report; for customers and consultants. */
export interface ReportView {
  readonly input: ReportInput
  readonly report: Report
  /** Of this tenant, newest first. */
  readonly months: readonly MonthLink[]
  /** Whether findings lead to a form for their state. */
  readonly mayChange: boolean
}

/** `/t/<tenant>`: all months, newest first. */
export interface MonthsView {
  readonly tenant: TenantName
  readonly months: readonly MonthLink[]
}

/** `/t/<tenant>/<month>/cuts/<cut>`: one cut with all its measures, as a table and as a chart. */
export interface CutView {
  readonly input: ReportInput
  readonly cut: Cut
  /** null: nothing of it is published in this month. */
  readonly table: Table | null
  /** Every cut, in the order in which they are offered; whether something of it is published. */
  readonly cuts: readonly { readonly cut: Cut; readonly published: boolean }[]
  /** Of this tenant, newest first. */
  readonly months: readonly MonthLink[]
}

/** A month's published figures and findings. */
export interface ReadMonth {
  readonly input: ReportInput
  readonly report: Report
}

/** `/t/<tenant>/compare?from=&to=`: two months side by side. */
export interface CompareView {
  readonly tenant: TenantName
  /** That are published, newest first. */
  readonly months: readonly MonthLink[]
  /** Older first; null: the months are to be chosen. */
  readonly compared: { readonly from: ReadMonth; readonly to: ReadMonth } | null
  /** The same month was chosen twice. */
  readonly isTwice?: boolean
}

/** One step of a finding's follow-up. */
export interface FindingStep {
  readonly atMs: number
  readonly from: FindingState
  /** The same as `from` where only a note was made. */
  readonly to: FindingState
  readonly note: string | null
}

/** `/t/<tenant>/findings/<id>`: a finding, its follow-up, and the form that changes its state (fields `state`, `note`). */
/** A month of the contract without a publication. */
export interface NotYetView {
  readonly tenant: TenantName
  readonly link: MonthLink
}

type NoteProblem = 'note_invalid' | 'note_too_long' | 'note_names_person' | 'note_missing'

export interface FindingView {
  readonly tenant: TenantName & Pick<Tenant, 'zone'>
  readonly month: string
  readonly advice: Advice
  readonly names: PlaceNames
  /** Which states may follow; empty for who may not change it, or where nothing follows. */
  readonly next: readonly FindingState[]
  readonly mayChange: boolean
  /** Oldest first. */
  readonly steps: readonly FindingStep[]
  /** What was wrong with the form that was sent; null: nothing. */
  readonly problem: NoteProblem | 'not_allowed' | null
  /** The note as it was typed, when the form comes back; '' else. */
  readonly typed: string
  /** The state as it was chosen, when the form comes back; '' else: the state stays. */
  readonly chosen: FindingState | ''
}

/** One of the consultant's customers. Everything is of its newest published month, from what is published of it. */
export interface PortfolioCustomer {
  readonly tenant: TenantName
  /** The running month and the ones not published yet are among its months, not here. null: nothing is published yet. */
  readonly latest: MonthLink | null
  /** The oldest month that is over and not published yet; null: there is none. */
  readonly waiting: MonthLink | null
  /** Of the latest month, data health left out, that are not rejected or verified. */
  readonly open: Readonly<Record<Finding['confidence'], number>>
  /** Of those, not looked at yet (state `new`). */
  readonly fresh: number
  /** Questions of the latest month that have no answer yet, of all: where there are some, no finding is no good news. */
  readonly unanswered: { readonly open: number; readonly all: number }
  readonly health: {
    /** Days that the month has; those with data; those of which nearly all starts and ends are known. */
    readonly days: number
    readonly daysWithData: number
    readonly daysComplete: number
    /** The day of which the fewest are known, whole per cent; null: all of all days. */
    readonly lowest: { readonly day: string; readonly percent: number } | null
    /** Findings about the data themselves (G01, G02, G03), in words. */
    readonly advice: readonly Advice[]
  }
}

/** `/portfolio`, by name of the customer. */
export interface PortfolioView {
  readonly customers: readonly PortfolioCustomer[]
}

/** `/login` (fields `login`, `password`, `next`). */
export interface LoginView {
  /** Where to go afterwards: a path of ours; null: home. */
  readonly next: string | null
  /** The password was just chosen by a link, and signing in with it has to wait: one does so here. */
  readonly welcome: boolean
  /** The login as it was typed, when the form comes back; '' else. Never the password. */
  readonly typed: string
  readonly problem: 'refused' | 'locked' | 'busy' | null
  /** With `locked` and `busy`: after how many seconds it may be tried again. */
  readonly retryAfterS: number | null
}

export type PasswordProblem = Weakness | 'not_the_same' | 'busy'

/**
 * `/welcome/<token>`: chooses a password (fields `password`, `repeat`); with set-up, which makes the first operator, also
 * `login` and `name`.
 */
export interface WelcomeView {
  readonly token: string
  readonly shown: InvitationShown
  /** What was typed of a set-up, when the form comes back; '' else. */
  readonly typed: { readonly login: string; readonly name: string }
  readonly problem: PasswordProblem | 'login_invalid' | 'name_invalid' | 'login_taken' | null
}

/**
 * `/account`: the person's own. Forms: `/account/password` (`current`, `password`, `repeat`), `/account/sessions/end` (every
 * session of the account, this one too), `/account/tokens` (`label`, `days`, `current`), `/account/tokens/<id>/end`.
 */
export interface AccountView {
  readonly name: string
  readonly role: AccountRole
  /** A token reads figures: it is nothing for who reads none. */
  readonly readsFigures: boolean
  readonly tokens: readonly TokenShown[]
  /** Just made; shown this once. */
  readonly newToken: { readonly label: string; readonly secret: string } | null
  /** Which form was sent wrongly, and what was wrong with it. */
  readonly problem:
    | {
        readonly form: 'password'
        readonly problem: PasswordProblem | 'current_wrong' | 'locked'
        /** With `locked` and `busy`. */
        readonly retryAfterS: number | null
      }
    | {
        readonly form: 'token'
        readonly problem: 'label_invalid' | 'days_invalid' | 'too_many' | 'current_wrong' | 'locked' | 'busy'
        /** With `locked` and `busy`. */
        readonly retryAfterS: number | null
      }
    | null
  /** Days that a token may live: at most, and where nothing is said. */
  readonly tokenDays: { readonly most: number; readonly usual: number }
}

/** What was refused for one reason, and where it is found. */
export interface RefusedView {
  /** Of schemas/refusals.ts. */
  readonly code: string
  readonly records: number
  /** How many deliveries held one. */
  readonly deliveries: number
  /** Receipt of the last one, cut to the hour, ms UTC. */
  readonly lastMs: number
  /** Ids of ours, which the platform got as `x-avesqo-delivery`; newest first, not all of them. */
  readonly newest: readonly string[]
}

/** What came in the last `days` days, today too. */
export interface RecentView extends SourceArrivals {
  readonly days: number
}

/** What one source has sent, over all that is kept of intake. */
export interface SourceView {
  readonly source: Pick<Source, 'id' | 'platform' | 'dpa_until' | 'supplier_country'>
  /** null: nothing has arrived. `records` = `accepted` + `refused`. */
  readonly intake: {
    readonly deliveries: number
    /** Receipt of the last one, cut to the hour, ms UTC. */
    readonly lastMs: number
    readonly records: number
    readonly accepted: number
    readonly refused: number
    /** Most records first. */
    readonly refusedByCode: readonly RefusedView[]
  } | null
  /** null: nothing. */
  readonly recent: RecentView | null
  readonly health: SourceHealth | null
}

export interface TenantOperations {
  readonly tenant: TenantName & Pick<Tenant, 'zone' | 'mode' | 'contract_from' | 'contract_to'>
  readonly sources: readonly SourceView[]
  readonly freshness: {
    /** How long ago everything that was stored was counted, ms; null: rollup has not run. */
    readonly behindMs: number | null
    /** End of the last complete run, ms of our clock. */
    readonly ranMs: number | null
    /** Days that were about to be swapped when a process ended. */
    readonly openSwaps: number
    readonly frozenUntil: string
  }
  /** The last comparison of what is stored with a rebuild; null: none yet. */
  readonly drift: { readonly ranMs: number; readonly days: number } | null
  /** Newest first. */
  readonly months: readonly MonthLink[]
}

/** `/operations`: no figure of any customer. */
export interface OperationsView {
  readonly nowMs: number
  readonly tenants: readonly TenantOperations[]
  /** The UTC day of which the nightly work was last completed; null: never. */
  readonly lastNight: string | null
}

/**
 * `/operations/accounts`. Forms: `/operations/accounts/invite` (`login`, `name`, `role`, `language`, `expires` YYYY-MM-DD or
 * empty, `tenants` once for each), and `/operations/accounts/<id>/assign` (`tenants`), `…/extend` (`expires`), `…/attest`,
 * `…/renew` (a new link; password, sessions and tokens are void), `…/end`.
 */
export interface AccountsView {
  readonly nowMs: number
  readonly accounts: readonly AccountShown[]
  readonly tenants: readonly TenantName[]
  /** Just made; the link is shown this once. */
  readonly invited: { readonly login: string; readonly link: string; readonly endsMs: number } | null
  /** Why what was sent was not done. */
  readonly problem: { readonly invalid: Invalid['field'] | 'role' } | { readonly refused: RosterRefusal } | null
  /** The account whose form was sent wrongly; null: the invitation, or nothing. */
  readonly of: AccountId | null
  /** What was typed of an invitation, when it comes back. */
  readonly typed: InvitationTyped | null
}

export interface InvitationTyped {
  readonly login: string
  readonly name: string
  /** '': none was chosen */
  readonly role: AccountRole | ''
  readonly language: Language
  /** YYYY-MM-DD or empty */
  readonly expires: string
  readonly tenants: readonly string[]
}

/** `/privacy`: what was withheld, per sealed month of every customer; counts of cells, no figure. */
export interface PrivacyView {
  readonly tenants: readonly {
    readonly tenant: TenantName
    /** Newest first. */
    readonly months: readonly {
      readonly month: string
      readonly state: PeriodRow['state']
      readonly revision: number
      readonly sealedMs: number
      readonly k: number
      /** Whether anything is said about people. */
      readonly safe: boolean
      /** Cells that are not empty, and those of them that are shown, over all cuts of people; rooms once each. */
      readonly cells: number
      readonly shown: number
    }[]
  }[]
}

/** `/privacy/<tenant>/<month>` */
export interface ProtocolView {
  readonly tenant: TenantName & Pick<Tenant, 'zone'>
  /** With the protocol of which each cell can be counted in what is published. */
  readonly publication: Pick<Publication, 'month' | 'revision' | 'sealed_ms' | 'k' | 'safe' | 'protocol' | 'profile'>
  readonly state: PeriodRow['state']
}

/** `/privacy/register`: the register as "what we keep". */
export interface RegisterView {
  readonly entries: readonly RegisterEntry[]
  /** What the product looks for when it advises. */
  readonly rules: readonly RegisteredRule[]
}

/** What requests to copy ask for: the reader's own, so that they work as they stand. */
export interface OwnSamples {
  readonly tenant: string
  /** `YYYY-MM`, published */
  readonly month: string
  /** Id of one; null: there is none in that month. */
  readonly finding: string | null
}

/** `/api/docs`: the API, for whoever writes a program that asks it. */
export interface ApiView {
  readonly described: Described
  /** What its requests ask for; null: an invented customer's. */
  readonly own: OwnSamples | null
  /** `https://host`, for requests to copy. */
  readonly origin: string
  readonly rates: Pick<RateLimits, 'account' | 'address'>
  /** The most days for which a token works. */
  readonly tokenDays: number
}

/** What is shown in place of a page. Nothing of the request stands in it. */
export interface ErrorView {
  /** The page that has the form that was sent; null: none was, or it has no page of its own. */
  readonly form: string | null
  readonly code: ErrorCode
  readonly status: number
  /** After how many seconds it may be tried again; null: it makes no difference. */
  readonly retryAfterS: number | null
}
