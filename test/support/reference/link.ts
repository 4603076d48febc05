/** Which subjects are the same one. What is joined takes one label until nothing changes any more. */
import type { Key128, Observation } from '../../../schemas/observation.ts'
import { dayNumber, grouped } from './order.ts'

/** More keys than this are not joined at all. */
const MOST_SUBJECTS = 16
/** Nor what is joined over more days than a leg's observations can lie apart. */
const MOST_DAYS = 2

export interface Linked {
  readonly components: readonly (readonly Key128[])[]
  /** Subjects of groups that were too large: each stands alone among the components as well. */
  readonly tooWide: readonly Key128[]
}

/**
 * Two subjects are joined where rows of them (of any version) have a key in common, their own or a link, and stand on
 * days at most one apart.
 *
 * @param together whether two such subjects may be joined; without it they are legs, and what is joined over more days
 * than a leg's observations can lie apart is not joined either
 */
export function link(rows: readonly Observation[], together?: (a: Key128, b: Key128) => boolean): Linked {
  const ofLegs = together === undefined
  /** Days on which a subject was seen with a key that another one had at most a day apart. */
  const met = new Map<Key128, number[]>()
  const label = new Map(rows.map((row) => [row.subject_key, row.subject_key]))
  const keyed = rows.flatMap((row) => [row.subject_key, ...row.links].map((key) => ({ key, row })))
  for (const sharing of grouped(keyed, ({ key }) => key).values()) {
    for (const { row: a } of sharing) {
      for (const { row: b } of sharing) {
        if (a.subject_key === b.subject_key) continue
        if (Math.abs(dayNumber(a.fact_day) - dayNumber(b.fact_day)) > 1) continue
        if (together !== undefined && !together(a.subject_key, b.subject_key)) continue
        met.set(a.subject_key, [...(met.get(a.subject_key) ?? []), dayNumber(a.fact_day)])
        const [labelA, labelB] = [label.get(a.subject_key), label.get(b.subject_key)]
        if (labelA === undefined || labelA === labelB) continue
        for (const [key, known] of label) if (known === labelB) label.set(key, labelA)
      }
    }
  }
  const groups = [...grouped([...label], ([, name]) => name).values()].map((group) => group.map(([key]) => key))
  const isTooWide = (group: readonly Key128[]): boolean => {
    const days = group.flatMap((key) => met.get(key) ?? [])
    const isLong = ofLegs && group.length > 1 && Math.max(...days) - Math.min(...days) > MOST_DAYS
    return group.length > MOST_SUBJECTS || isLong
  }
  const tooWide = groups.filter(isTooWide).flat()
  return {
    components: [...groups.filter((group) => !isTooWide(group)), ...tooWide.map((key) => [key])],
    tooWide,
  }
}
