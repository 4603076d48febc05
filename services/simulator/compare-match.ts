/**
 * Which stored leg is which leg of the truth, without knowing a key: first those that are equal in every field, then
 * those that begin and end together, then those that begin or end together. Of several that are alike, those are taken
 * for each other whose conference and person agree with what was found so far.
 */
import type { Leg } from '../../schemas/leg.ts'
import { differing, type Facts, factsOfStored, factsOfTruth, type Names } from './compare-facts.ts'
import type { Truth, TruthLeg } from './model.ts'

interface Told {
  readonly leg: TruthLeg
  readonly facts: Facts
}

interface Held {
  readonly leg: Leg
  readonly facts: Facts
}

export interface Pair {
  readonly told: Told
  readonly held: Held
  /** In which they differ. */
  readonly fields: readonly string[]
}

interface Matching {
  readonly pairs: readonly Pair[]
  readonly missing: readonly Told[]
  readonly surplus: readonly Held[]
}

const ROUNDS: readonly ((facts: Facts) => string)[] = [
  (facts) => JSON.stringify(facts),
  (facts) => `${facts['platform']} ${facts['start_ms']} ${facts['end_ms']}`,
  (facts) => `${facts['platform']} ${facts['start_ms']}`,
  (facts) => `${facts['platform']} ${facts['end_ms']}`,
]

export function matchLegs(truth: Truth, legs: readonly Leg[], names: Names): Matching {
  const pairs: Pair[] = []
  let missing: readonly Told[] = truth.legs.map((leg) => ({ leg, facts: factsOfTruth(leg) }))
  let surplus: readonly Held[] = legs.map((leg) => ({ leg, facts: factsOfStored(leg, names) }))
  for (const signatureOf of ROUNDS) {
    const held = Map.groupBy(surplus, ({ facts }) => signatureOf(facts))
    const several: [Told[], Held[]][] = []
    for (const [signature, those] of Map.groupBy(missing, ({ facts }) => signatureOf(facts))) {
      const these = held.get(signature)
      if (these === undefined) continue
      const [that] = those
      const [it] = these
      if (that !== undefined && it !== undefined && those.length + these.length === 2) pairs.push(pairOf(that, it))
      else several.push([those, these])
    }
    const known = agreementOf(pairs)
    for (const [those, these] of several) pairs.push(...pairAlike(those, these, known))
    const paired = new Set<unknown>(pairs.flatMap((pair) => [pair.told, pair.held]))
    missing = missing.filter((one) => !paired.has(one))
    surplus = surplus.filter((one) => !paired.has(one))
  }
  return { pairs, missing, surplus }
}

function pairOf(told: Told, held: Held): Pair {
  return { told, held, fields: differing(told.facts, held.facts) }
}

/** Takes the best of all pairs, then the best of the rest, and so on. */
function pairAlike(those: readonly Told[], these: readonly Held[], known: Agreement): Pair[] {
  const candidates = those
    .flatMap((told) => these.map((held) => pairOf(told, held)))
    .map((pair) => ({ pair, worth: known.worthOf(pair) - 10 * pair.fields.length }))
    .toSorted((a, b) => b.worth - a.worth)
  const taken = new Set<unknown>()
  const pairs: Pair[] = []
  for (const { pair } of candidates) {
    if (taken.has(pair.told) || taken.has(pair.held)) continue
    taken.add(pair.told).add(pair.held)
    known.add(pair)
    pairs.push(pair)
  }
  return pairs
}

interface Agreement {
  add(pair: Pair): void
  /** How well a pair agrees with what was found so far. */
  worthOf(pair: Pair): number
}

function agreementOf(pairs: readonly Pair[]): Agreement {
  const keyOf = new Map<string, string | null>()
  const idsOf = ({ told, held }: Pair) =>
    [
      [`conference ${told.leg.conference}`, held.leg.conference_key],
      [`person ${told.leg.person} ${told.leg.personIdent} ${held.leg.day.slice(0, 7)}`, held.leg.person_key],
    ] as const
  const add = (pair: Pair): void => {
    for (const [id, key] of idsOf(pair)) if (!keyOf.has(id)) keyOf.set(id, key)
  }
  pairs.forEach(add)
  return {
    add,
    worthOf: (pair) =>
      idsOf(pair).reduce((worth, [id, key]) => worth + (keyOf.has(id) ? (keyOf.get(id) === key ? 1 : -1) : 0), 0),
  }
}
