/** A table of two dimensions as grids: the second dimension downwards, the first across, one grid a measure. */
import type { Cell, Row, Table } from './report.ts'
import type { Lines } from './text-lines.ts'

/** Measures of which a report prints a grid, where at least this part of its cells has a number. */
const REPORTED: ReadonlySet<string> = new Set(['measured_rate', 'windows_rate', 'alarms_rate'])
const LEAST = 0.25

/** @param all whether every measure of which something is shown has its grid */
export function grids({ columns, rows }: Table, text: (cell: Cell) => string, all: boolean): readonly Lines[] {
  const across = [...new Set(rows.map((row) => labelOf(row, 0)))]
  const down = [...new Set(rows.toSorted(bySecond(rows)).map((row) => labelOf(row, 1)))]
  const byLabels = new Map(rows.map((row) => [JSON.stringify([labelOf(row, 0), labelOf(row, 1)]), row.cells]))
  return columns.flatMap(({ id, title, group }, index): readonly Lines[] => {
    const shown = rows.filter(({ cells }) => cells[index]?.type === 'number').length
    const isWorth = all || id === 'size' || (REPORTED.has(id) && shown >= rows.length * LEAST)
    if (group === 'label' || shown === 0 || !isWorth) return []
    const cells = down.map((second) =>
      across.map((first): Cell => byLabels.get(JSON.stringify([first, second]))?.[index] ?? { type: 'none' }),
    )
    return [
      {
        titles: [title, ...across],
        titleWidth: 13,
        numbers: [false, ...across.map(() => true)],
        rows: cells.map((line, place) => [down[place] ?? '', ...line.map(text)]),
        cells: cells.flat(),
      },
    ]
  })
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
