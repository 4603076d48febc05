/** Token buckets by key: a rate with a burst, in bounded memory. */

export interface Rate {
  /** Tokens that come back in a second. */
  readonly perSecond: number
  /** Tokens at most, and at the beginning. */
  readonly burst: number
}

export interface Buckets {
  /** Takes a token. @returns 0 when there was one, else the seconds until there is (whole, at least 1) */
  take(key: string): number
  /** The same answer without taking. */
  peek(key: string): number
}

interface Bucket {
  tokens: number
  atMs: number
}

/**
 * @param monotonicMs a clock that never goes back, ms
 * @param keys how many keys are remembered; beyond it the longest unused one is forgotten, and so starts full again
 */
export function createBuckets(rate: Rate, monotonicMs: () => number, keys = 10_000): Buckets {
  const buckets = new Map<string, Bucket>()

  function current(key: string, now: number): Bucket {
    const known = buckets.get(key)
    if (known === undefined) return { tokens: rate.burst, atMs: now }
    const earned = ((now - known.atMs) / 1_000) * rate.perSecond
    return { tokens: Math.min(rate.burst, known.tokens + earned), atMs: now }
  }

  function wait(bucket: Bucket): number {
    return bucket.tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - bucket.tokens) / rate.perSecond))
  }

  return {
    take(key) {
      const bucket = current(key, monotonicMs())
      const seconds = wait(bucket)
      if (seconds === 0) bucket.tokens -= 1
      // A key that is used again is the newest: others cannot push it out by being many.
      if (!buckets.delete(key) && buckets.size >= keys) {
        const oldest = buckets.keys().next()
        if (oldest.done !== true) buckets.delete(oldest.value)
      }
      buckets.set(key, bucket)
      return seconds
    },
    peek: (key) => wait(current(key, monotonicMs())),
  }
}
