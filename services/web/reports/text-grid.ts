/** A table of two dimensions as grids: the second dimension downwards, the first across, one grid a measure. */
import type { Cell, Row, Table } from './report.ts'
import type { Lines } from './text-lines.ts'

/** Measures of which a report prints a grid, where at least this part of its cells has a number. */
const REPORTED: ReadonlySet<string> = new Set(['measured_rate', 'windows_rate', 'alarms_rate'])
const LEAST = 0.25
/** Of the measure's name above the first column. */
const TITLE_WIDTH = 13

/**
 * @param all whether every measure of which something is shown has its grid
 * @param width of a terminal: a wider grid is cut into several
 */
export function grids(
  { columns, rows }: Table,
  text: (cell: Cell) => string,
  all: boolean,
  width: number,
): readonly Lines[] {
  const across = [...new Set(rows.map((row) => labelOf(row, 0)))]
  const down = [...new Set(rows.toSorted(bySecond(rows)).map((row) => labelOf(row, 1)))]
  const byLabels = new Map(rows.map((row) => [JSON.stringify([labelOf(row, 0), labelOf(row, 1)]), row.cells]))
  return columns.flatMap(({ id, title, group }, index): readonly Lines[] => {
    const shown = rows.filter(({ cells }) => cells[index]?.type === 'number').length
    const isWorth = all || id === 'size' || (REPORTED.has(id) && shown >= rows.length * LEAST)
    if (group === 'label' || shown === 0 || !isWorth) return []
    const cellOf = (first: string, second: string): Cell =>
      byLabels.get(JSON.stringify([first, second]))?.[index] ?? { type: 'none' }
    const widths = across.map((first) =>
      Math.max(first.length, ...down.map((second) => text(cellOf(first, second)).length)),
    )
    const label = Math.max(TITLE_WIDTH * 2, ...down.map(({ length }) => length))
    return beside(across, widths, width - label).map((firsts): Lines => {
      const cells = down.map((second) => firsts.map((first) => cellOf(first, second)))
      return {
        titles: [title, ...firsts],
        titleWidth: TITLE_WIDTH,
        numbers: [false, ...firsts.map(() => true)],
        rows: cells.map((line, place) => [down[place] ?? '', ...line.map(text)]),
        cells: cells.flat(),
      }
    })
  })
}

/** As many columns beside each other as fit, again and again. */
function beside(across: readonly string[], widths: readonly number[], free: number): readonly (readonly string[])[] {
  const groups: string[][] = []
  let used = 0
  for (const [index, first] of across.entries()) {
    const width = (widths[index] ?? 0) + 2
    if (groups.length === 0 || used + width > free) {
      groups.push([])
      used = 0
    }
    groups.at(-1)?.push(first)
    used += width
  }
  return groups
}

function labelOf({ cells }: Row, index: 0 | 1): string {
  const cell = cells[index]
  return cell?.type === 'text' ? cell.text : ''
}

/** Rows come in order of the first dimension, and of the second within it: the longest of these runs has the most. */
function bySecond(rows: readonly Row[]): (one: Row, two: Row) => number {
  const runs = Map.groupBy(rows, (row) => labelOf(row, 0))
  const longest = [...runs.values()].reduce<readonly Row[]>((best, run) => (run.length > best.length ? run : best), [])
  const order = longest.map((row) => labelOf(row, 1))
  return (one, two) => order.indexOf(labelOf(one, 1)) - order.indexOf(labelOf(two, 1))
}
