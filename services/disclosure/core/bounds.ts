/** Whole numbers from `low` to `high`, ends included. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** A sum: what the parts add up to. All are indices of the numbers that are bounded. */
export interface Line {
  readonly whole: number
  readonly parts: readonly number[]
}

/** One number is no larger than another. */
export interface Within {
  readonly part: number
  readonly of: number
}

/** A rate that is known from `low` to `high`: `part` divided by `of`. */
export interface Ratio extends Within, Bounds {}

export interface Facts {
  readonly bounds: readonly Bounds[]
  readonly lines: readonly Line[]
  readonly within: readonly Within[]
  readonly ratios: readonly Ratio[]
}

/** Enough: what is found later is a leg or two. */
const MOST_ROUNDS = 200
/** The last digits of a float do not move a bound to the next whole number. */
const TINY = 1e-9

/**
 * Narrows bounds of whole numbers that are bound by sums and rates, fact by fact until nothing changes: what anybody with
 * pencil and patience finds out of what is published (design, section 8: Audit). Never narrower than what is true of every
 * solution; an exact program may find narrower ones.
 */
export function narrow({ bounds, lines, within, ratios }: Facts): readonly Bounds[] {
  const low = bounds.map((bound) => bound.low)
  const high = bounds.map((bound) => bound.high)
  const lowOf = (index: number): number => low[index] ?? 0
  const highOf = (index: number): number => high[index] ?? 0
  let changed = true
  const raise = (index: number, to: number): void => {
    const whole = Math.ceil(to - TINY)
    if (whole <= lowOf(index)) return
    low[index] = whole
    changed = true
  }
  const lower = (index: number, to: number): void => {
    const whole = Math.floor(to + TINY)
    if (whole >= highOf(index)) return
    high[index] = whole
    changed = true
  }
  const useLine = ({ whole, parts }: Line): void => {
    const least = parts.reduce((sum, part) => sum + lowOf(part), 0)
    const most = parts.reduce((sum, part) => sum + highOf(part), 0)
    raise(whole, least)
    lower(whole, most)
    for (const part of parts) {
      const others = { low: least - lowOf(part), high: most - highOf(part) }
      raise(part, lowOf(whole) - others.high)
      lower(part, highOf(whole) - others.low)
    }
  }
  for (let round = 0; changed && round < MOST_ROUNDS; round += 1) {
    changed = false
    for (const line of lines) useLine(line)
    for (const { part, of } of within) {
      lower(part, highOf(of))
      raise(of, lowOf(part))
    }
    for (const ratio of ratios) {
      raise(ratio.part, ratio.low * lowOf(ratio.of))
      lower(ratio.part, ratio.high * highOf(ratio.of))
      if (ratio.low > 0) lower(ratio.of, highOf(ratio.part) / ratio.low)
      if (ratio.high > 0) raise(ratio.of, lowOf(ratio.part) / ratio.high)
    }
  }
  return bounds.map((_, index) => ({ low: lowOf(index), high: highOf(index) }))
}
