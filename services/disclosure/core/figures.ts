import {
  type Cell,
  type Failure,
  FAILURES,
  HISTOGRAM_NAMES,
  MEDIA_RATES,
  OUTCOME_NAMES,
} from '../../../schemas/cube.ts'
import { FIGURE_NAMES, type Figure, type FigureName, SIZE_CLASSES } from '../../../schemas/published.ts'
import { clusteredRate } from '../../shared/statistics/index.ts'
import { quantileOf } from './quantiles.ts'
import { isKind, type Kind, kindsIn } from './kinds.ts'
import { clustersOf, outcomeRate, RATE_FROM, rateOf, type Said } from './rates.ts'
import { toMinutes, toSeconds, toStep, toTwoDigits } from './round.ts'

type Named = readonly [FigureName, Said]
type Kinds = ReadonlySet<Kind>

/** What may be told of a cell in rates. */
interface Rates {
  /** Measuring kinds whose legs are a safe group themselves. */
  readonly kinds: Kinds
  /** Whether failures may be told. */
  readonly failures: boolean
}
interface Counts extends Rates {
  /** Causes that may be told, where failures may. */
  readonly causes: ReadonlySet<Failure>
}
/** What may be told of a cell, in rates and in counts. */
export interface Tells {
  readonly rates: Rates
  readonly counts: Counts
}

const shown = (value: number): Said => ({ mark: 'shown', value, low: null, high: null })
const count = (measure: FigureName, value: number): Named => [measure, shown(toStep(value))]

/** The rows of a cell, in the order of FIGURES. */
const rowsOf = ({ population, cut, v1, v2 }: Cell, said: readonly Named[]): readonly Figure[] =>
  said
    .toSorted(([a], [b]) => FIGURE_NAMES.indexOf(a) - FIGURE_NAMES.indexOf(b))
    .map(([measure, figure]) => ({ population, cut, v1, v2, measure, ...figure, kept: false }))

/** Counts of attempts, failures and causes where they may be told, and quality classes of these measuring kinds. */
const countsOf = (cell: Cell, { kinds, failures, causes }: Counts): readonly Named[] => [
  count('legs', cell.legs),
  ['minutes', shown(toMinutes(cell.ms))],
  count('dropped', cell.dropped),
  ...(failures
    ? [
        count('failed', cell.failed),
        ...FAILURES.filter((failure) => causes.has(failure)).map((failure) =>
          count(`failed_${failure}`, cell[`failed_${failure}`]),
        ),
      ]
    : []),
  ...[...kinds].flatMap((kind): readonly Named[] => {
    const n = cell[`${kind}_n`]
    const poor = cell[`${kind}_y`]
    const fair = cell[`${kind}_fair`]
    if (n === 0) return []
    return [count(`${kind}_poor`, poor), count(`${kind}_fair`, fair), count(`${kind}_good`, n - poor - fair)]
  }),
]

/** Rates of outcomes of at least `from` cases. */
const outcomeRates = (cell: Cell, { kinds, failures }: Rates, from: number, fine: boolean): readonly Named[] =>
  OUTCOME_NAMES.filter((outcome) => (isKind(outcome) ? kinds.has(outcome) : outcome !== 'failed' || failures))
    .filter((outcome) => cell[`${outcome}_n`] >= Math.max(1, from))
    .map((outcome) => [`${outcome}_rate`, outcomeRate(cell, outcome, fine)])

const ungradedRate = (cell: Cell, from: number, fine: boolean): readonly Named[] =>
  cell.gradeable >= Math.max(1, from) ? [['ungraded_rate', rateOf({ y: cell.ungraded, n: cell.gradeable, fine })]] : []

/**
 * Poor legs by medium and direction. The cube keeps no clusters of them; they lie in the same meetings as the legs that
 * measurements grade, so they are worth as much less than their number as those are.
 */
