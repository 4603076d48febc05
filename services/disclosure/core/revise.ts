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
  /**
   * People's cells, with `after`'s folded values, of the legs alone that differ between what `before` says and now: of a
   * cell that an earlier revision kept, since the revision that its figures are of.
   */
  readonly changed: readonly Cell[]
}

export interface Revised {
  readonly figures: Figure[]
  readonly protocol: ProtocolCut[]
  /** False: too little changed to say so; what was published stays, and there is no new revision. */
  readonly published: boolean
}

/** Values that can only be compared together, because they were folded differently, and what changed in them. */
interface Block {
  readonly values: readonly string[]
  readonly legs: number
  /** At least so many persons changed; the parts' persons may be the same ones, so they are not added. */
  readonly persons: number
  /** Legs and minutes of whoever has most, no more than this part of the changed ones, milli-percent. */
  readonly top_legs_mp: number
  readonly top_ms_mp: number
}

/** What is certain of the changes of several parts together. */
function together(values: readonly string[], parts: readonly Omit<Block, 'values'>[]): Block {
  const largest = (of: (part: Omit<Block, 'values'>) => number): number => Math.max(0, ...parts.map(of))
  return {
    values,
    legs: parts.reduce((sum, part) => sum + part.legs, 0),
    persons: largest((part) => part.persons),
    top_legs_mp: largest((part) => part.top_legs_mp),
    top_ms_mp: largest((part) => part.top_ms_mp),
  }
}

const valuesOf = (figures: readonly Figure[], position: 'v1' | 'v2'): readonly string[] =>
  [...new Set(figures.map((figure) => figure[position]))].toSorted(compareText)

/** Values that both revisions have, each for itself; those that one alone has, together with `other`. */
function blocksOf(before: readonly string[], after: readonly string[], changed: readonly Cell[]): readonly Block[] {
  const moved = [...before, ...after].filter((value) => !(before.includes(value) && after.includes(value)))
  const all = [...new Set([...before, ...after])].toSorted(compareText)
  const joined = moved.length === 0 ? [] : all.filter((value) => value === OTHER || moved.includes(value))
  const groups = [...all.filter((value) => !joined.includes(value)).map((value) => [value]), joined]
  return groups
    .filter((values) => values.length > 0)
    .map((values) =>
      together(
        values,
        changed.filter((cell) => values.includes(cell.v1)),
      ),
    )
}

/**
 * Step 1, applied to the difference: blocks whose change comes from fewer than k persons, or mostly from one, keep their
 * first figures; those that are kept have changed together by k persons, else the smallest changed one is kept too.
 */
function keptOf(blocks: readonly Block[], k: number): readonly Block[] {
  const changed = blocks.filter((block) => block.legs > 0)
  const kept = changed.filter((block) => !isSafe(block, k))
  if (kept.length === 0) return []
  const next = changed
    .filter((block) => isSafe(block, k))
    .toSorted((a, b) => a.legs - b.legs || compareText(a.values[0] ?? '', b.values[0] ?? ''))
  for (const block of next) {
    if (isSafe(together([], kept), k)) break
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
function reviseOne(before: readonly Figure[], after: readonly Figure[], changed: readonly Cell[], k: number) {
  if (before.length === 0 || after.length === 0) return after
  const blocks = blocksOf(valuesOf(before, 'v1'), valuesOf(after, 'v1'), changed)
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
  changed: readonly Cell[],
  ones: readonly Figure[],
  k: number,
): readonly Figure[] {
  if (after.length === 0) return []
  const first = groupBy(before, cellKey)
  const now = groupBy(after, cellKey)
  const changes = new Map(changed.map((cell) => [cellKey(cell), cell]))
  const rows = listed(cut, 0, after, ones)
  const columns = listed(cut, 1, after, ones)
  // Where a dimension keeps the values of before, its `other` is that of before.
  const oldRows = !sameValues(rows, valuesOf(after, 'v1'))
  const oldColumns = !sameValues(columns, valuesOf(after, 'v2'))
  return rows.flatMap((v1) =>
    columns.flatMap((v2) => {
      const key = keyOf(v1, v2)
      const change = changes.get(key)
      const old = first.get(key)
      const small = change !== undefined && change.legs > 0 && !isSafe(change, k)
      const folded = (oldRows && v1 === OTHER) || (oldColumns && v2 === OTHER)
      const fresh = folded ? undefined : now.get(key)
      if (old !== undefined && (small || fresh === undefined)) return asKept(old)
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
export function revise({ k, before, after, changed }: Revision): Revised {
  const people = before.filter((figure) => figure.population === 'people')
  const unchanged: Revised = { figures: [...before], protocol: after.protocol, published: false }
  if (people.length === 0) return { ...after, published: !same(before, after.figures) }
  if (!after.safe) return unchanged
  const environment = after.figures.filter((figure) => figure.population === 'environment')
  const [all] = ofCut(changed, 'tenant')
  if (all === undefined || all.legs === 0) {
    const figures = [...inOrder([...people, ...environment])]
    return { figures, protocol: withKept(after.protocol, figures), published: !same(before, figures) }
  }
  if (!isSafe(all, k)) return unchanged
  const ones = PEOPLE_CUTS.filter((cut) => dimensionsOf(cut) < 2).flatMap((cut) =>
    cut === 'tenant'
      ? of(after.figures, cut)
      : reviseOne(of(people, cut), of(after.figures, cut), ofCut(changed, cut), k),
  )
  const twos = PEOPLE_CUTS.filter((cut) => dimensionsOf(cut) === 2).flatMap((cut) =>
    reviseTwo(cut, of(people, cut), of(after.figures, cut), ofCut(changed, cut), ones, k),
  )
  const figures = [...inOrder([...ones, ...twos, ...environment])]
  return { figures, protocol: withKept(after.protocol, figures), published: true }
}
