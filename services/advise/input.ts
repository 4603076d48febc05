/** What advise looks at: one tenant's month, with the strata of the days before it that still have facts. */
import type { Cell, ModelStratum, Stratum } from '../../schemas/cube.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Figure } from '../../schemas/published.ts'

/** How much a source delivered of a tenant-local day. A day without a row had nothing. */
export interface SourceDay {
  /** Slug. */
  readonly source: string
  /** Tenant-local, `YYYY-MM-DD`. */
  readonly day: string
  readonly legs: number
}

/** What is looked at of a day's cell: of the cuts tenant, platform, site, site by platform and room, as computed, not folded. */
export type DayCell = Pick<
  Cell,
  | 'cut'
  | 'v1'
  | 'room'
  | 'legs'
  | 'gradeable'
  | 'ungraded'
  | 'persons'
  | 'top_legs_mp'
  | 'top_ms_mp'
  | 'measured_n'
  | 'windows_n'
  | 'alarms_n'
> & {
  /** Tenant-local, `YYYY-MM-DD`. */
  readonly day: string
}

/** What is remembered of a finding of the month before. */
type Earlier = Pick<Finding, 'rule' | 'population' | 'dimension' | 'value' | 'value2' | 'outcome'>

export interface AdviseInput {
  readonly tenantId: string
  /** Tenant-local, `YYYY-MM`. */
  readonly month: string
  /** Of the month's publication. */
  readonly revision: number
  /** Id of the profile by which legs were graded. */
  readonly profile: string
  /** Fewest persons of a group that is spoken about, of the month's publication. */
  readonly k: number
  /** The figures published of the month: what is not shown there is not named here. */
  readonly figures: readonly Figure[]
  /** The month's cells of both populations as computed, not folded: design effects, times and causes come from them. */
  readonly cells: readonly Cell[]
  /** Of the month, and of its sites also of the days before it. */
  readonly days: readonly DayCell[]
  /** Figures published of the months before, by month; a month without is not published. */
  readonly published: ReadonlyMap<string, readonly Figure[]>
  /** Of the month and of the days before it; each row has its day. */
  readonly strata: readonly Stratum[]
  /** Of the month; rows of other days are left out. */
  readonly modelStrata: readonly ModelStratum[]
  /** Of the month and of the days before it. */
  readonly health: readonly SourceDay[]
  /** Findings of the month before; what is found twice in a row is strong. */
  readonly earlier?: readonly Earlier[]
}
