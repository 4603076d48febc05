/** What disclosure is given by those who compose it: it reaches no other service. */
import type { ChangedCell } from '../../schemas/changed.ts'
import type { RuleResult } from '../../schemas/finding.ts'
import type { Folds } from '../../schemas/published.ts'
import type { ControlTransaction } from '../shared/control/index.ts'
import type { Swaps } from '../shared/swap/index.ts'
import type { Unions } from './core/index.ts'
import type { Standing } from './standing.ts'

/** What only rollup can say, because only rollup sees persons (invariant I10): counts, no rows. */
export interface Facts {
  /** Brings the tenant's cells up to what is stored. @throws EngineError, AppError */
  run(tenantId: string): Promise<unknown>
  /** Does work that must not meet a run of rollup. */
  alone<T>(work: (swaps: Swaps) => Promise<T>): Promise<T>
  /** Distinct counts of several people's cells of a month taken together. @param month its first day */
  unionsOf(tenantId: string, month: string): Unions
  /** Remembers the legs of people that a revision is made of. Again, it replaces what it remembered. */
  snapshot(tenantId: string, month: string, revision: number): Promise<void>
  /** Cells of people over the legs that differ between a revision and now, by aspect, with folded values. */
  changedCells(tenantId: string, month: string, revision: number, folds: Folds): Promise<readonly ChangedCell[]>
  /** Whether a leg of the revision is remembered: not where it had none, and not when its month was forgotten. */
  remembers(tenantId: string, month: string, revision: number): Promise<boolean>
  /** First days of the months of which legs are remembered. */
  remembered(tenantId: string): Promise<readonly string[]>
  /** Whether what is remembered of a month may hold legs of a person whose data were erased since. */
  holdsErased(tenantId: string, month: string): Promise<boolean>
  /** Forgets all revisions of a month. */
  forget(tenantId: string, month: string): Promise<void>
}

interface AuditEntry {
  readonly actor: string
  readonly action: 'period_sealed' | 'period_reopened' | 'period_frozen'
  readonly tenantId: string
  readonly detail: { readonly month: string; readonly revision: number }
}

/** Writes into the audit log within a transaction: what is not in the log was not done. */
export type WriteAudit = (entry: AuditEntry, tx: ControlTransaction) => Promise<void>

/**
 * Advises on a month that was published.
 *
 * @param standing what is not to be advised on anew
 * @throws EngineError, AppError
 */
export type OnSealed = (
  tenantId: string,
  month: string,
  revision: number,
  standing: Standing,
) => Promise<readonly RuleResult[]>
