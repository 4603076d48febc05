/**
 * Keys say nothing by themselves; what counts is which legs have the same one. A conference of the truth must have one
 * key, and that key no other conference; a person one key a month and sort of identifier, which nobody else has then
 * and nobody at all in another month.
 */
import type { Leg } from '../../schemas/leg.ts'
import { monthOf } from './calendar.ts'
import type { Pair } from './compare-match.ts'
import type { Truth, TruthLeg } from './model.ts'

export interface Partition {
  /** Groups of the truth with more than one key, and their keys. */
  readonly split: ReadonlyMap<string, readonly string[]>
  /** Keys that stand for several groups of the truth, and these. */
  readonly joined: ReadonlyMap<string, readonly string[]>
  /** Groups of the truth, keys that are stored, and groups whose legs are all stored with one key of their own. */
  readonly truth: number
  readonly stored: number
  readonly equal: number
}

interface Grouping {
  readonly groupOf: (leg: TruthLeg) => string | null
  readonly keyOf: (leg: Leg) => string | null
}

export function conferencePartition(truth: Truth, legs: readonly Leg[], pairs: readonly Pair[]): Partition {
  return partition(truth, legs, pairs, {
    groupOf: (leg) => leg.conference,
    keyOf: (leg) => leg.conference_key,
  })
}

export function personPartition(truth: Truth, legs: readonly Leg[], pairs: readonly Pair[]): Partition {
  return partition(truth, legs, pairs, {
    groupOf: ({ person, personIdent, startMs }) =>
      person === null ? null : `${person} by ${personIdent} in ${monthOf(startMs, truth.zone)}`,
    keyOf: (leg) => leg.person_key,
  })
}

/** Legs of which one side says "none" are not compared here: that is a difference of the leg. */
function partition(
  truth: Truth,
  legs: readonly Leg[],
  pairs: readonly Pair[],
  { groupOf, keyOf }: Grouping,
): Partition {
  const keys = new Map<string, Set<string>>()
  const groups = new Map<string, Set<string>>()
  const paired = new Map<string, number>()
  for (const { told, held } of pairs) {
    const [group, key] = [groupOf(told.leg), keyOf(held.leg)]
    if (group === null || key === null) continue
    keys.set(group, (keys.get(group) ?? new Set()).add(key))
    groups.set(key, (groups.get(key) ?? new Set()).add(group))
    paired.set(group, (paired.get(group) ?? 0) + 1)
  }
  const told = sizes(truth.legs, groupOf)
  const held = sizes(legs, keyOf)
  const isEqual = (group: string, size: number): boolean => {
    const [key, ...others] = keys.get(group) ?? []
    if (key === undefined || others.length > 0 || groups.get(key)?.size !== 1) return false
    return paired.get(group) === size && held.get(key) === size
  }
  return {
    split: several(keys),
    joined: several(groups),
    truth: told.size,
    stored: held.size,
    equal: [...told].filter(([group, size]) => isEqual(group, size)).length,
  }
}

function several(sets: ReadonlyMap<string, ReadonlySet<string>>): Map<string, readonly string[]> {
  return new Map([...sets].filter(([, set]) => set.size > 1).map(([name, set]) => [name, [...set].toSorted()]))
}

function sizes<T>(legs: readonly T[], nameOf: (leg: T) => string | null): Map<string, number> {
  const found = new Map<string, number>()
  for (const leg of legs) {
    const name = nameOf(leg)
    if (name !== null) found.set(name, (found.get(name) ?? 0) + 1)
  }
  return found
}
