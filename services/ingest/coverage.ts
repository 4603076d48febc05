/**
 * May records of this source be received now? (Design, section 5: no valid agreement, no active tenant: 403
 * `source_not_covered`; invariant I11.) Days are of the tenant's zone, the last one inclusive.
 */
import { Temporal } from 'temporal-polyfill'
import type { Source, Tenant } from '../../schemas/control/tables.ts'
import { inEea } from '../../schemas/control/values.ts'

/** What is missing, each with the sentence for the operator. */
export const COVERAGE_GAPS = {
  contract_not_begun: 'the contract has not begun yet',
  contract_ended: 'the contract has ended',
  tenant_agreement_missing: 'the tenant has no data-processing agreement (tenant edit --dpa)',
  source_agreement_missing: 'the source has no agreement with an end date (source edit --dpa --dpa-until)',
  source_agreement_ended: 'the source’s agreement has ended (source edit --dpa-until)',
  check_missing: 'nobody has checked the supplier yet (source edit --checked-on --checked-by)',
  supplier_missing: 'the supplier’s country is not known (source edit --supplier-country)',
  transfer_basis_missing:
    'the supplier is outside the European Economic Area and no basis for the transfer is named (source edit --transfer-basis --transfer-ref)',
} as const
export type CoverageGap = keyof typeof COVERAGE_GAPS

/** From the first instant on, before the second; null = open. Milliseconds since 1970 UTC. */
export interface Period {
  readonly fromMs: number
  readonly untilMs: number | null
}

/** The terms with their days turned into instants, so that judging them is comparing numbers. */
export interface CoverageTerms {
  readonly contract: Period
  /** When the agreement of the source ends; null where there is none. */
  readonly agreementUntilMs: number | null
  /** From when the check holds; null where nobody checked. */
  readonly checkedFromMs: number | null
  /** What is missing at any time. */
  readonly always: readonly CoverageGap[]
}

/** The first instant of a local day. */
function dayStart(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
}

/** The first instant after a local day: 24:00. */
function dayEnd(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
}

export function contractPeriod(tenant: Pick<Tenant, 'zone' | 'contract_from' | 'contract_to'>): Period {
  return {
    fromMs: dayStart(tenant.contract_from, tenant.zone),
    untilMs: tenant.contract_to === null ? null : dayEnd(tenant.contract_to, tenant.zone),
  }
}

export function coverageTerms(tenant: Tenant, source: Source): CoverageTerms {
  const always: CoverageGap[] = []
  if (tenant.dpa_ref === null) always.push('tenant_agreement_missing')
  const agreed = source.dpa_ref !== null && source.dpa_until !== null
  if (!agreed) always.push('source_agreement_missing')
  const checked = source.checked_on !== null && source.checked_by !== null
  if (!checked) always.push('check_missing')
  if (source.supplier_country === null) always.push('supplier_missing')
  else if (!inEea(source.supplier_country)) {
    // 'eea' is no basis for a country outside it.
    const basis = source.transfer_basis === 'adequacy' || source.transfer_basis === 'clauses'
    if (!basis || source.transfer_ref === null) always.push('transfer_basis_missing')
  }
  return {
    contract: contractPeriod(tenant),
    agreementUntilMs: agreed && source.dpa_until !== null ? dayEnd(source.dpa_until, tenant.zone) : null,
    checkedFromMs: checked && source.checked_on !== null ? dayStart(source.checked_on, tenant.zone) : null,
    always,
  }
}

/** @returns what is missing at the instant `now`; empty = covered */
export function coverageGaps(terms: CoverageTerms, now: number): readonly CoverageGap[] {
  const gaps: CoverageGap[] = []
  const { contract, agreementUntilMs, checkedFromMs } = terms
  if (now < contract.fromMs) gaps.push('contract_not_begun')
  if (contract.untilMs !== null && now >= contract.untilMs) gaps.push('contract_ended')
  if (agreementUntilMs !== null && now >= agreementUntilMs) gaps.push('source_agreement_ended')
  // A check that is dated ahead has not been made.
  if (checkedFromMs !== null && now < checkedFromMs) gaps.push('check_missing')
  return [...gaps, ...terms.always]
}
