/** What was withheld of each sealed month: counts of cells by rule, no figure and no value. */
import { type PeriodRow, periodRow, type Publication, publicationRow } from '../../../schemas/control/tables.ts'
import type { Protocol } from '../../../schemas/published.ts'
import { matchable } from '../../disclosure/index.ts'
import type { Control } from '../../shared/control/index.ts'
import type { PrivacyView, ProtocolView } from '../pages/views.ts'
import { readTenants } from './operations.ts'

interface Standing {
  readonly period: PeriodRow
  readonly publication: Publication
}

/** Sealed months of every customer, newest first. @throws AppError */
export async function readProtocols(control: Control): Promise<PrivacyView> {
  const standing = await readStanding(control)
  const tenants = (await readTenants(control)).map(({ id, name }) => ({
    tenant: { id, name },
    months: standing
      .filter(({ period }) => period.tenant_id === id)
      .map(({ period: { month, state }, publication: { revision, sealed_ms, k, safe, protocol } }) => ({
        month,
        state,
        revision,
        sealedMs: sealed_ms,
        k,
        safe: safe === 1,
        ...sumsOf(matchable(protocol)),
      })),
  }))
  return { tenants }
}

function sumsOf(protocol: Protocol): { readonly cells: number; readonly shown: number } {
  return {
    cells: protocol.reduce((sum, { cells }) => sum + cells, 0),
    shown: protocol.reduce((sum, { shown }) => sum + shown, 0),
  }
}

/** @returns null where there is no such customer, or the month was never sealed. @throws AppError */
export async function readProtocol(control: Control, tenantId: string, month: string): Promise<ProtocolView | null> {
  const tenant = (await readTenants(control)).find(({ id }) => id === tenantId)
  const found = (await readStanding(control)).find(
    ({ period }) => period.tenant_id === tenantId && period.month === month,
  )
  if (tenant === undefined || found === undefined) return null
  const { id, name, zone } = tenant
  const { period, publication } = found
  const { revision, sealed_ms, k, safe, protocol, profile } = publication
  return {
    tenant: { id, name, zone },
    publication: { month, revision, sealed_ms, k, safe, protocol: matchable(protocol), profile },
    state: period.state,
  }
}

/** Months with the publication that stands, newest first. */
async function readStanding({ db }: Control): Promise<readonly Standing[]> {
  const periods = await db.selectFrom('periods').selectAll().orderBy('month', 'desc').execute()
  const publications = await db.selectFrom('publications').selectAll().execute()
  return periods.flatMap((row) => {
    const period = periodRow.parse(row)
    const stands = publications.find(
      ({ tenant_id, month, revision }) =>
        tenant_id === period.tenant_id && month === period.month && revision === period.revision,
    )
    return stands === undefined ? [] : [{ period, publication: publicationRow.parse(stands) }]
  })
}
