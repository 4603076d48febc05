/** What becomes of advice: which findings are there, and how far each is followed up. */
import type { FindingRow } from '../../schemas/control/tables.ts'
import { type FindingState, NEXT_STATES, type RuleId } from '../../schemas/finding.ts'
import { publicationOf } from '../disclosure/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control, ControlTransaction } from '../shared/control/index.ts'
import { readFinding, readFindings, writeState } from './stored.ts'

interface AuditEntry {
  readonly actor: string
  readonly action: 'finding_changed'
  readonly tenantId: string
  readonly detail: { readonly rule: RuleId; readonly state: FindingState }
}

export interface FollowUpParts {
  readonly control: Control
  readonly clock: Clock
  /** Writes into the audit log within a transaction: what is not in the log was not done. */
  readonly audit: (entry: AuditEntry, tx: ControlTransaction) => Promise<void>
}

/** What came of asking for another state. */
type StateChange =
  | { readonly outcome: 'changed'; readonly rule: RuleId }
  | { readonly outcome: 'unknown' }
  /** From the state in which it is, only these may follow. */
  | { readonly outcome: 'not_allowed'; readonly state: FindingState; readonly next: readonly FindingState[] }

export interface FollowUp {
  /** Findings of the revision that is published, in the order of their ids; empty where there is none. @throws AppError */
  findingsOf(tenantId: string, month: string): Promise<readonly FindingRow[]>
  /**
   * Changes a state by hand. `verified` is nobody's to set: it follows from the measured effect (T13).
   *
   * @param actor who asks: a word or an id of ours
   * @throws AppError
   */
  changeState(tenantId: string, id: string, state: FindingState, actor: string): Promise<StateChange>
}

export function createFollowUp({ control, clock, audit }: FollowUpParts): FollowUp {
  return {
    async findingsOf(tenantId, month) {
      const publication = await publicationOf(control, tenantId, month)
      const rows = await readFindings(control, tenantId, month)
      return rows.filter(({ revision }) => revision === publication?.revision)
    },
    changeState: (tenantId, id, state, actor) =>
      control.transaction(async (tx) => {
        const row = await readFinding(tx, tenantId, id)
        if (row === null) return { outcome: 'unknown' }
        const next: readonly FindingState[] = NEXT_STATES[row.state].filter((one) => one !== 'verified')
        if (!next.includes(state)) return { outcome: 'not_allowed', state: row.state, next }
        await writeState(tx, { tenantId, id, state, now: clock.now() })
        await audit({ actor, action: 'finding_changed', tenantId, detail: { rule: row.rule, state } }, tx)
        return { outcome: 'changed', rule: row.rule }
      }),
  }
}
