/**
 * T12: probability that nothing comes in `gapDays` working days where `lambda` a day are usual: (1 + λg/r)^(−r), negative
 * binomial with the rate's own variation shared by the whole gap; without r, or for a large one, Poisson's e^(−λg).
 */
export function silence({ lambda, gapDays, r }: { lambda: number; gapDays: number; r?: number }): number {
  const mean = lambda * gapDays
  if (r === undefined || !Number.isFinite(r)) return Math.exp(-mean)
  return Math.exp(-r * Math.log1p(mean / r))
}

/**
 * The r of daily counts by moments: mean²/(variance − mean); Infinity where they vary no more than Poisson's. Its
 * history needs 40 working days (reference quality-and-advice 2).
 */
export function dispersionOf(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1)
  return variance > mean ? mean ** 2 / (variance - mean) : Infinity
}
