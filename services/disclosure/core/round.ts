/** Counts, minutes and persons are published to the nearest of these (design, section 8: Figures). */
export const STEP = 5
/** A published count c says that the true one lies within c ± this. */
export const STEP_HALF = 2

const MINUTE_MS = 60_000

/** The nearest multiple of 5 of a whole number, never below 0. */
export const toStep = (count: number): number => Math.round(count / STEP) * STEP

/** Milliseconds as minutes to the nearest 5. */
export const toMinutes = (ms: number): number => toStep(ms / MINUTE_MS)

/** A mean length in seconds, to the nearest 5: finer would let minutes be undone. */
export const toSeconds = (ms: number, n: number): number => toStep(ms / n / 1_000)

/**
 * Two digits: an interpolated quantile is a fraction of the counts of its bins, and with all its digits it would say
 * those counts.
 */
export function toTwoDigits(value: number): number {
  if (value < 100) return Math.round(value)
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Math.round(value / unit) * unit
}
