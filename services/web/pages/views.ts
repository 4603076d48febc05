/** What each page is drawn from. Pages are functions of these and know no store. */
import type { AccountRole } from '../../../schemas/accounts.ts'
import type { Language } from '../../advise/index.ts'
import type { ReportInput } from '../reports/input.ts'
import type { Report } from '../reports/report.ts'

/** Around every page. */
export interface Chrome {
  readonly language: Language
  /** Path and query of this page: where the language switch comes back to. */
  readonly path: string
  /** Who is signed in; null before. */
  readonly account: { readonly name: string; readonly role: AccountRole } | null
  /** Token for the forms of this page; null before signing in. */
  readonly csrf: string | null
  /** The figures are of an invented organisation; said on each page. */
  readonly demo: boolean
  /** What just happened, once, after a form was sent. */
  readonly notice: { readonly kind: 'done' | 'problem'; readonly text: string } | null
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
