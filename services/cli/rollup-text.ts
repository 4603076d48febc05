/** How far rollup is, for machines and for people. */
import { table } from './output.ts'
import { ago, type RollupStatus } from './rollup-status.ts'

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

export function statusText(statuses: readonly RollupStatus[]): string {
  return table(
    [
      'tenant',
      'fresh until',
      'last run',
      'took',
      'days rebuilt',
      'frozen until',
      'open swaps',
      'drift check',
      'drifted days',
    ],
    statuses.map((status) => [
      status.tenant,
      status.freshUntilMs === null ? null : ago(Date.now() - status.freshUntilMs),
      isoOf(status.ranMs),
      status.tookMs === null ? null : `${(status.tookMs / 1_000).toFixed(1)} s`,
      status.days,
      status.frozenUntil,
      status.openSwaps,
      isoOf(status.driftRanMs),
      status.driftDays,
    ]),
  )
}

export function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
