/** How a finding shows its numbers (schemas/finding.ts; design, section 8, Figures). */
import { SIZE_CLASSES } from '../../schemas/published.ts'

/** To two digits, towards minus infinity, plus infinity or the nearest. @returns an integer */
export function twoDigits(value: number, towards: 'down' | 'up' | 'nearest' = 'nearest'): number {
  if (value === 0 || !Number.isFinite(value)) return 0
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1))
  const steps = value / step
  const whole = towards === 'down' ? Math.floor(steps) : towards === 'up' ? Math.ceil(steps) : Math.round(steps)
  return whole * step + 0 // no minus zero
}

/** Differences of ratios of binary fractions fall a little beside the whole per cent that they are. */
const NEARLY = 1e-9

/** A rate in whole per cent with its interval rounded outward, all as permille. @param rate 0 to 1, like the interval */
export function wholePerCents(
  rate: number,
  interval: { readonly low: number; readonly high: number },
): { value: number; low: number; high: number } {
  return {
    value: Math.round(rate * 100) * 10,
    low: Math.max(0, Math.floor(interval.low * 100 + NEARLY)) * 10,
    high: Math.min(100, Math.ceil(interval.high * 100 - NEARLY)) * 10,
  }
}

/** What a size class stands for where a number is needed: the geometric middle of its ends. */
export function sizeMiddle(legs: number): number {
  const from = sizeClass(legs)
  return Math.sqrt(Math.max(1, from) * (SIZE_CLASSES.find((next) => next > from) ?? from))
}

/** Lower end of the size class that so many legs lie in. */
export function sizeClass(legs: number): number {
  return SIZE_CLASSES.findLast((from) => from <= legs) ?? 0
}
