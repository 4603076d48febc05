/** How dark a cell of a grid is: six steps from nothing to the most there is. Every step bears dark text. */
import { scaleQuantize } from 'd3-scale'

const STEPS = [0, 1, 2, 3, 4, 5] as const

export function heatOf(values: readonly number[]): (value: number) => number {
  const most = Math.max(0, ...values)
  if (most === 0) return () => 0
  return scaleQuantize().domain([0, most]).range(STEPS)
}
