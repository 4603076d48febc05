/** Which measures a table has, in which order, and what belongs together in it. */
import { FAILURES, MEDIA_RATES } from '../../../schemas/cube.ts'
import type { FigureName } from '../../../schemas/published.ts'
import type { ColumnGroup } from './report.ts'

const GROUPS: Readonly<Record<Exclude<ColumnGroup, 'label'>, readonly FigureName[]>> = {
  use: ['legs', 'size', 'conferences', 'persons', 'minutes', 'mean_length'],
  rates: [
    'measured_rate',
    'windows_rate',
    'alarms_rate',
    'failed_rate',
    'dropped_rate',
    'alone_rate',
    'alone_time_rate',
    'ungraded_rate',
  ],
  grades: [
    'measured_good',
    'measured_fair',
    'measured_poor',
    'windows_good',
    'windows_fair',
    'windows_poor',
    'alarms_good',
    'alarms_fair',
    'alarms_poor',
  ],
  media: MEDIA_RATES.map((medium) => `${medium}_rate` as const),
  failures: ['failed', 'dropped', ...FAILURES.map((failure) => `failed_${failure}` as const)],
  measurements: [
    'loss_p50',
    'loss_p90',
    'jitter_p50',
    'jitter_p90',
    'rtt_p50',
    'rtt_p90',
    'mos_p50',
    'mos_p10',
    'fps_p50',
  ],
}

/** The measures in the order of tables. */
export const MEASURES: readonly { readonly measure: FigureName; readonly group: ColumnGroup }[] = Object.entries(
  GROUPS,
).flatMap(([group, measures]) => measures.map((measure) => ({ measure, group: group as ColumnGroup })))
