/**
 * Scales of charts. Across, a chart is drawn in per cent of its width, so that it follows the page while its text keeps
 * its size; downwards in pixels.
 */
import { scaleLinear } from 'd3-scale'

export interface Scale {
  /** Largest value on the axis. */
  readonly max: number
  readonly ticks: readonly number[]
  /** Place of a value, 0 to 100, two decimals; beyond the axis at its end. */
  readonly at: (value: number) => number
}

/**
 * From 0 to a round number above all values, never above `ceiling`.
 *
 * @param values in the unit of the axis
 * @param ceiling e.g. 100 for rates in per cent
 */
export function scaleOf(values: readonly number[], { ceiling = Infinity, ticks = 4 } = {}): Scale {
  const largest = Math.max(1, ...values) * 1.02 // what is largest does not end on the edge
  const [, nice = largest] = scaleLinear().domain([0, largest]).nice(ticks).domain()
  const max = Math.min(nice, ceiling)
  const scale = scaleLinear().domain([0, max]).range([0, 100]).clamp(true)
  return { max, ticks: scale.ticks(ticks), at: (value) => Math.round(scale(value) * 100) / 100 }
}

export function percentOf(place: number): string {
  return `${place}%`
}
