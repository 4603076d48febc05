import { type Cell, CUTS, type Cut } from '../../../schemas/cube.ts'
import { type Figure, OTHER, type ProtocolCut } from '../../../schemas/published.ts'
import { compareText, dimensionsOf, groupBy, keyOf, ofCut } from './cells.ts'
import { figureOfFew } from './figures.ts'
import { inOrder } from './order.ts'
import { PEOPLE_CUTS } from './people.ts'
import type { MonthResult } from './publish.ts'
import { isSafe } from './safe.ts'

export interface Revision {
  readonly k: number
  /** What is published of the month now. */
  readonly before: readonly Figure[]
  readonly after: MonthResult
  /** Every revision that said something of people, oldest first; the last is `before`. */
  readonly since: readonly Since[]
}

/** A revision, as it is compared with now. */
export interface Since {
  /** People's cells, with `after`'s folded values, of the legs alone that differ between that revision and now. */
  readonly changed: readonly Cell[]
  /** Of which cells (`nameOf`) it did not say what they then were, because it kept earlier figures. */
  readonly untold: ReadonlySet<string>
}

export interface Revised {
  readonly figures: Figure[]
  readonly protocol: ProtocolCut[]
  /** False: too little changed to say so; what was published stays, and there is no new revision. */
  readonly published: boolean
}

/** A cell of people, by cut and values. */
export const nameOf = ({ cut, v1, v2 }: Pick<Figure, 'cut' | 'v1' | 'v2'>): string => `${cut}\0${keyOf(v1, v2)}`

/** What changed since a revision. */
interface Change {
  readonly legs: number
  readonly ms: number
  /** At least so many persons changed; the parts' persons may be the same ones, so they are not added. */
  readonly persons: number
  /** Legs and minutes of whoever has most, no more than this part of the changed ones, milli-percent. */
  readonly top_legs_mp: number
  readonly top_ms_mp: number
}

/** Values that can only be compared together, because they were folded differently, and what changed in them. */
interface Block {
  readonly values: readonly string[]
  /** Since each revision. */
  readonly since: readonly { readonly change: Change; readonly untold: boolean }[]
}

/**
 * What is certain of the changes of several parts together: at least the persons of the largest, and of nobody more than
 * the largest person's parts of all of them.
 */
function together(parts: readonly Change[]): Change {
  const sum = (of: (part: Change) => number): number => parts.reduce((all, part) => all + of(part), 0)
  const [legs, ms] = [sum((part) => part.legs), sum((part) => part.ms)]
  return {
    legs,
    ms,
    persons: Math.max(0, ...parts.map((part) => part.persons)),
    top_legs_mp: legs === 0 ? 0 : sum((part) => part.top_legs_mp * part.legs) / legs,
    top_ms_mp: ms === 0 ? 0 : sum((part) => part.top_ms_mp * part.ms) / ms,
  }
}

const valuesOf = (figures: readonly Figure[], position: 'v1' | 'v2'): readonly string[] =>
  [...new Set(figures.map((figure) => figure[position]))].toSorted(compareText)

/** Values that both revisions have, each for itself; those that one alone has, together with `other`. */
function blocksOf(
  cut: Cut,
  before: readonly string[],
  after: readonly string[],
  since: readonly Since[],
): readonly Block[] {
  const moved = [...before, ...after].filter((value) => !(before.includes(value) && after.includes(value)))
  const all = [...new Set([...before, ...after])].toSorted(compareText)
  const joined = moved.length === 0 ? [] : all.filter((value) => value === OTHER || moved.includes(value))
  const groups = [...all.filter((value) => !joined.includes(value)).map((value) => [value]), joined]
  return groups
    .filter((values) => values.length > 0)
    .map((values) => ({
      values,
      since: since.map(({ changed, untold }) => ({
        change: together(ofCut(changed, cut).filter((cell) => values.includes(cell.v1))),
        untold: values.some((v1) => untold.has(nameOf({ cut, v1, v2: '' }))),
      })),
    }))
}

/**
 * Step 1, applied to the differences: blocks whose change comes from fewer than k persons, or mostly from one, keep their
 * first figures; those that are kept have changed together by k persons, else the smallest changed one is kept too.
 *
 * Of a revision that kept a block, the reader knows what all kept blocks were together. Whoever says what one of them is
 * now, where it has not changed since, says what it was then, and so what the others were: what was kept stays kept until
 * enough persons have changed since it was, in the last of these revisions as in the first.
 */
function keptOf(blocks: readonly Block[], k: number): readonly Block[] {
  const mayTell = ({ since }: Block): boolean =>
    since.every(({ change, untold }) => (change.legs === 0 ? !untold : isSafe(change, k)))
  const kept = blocks.filter((block) => !mayTell(block))
  if (kept.length === 0) return []
  const hides = (): boolean =>
    (blocks[0]?.since ?? []).every((_, place) => {
      const change = together(kept.flatMap(({ since }) => since[place]?.change ?? []))
      return change.legs === 0 || isSafe(change, k)
    })
  const legsOf = ({ since }: Block): number => Math.max(0, ...since.map(({ change }) => change.legs))
  const next = blocks
    .filter((block) => mayTell(block) && legsOf(block) > 0)
    .toSorted((a, b) => legsOf(a) - legsOf(b) || compareText(a.values[0] ?? '', b.values[0] ?? ''))
  for (const block of next) {
    if (hides()) break
    kept.push(block)
  }
  return kept
}

