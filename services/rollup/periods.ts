/** What rollup must know of publication: which months stand in which state (`periods` of the control store). */
import type { PeriodRow } from '../../schemas/control/tables.ts'
import type { Control } from '../shared/control/index.ts'

/** Months, `YYYY-MM`, of a tenant in one of these states. @throws AppError */
export async function monthsIn(
  { db }: Control,
  tenantId: string,
  states: readonly PeriodRow['state'][],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('periods')
    .select('month')
    .where('tenant_id', '=', tenantId)
    .where('state', 'in', states)
    .execute()
  return rows.map(({ month }) => month)
}

/** Frozen months among these are sealed again, to be frozen anew: their cells had to be built from the legs. @throws AppError */
export async function thaw(control: Control, tenantId: string, months: readonly string[]): Promise<void> {
  if (months.length === 0) return
  await control.transaction(async (tx) => {
    await tx
      .updateTable('periods')
      .set({ state: 'sealed' })
      .where('tenant_id', '=', tenantId)
      .where('state', '=', 'frozen')
      .where('month', 'in', months)
      .execute()
  })
}
