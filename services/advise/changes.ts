/** Steps of a finding's follow-up, as they were taken: nothing in this table is ever changed. */
import { type FindingChange, findingChangeRow, type FindingRow } from '../../schemas/control/tables.ts'
import type { Control, ControlTransaction } from '../shared/control/index.ts'

/** Oldest first; empty where the tenant has no such finding, or nothing was done about it. @throws AppError */
export async function readChanges({ db }: Control, tenantId: string, id: string): Promise<readonly FindingChange[]> {
  const rows = await db
    .selectFrom('finding_changes')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('finding_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map((row) => findingChangeRow.parse(row))
}

/** Puts a step behind the last one of its finding. */
export async function writeChange(
  tx: ControlTransaction,
  { id, tenant_id, state }: FindingRow,
  step: Pick<FindingChange, 'at_ms' | 'actor' | 'to_state' | 'note'>,
): Promise<void> {
  const last = await tx
    .selectFrom('finding_changes')
    .select('number')
    .where('finding_id', '=', id)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  // A transaction of the control store holds the lock from its beginning: nobody takes the same number.
  const row = { finding_id: id, number: (last?.number ?? 0) + 1, tenant_id, from_state: state, ...step }
  await tx.insertInto('finding_changes').values(findingChangeRow.parse(row)).execute()
}
