/**
 * The audit log: an append-only chain of hashes (design, section 10). It holds ids of ours, closed words and numbers.
 *
 * A row changed, taken out or put in between is found by the chain itself. Rows taken off its end are not, nor a chain
 * whose every hash from some row on was computed anew: for that, checkpoints must be kept elsewhere.
 */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { AUDIT_DETAILS, type AuditAction, type ControlTables } from '../../schemas/control/tables.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control, ControlTransaction } from '../shared/control/index.ts'

/** Stands in the first row in place of the hash before it. */
const BEGINNING = '0'.repeat(64)
/** Rows read at one time. */
const PAGE = 10_000

/** One action with what is written down of it. */
type AuditEntry = {
  [Action in AuditAction]: {
    /** Who: a word or an id of ours, never a name. */
    readonly actor: string
    readonly action: Action
    /** In whose records; null where it is about no tenant. */
    readonly tenantId: string | null
    readonly detail: z.input<(typeof AUDIT_DETAILS)[Action]>
  }
}[AuditAction]

export interface Audit {
  /**
   * Writes a row behind the last one; on disk when it resolves.
   *
   * @param within a transaction of the control store that what was done belongs to: both are stored, or neither is
   * @throws AppError `unavailable` when it cannot be stored: what was to be done must then not be done
   */
  write(entry: AuditEntry, within?: ControlTransaction): Promise<void>
  /** @returns the number of the first row that does not belong to the chain, null where all do */
  verify(): Promise<number | null>
}

type Row = ControlTables['audit']

export function createAudit(control: Control, clock: Clock): Audit {
  return {
    async write({ actor, action, tenantId, detail }, within) {
      // Checked here, because a number or a day must not become a text that names somebody.
      const checked: unknown = AUDIT_DETAILS[action].parse(detail)
      // A transaction of the control store begins with a write and so holds the lock: two writers, one chain.
      const append = async (tx: ControlTransaction): Promise<void> => {
        const last = await tx.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').executeTakeFirst()
        const row = {
          seq: (last?.seq ?? 0) + 1,
          at_ms: clock.now(),
          actor,
          action,
          tenant_id: tenantId,
          detail: JSON.stringify(checked),
          previous_hash: last?.hash ?? BEGINNING,
        }
        await tx
          .insertInto('audit')
          .values({ ...row, hash: hashOf(row) })
          .execute()
      }
      await (within === undefined ? control.transaction(append) : append(within))
    },
    async verify() {
      let seq = 0
      let hash = BEGINNING
      let after = Number.MIN_SAFE_INTEGER // also a row that was put before the first one is looked at
      for (;;) {
        const rows = await control.db
          .selectFrom('audit')
          .selectAll()
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(PAGE)
          .execute()
        for (const row of rows) {
          if (row.seq !== seq + 1 || row.previous_hash !== hash || row.hash !== hashOf(row)) return seq + 1
          seq = after = row.seq
          hash = row.hash
        }
        if (rows.length < PAGE) return null
      }
    },
  }
}

/** SHA-256 over the row and the hash before it; a JSON array says where each value ends. */
function hashOf({ seq, at_ms, actor, action, tenant_id, detail, previous_hash }: Omit<Row, 'hash'>): string {
  const text = JSON.stringify([seq, at_ms, actor, action, tenant_id, detail, previous_hash])
  return createHash('sha256').update(text).digest('hex')
}
