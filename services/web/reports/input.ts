/** What a report is made of: what was published of a month, and what was advised; nothing else (invariant I5). */
import type { Language } from '../../advise/index.ts'
import type { Publication, Tenant } from '../../../schemas/control/tables.ts'
import type { Finding, FindingState } from '../../../schemas/finding.ts'
import type { DayFigure, Figure } from '../../../schemas/published.ts'
import type { PlaceNames } from './names.ts'

/** A finding and how far its follow-up is. */
export interface FollowedFinding {
  readonly finding: Finding
  readonly state: FindingState
}

export interface ReportInput {
  readonly language: Language
  readonly tenant: Pick<Tenant, 'id' | 'name' | 'zone' | 'mode' | 'contract_from' | 'contract_to'>
  readonly publication: Omit<Publication, 'protocol' | 'folds'>
  /** Why the month was opened again, while it is; null else. */
  readonly reopened: string | null
  /** Of the publication's revision. */
  readonly figures: readonly Figure[]
  /** Of the month's days. */
  readonly days: readonly DayFigure[]
  /** Strongest first. */
  readonly findings: readonly FollowedFinding[]
  readonly names: PlaceNames
  /** The tenant's figures of the month before; null where it is not published. */
  readonly before: {
    readonly month: string
    readonly figures: readonly Figure[]
    /** Of its days, to see whether it is a whole month; absent: only its contract is known. */
    readonly days?: readonly DayFigure[]
  } | null
}
