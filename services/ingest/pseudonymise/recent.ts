/**
 * A bounded memory of recent results: two generations of a `Map`. When the young one is full, the old one is dropped
 * and the young one becomes old; what is asked for again moves back to the young one. It costs half of what a textbook
 * LRU costs and forgets whatever is not used (reference stack, E).
 */
export class Recent<V> {
  readonly #most: number
  #young = new Map<string, V>()
  #old = new Map<string, V>()

  /** @param most entries a generation; at most twice as many are kept */
  constructor(most: number) {
    this.#most = most
  }

  get(key: string): V | undefined {
    const known = this.#young.get(key)
    if (known !== undefined) return known
    const older = this.#old.get(key)
    if (older !== undefined) this.set(key, older)
    return older
  }

  set(key: string, value: V): void {
    if (this.#young.size >= this.#most) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
  }

  clear(): void {
    this.#young = new Map()
    this.#old = new Map()
  }
}