function mediaRates(cell: Cell, from: number): readonly Named[] {
  const { deff } = clusteredRate(clustersOf(cell, 'measured'))
  return MEDIA_RATES.flatMap((medium): readonly Named[] => {
    const n = cell[`graded_${medium}`]
    if (n < Math.max(1, from)) return []
    const nEff = n / Math.max(1, deff)
    return [[`${medium}_rate`, rateOf({ y: cell[`poor_${medium}`], n, nEff, m: Math.floor(nEff), fine: true })]]
  })
}

/** Medians of at least `k` entries; of the worse tenth of at least 50 (attack A28: no minimum, no maximum). */
const quantiles = (cell: Cell, k: number): readonly Named[] =>
  HISTOGRAM_NAMES.flatMap((histogram): readonly Named[] => {
    const bins = cell[`h_${histogram}`]
    const n = bins.reduce((sum, entries) => sum + entries, 0)
    const at = (q: number): Said => shown(toTwoDigits(quantileOf(histogram, bins, q)))
    const said: Named[] = []
    if (n >= k) said.push([`${histogram}_p50`, at(0.5)])
    if (n >= RATE_FROM && histogram !== 'fps') {
      said.push(histogram === 'mos' ? ['mos_p10', at(0.1)] : [`${histogram}_p90`, at(0.9)])
    }
    return said
  })

/**
 * What is said of a safe cell of people in the tenant's cut or one dimension (design, section 8: Figures). Rates, means
 * and medians need k cases.
 */
export function figuresOfOne(cell: Cell, { rates, counts }: Tells, k: number): readonly Figure[] {
  const { kinds } = rates
  const said: Named[] = [
    ...countsOf(cell, counts),
    count('conferences', cell.conferences),
    count('persons', cell.persons),
    ...outcomeRates(cell, rates, k, true),
    ...ungradedRate(cell, k, true),
    ...(kinds.has('measured') ? [...mediaRates(cell, k), ...quantiles(cell, k)] : []),
  ]
  if (cell.connected >= k && cell.ms > 0) {
    const alone = rateOf({ y: cell.alone_ms, n: cell.ms, fine: false })
    said.push(['alone_time_rate', alone])
    // With the minutes it tells how many legs were connected, and so how many were not: nearly all of these failed.
    if (rates.failures) said.push(['mean_length', shown(toSeconds(cell.ms, cell.connected))])
  }
  return rowsOf(cell, said)
}

/** Lower end of the size class of so many legs. */
export const sizeClassOf = (legs: number): number => SIZE_CLASSES.findLast((from) => from <= legs) ?? 0

/**
 * What is said of a safe cell of people in two dimensions: never a count; a size class, and from 50 legs on rates in
 * whole per cent of at least 50 cases.
 *
 * @param classed false where the audit took the size class
 */
export function figuresOfTwo(cell: Cell, rates: Rates, classed: boolean): readonly Figure[] {
  const said: Named[] = classed ? [['size', shown(sizeClassOf(cell.legs))]] : []
  if (cell.legs >= RATE_FROM) {
    said.push(...outcomeRates(cell, rates, RATE_FROM, false), ...ungradedRate(cell, RATE_FROM, false))
  }
  return rowsOf(cell, said)
}

/** The one mark of every two-dimensional cell that is not shown, empty or not. */
export const figureOfFew = (cut: Cell['cut'], v1: string, v2: string): Figure => ({
  population: 'people',
  cut,
  v1,
  v2,
  measure: 'size',
  mark: 'few',
  value: null,
  low: null,
  high: null,
  kept: false,
})

/**
 * What is said of visible rooms: attempts, failures, quality and hours in use; nothing of the persons at the other side.
 * A conference in several rooms would count in each, so conferences are said of a room only.
 */
export const figuresOfRooms = (cell: Cell, k: number): readonly Figure[] =>
  rowsOf(cell, [
    ...countsOf(cell, { kinds: kindsIn(cell), failures: true, causes: new Set(FAILURES) }),
    ...(cell.cut === 'room' ? [count('conferences', cell.conferences)] : []),
    ...outcomeRates(cell, { kinds: kindsIn(cell), failures: true }, k, true).filter(
      ([measure]) => measure !== 'alone_rate',
    ),
    ...ungradedRate(cell, k, true),
    ...mediaRates(cell, k),
  ])
