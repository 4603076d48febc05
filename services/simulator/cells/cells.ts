/** The cells of a day or month, counted one by one from the legs of the truth. */
import {
  type Cell,
  CLUSTER_SUMS,
  type ClusterSum,
  type Cut,
  CUT_NAMES,
  CUTS,
  type Distinct,
  OUTCOME_NAMES,
  type Outcome,
} from '../../../schemas/cube.ts'
import { addUp } from './additive.ts'
import type { CountedLeg } from './leg.ts'

/**
 * @param legs of the truth, of all time
 * @param period local day `YYYY-MM-DD` or month `YYYY-MM`
 * @param cuts all by default
 * @returns every cell of both populations that is not empty, in no particular order
 */
export function truthCells(
  legs: readonly CountedLeg[],
  period: string,
  cuts: readonly Cut[] = CUT_NAMES,
): readonly Cell[] {
  const within = legs.filter(({ day }) => day.startsWith(period))
  const conferences = conferencesOf(within)
  return cuts.flatMap((cut) => {
    const { population } = CUTS[cut]
    const members = within.filter((leg) => leg.population === population)
    return [...Map.groupBy(members, (leg) => keyOf(placeOf(cut, leg))).values()].map((group) =>
      cellOf(cut, group, conferences),
    )
  })
}

/** DISTINCTS of the legs of several cells of one cut of people taken together. */
export interface CellsTogether {
  readonly cut: Cut
  readonly v1: readonly string[]
  readonly v2: readonly string[] // [] where the cut has one dimension or none
}

/** @returns a function that counts persons and conferences over several cells of the period as over one */
export function truthUnions(
  legs: readonly CountedLeg[],
  period: string,
): (ask: CellsTogether) => Record<Distinct, number> {
  const within = legs.filter(({ day, population }) => day.startsWith(period) && population === 'people')
  return ({ cut, v1, v2 }) => {
    const [first, second]: readonly string[][] = [[...v1], [...v2]]
    const isAsked = (leg: CountedLeg): boolean => {
      const place = placeOf(cut, leg)
      return (
        (v1.length === 0 || first?.includes(place.v1) === true) &&
        (v2.length === 0 || second?.includes(place.v2) === true)
      )
    }
    const members = within.filter(isAsked)
    return distinctsOf(members, members)
  }
}

interface Place {
  readonly v1: string
  readonly v2: string
  readonly room: string
}

const keyOf = ({ v1, v2, room }: Place): string => `${v1}\n${v2}\n${room}`

function placeOf(cut: Cut, { values }: CountedLeg): Place {
  const { by, population } = CUTS[cut]
  const [one, two] = [by.at(0), by.at(1)]
  return {
    v1: one === undefined ? '' : values[one],
    v2: two === undefined ? '' : values[two],
    room: population === 'environment' ? values.room : '',
  }
}

/** People's legs by the conference that they are in. */
type Conferences = ReadonlyMap<string, readonly CountedLeg[]>

function conferencesOf(legs: readonly CountedLeg[]): Conferences {
  const found = new Map<string, CountedLeg[]>()
  for (const leg of legs) {
    if (leg.population !== 'people' || leg.inConference === null) continue
    const there = found.get(leg.inConference)
    if (there === undefined) found.set(leg.inConference, [leg])
    else there.push(leg)
  }
  return found
}

function cellOf(cut: Cut, legs: readonly CountedLeg[], conferences: Conferences): Cell {
  const { population } = CUTS[cut]
  const [first] = legs
  const place = first === undefined ? { v1: '', v2: '', room: '' } : placeOf(cut, first)
  // Of rooms it is asked who was at the other side.
  const others = () => [...namesOf(legs)].flatMap((name) => conferences.get(name) ?? [])
  return {
    population,
    cut,
    ...place,
    ...distinctsOf(legs, population === 'people' ? legs : others()),
    ...addUp(legs.map(({ adds }) => adds)),
    ...clusterSumsOf(legs),
  }
}

/** The conferences of connected legs. */
function namesOf(legs: readonly CountedLeg[]): ReadonlySet<string> {
  return new Set(legs.flatMap(({ connected, inConference }) => (connected ? (inConference ?? []) : [])))
}

/** Milli-percent, rounded up. */
function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.ceil((part * 100_000) / whole)
}

/** @param people among whom persons are counted */
function distinctsOf(legs: readonly CountedLeg[], people: readonly CountedLeg[]): Record<Distinct, number> {
  const groups = new Map<string, Set<string>>()
  const ofPerson = new Map<string, { legs: number; ms: number }>()
  let allMs = 0
  for (const { person, personGroup, ms } of people) {
    allMs += ms
    if (person === null) continue
    const group = groups.get(personGroup) ?? new Set()
    groups.set(personGroup, group.add(person))
    const own = ofPerson.get(person) ?? { legs: 0, ms: 0 }
    ofPerson.set(person, own)
    own.legs += 1
    own.ms += ms
  }
  const most = (of: 'legs' | 'ms') => [...ofPerson.values()].reduce((found, own) => Math.max(found, own[of]), 0)
  return {
    conferences: namesOf(legs).size,
    persons: [...groups.values()].reduce((found, { size }) => Math.max(found, size), 0),
    top_legs_mp: shareOf(most('legs'), people.length),
    top_ms_mp: shareOf(most('ms'), allMs),
    days: new Set(legs.flatMap(({ connected, day }) => (connected ? day : []))).size,
  }
}

const KNOWN = OUTCOME_NAMES.length

/** The sums over clusters of each outcome. */
export function clusterSumsOf(
  legs: readonly Pick<CountedLeg, 'cluster' | 'outcomes'>[],
): Record<`${Outcome}_${ClusterSum}`, number> {
  // Of each cluster n of every outcome, then y of every outcome; all in one array, because there are very many.
  const clusters = new Map<string, number>()
  const known = new Uint32Array(2 * KNOWN * legs.length)
  for (const { cluster, outcomes } of legs) {
    const at = clusters.get(cluster) ?? 2 * KNOWN * clusters.size
    clusters.set(cluster, at)
    for (const [outcome, has] of outcomes) {
      const place = at + OUTCOME_NAMES.indexOf(outcome)
      known[place] = (known[place] ?? 0) + 1
      if (has) known[place + KNOWN] = (known[place + KNOWN] ?? 0) + 1
    }
  }
  const sums = {} as Record<`${Outcome}_${ClusterSum}`, number>
  for (const [place, outcome] of OUTCOME_NAMES.entries()) {
    const total: Record<ClusterSum, number> = { m: 0, y: 0, n: 0, yy: 0, yn: 0, nn: 0 }
    for (const at of clusters.values()) {
      const n = known[at + place] ?? 0
      const y = known[at + KNOWN + place] ?? 0
      if (n === 0) continue
      total.m += 1
      total.y += y
      total.n += n
      total.yy += y * y
      total.yn += y * n
      total.nn += n * n
    }
    for (const name of CLUSTER_SUMS) sums[`${outcome}_${name}`] = total[name]
  }
  return sums
}
