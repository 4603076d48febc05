/**
 * A rate of a table, drawn: a row a value with its dot, its range and its numbers. It is a table, so that what is drawn
 * is also read; on a narrow page each row stands in two lines.
 */
import type { JSX } from 'preact'
import { type Compared, IntervalAxis, IntervalRow, intervalScale, isAbove } from '../../charts/interval.tsx'
import { targetOf } from '../../charts/targets.ts'
import { isHidden, isOther } from '../../reports/legend.ts'
import type { Cell, NumberCell, Row, Table } from '../../reports/report.ts'
import type { Says } from '../says.ts'
import { CellText } from './cell.tsx'
import { Notes } from './counts.tsx'
import { Folded } from './folded.tsx'
import { type Graded, gradedOf, kindOf } from './graded.ts'
import { ranked } from './ranked.ts'

export interface RatePlotProps {
  readonly table: Table
  /** Id of a column whose unit is per cent. */
  readonly measure: string
  /** The same rate of all together. */
  readonly total: NumberCell | null
  readonly k: number
  readonly says: Says
}

/**
 * Drawings of rates, and below them how they are read.
 *
 * @param folding whether only the first is in sight, and a line for each of the others, which unfolds it
 */
export function RatePlots(props: {
  readonly plots: readonly RatePlotProps[]
  readonly folding?: boolean
}): JSX.Element {
  const { plots, folding = false } = props
  const drawn = plots.flatMap((plot): readonly DrawnPlot[] => {
    const of = drawnOf(plot)
    return of === null ? [] : [{ plot, drawn: of }]
  })
  const [first, ...others] = drawn
  const inSight = !folding ? drawn : first === undefined ? [] : [first]
  return (
    <>
      {inSight.map((one) => (
        <RatePlot key={keyOf(one)} {...one} />
      ))}
      <Reading of={inSight} />
      {folding
        ? others.map((one) => (
            <Folded key={keyOf(one)} title={`${one.plot.table.title}: ${one.drawn.title}`} hint={hintOf(one)}>
              <RatePlot {...one} />
              <Reading of={[one]} />
            </Folded>
          ))
        : null}
    </>
  )
}

function keyOf({ plot: { table, measure } }: DrawnPlot): string {
  return `${table.id} ${measure}`
}

/** How drawings are read. */
function Reading({ of }: { readonly of: readonly DrawnPlot[] }): JSX.Element | null {
  const notes = new Set(of.flatMap(notesOf))
  return notes.size === 0 ? null : <p class="notes reading">{[...notes].join(' ')}</p>
}

interface DrawnPlot {
  readonly plot: RatePlotProps
  readonly drawn: Drawn
}

/** What a reader would miss who does not unfold it. */
function hintOf({ plot: { measure, says }, drawn: { rows } }: DrawnPlot): string {
  const target = targetOf(measure)
  if (target === null) return ''
  return says.page.charts.aboveTarget(
    rows.filter(({ cell }) => cell.type === 'number' && isAbove(cell, target)).length,
    says.format.percent(target),
  )
}

