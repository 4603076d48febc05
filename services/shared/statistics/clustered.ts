/** Sums over clusters: m of them, with n cases and y of those with the outcome in each (schemas/cube.ts, CLUSTER_SUMS). */
export interface Clusters {
  readonly m: number
  readonly y: number
  readonly n: number
  readonly yy: number
  readonly yn: number
  readonly nn: number
}

export interface ClusteredRate {
  /** Rate, 0 to 1; 0 where there are no cases. */
  readonly p: number
  /** Of the rate. */
  readonly variance: number
  /** How much larger the variance is than that of independent cases. */
  readonly deff: number
  /** So many independent cases would say as much; at most n. */
  readonly nEff: number
  /** At least 10 clusters: fewer say too little about how much they differ. */
  readonly enough: boolean
}

const FEWEST_CLUSTERS = 10

/**
 * T0, a rate of cases that come in clusters (reference quality-and-advice 2): legs of one meeting share a network, so n
 * legs are fewer than n facts. The variance is that of a ratio of sums over clusters.
 *
 * Where all cases are alike (rate 0 or 1) or there is one cluster, the clusters' variance says nothing; each cluster then
 * counts as one case, which is the least that it can be.
 */
export function clusteredRate({ m, y, n, yy, yn, nn }: Clusters): ClusteredRate {
  const enough = m >= FEWEST_CLUSTERS
  if (n === 0) return { p: 0, variance: 0, deff: 1, nEff: 0, enough }
  const p = y / n
  const alone = p * (1 - p)
  const mean = n / m
  const variance = m > 1 ? (yy - 2 * p * yn + p * p * nn) / (m * (m - 1) * mean * mean) : 0
  if (alone === 0 || variance <= 0) {
    const nEff = Math.min(n, m)
    return { p, variance: alone / nEff, deff: n / nEff, nEff, enough }
  }
  const nEff = Math.min(n, alone / variance)
  return { p, variance: alone / nEff, deff: n / nEff, nEff, enough }
}
