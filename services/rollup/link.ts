/**
 * Step 2, link: which subjects are one. Pure: edges in, labels out.
 *
 * Two subjects are joined when they share a key and were seen on days at most 1 apart. More than 16 together are not
 * joined at all: somebody repeats one id for everybody, and one leg of a hundred people helps nobody.
 */

/** Most subjects that are one leg or one conference (design, section 6, step 2). */
export const WIDEST = 16

/** The subjects that share one key, each with a day (since 1970 UTC) on which a row of it has the key. */
export type Edge = readonly (readonly [subject: string, day: number])[]

export interface Linked {
  /** Subject and label, of subjects that are joined to another one. Equal label: one leg. */
  readonly labels: readonly (readonly [subject: string, label: string])[]
  /** Subjects that stay alone because too many are linked. */
  readonly wide: readonly string[]
}

/** @param mayJoin a further condition of two subjects that share a key; by default none */
export function link(edges: readonly Edge[], mayJoin: (a: string, b: string) => boolean = () => true): Linked {
  const parents = new Map<string, string>()
  const rootOf = (subject: string): string => {
    let root = subject
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent
    for (let at = subject; at !== root;) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  for (const edge of edges) {
    for (const [a, b] of neighbours(edge)) {
      if (!mayJoin(a, b)) continue
      const [one, other] = [rootOf(a), rootOf(b)]
      parents.set(one, other)
      if (!parents.has(other)) parents.set(other, other)
    }
  }
  const groups = Map.groupBy(parents.keys(), rootOf)
  const labels: (readonly [string, string])[] = []
  const wide: string[] = []
  for (const [label, subjects] of groups) {
    if (subjects.length > WIDEST) wide.push(...subjects)
    else if (subjects.length > 1) for (const subject of subjects) labels.push([subject, label])
  }
  return { labels, wide }
}

/** Pairs of one key's subjects whose days are at most 1 apart; neighbours in order of days are enough to join them all. */
function* neighbours(edge: Edge): Iterable<readonly [string, string]> {
  const inOrder = edge.toSorted(([a, dayA], [b, dayB]) => dayA - dayB || (a < b ? -1 : 1))
  for (const [index, [subject, day]] of inOrder.entries()) {
    for (let before = index - 1; before >= 0; before -= 1) {
      const [other, otherDay] = inOrder[before] ?? ['', -2]
      if (day - otherDay > 1) break
      if (other !== subject) yield [subject, other]
    }
  }
}
