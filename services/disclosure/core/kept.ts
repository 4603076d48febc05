/** Which values of a dimension keep their earlier figures in a new revision. */
import type { Aspect } from '../../../schemas/changed.ts'
import type { Cut } from '../../../schemas/cube.ts'
import { OTHER } from '../../../schemas/published.ts'
import { compareText } from './cells.ts'
import { aspectOf, type Change, type Since, tellsChange, together } from './changes.ts'

/** A value, or values that can only be compared together, because they were folded differently. */
export interface Block {
  readonly values: readonly string[]
  /** What became of it since each revision. */
  readonly since: readonly Seen[]
}

interface Seen {
  readonly change: Change
  /** That revision did not say what it then was: it kept earlier figures, withheld them, or left the cut out. */
  readonly untold: boolean
}

function seen({ changed, said }: Since, aspect: Aspect, cut: Cut, values: readonly string[]): Seen {
  const figures = said.filter((figure) => figure.cut === cut)
  return {
    change: together(changed.filter((cell) => cell.aspect === aspect && cell.cut === cut && values.includes(cell.v1))),
    untold: values.some((value) => {
      const own = figures.filter(({ v1 }) => v1 === value)
      return (
        (own.length > 0 || figures.length === 0) &&
        !own.some(({ kept, measure }) => !kept && aspectOf(measure) === aspect)
      )
    }),
  }
}

/** Values that two revisions have, each for itself; those that one alone has, together with `other`. */
export function groupsOf(before: readonly string[], after: readonly string[]): readonly (readonly string[])[] {
  const moved = [...before, ...after].filter((value) => !(before.includes(value) && after.includes(value)))
  const all = [...new Set([...before, ...after])].toSorted(compareText)
  const joined = moved.length === 0 ? [] : all.filter((value) => value === OTHER || moved.includes(value))
  return [...all.filter((value) => !joined.includes(value)).map((value) => [value]), joined].filter(
    (values) => values.length > 0,
  )
}

/** @param cut of the tenant or of one dimension */
export const blockOf = (aspect: Aspect, cut: Cut, values: readonly string[], since: readonly Since[]): Block => ({
  values,
  since: since.map((each) => seen(each, aspect, cut, values)),
})

/**
 * Whether a block may be told as it is now: since each revision it has changed by enough persons, or not at all. Where it
 * has not, whoever says what it is now says what it then was, which that revision may have left open.
 */
export const mayTell = ({ since }: Block, aspect: Aspect, k: number): boolean =>
  since.every(({ change, untold }) => (!untold || change.legs >= k) && tellsChange(aspect, change, k))

/**
 * Whether blocks hide each other. The reader knows what they are together, now and in each revision, from the tenant's
 * figures less those of the others.
 *
 * - So together they must have changed safely since each revision, and so must those that are left when what a revision
 *   told, and what has not changed since, is taken away.
 * - Of a revision that left blocks open, the reader knows what these were together. Of some of them apart from the others
 *   it would be said what they then were, unless they have changed since by enough persons.
 */
function hides(kept: ReadonlySet<Block>, blocks: readonly Block[], aspect: Aspect, k: number): boolean {
  const places = [...(blocks[0]?.since ?? []).keys()]
  const sum = (some: readonly Block[], place: number): Change =>
    together(some.flatMap(({ since }) => since[place]?.change ?? []))
  const tellsSum = (some: readonly Block[]): boolean =>
    places.every((place) => tellsChange(aspect, sum(some, place), k))
  return (
    tellsSum([...kept]) &&
    places.every((place) => {
      const open = blocks.filter(({ since }) => since[place]?.untold === true)
      const part = open.filter((block) => kept.has(block))
      const alone = part.length > 0 && part.length < open.length
      const left = [...kept].filter(
        ({ since }) => since[place]?.untold === true || (since[place]?.change.legs ?? 0) > 0,
      )
      return tellsSum(left) && (!alone || mayTell(joined(part, place), aspect, k))
    })
  )
}

/** Blocks as one, since a revision that left them open. */
const joined = (blocks: readonly Block[], place: number): Block => ({
  values: blocks.flatMap(({ values }) => values),
  since: [{ change: together(blocks.flatMap(({ since }) => since[place]?.change ?? [])), untold: true }],
})

/**
 * Step 1, applied to the differences: blocks that may not be told keep their first figures; those that are kept hide each
 * other, else the smallest changed one is kept too, of those that a revision left open before the others.
 *
 * @param must blocks that are kept for another reason
 */
export function keptOf(
  blocks: readonly Block[],
  aspect: Aspect,
  k: number,
  must: (block: Block) => boolean = () => false,
): ReadonlySet<Block> {
  const kept = new Set(blocks.filter((block) => must(block) || !mayTell(block, aspect, k)))
  if (kept.size === 0) return kept
  const legsOf = ({ since }: Block): number => Math.max(0, ...since.map(({ change }) => change.legs))
  const isOpen = ({ since }: Block): boolean => since.some(({ untold }) => untold)
  const next = blocks
    .filter((block) => !kept.has(block) && legsOf(block) > 0)
    .toSorted(
      (a, b) =>
        Number(isOpen(b)) - Number(isOpen(a)) ||
        legsOf(a) - legsOf(b) ||
        compareText(a.values[0] ?? '', b.values[0] ?? ''),
    )
  for (const block of next) {
    if (hides(kept, blocks, aspect, k)) break
    kept.add(block)
  }
  return kept
}
