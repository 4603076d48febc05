import { type Cell, CUTS, type Cut, type Distinct, HISTOGRAM_NAMES, SUMS } from '../../../schemas/cube.ts'

/** Values of a cut, as one key; the values hold no NUL (they are ids, words and names of models). */
export const keyOf = (v1: string, v2: string): string => `${v1}\0${v2}`

/** In the order of code units: the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const dimensionsOf = (cut: Cut): 0 | 1 | 2 => {
  const { length } = CUTS[cut].by
  return length === 0 ? 0 : length === 1 ? 1 : 2
}

export const ofCut = (cells: readonly Cell[], cut: Cut): readonly Cell[] => cells.filter((cell) => cell.cut === cut)

/** Cells by a key, in the order of their first appearance. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [item])
    else group.push(item)
  }
  return groups
}

/** What a sum of cells is called, and its measures that are no sums. */
type Named = Pick<Cell, 'population' | 'cut' | 'v1' | 'v2' | 'room' | Distinct>

/** The cell of these names whose SUMS and histograms are those of the parts added. At least one part. */
export function addCells(parts: readonly Cell[], named: Named): Cell {
  const [first, ...others] = parts
  if (first === undefined) throw new Error('a sum of no cells')
  const total: Cell = { ...first, ...named }
  for (const name of HISTOGRAM_NAMES) total[`h_${name}`] = [...first[`h_${name}`]]
  for (const part of others) {
    for (const sum of SUMS) total[sum] += part[sum]
    for (const name of HISTOGRAM_NAMES) {
      const bins = total[`h_${name}`]
      for (const [bin, count] of part[`h_${name}`].entries()) bins[bin] = (bins[bin] ?? 0) + count
    }
  }
  return total
}

/** The measures of a cell that are no sums. */
export const distinctsOf = (cell: Cell): Pick<Cell, Distinct> => ({
  conferences: cell.conferences,
  persons: cell.persons,
  top_legs_mp: cell.top_legs_mp,
  top_ms_mp: cell.top_ms_mp,
  top_failed_mp: cell.top_failed_mp,
  days: cell.days,
})

/**
 * What is certain of cells of one cut taken together, without their legs: at least so many persons and days as the
 * largest has, and nobody has a larger part of the whole than of the part where it is largest. Conferences are added, so
 * that one in several cells counts in each.
 */
export function certainOf(parts: readonly Cell[]): Pick<Cell, Distinct> {
  const largest = (of: (cell: Cell) => number): number => Math.max(0, ...parts.map(of))
  return {
    conferences: parts.reduce((sum, cell) => sum + cell.conferences, 0),
    persons: largest((cell) => cell.persons),
    top_legs_mp: largest((cell) => cell.top_legs_mp),
    top_ms_mp: largest((cell) => cell.top_ms_mp),
    top_failed_mp: largest((cell) => cell.top_failed_mp),
    days: largest((cell) => cell.days),
  }
}
