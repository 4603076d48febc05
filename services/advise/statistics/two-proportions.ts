import { type Interval, wilson, Z95 } from '../../shared/statistics/index.ts'
import { fisherExact } from './fisher.ts'
import { twoSided } from './normal.ts'

/** A share, and the effective number of independent facts behind it; it need not be whole. */
interface Share {
  readonly p: number
  readonly nEff: number
}

/** Below these Fisher's exact test decides: effective facts in each group, expected events and non-events in each. */
const FEWEST = 30
const FEWEST_EXPECTED = 5

interface Comparison extends Interval {
  /** a − b; low and high are its interval. */
  readonly diff: number
  readonly p: number
  /** null where Fisher's test was taken. */
  readonly z: number | null
  readonly method: 'z' | 'fisher'
}

/** Newcombe's interval of a difference from the two Wilson intervals (R. G. Newcombe 1998, method 10). */
function newcombe(a: Share, b: Share, z: number): Interval {
  const diff = a.p - b.p
  const [ofA, ofB] = [wilson(a.p, a.nEff, z), wilson(b.p, b.nEff, z)]
  return {
    low: diff - Math.hypot(a.p - ofA.low, ofB.high - b.p),
    high: diff + Math.hypot(ofA.high - a.p, b.p - ofB.low),
  }
}

const rounded = ({ p, nEff }: Share): readonly [number, number] => [Math.round(p * nEff), Math.round(nEff)]

function fisher(a: Share, b: Share): number {
  return fisherExact(...rounded(a), ...rounded(b))
}

/**
 * T2: two independent shares. z = (p1 − p2)/√(p̄(1−p̄)(1/n1 + 1/n2)) with effective numbers; where either group is small,
 * or fewer than five events or non-events are expected in it if both were alike, Fisher's exact test on rounded counts.
 *
 * @param quantile of the normal distribution, for the interval; 95 % by default
 */
export function twoProportions(a: Share, b: Share, quantile: number = Z95): Comparison {
  const diff = a.p - b.p
  const interval = newcombe(a, b, quantile)
  const pooled = (a.p * a.nEff + b.p * b.nEff) / (a.nEff + b.nEff)
  const smaller = Math.min(a.nEff, b.nEff)
  if (!(smaller >= FEWEST && smaller * Math.min(pooled, 1 - pooled) >= FEWEST_EXPECTED)) {
    return { diff, ...interval, p: fisher(a, b), z: null, method: 'fisher' }
  }
  const z = diff / Math.sqrt(pooled * (1 - pooled) * (1 / a.nEff + 1 / b.nEff))
  return { diff, ...interval, p: twoSided(z), z, method: 'z' }
}
