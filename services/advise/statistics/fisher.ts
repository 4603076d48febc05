import { logGamma } from './gamma.ts'

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
/** Tables that differ from the observed one by rounding only are as likely as it (as in R's fisher.test). */
const ROUNDING = 1e-7

/**
 * Fisher's exact test of y1 of n1 against y2 of n2, whole numbers: the two-sided probability, that is, of all tables with
 * these margins which are no likelier than the observed one.
 */
export function fisherExact(y1: number, n1: number, y2: number, n2: number): number {
  const events = y1 + y2
  const all = logChoose(n1 + n2, events)
  const chance = (y: number): number => Math.exp(logChoose(n1, y) + logChoose(n2, events - y) - all)
  const observed = chance(y1) * (1 + ROUNDING)
  let p = 0
  for (let y = Math.max(0, events - n2); y <= Math.min(n1, events); y += 1) {
    const likely = chance(y)
    if (likely <= observed) p += likely
  }
  return Math.min(1, p)
}
