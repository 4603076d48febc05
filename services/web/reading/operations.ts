/** The workings of the installation by customer: what was sent, how fresh it is, what differs. No figure of anybody. */
import { type Source, sourceRow, type Tenant, tenantRow } from '../../../schemas/control/tables.ts'
import type { SourceArrivals } from '../../privacy/index.ts'
import { DAY_MS, utcDayOf } from '../../shared/calendar.ts'
import type { Control } from '../../shared/control/index.ts'
import type { Access } from '../access.ts'
import type { OperationsView, RecentView, SourceView, TenantOperations } from '../pages/views.ts'
import type { IntakeOfSource, RefusalsOfSource, WebParts } from '../server/parts.ts'
import { monthLinks } from './months.ts'

/** Days, today too, that tell whether something is wrong with a source now: a working week, and its weekend. */
const RECENT_DAYS = 7

type OperationsParts = Pick<WebParts, 'control' | 'source' | 'workings' | 'clock'>

/** @param accessOf the operator's: states of months are no figures. @throws EngineError, AppError */
export async function readOperations(
  parts: OperationsParts,
  accessOf: (tenantId: string) => Access,
): Promise<OperationsView> {
  const tenants: TenantOperations[] = []
  for (const tenant of await readTenants(parts.control))
    tenants.push(await ofTenant(parts, tenant, accessOf(tenant.id)))
  return { nowMs: parts.clock.now(), tenants, lastNight: await lastNight(parts.control) }
}

/** Every customer, by id. @throws AppError */
export async function readTenants({ db }: Control): Promise<readonly Tenant[]> {
  const rows = await db.selectFrom('tenants').selectAll().orderBy('id').execute()
  return rows.map((row) => tenantRow.parse(row))
}

async function ofTenant(
  { control, source, workings, clock }: OperationsParts,
  tenant: Tenant,
  access: Access,
): Promise<TenantOperations> {
  const { id, name, zone, mode, contract_from, contract_to } = tenant
  const progress = await workings.progress(tenant)
  const { freshUntilMs, ranMs, openSwaps, frozenUntil, driftRanMs, driftDays } = progress
  return {
    tenant: { id, name, zone, mode, contract_from, contract_to },
    sources: await sourcesOf(control, workings, id, utcDayOf(clock.now() - (RECENT_DAYS - 1) * DAY_MS)),
    freshness: {
      behindMs: freshUntilMs === null ? null : Math.max(0, workings.databaseNow() - freshUntilMs),
      ranMs,
      openSwaps,
      frozenUntil,
    },
    drift: driftRanMs === null ? null : { ranMs: driftRanMs, days: driftDays ?? 0 },
    months: await monthLinks(source, access),
  }
}

async function sourcesOf(
  { db }: Control,
  workings: WebParts['workings'],
  tenantId: string,
  since: string,
): Promise<readonly SourceView[]> {
  const rows = await db.selectFrom('sources').selectAll().where('tenant_id', '=', tenantId).orderBy('id').execute()
  const intake = await workings.intake(tenantId)
  const refusals = await workings.refusals(tenantId)
  const health = await workings.health(tenantId)
  const arrivals = await workings.arrivals(tenantId, since)
  return rows
    .map((row) => sourceRow.parse(row))
    .map((source) => ({
      source: shownOf(source),
      intake: intakeOf(
        intake.find(({ source_id }) => source_id === source.id),
        refusals.filter(({ source_id }) => source_id === source.id),
      ),
      recent: recentOf(arrivals.find(({ source_id }) => source_id === source.id)),
      health: health.find(({ source_id }) => source_id === source.id) ?? null,
    }))
}

function recentOf(arrivals: SourceArrivals | undefined): RecentView | null {
  return arrivals === undefined ? null : { ...arrivals, days: RECENT_DAYS }
}

/** Not the hash of its secret, nor who checked it. */
function shownOf({ id, platform, dpa_until, supplier_country }: Source): SourceView['source'] {
  return { id, platform, dpa_until, supplier_country }
}

function intakeOf(row: IntakeOfSource | undefined, refusals: readonly RefusalsOfSource[]): SourceView['intake'] {
  if (row === undefined) return null
  const { deliveries, last_hour_ms, records, accepted, refused } = row
  const refusedByCode = refusals.map((of) => ({
    code: of.code,
    records: of.refusals,
    deliveries: of.in_deliveries,
    lastMs: of.last_hour_ms,
    newest: of.last_deliveries,
  }))
  return { deliveries, lastMs: last_hour_ms, records, accepted, refused, refusedByCode }
}

/** The mark of the schedule of rollup: days since 1970 of the night that was done. */
async function lastNight({ db }: Control): Promise<string | null> {
  const row = await db
    .selectFrom('watermarks')
    .select('value_ms')
    .where('tenant_id', '=', '')
    .where('name', '=', 'night')
    .executeTakeFirst()
  return row === undefined ? null : utcDayOf(row.value_ms * DAY_MS)
}
