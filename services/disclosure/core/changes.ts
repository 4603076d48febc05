/** What changed of a month since a revision, and what of it may be told. */
import type { Aspect, ChangedCell } from '../../../schemas/changed.ts'
import { HISTOGRAM_NAMES, MEDIA_RATES } from '../../../schemas/cube.ts'
import type { Figure, FigureName } from '../../../schemas/published.ts'
import { isSafe, tellsFailures } from './safe.ts'

/** A published revision, as it is compared with now. */
export interface Since {
  /** People's cells, with the folded values of now, of the legs alone that differ between that revision and now. */
  readonly changed: readonly ChangedCell[]
  /** What it said of people. */
  readonly said: readonly Figure[]
}

export type Change = Pick<ChangedCell, 'legs' | 'ms' | 'persons' | 'top_legs_mp' | 'top_ms_mp' | 'untold'>

const MEASURED = new Set<string>([
  ...MEDIA_RATES.map((medium) => `${medium}_rate`),
  ...HISTOGRAM_NAMES.flatMap((name) => ['p10', 'p50', 'p90'].map((quantile) => `${name}_${quantile}`)),
])

/**
 * What a figure is made of. With the mean length the minutes tell how many legs were connected, and so, with the legs, how
 * many were not: nearly all of these failed.
 */
export function aspectOf(measure: FigureName): Aspect {
  if (measure.startsWith('failed') || measure === 'mean_length') return 'failures'
  if (measure.startsWith('measured_') || MEASURED.has(measure)) return 'measured'
  if (measure.startsWith('windows_')) return 'windows'
  return measure.startsWith('alarms_') ? 'alarms' : 'legs'
}

/**
 * What is certain of the changes of several parts together: at least the persons of the largest, and of nobody more than
 * the largest person's parts of all of them.
 */
export function together(parts: readonly Change[]): Change {
  const sum = (of: (part: Change) => number): number => parts.reduce((all, part) => all + of(part), 0)
  const [legs, ms] = [sum((part) => part.legs), sum((part) => part.ms)]
  return {
    legs,
    ms,
    persons: Math.max(0, ...parts.map((part) => part.persons)),
    top_legs_mp: legs === 0 ? 0 : sum((part) => part.top_legs_mp * part.legs) / legs,
    top_ms_mp: ms === 0 ? 0 : sum((part) => part.top_ms_mp * part.ms) / ms,
    untold: sum((part) => part.untold),
  }
}

/**
 * Whether figures of this aspect may differ by this change, as a cell of the changed legs might tell them: these are k
 * persons' and nobody's half, and of failures, which most persons have none of, nobody has over half.
 */
export function tellsChange(aspect: Aspect, change: Change, k: number): boolean {
  if (change.legs === 0) return true
  if (change.untold > 0) return false
  return aspect === 'failures'
    ? tellsFailures({ failed: change.legs, top_failed_mp: change.top_legs_mp }, k)
    : isSafe(change, k)
}