/** Figures marked as kept. A cell of few stays one of few: a mark would tell that somebody of it changed. */
const asKept = (figures: readonly Figure[]): readonly Figure[] =>
  figures.map((figure) => ({ ...figure, kept: figure.mark !== 'few' }))
const cellKey = (figure: Pick<Figure, 'v1' | 'v2'>): string => keyOf(figure.v1, figure.v2)
const of = (figures: readonly Figure[], cut: Cut): readonly Figure[] => figures.filter((figure) => figure.cut === cut)
const same = (a: readonly Figure[], b: readonly Figure[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A cut of one dimension in the new revision. */
function reviseOne(
  cut: Cut,
  before: readonly Figure[],
  after: readonly Figure[],
  since: readonly Since[],
  k: number,
): readonly Figure[] {
  if (before.length === 0 || after.length === 0) return after
  const blocks = blocksOf(cut, valuesOf(before, 'v1'), valuesOf(after, 'v1'), since)
  const kept = new Set(keptOf(blocks, k).flatMap(({ values }) => values))
  return [...asKept(before.filter((figure) => kept.has(figure.v1))), ...after.filter((figure) => !kept.has(figure.v1))]
}

/** The values of a dimension in the new revision: those of its own cut, where it has one. */
function listed(cut: Cut, position: 0 | 1, after: readonly Figure[], ones: readonly Figure[]): readonly string[] {
  const dimension = CUTS[cut].by[position]
  const own = ones.filter(
    (figure) => dimensionsOf(figure.cut) === 1 && dimension !== undefined && CUTS[figure.cut].by[0] === dimension,
  )
  return own.length > 0 ? valuesOf(own, 'v1') : valuesOf(after, position === 0 ? 'v1' : 'v2')
}

const sameValues = (a: readonly string[], b: readonly string[]): boolean => a.join('\0') === b.join('\0')

/** A cut of two dimensions: each cell for itself, since nothing in it adds up; listed whole, as always. */
function reviseTwo(
  cut: Cut,
  before: readonly Figure[],
  after: readonly Figure[],
  since: readonly Since[],
  ones: readonly Figure[],
  k: number,
): readonly Figure[] {
  if (after.length === 0) return []
  const first = groupBy(before, cellKey)
  const now = groupBy(after, cellKey)
  const few = new Set(
    since.flatMap(({ changed }) =>
      ofCut(changed, cut)
        .filter((cell) => cell.legs > 0 && !isSafe(cell, k))
        .map(cellKey),
    ),
  )
  const rows = listed(cut, 0, after, ones)
  const columns = listed(cut, 1, after, ones)
  // Where a dimension keeps the values of before, its `other` is that of before.
  const oldRows = !sameValues(rows, valuesOf(after, 'v1'))
  const oldColumns = !sameValues(columns, valuesOf(after, 'v2'))
  return rows.flatMap((v1) =>
    columns.flatMap((v2) => {
      const key = keyOf(v1, v2)
      const old = first.get(key)
      const folded = (oldRows && v1 === OTHER) || (oldColumns && v2 === OTHER)
      const fresh = folded ? undefined : now.get(key)
      if (old !== undefined && (few.has(key) || fresh === undefined)) return asKept(old)
      return fresh ?? [figureOfFew(cut, v1, v2)]
    }),
  )
}

const withKept = (protocol: readonly ProtocolCut[], figures: readonly Figure[]): ProtocolCut[] =>
  protocol.map((entry) => {
    const kept = new Set(figures.filter((figure) => figure.cut === entry.cut && figure.kept).map(cellKey)).size
    return kept === 0 ? entry : { ...entry, by_rule: { ...entry.by_rule, kept } }
  })

/**
 * A reopened month is sealed again (design, section 8: Revision). The difference to what was published is a table of its
 * own: whoever holds both revisions can subtract them, so it must be as safe as they are.
 *
 * Where nothing was said of people before, there is nothing to subtract. Where nothing would be said now, what was said
 * stays. The environment changes with the revision; rooms are not persons.
 */
export function revise({ k, before, after, since }: Revision): Revised {
  const people = before.filter((figure) => figure.population === 'people')
  const unchanged: Revised = { figures: [...before], protocol: after.protocol, published: false }
  if (people.length === 0) return { ...after, published: !same(before, after.figures) }
  if (!after.safe) return unchanged
  const environment = after.figures.filter((figure) => figure.population === 'environment')
  const all = since.map(({ changed }) => ofCut(changed, 'tenant')[0]?.legs ?? 0)
  if ((all.at(-1) ?? 0) === 0) {
    const figures = [...inOrder([...people, ...environment])]
    return { figures, protocol: withKept(after.protocol, figures), published: !same(before, figures) }
  }
  // Enough must have changed since each revision: what was taken back of an earlier change may leave a few.
  const enough = since.every(({ changed }) => ofCut(changed, 'tenant').every((cell) => isSafe(cell, k)))
  if (!enough) return unchanged
  const ones = PEOPLE_CUTS.filter((cut) => dimensionsOf(cut) < 2).flatMap((cut) =>
    cut === 'tenant' ? of(after.figures, cut) : reviseOne(cut, of(people, cut), of(after.figures, cut), since, k),
  )
  const twos = PEOPLE_CUTS.filter((cut) => dimensionsOf(cut) === 2).flatMap((cut) =>
    reviseTwo(cut, of(people, cut), of(after.figures, cut), since, ones, k),
  )
  const figures = [...inOrder([...ones, ...twos, ...environment])]
  return { figures, protocol: withKept(after.protocol, figures), published: true }
}
