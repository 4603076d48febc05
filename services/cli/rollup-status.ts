/** How fresh a tenant's legs are, in words. */
import { type RollupStatus, rollupStatus } from '../processes/rollup-status.ts'
import { ROLLUP_EN } from './words/rollup-en.ts'
import type { RollupWords } from './words/rollup.ts'

export { type RollupStatus, rollupStatus }

/** `12 s ago`, in the largest unit that says at least two of it. */
export function ago(ms: number, words: RollupWords = ROLLUP_EN): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ] as const
  const [unit, length] = units.find(([, size]) => ms >= 2 * size) ?? ['second', 1_000]
  return words.ago(Math.max(0, Math.floor(ms / length)), unit)
}

/** How fresh a tenant's legs are. The watermark is real time, whatever our clock is pinned to (invariant I12). */
export function freshness(status: RollupStatus, words: RollupWords = ROLLUP_EN): string {
  if (status.freshUntilMs === null) return words.never(status.tenant)
  return words.fresh(ago(Date.now() - status.freshUntilMs, words))
}
