/** The input as rules look at it: the month's rows, of what may be spoken about. */
import {
  type Cell,
  CLUSTER_SUMS,
  type ClusterSum,
  type Cut,
  CUTS,
  type Failure,
  type ModelStratum,
  type Outcome,
  type Population,
  type Stratum,
  UNKNOWN,
} from '../../schemas/cube.ts'
import { OTHER } from '../../schemas/published.ts'
import { MEASURING_KINDS } from '../../schemas/profiles.ts'
import { SITE_WORDS } from '../../schemas/states.ts'
import { mayName } from '../disclosure/index.ts'
import { lastDayOf } from '../shared/calendar.ts'
import type { Clusters } from '../shared/statistics/index.ts'
import type { AdviseInput, DayCell } from './input.ts'

/** Sums of an outcome, as cells and strata have them. */
export type Sums<O extends Outcome = Outcome> = Readonly<Record<`${O}_${ClusterSum}`, number>>

/** The sums of one outcome over several rows. */
export function clustersOf(rows: readonly Sums[], outcome: Outcome): Clusters {
  const sums = { m: 0, y: 0, n: 0, yy: 0, yn: 0, nn: 0 }
  for (const row of rows) for (const sum of CLUSTER_SUMS) sums[sum] += row[`${outcome}_${sum}`]
  return sums
}

export interface Month {
  readonly input: AdviseInput
  /** First and last day, `YYYY-MM-DD`. */
  readonly first: string
  readonly last: string
  /** Whether the tenant's people are a safe cell; else nothing is said of them. */
  readonly safe: boolean
  /** People's strata of the month over all media. */
  readonly strata: readonly Stratum[]
  /** People's strata of the month by medium and direction. */
  readonly mediaStrata: readonly Stratum[]
  /** Strata of models of the month; of the environment, those of visible rooms. */
  models(population: Population): readonly ModelStratum[]
  /** Cells of a cut as computed; of the environment, those of visible rooms. */
  cells(cut: Cut): readonly Cell[]
  /** Whether a rate of the outcome is published of the cell: what is not said there is not said here. */
  says(cut: Cut, outcome: Outcome, v1: string, v2?: string): boolean
  /** Whether the cases of the outcome are published as a count, and with them what an outcome too many costs. */
  counts(cut: Cut, outcome: Outcome, v1: string, v2?: string): boolean
  /** Whether the count of a cause of failed attempts is published of the cell. */
  causes(cut: Cut, cause: Failure, v1: string): boolean
  /**
   * Cells of the month's days, of a cut that has them; of the environment, those of visible rooms.
   *
   * @param before also those of the days before the month, which sites have
   */
  days(cut: Cut, before?: boolean): readonly DayCell[]
  /** Values of a cut (`v2` within `v1`) that a finding may name: shown, and the rest safe as well. */
  names(cut: Cut, within?: string): readonly string[]
}

const isKind = (outcome: Outcome): boolean => MEASURING_KINDS.some((kind) => kind === outcome)

/** Words that stand in the place of a value, and are none that advice could be about. */
const NO_VALUES: ReadonlySet<string> = new Set([UNKNOWN, OTHER, ...SITE_WORDS])

/** @returns whether a value is a site, a model or a version, and no word in the place of one */
export function isNamed(value: string): boolean {
  return value !== '' && !NO_VALUES.has(value)
}

export function monthOf(input: AdviseInput): Month {
  const first = `${input.month}-01`
  const last = lastDayOf(input.month)
  const inMonth = <Row extends { readonly day: string }>(rows: readonly Row[]) =>
    rows.filter(({ day }) => day >= first && day <= last)
  const people = inMonth(input.strata).filter(({ population }) => population === 'people')
  const models = inMonth(input.modelStrata)
  const shown = input.figures.filter(({ mark }) => mark !== 'few')
  const rooms = new Set(shown.filter(({ cut }) => cut === 'room').map(({ v1 }) => v1))
  const visible = ({ population, room }: { readonly population: Population; readonly room: string }) =>
    population === 'people' || rooms.has(room)
  const said = new Set(shown.map(({ cut, measure, v1, v2 }) => JSON.stringify([cut, measure, v1, v2])))
  return {
    input,
    first,
    last,
    safe: shown.some(({ cut }) => cut === 'tenant'),
    strata: people.filter(({ medium }) => medium === 'all'),
    mediaStrata: people.filter(({ medium }) => medium !== 'all'),
    models: (population) => models.filter((row) => row.population === population && visible(row)),
    cells: (cut) => input.cells.filter((cell) => cell.cut === cut && visible(cell)),
    days: (cut, before = false) =>
      (before ? input.days : inMonth(input.days)).filter(
        (row) => row.cut === cut && visible({ population: CUTS[cut].population, room: row.room }),
      ),
    says: (cut, outcome, v1, v2 = '') => said.has(JSON.stringify([cut, `${outcome}_rate`, v1, v2])),
    counts: (cut, outcome, v1, v2 = '') =>
      said.has(JSON.stringify([cut, isKind(outcome) ? `${outcome}_good` : 'legs', v1, v2])),
    causes: (cut, cause, v1) => said.has(JSON.stringify([cut, `failed_${cause}`, v1, ''])),
    names(cut, within) {
      const two = CUTS[cut].by.length === 2
      const values = new Set(
        shown.filter((row) => row.cut === cut && (!two || row.v1 === within)).map((row) => (two ? row.v2 : row.v1)),
      )
      return [...values]
        .filter(isNamed)
        .filter((value) =>
          two ? mayName(input.figures, cut, within ?? '', value) : mayName(input.figures, cut, value),
        )
        .toSorted()
    },
  }
}
