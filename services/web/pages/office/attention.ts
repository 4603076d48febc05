/** What an operator should look at, from the workings of each customer; nothing is said of what is as it should be. */
import { DAY_MS, localDayOf, utcDayOf } from '../../../shared/calendar.ts'
import type { Says } from '../says.ts'
import type { OperationsView, SourceView, TenantOperations } from '../views.ts'
import { capital } from '../text.ts'
import { agoOf, HOUR_MS } from './times.ts'
import { unusualOf } from './unusual.ts'

/** Agreements that end within so many days are told, so that a new one can be made. */
const SOON_DAYS = 28
/** Rollup runs every few minutes; an hour without it is not a busy moment. */
const BEHIND_MS = HOUR_MS
/** The longest usual time without a meeting: Good Friday to Easter Monday. */
const SILENT_MS = 4 * DAY_MS
/** The nightly work begins at night (services/rollup/schedule.ts); by then it should be done, UTC. */
const NIGHT_DONE_MS = 8 * HOUR_MS

export interface Attention {
  readonly tenant: { readonly id: string; readonly name: string }
  /** Most urgent first; never empty. */
  readonly texts: readonly string[]
}

/** @returns customers about whom there is something to say, in the order in which they are given */
export function attentionOf({ tenants, nowMs }: OperationsView, says: Says): readonly Attention[] {
  return tenants.flatMap((of) => {
    const { id, name } = of.tenant
    const texts = [...sources(of, nowMs, says), ...workings(of, says), ...months(of, nowMs, says)]
    return texts.length === 0 ? [] : [{ tenant: { id, name }, texts }]
  })
}

/** What is wrong with the nightly work; null: nothing. */
export function nightOf({ lastNight, nowMs }: OperationsView, { page }: Says): string | null {
  const { operations } = page.office
  if (lastNight === null) return operations.never
  return lastNight < utcDayOf(nowMs - NIGHT_DONE_MS) ? operations.nightMissing : null
}

function sources({ tenant, sources }: TenantOperations, nowMs: number, says: Says): readonly string[] {
  const { page, format } = says
  const { operations } = page.office
  const today = localDayOf(nowMs, tenant.zone)
  const soon = localDayOf(nowMs + SOON_DAYS * DAY_MS, tenant.zone)
  const delivers = tenant.contract_to === null || tenant.contract_to >= today
  return sources.flatMap((of) => {
    const { id, dpa_until } = of.source
    const agreement =
      dpa_until === null
        ? [operations.agreementMissing(id)]
        : dpa_until < today
          ? [operations.agreementOver(id, format.day(dpa_until))]
          : dpa_until < soon
            ? [operations.agreementEnds(id, format.day(dpa_until))]
            : []
    // After the last day of the contract nothing is to come.
    return [...agreement, ...(delivers ? silence(of, nowMs, says) : []), ...unusualOf(of, says)]
  })
}

function silence({ source, intake }: SourceView, nowMs: number, { page, format }: Says): readonly string[] {
  const { operations } = page.office
  if (intake === null) return [operations.silent(source.id)]
  if (nowMs - intake.lastMs <= SILENT_MS) return []
  return [operations.silentSince(source.id, format.day(utcDayOf(intake.lastMs)))]
}

function workings({ tenant, freshness, drift }: TenantOperations, says: Says): readonly string[] {
  const { operations } = says.page.office
  const { behindMs, openSwaps } = freshness
  return [
    ...(behindMs !== null && behindMs > BEHIND_MS ? [operations.behind(agoOf(behindMs, says))] : []),
    ...(openSwaps > 0 ? [operations.swaps(openSwaps)] : []),
    ...(drift !== null && drift.days > 0
      ? [operations.drift(drift.days, says.format.instant(drift.ranMs, tenant.zone))]
      : []),
  ]
}

function months({ tenant, months }: TenantOperations, nowMs: number, { page, format }: Says): readonly string[] {
  const today = localDayOf(nowMs, tenant.zone)
  return months
    .filter(({ state, due }) => state === 'closed' && due < today)
    .map(({ month, due }) => page.office.operations.overdue(capital(format.month(month)), format.day(due)))
}
