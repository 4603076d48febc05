/** How fresh a tenant's legs are, in words. */
import { type RollupStatus, rollupStatus } from '../processes/rollup-status.ts'

export { type RollupStatus, rollupStatus }

/** `12 s ago`, in the largest unit that says at least two of it. */
export function ago(ms: number): string {
  const units = [
    ['days', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ] as const
  const [unit, length] = units.find(([, size]) => ms >= 2 * size) ?? ['s', 1_000]
  return `${Math.max(0, Math.floor(ms / length))} ${unit} ago`
}

/** How fresh a tenant's legs are. The watermark is real time, whatever our clock is pinned to (invariant I12). */
export function freshness(status: RollupStatus): string {
  if (status.freshUntilMs === null) return `Nothing of ${status.tenant} has been counted yet: rollup has not run.`
  return `Everything is counted that was stored until ${ago(Date.now() - status.freshUntilMs)}.`
}
