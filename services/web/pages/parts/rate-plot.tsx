/**
 * A rate of a table, drawn: a row a value with its dot, its range and its numbers. It is a table, so that what is drawn
 * is also read; on a narrow page each row stands in two lines.
 */
import type { JSX } from 'preact'
import { type Compared, IntervalAxis, IntervalRow, intervalScale, isAbove } from '../../charts/interval.tsx'
import { targetOf } from '../../charts/targets.ts'
import type { Cell, NumberCell, Row, Table } from '../../reports/report.ts'
import type { Says } from '../says.ts'
import { CellText } from './cell.tsx'
import { Notes } from './counts.tsx'
import { isHidden } from './legend.ts'

export interface RatePlotProps {
  readonly table: Table
  /** Id of a column whose unit is per cent. */
  readonly measure: string
  /** The same rate of all together. */
  readonly total: NumberCell | null
  readonly k: number
  readonly says: Says
}

/** Drawings of rates, and below the last one how all of them are read. */
export function RatePlots({ plots }: { readonly plots: readonly RatePlotProps[] }): JSX.Element {
  const notes = new Set(plots.flatMap(notesOf))
  return (
    <>
      {plots.map((plot) => (
        <RatePlot key={`${plot.table.id} ${plot.measure}`} {...plot} />
      ))}
      {notes.size === 0 ? null : <p class="notes reading">{[...notes].join(' ')}</p>}
    </>
  )
}

/** @returns null where the table has no such rate, or none of it is shown */
function RatePlot({ table, measure, total, k, says }: RatePlotProps): JSX.Element | null {
  const drawn = drawnOf(table, measure)
  if (drawn === null) return null
  const { rows, labels, weight, title, left } = drawn
  const numbers = rows.flatMap(({ cell }) => (cell.type === 'number' ? [cell] : []))
  const compared: Compared = { target: targetOf(measure), total }
  const scale = intervalScale(numbers, compared)
  const { charts } = says.page
  const targetText = compared.target === null ? '' : charts.target(says.format.percent(compared.target))
  const totalText = total === null ? '' : charts.total(says.format.percent(total.value))
  return (
    <figure class="chart">
      <table class="rows" role="table" data-plot={table.id}>
        <caption>{`${table.title}: ${rateName(measure, title, says)}`}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">
              {labels.map(({ title }) => title).join(', ')}
            </th>
            <th role="columnheader" scope="col" class="num weight" data-column={weight?.id}>
              {weight?.title}
            </th>
            <th role="columnheader" scope="col" class="num value" data-column={measure}>
              {title}
            </th>
            <td role="cell" class="drawn">
              <IntervalAxis
                scale={scale}
                compared={compared}
                text={(value) => says.format.percent(value)}
                targetText={targetText}
                totalText={totalText}
              />
            </td>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ names, cell, size }, index) => (
            <tr key={index} role="row" class={cell.type === 'number' && isAbove(cell, compared.target) ? 'above' : ''}>
              <th role="rowheader" scope="row" class="name">
                {names.map((name, at) => (
                  <span key={at} class={at === 0 ? undefined : 'second'}>
                    {at === 0 ? name : `, ${name}`}
                  </span>
                ))}
              </th>
              <td role="cell" class="num weight">
                <CellText cell={size} k={k} says={says} />
              </td>
              <td role="cell" class="num value">
                <CellText cell={cell} k={k} says={says} />
              </td>
              <td role="cell" class="drawn">
                <IntervalRow cell={cell.type === 'number' ? cell : null} scale={scale} compared={compared} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Notes notes={left.length === 0 ? [] : [charts.left(left)]} />
    </figure>
  )
}

/** What a rate is, as the end of a title. @param title of its column, where there is nothing better */
export function rateName(measure: string, title: string, { page: { charts } }: Says): string {
  return Object.entries(charts.rate).find(([name]) => name === measure)?.[1] ?? title
}

interface Drawn {
  readonly title: string
  readonly labels: readonly { readonly title: string }[]
  /** How many connections are behind a rate: a count, or a class. */
  readonly weight: { readonly id: string; readonly title: string } | null
  readonly rows: readonly { readonly names: readonly string[]; readonly cell: Cell; readonly size: Cell }[]
  readonly isShortened: boolean
  /** Groups of a table of one dimension that have no such figure. */
  readonly left: readonly string[]
}

const NONE: Cell = { type: 'none' }

function textOf({ cells }: Row, index: number): string {
  const cell = cells[index]
  return cell?.type === 'text' ? cell.text : ''
}

function drawnOf(table: Table, measure: string): Drawn | null {
  const { columns } = table
  const at = columns.findIndex(({ id }) => id === measure)
  const column = columns[at]
  if (column === undefined) return null
  const labels = columns.filter(({ group }) => group === 'label')
  const size = columns.findIndex(({ id }) => id === 'legs' || id === 'size')
  const known = table.rows.filter(({ cells }) => cells[at]?.type !== 'none')
  const shown = labels.length < 2 ? known : known.filter((row) => !isHidden(row, table))
  if (!shown.some(({ cells }) => cells[at]?.type === 'number')) return null
  return {
    title: column.title,
    labels,
    weight: columns[size] ?? null,
    isShortened: shown.length < known.length,
    left: labels.length < 2 ? table.rows.filter((row) => !known.includes(row)).map((row) => textOf(row, 0)) : [],
    rows: shown.map((row) => ({
      names: labels.map((_, index) => textOf(row, index)),
      cell: row.cells[at] ?? NONE,
      size: row.cells[size] ?? NONE,
    })),
  }
}

function notesOf({ table, measure, k, says }: RatePlotProps): readonly string[] {
  const drawn = drawnOf(table, measure)
  if (drawn === null) return []
  const target = targetOf(measure)
  const { charts } = says.page
  const cells = drawn.rows.map(({ cell }) => cell)
  const some = (is: (cell: NumberCell) => boolean): boolean => cells.some((cell) => cell.type === 'number' && is(cell))
  return [
    some(({ low }) => low !== null) ? charts.interval : '',
    some((cell) => isAbove(cell, target)) ? charts.above : '',
    some(({ mark }) => mark !== 'shown') ? charts.bounded : '',
    some(({ kept }) => kept) ? charts.kept : '',
    cells.some(({ type }) => type === 'few') ? charts.hidden(k) : '',
    drawn.isShortened ? says.report.legend.left(k) : '',
  ].filter((note) => note !== '')
}

/** The rate of all together as one number; null where only a limit is known, or nothing. */
export function totalOf(key: Table | undefined, measure: string): NumberCell | null {
  const at = key?.columns.findIndex(({ id }) => id === measure) ?? -1
  const cell = key?.rows[0]?.cells[at]
  return cell?.type === 'number' && cell.mark === 'shown' ? cell : null
}
