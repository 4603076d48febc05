/** Cells and unions, counted from micro-data: what rollup does over legs. */
import {
  type Cell,
  CLUSTER_SUMS,
  type ClusterSum,
  CUT_NAMES,
  CUTS,
  type Cut,
  type Dimension,
  type Distinct,
  HISTOGRAM_NAMES,
  HISTOGRAMS,
  type Outcome,
  OUTCOME_NAMES,
  SUMS,
} from '../../../../schemas/cube.ts'
import type { Unions } from '../../../../services/disclosure/core/index.ts'
import type { MicroLeg, PeopleDimension } from './micro-legs.ts'

export const MICRO_CUTS = CUT_NAMES.filter((cut) => CUTS[cut].population === 'people')

/** A cell with every measure 0. */
export function emptyCell(cut: Cut, v1 = '', v2 = '', room = ''): Cell {
  const zero = Object.fromEntries(SUMS.map((sum) => [sum, 0])) as Record<(typeof SUMS)[number], number>
  const bins = Object.fromEntries(
    HISTOGRAM_NAMES.map((name) => [`h_${name}`, [0, ...HISTOGRAMS[name].edges].fill(0)]),
  ) as Record<`h_${(typeof HISTOGRAM_NAMES)[number]}`, number[]>
  const { population } = CUTS[cut]
  return {
    population,
    cut,
    v1,
    v2,
    room,
    conferences: 0,
    persons: 0,
    top_legs_mp: 0,
    top_ms_mp: 0,
    top_failed_mp: 0,
    days: 0,
    ...zero,
    ...bins,
  }
}

const isDimension = (dimension: Dimension | undefined): dimension is PeopleDimension =>
  dimension !== undefined && dimension !== 'room'

const valueOf = (leg: MicroLeg, cut: Cut, position: 0 | 1): string => {
  const dimension: Dimension | undefined = CUTS[cut].by[position]
  return isDimension(dimension) ? leg[dimension] : ''
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.ceil((part * 100_000) / whole))

/** DISTINCTS of these legs. */
export function distinctsOf(legs: readonly MicroLeg[]): Pick<Cell, Distinct> {
  const callers = new Map<number, { legs: number; ms: number; failed: number }>()
  const persons = new Set<number>()
  const conferences = new Set<number>()
  const days = new Set<number>()
  let ms = 0
  for (const leg of legs) {
    ms += leg.ms
    if (leg.connected) {
      conferences.add(leg.conference)
      days.add(leg.day)
    }
    if (leg.person < 0) continue
    if (leg.connected) persons.add(leg.person)
    const own = callers.get(leg.person) ?? { legs: 0, ms: 0, failed: 0 }
    callers.set(leg.person, own)
    own.legs += 1
    own.ms += leg.ms
    own.failed += Number(leg.failed)
  }
  const most = (of: 'legs' | 'ms' | 'failed'): number =>
    [...callers.values()].reduce((found, own) => Math.max(found, own[of]), 0)
  return {
    conferences: conferences.size,
    persons: persons.size,
    top_legs_mp: share(most('legs'), legs.length),
    top_ms_mp: share(most('ms'), ms),
    top_failed_mp: share(most('failed'), legs.filter((leg) => leg.failed).length),
    days: days.size,
  }
}

const OUTCOME_OF: Record<Outcome, (leg: MicroLeg) => boolean | null> = {
  measured: (leg) => (leg.gradedBy === 'measured' ? leg.grade === 'poor' : null),
  windows: (leg) => (leg.gradedBy === 'windows' ? leg.grade === 'poor' : null),
  alarms: (leg) => (leg.gradedBy === 'alarms' ? leg.grade === 'poor' : null),
  failed: (leg) => leg.failed,
  dropped: (leg) => (leg.connected ? leg.dropped : null),
  alone: (leg) => (leg.connected && leg.size !== 'unknown' ? leg.alone : null),
}

type Sums = Record<`${Outcome}_${ClusterSum}`, number>

function addOutcome(cell: Sums, outcome: Outcome, legs: readonly MicroLeg[]): void {
  const clusters = new Map<number, { n: number; y: number }>()
  for (const leg of legs) {
    const poor = OUTCOME_OF[outcome](leg)
    if (poor === null) continue
    const own = clusters.get(leg.conference)
    if (own === undefined) clusters.set(leg.conference, { n: 1, y: poor ? 1 : 0 })
    else {
      own.n += 1
      if (poor) own.y += 1
    }
  }
  for (const { n, y } of clusters.values()) {
    cell[`${outcome}_m`] += 1
    cell[`${outcome}_y`] += y
    cell[`${outcome}_n`] += n
    cell[`${outcome}_yy`] += y * y
    cell[`${outcome}_yn`] += y * n
    cell[`${outcome}_nn`] += n * n
  }
}

/** The sums of all outcomes, as strata have them. */
export function outcomeSums(legs: readonly MicroLeg[]): Sums {
  const sums = Object.fromEntries(
    OUTCOME_NAMES.flatMap((outcome) => CLUSTER_SUMS.map((sum) => [`${outcome}_${sum}`, 0])),
  ) as Sums
  for (const outcome of OUTCOME_NAMES) addOutcome(sums, outcome, legs)
  return sums
}

/** The cell of these legs. */
function cellOf(cut: Cut, v1: string, v2: string, legs: readonly MicroLeg[]): Cell {
  const cell = { ...emptyCell(cut, v1, v2), ...distinctsOf(legs) }
  for (const leg of legs) {
    cell.legs += 1
    cell.ms += leg.ms
    if (leg.connected) {
      cell.connected += 1
      cell.gradeable += 1
      if (leg.gradedBy === null) cell.ungraded += 1
    }
    if (leg.failed) {
      cell.failed += 1
      cell.failed_timeout += 1
    }
    if (leg.dropped) cell.dropped += 1
    if (leg.alone) cell.alone_ms += Math.min(leg.ms, 180_000)
    if (leg.gradedBy !== null && leg.grade === 'fair') cell[`${leg.gradedBy}_fair`] += 1
  }
  for (const outcome of OUTCOME_NAMES) addOutcome(cell, outcome, legs)
  return cell
}

/** People's cells of the legs, of all cuts by default; `named` gives the values under which a leg stands. */
export function cellsOf(
  legs: readonly MicroLeg[],
  named: (leg: MicroLeg, cut: Cut) => readonly [string, string] = (leg, cut) => [
    valueOf(leg, cut, 0),
    valueOf(leg, cut, 1),
  ],
  cuts: readonly Cut[] = MICRO_CUTS,
): readonly Cell[] {
  return cuts.flatMap((cut) => {
    const groups = new Map<string, { v1: string; v2: string; legs: MicroLeg[] }>()
    for (const leg of legs) {
      const [v1, v2] = named(leg, cut)
      const key = `${v1}\0${v2}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { v1, v2, legs: [leg] })
      else group.legs.push(leg)
    }
    return [...groups.values()].map((group) => cellOf(cut, group.v1, group.v2, group.legs))
  })
}

/** Answers unions from the legs. */
export const unionsOf =
  (legs: readonly MicroLeg[]): Unions =>
  (asks) =>
    Promise.resolve(
      asks.map(({ cut, v1, v2 }) => {
        const first = new Set(v1)
        const second = new Set(v2)
        return distinctsOf(
          legs.filter(
            (leg) => first.has(valueOf(leg, cut, 0)) && (CUTS[cut].by.length < 2 || second.has(valueOf(leg, cut, 1))),
          ),
        )
      }),
    )
