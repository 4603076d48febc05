/** Seeded pseudo-random numbers: one seed, one result (mulberry32, a public-domain generator of 32-bit state). */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number
  pick<T>(items: readonly [T, ...T[]]): T
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
  const hex = (digits: number): string => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join('')
  return {
    next,
    whole,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}
