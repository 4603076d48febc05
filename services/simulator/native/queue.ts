/** A queue that gives the earliest first; what is due at one moment comes in the order in which it was put in. */
export interface Queue<T> {
  push(atMs: number, item: T): void
  /** The earliest item that is due before `untilMs`, or undefined. */
  before(untilMs: number): T | undefined
}

interface Entry<T> {
  readonly atMs: number
  readonly order: number
  readonly item: T
}

export function createQueue<T>(): Queue<T> {
  const heap: Entry<T>[] = []
  let order = 0
  const earlier = (a: Entry<T>, b: Entry<T>): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)

  const place = (entry: Entry<T>): void => {
    let at = heap.length
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || earlier(parent, entry)) break
      heap[at] = parent
      at = above
    }
    heap[at] = entry
  }

  const sink = (entry: Entry<T>): void => {
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      let child = heap[below]
      const other = heap[below + 1]
      if (child !== undefined && other !== undefined && earlier(other, child)) {
        child = other
        below += 1
      }
      if (child === undefined || earlier(entry, child)) break
      heap[at] = child
      at = below
    }
    heap[at] = entry
  }

  return {
    push(atMs, item) {
      place({ atMs, order, item })
      order += 1
    },
    before(untilMs) {
      const first = heap[0]
      if (first === undefined || first.atMs >= untilMs) return undefined
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) sink(last)
      return first.item
    },
  }
}
