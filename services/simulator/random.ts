/** Seeded pseudo-random numbers: one seed, one result (mulberry32, a public-domain generator of 32-bit state). */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number
  pick<T>(items: readonly [T, ...T[]]): T
  /** True with this probability. */
  chance(probability: number): boolean
  /** Normally distributed, mean 0, deviation 1 (Box and Muller). */
  normal(): number
  /** Some of the items in random order, all where there are not so many. */
  some<T>(items: readonly T[], count: number): T[]
  /** A UUID of this stream; it looks like a random one and is the same in every run. */
  uuid(): string
}

export function createRandom(seed: number): Random {
  let state = Math.trunc(seed) % 4_294_967_296
  const next = (): number => {
    state = (state + 0x6d2b79f5) % 4_294_967_296
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const hex = (digits: number): string => {
    let text = ''
    for (let left = digits; left > 0; left -= 1) text += whole(0, 15).toString(16)
    return text
  }
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items]
    const taken: T[] = []
    while (taken.length < count && left.length > 0) taken.push(...left.splice(whole(0, left.length - 1), 1))
    return taken
  }
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    some,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}

/** A stream of its own for a part of a whole, so that one part does not move the others. */
export function forkRandom(seed: number, part: string): Random {
  let mixed = Math.trunc(seed) % 4_294_967_296
  for (const letter of part) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return createRandom(mixed)
}