function RatePlot({ plot, drawn }: DrawnPlot): JSX.Element {
  const { table, measure, total, k, says } = plot
  const { rows, labels, weight, title, left } = drawn
  const numbers = rows.flatMap(({ cell }) => (cell.type === 'number' ? [cell] : []))
  const compared: Compared = { target: targetOf(measure), total }
  const scale = intervalScale(numbers, compared)
  const { charts } = says.page
  const isGraded = rows.some(({ graded }) => graded !== null)
  const targetText = compared.target === null ? '' : charts.target(says.format.percent(compared.target))
  const totalText = total === null ? '' : charts.total(says.format.percent(total.value))
  return (
    <figure class="chart">
      <table class={isGraded ? 'rows with-graded' : 'rows'} role="table" data-plot={table.id}>
        <caption>{`${table.title}: ${rateName(measure, title, says)}`}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">
              {labels.map(({ title }) => title).join(', ')}
            </th>
            <th role="columnheader" scope="col" class="num weight" data-column={weight?.id}>
              {weight?.title}
            </th>
            {isGraded ? (
              <th role="columnheader" scope="col" class="num graded">
                {charts.graded}
              </th>
            ) : null}
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
          {rows.map(({ names, cell, size, graded }, index) => (
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
              {isGraded ? (
                <td role="cell" class="num graded">
                  <GradedText graded={graded} says={says} />
                </td>
              ) : null}
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

/** On a narrow page its head is far away: there it says what it is. */
function GradedText({ graded, says }: { readonly graded: Graded | null; readonly says: Says }): JSX.Element | null {
  if (graded === null) return null
  return (
    <>
      {`${{ about: '≈', below: '<' }[graded.is]} ${says.format.number(graded.value)}`}
      <span class="unit"> {says.page.charts.gradedUnit}</span>
    </>
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
  readonly rows: readonly DrawnRow[]
  readonly isShortened: boolean
  /** Groups of a table of one dimension that have no such figure. */
  readonly left: readonly string[]
}

interface DrawnRow {
  readonly names: readonly string[]
  readonly isOther: boolean
  readonly cell: Cell
  readonly size: Cell
  readonly graded: Graded | null
}

const NONE: Cell = { type: 'none' }

function textOf({ cells }: Row, index: number): string {
  const cell = cells[index]
  return cell?.type === 'text' ? cell.text : ''
}

/** @returns null where the table has no such rate, or none of it is shown */
function drawnOf({ table, measure }: RatePlotProps): Drawn | null {
  const { columns } = table
  const at = columns.findIndex(({ id }) => id === measure)
  const column = columns[at]
  if (column === undefined) return null
  const labels = columns.filter(({ group }) => group === 'label')
  const size = columns.findIndex(({ id }) => id === 'legs' || id === 'size')
  const known = table.rows.filter(({ cells }) => cells[at]?.type !== 'none')
  const shown = labels.length < 2 ? known : known.filter((row) => !isHidden(row, table))
  if (!shown.some(({ cells }) => cells[at]?.type === 'number')) return null
  const kind = kindOf(measure)
  return {
    title: column.title,
    labels,
    weight: columns[size] ?? null,
    isShortened: shown.length < known.length,
    left: labels.length < 2 ? table.rows.filter((row) => !known.includes(row)).map((row) => textOf(row, 0)) : [],
    rows: ranked(shown, columns, at).map((row) => {
      const cell = row.cells[at] ?? NONE
      return {
        names: [...new Set(labels.map((_, index) => textOf(row, index)))],
        isOther: labels.some((_, index) => isOther(row.cells[index])),
        cell,
        size: row.cells[size] ?? NONE,
        graded: kind === null ? null : gradedOf(row.cells, columns, kind, cell),
      }
    }),
  }
}

function notesOf({ plot: { measure, k, says }, drawn }: DrawnPlot): readonly string[] {
  const target = targetOf(measure)
  const isQuality = kindOf(measure) !== null
  const { charts } = says.page
  const cells = drawn.rows.map(({ cell }) => cell)
  const some = (is: (cell: NumberCell) => boolean): boolean => cells.some((cell) => cell.type === 'number' && is(cell))
  return [
    some(({ low }) => low !== null) ? charts.interval : '',
    some((cell) => isAbove(cell, target)) ? charts.above : '',
    isQuality ? charts.ofGraded : '',
    drawn.rows.some(({ graded }) => graded?.is === 'about') ? charts.aboutGraded : '',
    some(({ mark }) => mark !== 'shown') ? (isQuality ? charts.boundedGraded : charts.bounded) : '',
    some(({ kept }) => kept) ? charts.kept : '',
    cells.some(({ type }) => type === 'few') ? charts.hidden(k) : '',
    drawn.rows.some((row) => row.isOther) ? says.report.legend.other : '',
    drawn.isShortened ? says.report.legend.left(k) : '',
  ].filter((note) => note !== '')
}

/** The rate of all together as one number; null where only a limit is known, or nothing. */
export function totalOf(key: Table | undefined, measure: string): NumberCell | null {
  const at = key?.columns.findIndex(({ id }) => id === measure) ?? -1
  const cell = key?.rows[0]?.cells[at]
  return cell?.type === 'number' && cell.mark === 'shown' ? cell : null
}
