/** Rows of the control store that publication needs: contracts, months, what was decided about them. */
import {
  type ControlTables,
  type Publication,
  type PeriodRow,
  periodRow,
  publicationRow,
  type Tenant,
  tenantRow,
} from '../../schemas/control/tables.ts'
import type { RuleResult } from '../../schemas/finding.ts'
import type { Control, ControlTransaction } from '../shared/control/index.ts'
import { AppError } from '../shared/errors.ts'

/** @throws AppError `not_found` where there is no such tenant */
export async function readTenant({ db }: Control, tenantId: string): Promise<Tenant> {
  const row = await db.selectFrom('tenants').selectAll().where('id', '=', tenantId).executeTakeFirst()
  if (row === undefined) throw new AppError('not_found')
  return tenantRow.parse(row)
}

export async function readTenants({ db }: Control): Promise<readonly Tenant[]> {
  const rows = await db.selectFrom('tenants').selectAll().orderBy('id').execute()
  return rows.map((row) => tenantRow.parse(row))
}

/** Ids of a tenant's sites. */
export async function readSites({ db }: Control, tenantId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('sites').select('id').where('tenant_id', '=', tenantId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** A tenant's months that were sealed at least once, oldest first. */
export async function readPeriods({ db }: Control, tenantId: string): Promise<readonly PeriodRow[]> {
  const rows = await db.selectFrom('periods').selectAll().where('tenant_id', '=', tenantId).orderBy('month').execute()
  return rows.map((row) => periodRow.parse(row))
}

export async function readPeriod({ db }: Control, tenantId: string, month: string): Promise<PeriodRow | null> {
  const row = await db
    .selectFrom('periods')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('month', '=', month)
    .executeTakeFirst()
  return row === undefined ? null : periodRow.parse(row)
}

/** A month's publications, oldest first. */
export async function readPublications({ db }: Control, tenantId: string): Promise<readonly Publication[]> {
  const rows = await db
    .selectFrom('publications')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('month')
    .orderBy('revision')
    .execute()
  return rows.map((row) => publicationRow.parse(row))
}

/** The publication of a revision. @throws Error where it is missing though its month says that it is there (a bug) */
export async function readPublication(
  { db }: Control,
  tenantId: string,
  month: string,
  revision: number,
): Promise<Publication> {
  const row = await db
    .selectFrom('publications')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('month', '=', month)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return publicationRow.parse(row)
}

/** Everything that was stored before is counted: the database's time, ms UTC; 0 before the first run of rollup. */
export async function readWatermark({ db }: Control, tenantId: string): Promise<number> {
  const row = await db
    .selectFrom('watermarks')
    .select('value_ms')
    .where('tenant_id', '=', tenantId)
    .where('name', '=', 'rollup')
    .executeTakeFirst()
  return row?.value_ms ?? 0
}

/** Raised whenever something is said of a tenant's days; the only thing about what is published that may grow. */
const DAYS_SAID = 'days_said'

/** How often something was said of a tenant's days. */
export async function readDaysSaid({ db }: Control, tenantId: string): Promise<number> {
  const row = await db
    .selectFrom('watermarks')
    .select('value_ms')
    .where('tenant_id', '=', tenantId)
    .where('name', '=', DAYS_SAID)
    .executeTakeFirst()
  return row?.value_ms ?? 0
}

export async function raiseDaysSaid(control: Control, tenantId: string): Promise<void> {
  await control.transaction(async (tx) => {
    await tx
      .insertInto('watermarks')
      .values({ tenant_id: tenantId, name: DAYS_SAID, value_ms: 1 })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'name']).doUpdateSet((eb) => ({ value_ms: eb('watermarks.value_ms', '+', 1) })),
      )
      .execute()
  })
}

export async function writePeriod(tx: ControlTransaction, row: PeriodRow): Promise<void> {
  const { state, revision, changed_ms, reason } = row
  await tx
    .insertInto('periods')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'month']).doUpdateSet({ state, revision, changed_ms, reason }),
    )
    .execute()
}

export async function writePublication(tx: ControlTransaction, row: Publication): Promise<void> {
  await tx.insertInto('publications').values(storedPublication(row)).execute()
}

/** The row as it is stored: lists as JSON. */
export function storedPublication(row: Publication): ControlTables['publications'] {
  const { folds, protocol, rules } = row
  return { ...row, folds: JSON.stringify(folds), protocol: JSON.stringify(protocol), rules: JSON.stringify(rules) }
}

export async function writeRules(
  control: Control,
  { tenant_id, month, revision }: Pick<Publication, 'tenant_id' | 'month' | 'revision'>,
  rules: readonly RuleResult[],
): Promise<void> {
  await control.transaction(async (tx) => {
    await tx
      .updateTable('publications')
      .set({ rules: JSON.stringify(rules) })
      .where('tenant_id', '=', tenant_id)
      .where('month', '=', month)
      .where('revision', '=', revision)
      .execute()
  })
}
