/** What becomes of advice: which findings are there, how far each is followed up, and what was noted on the way. */
import type { FindingChange, FindingRow } from '../../schemas/control/tables.ts'
import type { Note } from '../../schemas/control/values.ts'
import { type FindingState, needsNote, NEXT_STATES, type RuleId } from '../../schemas/finding.ts'
import { publicationOf } from '../disclosure/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control, ControlTransaction } from '../shared/control/index.ts'
import { readChanges, writeChange } from './changes.ts'
import { readFinding, readFindings, writeState } from './stored.ts'

/** Ids and closed words only: a note stays out of the log. */
type AuditEntry = { readonly actor: string; readonly tenantId: string } & (
  | {
      readonly action: 'finding_changed'
      readonly detail: { readonly finding: string; readonly rule: RuleId; readonly state: FindingState }
    }
  | { readonly action: 'finding_noted'; readonly detail: { readonly finding: string; readonly rule: RuleId } }
)

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
  /** This state may follow, with a note that says why. */
  | { readonly outcome: 'note_missing' }

export interface FollowUp {
  /** Findings of the revision that is published, in the order of their ids; empty where there is none. @throws AppError */
  findingsOf(tenantId: string, month: string): Promise<readonly FindingRow[]>
  /**
   * Changes a state by hand. `verified` is nobody's to set: it follows from the measured effect (T13). State, history and
   * audit row are stored together, or none of them.
   *
   * @param actor who asks: a word or an id of ours
   * @param note as `noteText` reads it; what it says stands in the history alone. `rejected` is not taken without one
   * @throws AppError
   */
  changeState(
    tenantId: string,
    id: string,
    state: FindingState,
    actor: string,
    note?: Note | null,
  ): Promise<StateChange>
  /** Notes something about a finding, whose state stays. @throws AppError */
  addNote(
    tenantId: string,
    id: string,
    actor: string,
    note: Note,
  ): Promise<{ readonly outcome: 'noted'; readonly rule: RuleId } | { readonly outcome: 'unknown' }>
  /**
   * What was done about a finding and noted, oldest first; a step with the same state before and after is a note.
   *
   * @returns empty where the tenant has no such finding
   * @throws AppError
   */
  historyOf(tenantId: string, id: string): Promise<readonly FindingChange[]>
}

/** States that somebody may give a finding that is in `state`. */
export function statesAfter(state: FindingState): readonly FindingState[] {
  return NEXT_STATES[state].filter((next) => next !== 'verified')
}

export function createFollowUp({ control, clock, audit }: FollowUpParts): FollowUp {
  return {
    async findingsOf(tenantId, month) {
      const publication = await publicationOf(control, tenantId, month)
      const rows = await readFindings(control, tenantId, month)
      return rows.filter(({ revision }) => revision === publication?.revision)
    },
    changeState: (tenantId, id, state, actor, note = null) =>
      control.transaction(async (tx) => {
        const row = await readFinding(tx, tenantId, id)
        if (row === null) return { outcome: 'unknown' }
        const next = statesAfter(row.state)
        if (!next.includes(state)) return { outcome: 'not_allowed', state: row.state, next }
        if (note === null && needsNote(state)) return { outcome: 'note_missing' }
        const now = clock.now()
        await writeState(tx, { tenantId, id, state, now })
        await writeChange(tx, row, { at_ms: now, actor, to_state: state, note })
        const detail = { finding: id, rule: row.rule, state }
        await audit({ actor, action: 'finding_changed', tenantId, detail }, tx)
        return { outcome: 'changed', rule: row.rule }
      }),
    addNote: (tenantId, id, actor, note) =>
      control.transaction(async (tx) => {
        const row = await readFinding(tx, tenantId, id)
        if (row === null) return { outcome: 'unknown' }
        await writeChange(tx, row, { at_ms: clock.now(), actor, to_state: row.state, note })
        await audit({ actor, action: 'finding_noted', tenantId, detail: { finding: id, rule: row.rule } }, tx)
        return { outcome: 'noted', rule: row.rule }
      }),
    historyOf: (tenantId, id) => readChanges(control, tenantId, id),
  }
}
