/**
 * Step 2, link: which subjects are one. Pure: edges in, labels out.
 *
 * Two subjects are joined when they share a key and were seen on days at most 1 apart. More than 16 together, or over more
 * than 3 days, are not joined at all: somebody repeats one id for everybody or for every day, and one leg of a hundred
 * people helps nobody. (A leg's observations lie within 48 h; what is joined over more days than that cannot be one leg,
 * and would look different from each day's window.)
 */

/** Most subjects that are one leg or one conference (design, section 6, step 2). */
export const WIDEST = 16
/** Most days from the first to the last row of what is one. */
const LONGEST_DAYS = 2

/** The subjects that share one key, each with a day (since 1970 UTC) on which a row of it has the key. */
export type Edge = readonly (readonly [subject: string, day: number])[]

export interface Linked {
  /** Subject and label, of subjects that are joined to another one. Equal label: one leg. */
  readonly labels: readonly (readonly [subject: string, label: string])[]
  /** Subjects that stay alone because too many are linked. */
  readonly wide: readonly string[]
}

/**
 * @param interval when a conference was going on, ms; such subjects are joined only where no more than `nearMs` lies
 * between them. By default every two that share a key on near days are joined
 */
export function link(edges: readonly Edge[], interval?: IntervalOf): Linked {
  const parents = new Map<string, string>()
  const days = new Map<string, { first: number; last: number }>()
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
    for (const [subject, day] of metByOthers(edge)) {
      const { first, last } = days.get(subject) ?? { first: day, last: day }
      days.set(subject, { first: Math.min(first, day), last: Math.max(last, day) })
    }
    for (const [a, b] of interval === undefined ? neighbours(edge) : overlapping(edge, interval)) {
      const [one, other] = [rootOf(a), rootOf(b)]
      parents.set(one, other)
      if (!parents.has(other)) parents.set(other, other)
    }
  }
  const labels: (readonly [string, string])[] = []
  const wide: string[] = []
  for (const [label, subjects] of Map.groupBy(parents.keys(), rootOf)) {
    const first = Math.min(...subjects.map((subject) => days.get(subject)?.first ?? 0))
    const last = Math.max(...subjects.map((subject) => days.get(subject)?.last ?? 0))
    const isLong = interval === undefined && last - first > LONGEST_DAYS // a conference may go on for longer
    if (subjects.length > WIDEST || isLong) wide.push(...subjects)
    else if (subjects.length > 1) for (const subject of subjects) labels.push([subject, label])
  }
  return { labels, wide }
}

/** When something was going on, ms UTC, and how much may lie between two that are one; undefined: not known. */
export type IntervalOf = (subject: string) => { readonly fromMs: number; readonly untilMs: number } | undefined

/** The subjects and days of one key on which, or a day before or after, another subject has the key. */
function metByOthers(edge: Edge): Edge {
  const byDay = Map.groupBy(edge, ([, day]) => day)
  const subjectsOf = new Map([...byDay].map(([day, nodes]) => [day, new Set(nodes.map(([subject]) => subject))]))
  return edge.filter(([subject, day]) =>
    [day - 1, day, day + 1].some((near) => {
      const subjects = subjectsOf.get(near)
      return subjects !== undefined && subjects.size > (subjects.has(subject) ? 1 : 0)
    }),
  )
}

/** Pairs of one key's subjects whose days are at most 1 apart; each with the one before it is enough to join them all. */
function* neighbours(edge: Edge): Iterable<readonly [string, string]> {
  const inOrder = edge.toSorted(([a, dayA], [b, dayB]) => dayA - dayB || (a < b ? -1 : 1))
  for (const [index, [subject, day]] of inOrder.entries()) {
    const before = inOrder[index - 1]
    if (before !== undefined && before[0] !== subject && day - before[1] <= 1) yield [subject, before[0]]
  }
}

/** Conferences are one where no more than this lies between them, ms (design, section 6, step 2). */
const NEAR_MS = 120_000

/** Pairs of one key's conferences that overlap or nearly do, and were seen on days at most 1 apart. */
function* overlapping(edge: Edge, interval: IntervalOf): Iterable<readonly [string, string]> {
  const days = new Map(
    [...Map.groupBy(edge, ([subject]) => subject)].map(([subject, own]) => [subject, own.map(([, day]) => day)]),
  )
  const known = [...days.keys()].flatMap((subject) => {
    const found = interval(subject)
    return found === undefined ? [] : [{ subject, ...found }]
  })
  const near = (a: string, b: string): boolean =>
    (days.get(a) ?? []).some((day) => (days.get(b) ?? []).some((other) => Math.abs(day - other) <= 1))
  let open: (typeof known)[number][] = []
  for (const one of known.toSorted((a, b) => a.fromMs - b.fromMs || (a.subject < b.subject ? -1 : 1))) {
    open = open.filter(({ untilMs }) => one.fromMs <= untilMs + NEAR_MS)
    // More than that at one time are too many to be one anyway.
    for (const other of open.slice(-2 * WIDEST))
      if (near(one.subject, other.subject)) yield [one.subject, other.subject]
    open.push(one)
  }
}
