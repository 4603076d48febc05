/** Findings in the control store: what was found, and how far it is followed up. */
import { type FindingRow, findingRow } from '../../schemas/control/tables.ts'
import type { Finding, FindingState } from '../../schemas/finding.ts'
import type { Control, ControlTransaction } from '../shared/control/index.ts'

/** Every finding of a month, also those that its newest revision does not have. @throws AppError */
export async function readFindings({ db }: Control, tenantId: string, month: string): Promise<readonly FindingRow[]> {
  const rows = await db
    .selectFrom('findings')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('month', '=', month)
    .orderBy('id')
    .execute()
  return rows.map((row) => findingRow.parse(row))
}

/**
 * Stores the findings of a revision in one transaction. One that was found before keeps its state; one that is found no
 * more goes, unless somebody has begun to follow it up, be it by a note.
 */
export async function writeFindings(
  control: Control,
  { tenantId, month, findings, now }: { tenantId: string; month: string; findings: readonly Finding[]; now: number },
): Promise<void> {
  const ids = findings.map(({ id }) => id)
  await control.transaction(async (tx) => {
    let gone = tx
      .deleteFrom('findings')
      .where('tenant_id', '=', tenantId)
      .where('month', '=', month)
      .where('state', '=', 'new')
      .where('id', 'not in', (of) => of.selectFrom('finding_changes').select('finding_id'))
    if (ids.length > 0) gone = gone.where('id', 'not in', ids)
    await gone.execute()
    for (const finding of findings) {
      const { id, revision, rule } = finding
      const content = JSON.stringify(finding)
      await tx
        .insertInto('findings')
        .values({ id, tenant_id: tenantId, month, revision, rule, content, state: 'new', state_ms: now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ revision, content }))
        .execute()
    }
  })
}

/** @returns null where the tenant has no such finding */
export async function readFinding(tx: ControlTransaction, tenantId: string, id: string): Promise<FindingRow | null> {
  const row = await tx
    .selectFrom('findings')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : findingRow.parse(row)
}

export async function writeState(
  tx: ControlTransaction,
  { tenantId, id, state, now }: { tenantId: string; id: string; state: FindingState; now: number },
): Promise<void> {
  await tx
    .updateTable('findings')
    .set({ state, state_ms: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}
