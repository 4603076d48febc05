/** A few values in memory, by their keys, for a bounded time: what is asked for most often stays longest. */

interface Kept<Value> {
  get(key: string): Value | undefined
  /** @param size in the unit of `most`; what is larger than `most` is not kept */
  set(key: string, value: Value, size: number): void
}

interface Bounds {
  /** Of all sizes together. */
  readonly most: number
  /** After so long a value goes by itself, ms, however often it is asked for. */
  readonly forMs: number
}

export function createKept<Value>({ most, forMs }: Bounds): Kept<Value> {
  /** In the order in which they were last asked for. */
  const held = new Map<string, { readonly value: Value; readonly size: number; readonly timer: NodeJS.Timeout }>()
  let total = 0

  const drop = (key: string): void => {
    const one = held.get(key)
    if (one === undefined) return
    clearTimeout(one.timer)
    held.delete(key)
    total -= one.size
  }

  return {
    get(key) {
      const one = held.get(key)
      if (one === undefined) return undefined
      held.delete(key)
      held.set(key, one)
      return one.value
    },
    set(key, value, size) {
      drop(key)
      if (size > most) return
      for (const oldest of held.keys()) {
        if (total + size <= most) break
        drop(oldest)
      }
      held.set(key, { value, size, timer: setTimeout(() => drop(key), forMs).unref() })
      total += size
    },
  }
}
