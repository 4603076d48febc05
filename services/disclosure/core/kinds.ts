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

/** Kinds that grade legs of the cell. */
export const kindsIn = (cell: Cell): ReadonlySet<Kind> => new Set(KINDS.filter((kind) => cell[`${kind}_n`] > 0))

/** So many legs are of k persons and nobody's half of them, even if each person had as many as the one who has most. */
function isProvablySafe(cell: Cell, legs: number, k: number): boolean {
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
export function safeKinds(cell: Cell, parts: readonly Cell[], k: number): ReadonlySet<Kind> {
  const pieces = parts.length > 0 ? parts : [cell]
  return new Set(
    [...kindsIn(cell)].filter(
      (kind) =>
        isProvablySafe(cell, cell[`${kind}_n`], k) ||
        pieces.some((piece) => isSafe(piece, k) && piece[`${kind}_n`] >= NEARLY_ALL * piece.legs),
    ),
  )
}

interface Told {
  readonly rates: ReadonlySet<Kind>
  readonly counts: ReadonlySet<Kind>
}

/**
 * What the values of a dimension tell of the kinds. Where one value's legs of a kind are no safe group, its rate is
 * withheld, and with it that of the value with the fewest legs of the kind that could tell it: else the tenant's rate and
 * the others' would tell the one that is missing. Counts add up, so then no value tells a count of that kind.
 *
 * @param cells of all values of a dimension
 */
export function tellKinds(cells: readonly Cell[], safe: (cell: Cell) => ReadonlySet<Kind>): (cell: Cell) => Told {
  const tables = KINDS.map((kind) => {
    const own = cells.filter((cell) => cell[`${kind}_n`] > 0)
    const able = own
      .filter((cell) => safe(cell).has(kind))
      .toSorted((a, b) => a[`${kind}_n`] - b[`${kind}_n`] || compareText(a.v1, b.v1))
    const whole = able.length === own.length
    return { kind, whole, values: new Set((whole ? able : able.slice(1)).map((cell) => cell.v1)) }
  })
  return ({ v1 }) => {
    const rates = tables.filter(({ values }) => values.has(v1))
    return {
      rates: new Set(rates.map(({ kind }) => kind)),
      counts: new Set(rates.filter(({ whole }) => whole).map(({ kind }) => kind)),
    }
  }
}
