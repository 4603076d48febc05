/** Limits of a profile in words. */
import type { Format } from '../../../shared/format.ts'

/** @param mp milli-percent */
export function percentOf(mp: number, format: Format): string {
  return format.percent(mp / 1_000)
}
