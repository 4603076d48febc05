/** Where the labels of a drawing stand: as near to what they belong to as the others allow. */

export interface Label {
  /** Where its middle belongs, in pixels downwards. */
  readonly at: number
  /** Height, in pixels. */
  readonly height: number
}

/**
 * Middles of labels, none over another and none beyond the ends, in the order given: moved down until each has room, then
 * up again from the lower end.
 *
 * @param bottom of the drawing, in pixels; where the labels do not fit above it, they end below it
 */
export function spread(labels: readonly Label[], top: number, bottom: number): readonly number[] {
  const order = labels.map((label, index) => ({ ...label, index })).toSorted((one, two) => one.at - two.at)
  const total = labels.reduce((sum, { height }) => sum + height, 0)
  const middles = labels.map(({ at }) => at)
  let edge = top
  for (const { at, height, index } of order) {
    const middle = Math.max(at, edge + height / 2)
    middles[index] = middle
    edge = middle + height / 2
  }
  edge = Math.max(bottom, top + total)
  for (const { height, index } of order.toReversed()) {
    const middle = Math.min(middles[index] ?? 0, edge - height / 2)
    middles[index] = Math.round(middle * 10) / 10
    edge = middle - height / 2
  }
  return middles
}

/** A name in lines of at most so many letters, broken between words; a longer word is broken anywhere. */
export function wrapped(name: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of name.split(/\s+/u)) {
    const last = lines.at(-1)
    const letters = [...word]
    if (last !== undefined && [...last].length + 1 + letters.length <= most) {
      lines[lines.length - 1] = `${last} ${word}`
      continue
    }
    for (let from = 0; from < letters.length; from += most) lines.push(letters.slice(from, from + most).join(''))
  }
  return lines
}
