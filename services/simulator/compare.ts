/** Lays what is stored beside the truth: leg by leg, conference by conference, person by person. */
import type { Leg } from '../../schemas/leg.ts'
import type { Facts, Names } from './compare-facts.ts'
import { matchLegs } from './compare-match.ts'
import { conferencePartition, type Partition, personPartition } from './compare-partitions.ts'
import type { Truth } from './model.ts'

/**
 * - `missing`, `surplus`  a leg of the truth that is not stored, a stored leg that never was
 * - `differs`             a stored leg differs from the truth in `fields`
 * - `split`               one conference or person of the truth has several keys
 * - `joined`              one key stands for several conferences or persons of the truth
 */
interface Difference {
  readonly what: 'missing' | 'surplus' | 'differs' | 'split' | 'joined'
  readonly of: 'leg' | 'conference' | 'person'
  /** Id in the truth; of `joined` and `surplus` the stored key. */
  readonly id: string
  readonly fields: readonly FieldDifference[]
}

/** Everything in it is invented. */
interface FieldDifference {
  readonly field: string
  readonly truth: string | number | null
  readonly stored: string | number | null
}

/** How much of the truth is stored as it must be. */
interface Compared {
  readonly truth: number
  readonly stored: number
  readonly equal: number
}

interface Summary {
  readonly legs: Compared
  readonly conferences: Compared
  /** A person counts once a month and sort of identifier. */
  readonly persons: Compared
}

export interface Comparison {
  readonly differences: readonly Difference[]
  readonly summary: Summary
}

/**
 * @param legs all stored legs of the tenant
 * @param names of sites and rooms by id, as the control store has them
 */
export function compare(truth: Truth, legs: readonly Leg[], names: Names): Comparison {
  const { pairs, missing, surplus } = matchLegs(truth, legs, names)
  const conferences = conferencePartition(truth, legs, pairs)
  const persons = personPartition(truth, legs, pairs)
  const wrong = pairs.filter(({ fields }) => fields.length > 0)
  return {
    differences: [
      ...missing.map(({ leg, facts }) => legDifference('missing', leg.id, startAndKind(facts), facts, {})),
      ...surplus.map(({ leg, facts }) => legDifference('surplus', leg.leg_key, startAndKind(facts), {}, facts)),
      ...wrong.map(({ told, held, fields }) => legDifference('differs', told.leg.id, fields, told.facts, held.facts)),
      ...partitionDifferences('conference', conferences),
      ...partitionDifferences('person', persons),
    ],
    summary: {
      legs: { truth: truth.legs.length, stored: legs.length, equal: pairs.length - wrong.length },
      conferences: countsOf(conferences),
      persons: countsOf(persons),
    },
  }
}

/** The differences alone; none where every leg, conference and person is as it was. */
export function compareLegs(truth: Truth, legs: readonly Leg[], names: Names): readonly Difference[] {
  return compare(truth, legs, names).differences
}

function countsOf({ truth, stored, equal }: Partition): Compared {
  return { truth, stored, equal }
}

/** The most telling fields of a leg that has no counterpart. */
function startAndKind(facts: Facts): readonly string[] {
  return ['platform', 'start_ms', 'end_ms', 'kind', 'protocol', 'site'].filter((field) => facts[field] !== null)
}

function legDifference(
  what: Difference['what'],
  id: string,
  fields: readonly string[],
  truth: Facts,
  stored: Facts,
): Difference {
  return {
    what,
    of: 'leg',
    id,
    fields: fields.map((field) => ({ field, truth: truth[field] ?? null, stored: stored[field] ?? null })),
  }
}

function partitionDifferences(of: 'conference' | 'person', { split, joined }: Partition): Difference[] {
  const key = `${of}_key`
  return [
    ...[...split].map(([id, keys]): Difference => ({
      what: 'split',
      of,
      id,
      fields: [{ field: key, truth: id, stored: keys.join(' ') }],
    })),
    ...[...joined].map(([id, groups]): Difference => ({
      what: 'joined',
      of,
      id,
      fields: [{ field: key, truth: groups.join(', '), stored: id }],
    })),
  ]
}
