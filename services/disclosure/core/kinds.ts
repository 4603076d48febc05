import type { Cell, Outcome } from '../../../schemas/cube.ts'
import { compareText } from './cells.ts'
import { isSafe } from './safe.ts'

/** How quality was told: by measurements, by windows, by alarms. */
const KINDS = ['measured', 'windows', 'alarms'] as const satisfies readonly Outcome[]
export type Kind = (typeof KINDS)[number]

export const isKind = (outcome: Outcome): outcome is Kind => KINDS.some((kind) => kind === outcome)

const LARGEST_PART = 2
/** From so much of a cell's legs on, the legs of a kind stand for the cell. */
const NEARLY_ALL = 2 / 3

/** What is looked at of a cell, and of its parts by platform. */
type Graded = Pick<Cell, 'legs' | 'persons' | 'top_legs_mp' | 'top_ms_mp' | `${Kind}_n`>

/** Kinds that grade legs of the cell. */
export const kindsIn = (cell: Graded): ReadonlySet<Kind> => new Set(KINDS.filter((kind) => cell[`${kind}_n`] > 0))

/** So many legs are of k persons and nobody's half of them, even if each person had as many as the one who has most. */
function isProvablySafe(cell: Graded, legs: number, k: number): boolean {
  const most = (cell.top_legs_mp * cell.legs) / 100_000
  return legs > 0 && legs >= Math.max(k, LARGEST_PART) * most && isSafe(cell, k)
}

/**
 * Measuring kinds that may be told of a safe cell. A platform tells its quality in one way, so that the legs of a kind are
 * the legs of some platforms: a site's counts of a kind are the site's legs on those, and where three persons use one,
 * its poor legs are theirs. So the legs of a kind must be a safe group themselves, as far as cells can tell: they are
 * most of a part of the cell that is safe, or so many that few persons cannot have them.
 *
 * (Found by the linear program of test/services/disclosure/attack: with the counts of all kinds it pins 9 of 6,700 cells.)
 *
 * @param parts the cell's parts by platform, where there are such cells; else none
 */
export function safeKinds(cell: Graded, parts: readonly Graded[], k: number): ReadonlySet<Kind> {
  const pieces = parts.length > 0 ? parts : [cell]
  return new Set(
    [...kindsIn(cell)].filter(
      (kind) =>
        isProvablySafe(cell, cell[`${kind}_n`], k) ||
        pieces.some((piece) => isSafe(piece, k) && piece[`${kind}_n`] >= NEARLY_ALL * piece.legs),
    ),
  )
}

/**
 * The same of a day's cell, which is not folded and so may be none that anything is said of.
 *
 * @param parts the day's cells of it by platform
 */
export const kindsOfDay = (cell: Graded, parts: readonly Graded[], k: number): ReadonlySet<Kind> =>
  isSafe(cell, k) ? safeKinds(cell, parts, k) : new Set()

/** Which values of a dimension tell something, as rates, and whether they also tell it in counts. */
interface Able {
  readonly rates: ReadonlySet<string>
  readonly counts: boolean
}

/**
 * What the values of a dimension tell of one thing. Where one value may not tell it, its rate is withheld, and with it that
 * of the value with the fewest cases that could tell it: else the tenant's rate and the others' would tell the one that is
 * missing. Counts add up, so then no value tells a count.
 *
 * @param own cells of all values that have cases
 * @param cases how many a cell has
 */
export function ableOf(own: readonly Cell[], cases: (cell: Cell) => number, may: (cell: Cell) => boolean): Able {
  const able = own.filter(may).toSorted((a, b) => cases(a) - cases(b) || compareText(a.v1, b.v1))
  const whole = able.length === own.length
  return { rates: new Set((whole ? able : able.slice(1)).map((cell) => cell.v1)), counts: whole }
}

interface Told {
  readonly rates: ReadonlySet<Kind>
  readonly counts: ReadonlySet<Kind>
}

/** What the values of a dimension tell of the kinds. @param cells of all values */
export function tellKinds(cells: readonly Cell[], safe: (cell: Cell) => ReadonlySet<Kind>): (cell: Cell) => Told {
  const tables = KINDS.map((kind) => {
    const own = cells.filter((cell) => cell[`${kind}_n`] > 0)
    return {
      kind,
      ...ableOf(
        own,
        (cell) => cell[`${kind}_n`],
        (cell) => safe(cell).has(kind),
      ),
    }
  })
  return ({ v1 }) => {
    const told = tables.filter(({ rates }) => rates.has(v1))
    return {
      rates: new Set(told.map(({ kind }) => kind)),
      counts: new Set(told.filter(({ counts }) => counts).map(({ kind }) => kind)),
    }
  }
}
