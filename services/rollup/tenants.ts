/** The tenants whose observations are rolled up, as the control store has them. */
import { type Tenant, tenantRow } from '../../schemas/control/tables.ts'
import type { Control } from '../shared/control/index.ts'
import type { RolledTenant } from './build.ts'

/** @throws AppError */
export async function readTenants(control: Control): Promise<readonly Tenant[]> {
  const rows = await control.db.selectFrom('tenants').selectAll().orderBy('id').execute()
  return rows.map((row) => tenantRow.parse(row))
}

export function rolledTenant({ id, zone, retention, mode }: Tenant): RolledTenant {
  return { id, zone, factsDays: retention.facts, roomsOnly: mode === 'rooms-only' }
}
