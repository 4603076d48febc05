/** Words that stand on pages only, once a language. What a report says is in services/web/reports/words. */
import type { AccountRole } from '../../../../schemas/accounts.ts'
import type { Finding } from '../../../../schemas/finding.ts'
import type { Measure } from '../../reports/report.ts'
import type { FileKind } from '../../reading/index.ts'
import type { MonthLink } from '../views.ts'
import type { AccessWords } from './access.ts'
import type { ApiWords } from './api.ts'
import type { OfficeWords } from './office.ts'
import type { PrivacyWords } from './privacy.ts'

/** Parts of the monthly report as a page, in their order. */
const REPORT_PARTS = [
  'findings',
  'participation',
  'quality',
  'failures',
  'equipment',
  'rooms',
  'time',
  'completeness',
  'withheld',
  'method',
  'months',
  'files',
] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

export type NavPage = 'months' | 'portfolio' | 'operations' | 'accounts' | 'privacy' | 'register' | 'apiDocs'

export interface PageWords {
  readonly product: string
  readonly skip: string
  readonly menu: string
  readonly trail: string
  readonly otherLanguage: string
  readonly signOut: string
  /** Pages of a role, in the order in which they stand. */
  readonly nav: Readonly<Record<NavPage, string>>
  readonly roles: Readonly<Record<AccountRole, string>>
  readonly demo: string
  readonly demoLabel: string
  readonly contact: string
  readonly privacy: string
  readonly done: string
  readonly problem: string
  /** From the end of a part of a long page. */
  readonly toContents: string

  readonly report: {
    readonly title: (month: string) => string
    readonly summary: string
    readonly contents: string
    readonly parts: Readonly<Record<ReportPart, { readonly heading: string; readonly says: string }>>
    readonly health: string
    readonly looked: string
    readonly change: string
    readonly confidence: Readonly<Record<Finding['confidence'], string>>
    readonly grading: string
    /** @param table its title */
    readonly allFigures: (table: string) => string
    readonly causes: string
    readonly cause: string
    readonly attempts: string
    /** All that failed less the causes that are shown. */
    readonly restOfCauses: string
    readonly allFailed: string
    /** Under the causes, with and without that row. */
    readonly causesRest: string
    readonly causesRounded: string
    /** @param count of connections that failed to join */
    readonly noCauses: (count: string) => string
    /** Above what is withheld, and why. */
    readonly rules: string
    /** On paper: where the figures are that do not fit it. */
    readonly onPaper: string
    readonly targets: string
    readonly organisation: string
    readonly reference: Readonly<Record<'rest' | 'before' | 'target', string>>
    readonly noFailures: string
    readonly cuts: string
  }

  readonly charts: {
    /** What a rate is, as the end of a title. */
    readonly rate: Readonly<Partial<Record<Measure, string>>>
    readonly target: (text: string) => string
    readonly total: (text: string) => string
    readonly interval: string
    readonly above: string
    readonly bounded: string
    /** The same of connections that were graded. */
    readonly boundedGraded: string
    /** Above how many connections of a row were graded, and behind that number on a narrow page. */
    readonly graded: string
    readonly gradedUnit: string
    readonly ofGraded: string
    readonly aboutGraded: string
    /** @param count of groups whose whole range lies above the target */
    readonly aboveTarget: (count: number, target: string) => string
    readonly kept: string
    readonly hidden: (k: number) => string
    readonly days: (what: string) => string
    /** The same on every day that is published. */
    readonly always: (what: string, text: string) => string
    readonly gaps: string
    readonly heat: (what: string) => string
    readonly highest: string
    readonly lowest: string
    readonly scroll: string
    /** Above a table that is wider than the page. */
    readonly sideways: string
    readonly few: string
    readonly short: string
    /** @param names of groups that have no such figure */
    readonly left: (names: readonly string[]) => string
  }

  readonly months: {
    readonly title: string
    readonly lead: (tenant: string) => string
    readonly none: string
    readonly states: Readonly<Record<MonthLink['state'], string>>
    readonly revision: (number: string) => string
    readonly due: (day: string) => string
    /** @param state with the day on which it will be published */
    readonly notYet: (month: string, state: string) => string
    readonly read: (month: string) => string
    readonly compare: string
  }

  readonly cut: {
    readonly others: string
    readonly months: string
    readonly back: string
    readonly people: string
    readonly rooms: string
    readonly table: string
  }

  readonly compare: {
    readonly title: string
    readonly lead: string
    readonly from: string
    readonly to: string
    readonly submit: string
    readonly tooFew: string
    readonly twice: string
    readonly all: string
    /** Above what changed by more than chance, and beside a row of it. */
    readonly clear: string
    /** @param what a rate, with the name of whose it is */
    readonly line: (what: string, from: string, to: string) => string
    /** Nothing has clearly changed. */
    readonly none: string
    /** The months have no rate in common. */
    readonly nothing: string
    /** What clearly means. */
    readonly changed: string
    /** Above what has not clearly changed. */
    readonly rest: string
    readonly profiles: (from: string, to: string) => string
    /** Of a drawing: what it shows. */
    readonly label: (what: string, from: string, to: string) => string
  }

  readonly access: AccessWords
  readonly api: ApiWords
  readonly office: OfficeWords
  readonly protection: PrivacyWords
  readonly files: Readonly<Record<FileKind, { readonly name: string; readonly says: string }>>
}
