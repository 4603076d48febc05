import type { Cell } from '../../../schemas/cube.ts'
import type { Figure } from '../../../schemas/published.ts'
import { type KnownCell, knownOf, RATED } from './audit-known.ts'
import { type Bounds, type Line, narrow, type Ratio, type Within } from './bounds.ts'
import { keyOf } from './cells.ts'
import { STEP_HALF } from './round.ts'
import { isSafe } from './safe.ts'

const NARROW_LEGS = 20
const NARROW_PART = 0.4
/** A program that takes all lines together finds narrower bounds than lines one by one; so these may not come near. */
const MARGIN = 2

/** So near that the cell's legs are as good as published: some are certain, and how many is known well. */
export const isPinned = ({ low, high }: Bounds, margin: number): boolean =>
  low > 0 && high - low < margin * Math.max(NARROW_LEGS, NARROW_PART * high)

/** What is published of a cell. */
export type Said = readonly Figure[]

/** A two-dimensional cut of people with folded values. */
export interface Grid {
  readonly k: number
  /** By keyOf(v1, v2); those that are not empty. */
  readonly cells: ReadonlyMap<string, Cell>
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly tenant: Said
  /** By value, where a cut of one dimension publishes it. */
  readonly rowSums: ReadonlyMap<string, Said>
  readonly columnSums: ReadonlyMap<string, Said>
  /** What would be published of a cell, with or without its size class. */
  say(cell: Cell, classed: boolean): Said
}

/** What the audit took: size classes of these cells (by keyOf), all classes of the cut, or the cut. */
export type Taken =
  | { readonly rule: 'none' }
  | { readonly rule: 'class_taken'; readonly cells: ReadonlySet<string> }
  | { readonly rule: 'cut_classes_taken' }
  | { readonly rule: 'cut_taken' }

/** Numbers of a cell among those that are bounded: its legs, then cases and outcomes of each rate. */
interface Places {
  readonly legs: number
  readonly rates: readonly (readonly [cases: number, outcomes: number])[]
}

/** Keys of the cells that are not safe and whose legs what is published pins. */
function pinnedOf(grid: Grid, isClassed: (key: string) => boolean): readonly string[] {
  const most = (grid.tenant.find(({ measure }) => measure === 'legs')?.value ?? 0) + STEP_HALF
  const bounds: Bounds[] = []
  const lines: Line[] = []
  const within: Within[] = []
  const ratios: Ratio[] = []
  const add = (bound: Bounds): number => bounds.push(bound) - 1

  const addCell = (known: KnownCell | null): Places => {
    const nothing = { low: 0, high: most }
    const legs = add(known?.legs ?? nothing)
    const rates = RATED.map((name) => {
      const rate = known?.rates[name]
      const cases = name === 'failed' ? legs : add(rate?.cases ?? nothing)
      const outcomes = add(rate?.outcomes ?? nothing)
      if (cases !== legs) within.push({ part: cases, of: legs })
      within.push({ part: outcomes, of: cases })
      if (rate !== undefined && rate.rate !== null) ratios.push({ part: outcomes, of: cases, ...rate.rate })
      return [cases, outcomes] as const
    })
    return { legs, rates }
  }
  const addSaid = (figures: Said): Places => addCell(knownOf(figures, grid.k, most))
  const addLine = (whole: Places, parts: readonly Places[]): void => {
    lines.push({ whole: whole.legs, parts: parts.map((part) => part.legs) })
    for (const [rate, [cases, outcomes]] of whole.rates.entries()) {
      const of = (position: 0 | 1): number[] => parts.flatMap((part) => part.rates[rate]?.[position] ?? [])
      if (cases !== whole.legs) lines.push({ whole: cases, parts: of(0) })
      lines.push({ whole: outcomes, parts: of(1) })
    }
  }

  const tenant = addSaid(grid.tenant)
  const places = new Map<string, Places>()
  for (const row of grid.rows) {
    for (const column of grid.columns) {
      const key = keyOf(row, column)
      const cell = grid.cells.get(key)
      const figures = cell !== undefined && isSafe(cell, grid.k) ? grid.say(cell, isClassed(key)) : []
      places.set(key, figures.length === 0 ? addCell(null) : addSaid(figures))
    }
  }
  const placesOf = (keys: readonly string[]): readonly Places[] => keys.flatMap((key) => places.get(key) ?? [])
  /** One line a value with what is published of it, and one that adds them up; without them one line of everything. */
  const addSide = (
    values: readonly string[],
    sums: ReadonlyMap<string, Said>,
    keysOf: (value: string) => readonly string[],
  ): void => {
    const known = values.flatMap((value) => {
      const said = sums.get(value)
      return said === undefined ? [] : [said]
    })
    if (known.length < values.length) {
      addLine(tenant, placesOf(values.flatMap(keysOf)))
      return
    }
    const wholes = known.map(addSaid)
    for (const [index, whole] of wholes.entries()) addLine(whole, placesOf(keysOf(values[index] ?? '')))
    addLine(tenant, wholes)
  }
  addSide(grid.rows, grid.rowSums, (row) => grid.columns.map((column) => keyOf(row, column)))
  addSide(grid.columns, grid.columnSums, (column) => grid.rows.map((row) => keyOf(row, column)))

  const narrowed = narrow({ bounds, lines, within, ratios })
  return [...grid.cells]
    .filter(([key, cell]) => {
      const bound = narrowed[places.get(key)?.legs ?? -1]
      return !isSafe(cell, grid.k) && bound !== undefined && isPinned(bound, MARGIN)
    })
    .map(([key]) => key)
}

/**
 * Step 3 of disclosure (design, section 8: Audit): where the legs of a cell that is not safe are pinned, the cells of its
 * row and column lose their size class; if that is not enough, the cut loses its classes; then the cut. All cells that
 * are pinned at once lose theirs at once, so that the outcome does not depend on an order.
 *
 * Besides sums and classes it uses the rates: a count of outcomes divided by their rate is a count of cases.
 */
export function audit(grid: Grid): Taken {
  const taken = new Set<string>()
  for (;;) {
    const pinned = pinnedOf(grid, (key) => !taken.has(key))
    if (pinned.length === 0) return taken.size === 0 ? { rule: 'none' } : { rule: 'class_taken', cells: taken }
    const before = taken.size
    for (const key of pinned) {
      const cell = grid.cells.get(key)
      for (const [other, neighbour] of grid.cells) {
        if (neighbour.v1 !== cell?.v1 && neighbour.v2 !== cell?.v2) continue
        if (isSafe(neighbour, grid.k)) taken.add(other)
      }
    }
    if (taken.size === before) break
  }
  return pinnedOf(grid, () => false).length === 0 ? { rule: 'cut_classes_taken' } : { rule: 'cut_taken' }
}
