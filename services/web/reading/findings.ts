/** Findings without the figures around them; a finding says figures too, so that it was read is written down alike. */
import { type FindingRow, findingRow } from '../../../schemas/control/tables.ts'
import type { FollowUp } from '../../advise/index.ts'
import type { Audit } from '../../privacy/index.ts'
import type { Control } from '../../shared/control/index.ts'
import type { Access } from '../access.ts'
import type { FollowedFinding } from '../reports/input.ts'
import { findingsOf } from './month.ts'

export interface FindingsParts {
  readonly control: Control
  readonly followUp: Pick<FollowUp, 'findingsOf'>
  readonly audit: Pick<Audit, 'write'>
}

/**
 * Findings of what is published: of one month or of all, newest month first. That they were read stands in the audit log
 * before they are given.
 *
 * @throws AppError
 */
export async function readFindings(
  { control, followUp, audit }: FindingsParts,
  access: Access,
  month?: string,
): Promise<readonly FollowedFinding[]> {
  const rows = await control.db
    .selectFrom('periods')
    .select('month')
    .where('tenant_id', '=', access.tenantId)
    .orderBy('month', 'desc')
    .execute()
  const found: FollowedFinding[] = []
  for (const { month: one } of rows) {
    if (month !== undefined && one !== month) continue
    const ofMonth = await findingsOf(followUp, access, one)
    if (ofMonth.length > 0) await writeRead(audit, access, one)
    found.push(...ofMonth)
  }
  return found
}

/**
 * A finding without a word of it given: whether there is one, and its state. For who changes it.
 *
 * @returns null where the tenant has no such finding in what is published
 * @throws AppError
 */
export async function publishedFinding(
  { control, followUp }: Omit<FindingsParts, 'audit'>,
  { tenantId }: Access,
  id: string,
): Promise<FindingRow | null> {
  const row = await control.db
    .selectFrom('findings')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const published = await followUp.findingsOf(tenantId, findingRow.parse(row).month)
  return published.find((one) => one.id === id) ?? null
}

/** As `publishedFinding`, to be shown: that it was read stands in the audit log. */
export async function readFinding(parts: FindingsParts, access: Access, id: string): Promise<FindingRow | null> {
  const found = await publishedFinding(parts, access, id)
  if (found !== null) await writeRead(parts.audit, access, found.month)
  return found
}

async function writeRead(
  audit: Pick<Audit, 'write'>,
  { reader: actor, tenantId }: Access,
  month: string,
): Promise<void> {
  await audit.write({ actor, action: 'report_read', tenantId, detail: { month } })
}
