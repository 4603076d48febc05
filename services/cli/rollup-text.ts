/** How far rollup is, for machines and for people. */
import { table } from './output.ts'
import { ago, type RollupStatus } from './rollup-status.ts'
import type { CliWords } from './words/index.ts'

export function statusJson(status: RollupStatus) {
  return {
    tenant: status.tenant,
    fresh_until: isoOf(status.freshUntilMs),
    ran: isoOf(status.ranMs),
    took_ms: status.tookMs,
    days: status.days,
    frozen_until: status.frozenUntil,
    open_swaps: status.openSwaps,
    drift_ran: isoOf(status.driftRanMs),
    drift_days: status.driftDays,
  }
}

export function statusText(statuses: readonly RollupStatus[], { call, rollup: words }: CliWords): string {
  const { tenant, fresh, ran, took, days, frozen, swaps, drift, drifted } = words.head
  return table(
    [tenant, fresh, ran, took, days, frozen, swaps, drift, drifted],
    statuses.map((status) => [
      status.tenant,
      status.freshUntilMs === null ? null : ago(Date.now() - status.freshUntilMs, words),
      isoOf(status.ranMs),
      status.tookMs === null ? null : words.took(status.tookMs),
      status.days,
      status.frozenUntil,
      status.openSwaps,
      isoOf(status.driftRanMs),
      status.driftDays,
    ]),
    call.none,
  )
}

export function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
