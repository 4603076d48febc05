import { HISTOGRAMS, type Histogram } from '../../../schemas/cube.ts'

/**
 * A quantile of fixed bins, by linear interpolation within its bin; in the last bin, which has no upper edge, its lower
 * edge. The first bin begins at 0.
 *
 * @param bins counts, one a bin; at least one entry in all of them
 * @param q 0 to 1
 * @returns in the unit of the histogram
 */
export function quantileOf(histogram: Histogram, bins: readonly number[], q: number): number {
  const edges: readonly number[] = [0, ...HISTOGRAMS[histogram].edges]
  const wanted = q * bins.reduce((sum, count) => sum + count, 0)
  let below = 0
  for (const [bin, count] of bins.entries()) {
    const from = edges[bin]
    if (from === undefined) break
    const to = edges[bin + 1] ?? from
    if (count > 0 && below + count >= wanted) return from + ((wanted - below) / count) * (to - from)
    below += count
  }
  throw new Error('a quantile of no entries')
}
