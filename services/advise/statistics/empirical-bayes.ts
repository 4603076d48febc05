import { betaCdf } from './beta.ts'

/** Events x among n (effective) facts of one group. */
interface Group {
  readonly x: number
  readonly n: number
}

interface Shrunk {
  /** The group's share, drawn towards that of all as far as it has few facts. */
  readonly shrunk: number
  /** Probability that its true share is more than `times` that of all; 0 where groups do not differ. */
  readonly outlier: number
}

interface EmpiricalBayes {
  readonly mu: number
  /** Variance of the groups' true shares; 0: nothing shows that they differ, so there is no outlier. */
  readonly tau2: number
  /** Facts that the knowledge of all groups is worth; null where groups do not differ. */
  readonly strength: number | null
  /** At least ENOUGH_GROUPS groups with facts. */
  readonly enough: boolean
  /** In the order given. */
  readonly groups: readonly Shrunk[]
}

const ENOUGH_GROUPS = 5
/** A prior is worth something, however wildly the groups differ. */
const LEAST_STRENGTH = 0.01

function varianceBetween(groups: readonly Group[], mu: number, total: number): number {
  const sum = (of: (group: Group) => number): number => groups.reduce((all, group) => all + of(group), 0)
  const spread = sum(({ x, n }) => n * (x / n - mu) ** 2) - (groups.length - 1) * mu * (1 - mu)
  const scale = total - sum(({ n }) => n ** 2) / total
  return scale > 0 ? Math.max(0, spread / scale) : 0
}

/**
 * T5: many small groups at once (beta-binomial, moments): μ = Σx/N; τ² = max(0, (Σn(p−μ)² − (k−1)μ(1−μ))/(N − Σn²/N));
 * M = μ(1−μ)/τ² − 1; shrunk = (x + μM)/(n + M); P(θ > times·μ) under Beta(x + μM, n − x + (1−μ)M). Groups without facts
 * have the share of all.
 */
export function empiricalBayes(groups: readonly Group[], times = 1.5): EmpiricalBayes {
  const filled = groups.filter(({ n }) => n > 0)
  const total = filled.reduce((sum, { n }) => sum + n, 0)
  const mu = total > 0 ? filled.reduce((sum, { x }) => sum + x, 0) / total : 0
  const tau2 = varianceBetween(filled, mu, total)
  const enough = filled.length >= ENOUGH_GROUPS
  if (tau2 <= 0) {
    return { mu, tau2: 0, strength: null, enough, groups: groups.map(() => ({ shrunk: mu, outlier: 0 })) }
  }
  const strength = Math.max(LEAST_STRENGTH, (mu * (1 - mu)) / tau2 - 1)
  const of = ({ x, n }: Group): Shrunk => ({
    shrunk: (x + mu * strength) / (n + strength),
    outlier: 1 - betaCdf(times * mu, x + mu * strength, n - x + (1 - mu) * strength),
  })
  return { mu, tau2, strength, enough, groups: groups.map(of) }
}
