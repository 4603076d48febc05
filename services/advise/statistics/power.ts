import { normalQuantile } from './normal.ts'

/**
 * Effective facts that each group needs to tell share p1 from share p2 with 80 % power at 5 %, two-sided:
 * (z(α/2)·√(2p̄(1−p̄)) + z(β)·√(p1(1−p1) + p2(1−p2)))² / (p1−p2)², rounded up (J. L. Fleiss, without correction).
 */
export function sampleNeeded(p1: number, p2: number, { power = 0.8, alpha = 0.05 } = {}): number {
  const mean = (p1 + p2) / 2
  const alike = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
  const apart = normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  return Math.ceil((alike + apart) ** 2 / (p1 - p2) ** 2)
}

/**
 * How many more meetings ("about N") a group needs until it has `needed` effective facts, if they go on saying as much
 * each as its `m` meetings so far; 0 where it has enough, null where it has none to judge by.
 */
export function moreMeetingsNeeded({ m, nEff }: { m: number; nEff: number }, needed: number): number | null {
  if (nEff >= needed) return 0
  return nEff > 0 ? Math.ceil((needed * m) / nEff) - m : null
}
