/** Words of `avesqo rollup`: how far the legs are behind what was received. */
import type { RunDone } from '../../processes/operator-wire.ts'

export interface RollupWords {
  readonly head: Readonly<
    Record<'tenant' | 'fresh' | 'ran' | 'took' | 'days' | 'frozen' | 'swaps' | 'drift' | 'drifted', string>
  >
  readonly took: (ms: number) => string
  readonly ago: (count: number, unit: 'day' | 'hour' | 'minute' | 'second') => string
  readonly never: (tenant: string) => string
  /** @param ago as `ago` says it */
  readonly fresh: (ago: string) => string
  /** What a pass is at; see `atWork`. */
  readonly stage: (days: number, last: string) => string
  /** @param shown days that are named one by one */
  readonly ran: (of: Omit<RunDone, 'untilMs'>, shown: number) => string
}
