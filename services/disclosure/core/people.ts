import {
  type Cell,
  CUT_NAMES,
  CUTS,
  type Cut,
  type Dimension,
  type Failure,
  FAILURES,
  HOURS,
  WEEKDAYS,
} from '../../../schemas/cube.ts'
import type { Figure } from '../../../schemas/published.ts'
import { audit, type Grid, type Said, type Taken } from './audit.ts'
import { compareText, dimensionsOf, groupBy, keyOf, ofCut } from './cells.ts'
import { figureOfFew, figuresOfOne, figuresOfTwo } from './figures.ts'
import { ableOf, type Kind, safeKinds, tellKinds } from './kinds.ts'
import { causesOf, isSafe, tellsFailures } from './safe.ts'

export const PEOPLE_CUTS = CUT_NAMES.filter((cut) => CUTS[cut].population === 'people')

/** Values that are a calendar's and are listed whole, used or not. */
const CALENDAR: Partial<Record<Dimension, readonly string[]>> = { weekday: WEEKDAYS, hour: HOURS }

/** What became of a cut of people. */
export interface PublishedCut {
  readonly cut: Cut
  readonly figures: readonly Figure[]
  /** Cells with folded values that are not empty. */
  readonly cells: readonly Cell[]
  /** Of them, those of which figures are said. */
  readonly shown: readonly Cell[]
  /** `one_value`: a dimension of it has one value left, so that it is not published. */
  readonly taken: Taken | { readonly rule: 'one_value' }
}

interface PeopleOf {
  readonly k: number
  /** The tenant's cell, safe. */
  readonly tenant: Cell
  /** People's cells with folded values. */
  readonly cells: readonly Cell[]
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted(compareText)

/** The cut of one dimension that has this dimension, if there is one. */
const cutOf = (dimension: Dimension): Cut | undefined =>
  PEOPLE_CUTS.find((cut) => dimensionsOf(cut) === 1 && CUTS[cut].by[0] === dimension)

/** All figures of people, cut by cut (design, section 8, steps 1 to 3). */
export function publishPeople({ k, tenant, cells }: PeopleOf): readonly PublishedCut[] {
  const parts = cells.filter((cell) => cell.legs > 0)

  /** The values of a cut's dimension that are left after folding; of two dimensions wherever one stands. */
  const valuesOf = (cut: Cut, position: 0 | 1): readonly string[] => {
    const dimension: Dimension | undefined = CUTS[cut].by[position]
    if (dimension === undefined) return []
    const calendar = CALENDAR[dimension]
    if (calendar !== undefined) return calendar
    const own = cutOf(dimension)
    if (own !== undefined) return unique(ofCut(parts, own).map((cell) => cell.v1))
    return unique(ofCut(parts, cut).map((cell) => (position === 0 ? cell.v1 : cell.v2)))
  }
  /** The cell by platform, where the cube has such cells. */
  const byPlatform = ({ cut, v1 }: Cell): readonly Cell[] => {
    if (cut === 'tenant') return ofCut(parts, 'platform')
    return cut === 'site' ? ofCut(parts, 'site_platform').filter((cell) => cell.v1 === v1) : []
  }
  const kindsOf = (cell: Cell): ReadonlySet<Kind> => safeKinds(cell, byPlatform(cell), k)

  /** Where one caller is most of what failed at all, no part of it is told either: parts add up to the whole. */
  const failures = tellsFailures(tenant, k)
  const ratesOf = (cell: Cell) => ({ kinds: kindsOf(cell), failures: failures && tellsFailures(cell, k) })

  /** Counts of a cause add up like those of failures: of the values of a cut, all tell it or none, and none where the tenant does not. */
  const causes = causesOf(tenant, k)
  const causesIn = (own: readonly Cell[]): ReadonlySet<Failure> =>
    new Set(
      FAILURES.filter(
        (cause) =>
          causes.has(cause) && own.every((cell) => cell[`failed_${cause}`] === 0 || causesOf(cell, k).has(cause)),
      ),
    )

  const sayTenant = (): readonly Figure[] => {
    const rates = ratesOf(tenant)
    return figuresOfOne(tenant, { rates, counts: { ...rates, causes } }, k)
  }
  /** What is published of the values of a dimension, where it has a cut of its own. */
  const saidOf = (cut: Cut, position: 0 | 1): ReadonlyMap<string, Said> => {
    const dimension: Dimension | undefined = CUTS[cut].by[position]
    const own = dimension === undefined ? undefined : cutOf(dimension)
    if (own === undefined) return new Map()
    const { figures, shown } = publishOne(own)
    const byValue = groupBy(figures, (figure) => figure.v1)
    return new Map(shown.map((cell) => [cell.v1, byValue.get(cell.v1) ?? []]))
  }

  const publishOne = (cut: Cut): PublishedCut => {
    const own = ofCut(parts, cut)
    if (own.length < 2) return { cut, figures: [], cells: own, shown: [], taken: { rule: 'one_value' } }
    // Fails closed: whoever forgets to fold publishes nothing.
    if (!own.every((cell) => isSafe(cell, k))) throw new Error('a value of one dimension is not safe: fold first')
    const told = tellKinds(own, kindsOf)
    const failed = ableOf(
      own,
      (cell) => cell.legs,
      (cell) => ratesOf(cell).failures,
    )
    const alike = causesIn(own)
    const figures = own.flatMap((cell) => {
      const { rates, counts } = told(cell)
      const tells = failed.rates.has(cell.v1)
      return figuresOfOne(
        cell,
        {
          rates: { kinds: rates, failures: tells },
          counts: { kinds: counts, failures: tells && failed.counts, causes: alike },
        },
        k,
      )
    })
    return { cut, figures, cells: own, shown: own, taken: { rule: 'none' } }
  }

  const publishTwo = (cut: Cut): PublishedCut => {
    const own = ofCut(parts, cut)
    const rows = valuesOf(cut, 0)
    const columns = valuesOf(cut, 1)
    if (rows.length < 2 || columns.length < 2) {
      return { cut, figures: [], cells: own, shown: [], taken: { rule: 'one_value' } }
    }
    const byKey = new Map(own.map((cell) => [keyOf(cell.v1, cell.v2), cell]))
    const grid: Grid = {
      k,
      cells: byKey,
      rows,
      columns,
      tenant: sayTenant(),
      rowSums: saidOf(cut, 0),
      columnSums: saidOf(cut, 1),
      say: (cell, classed) => figuresOfTwo(cell, ratesOf(cell), classed),
    }
    const taken = audit(grid)
    if (taken.rule === 'cut_taken') return { cut, figures: [], cells: own, shown: [], taken }
    const shown: Cell[] = []
    const figures = rows.flatMap((row) =>
      columns.flatMap((column) => {
        const key = keyOf(row, column)
        const cell = byKey.get(key)
        const classed = taken.rule !== 'cut_classes_taken' && !(taken.rule === 'class_taken' && taken.cells.has(key))
        const said = cell !== undefined && isSafe(cell, k) ? figuresOfTwo(cell, ratesOf(cell), classed) : []
        if (cell === undefined || said.length === 0) return [figureOfFew(cut, row, column)]
        shown.push(cell)
        return said
      }),
    )
    return { cut, figures, cells: own, shown, taken }
  }

  return PEOPLE_CUTS.map((cut) => {
    const dimensions = dimensionsOf(cut)
    if (dimensions === 1) return publishOne(cut)
    if (dimensions === 2) return publishTwo(cut)
    return {
      cut,
      figures: sayTenant(),
      cells: [tenant],
      shown: [tenant],
      taken: { rule: 'none' },
    }
  })
}
