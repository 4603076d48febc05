/** A rate by weekday and hour: a grid that is a table, darker where there is more of it. */
import type { JSX } from 'preact'
import { heatOf } from '../../charts/heat.ts'
import type { Cell, Table } from '../../reports/report.ts'
import type { Says } from '../says.ts'
import { rateName } from './rate-plot.tsx'
import { Notes } from './counts.tsx'
import { Folded } from './folded.tsx'

export function HeatGrid(props: {
  readonly table: Table
  readonly measure: string
  readonly says: Says
  /** Whether it is under one line until somebody unfolds it. */
  readonly folded?: boolean
}): JSX.Element | null {
  const { table, measure, says, folded = false } = props
  const at = table.columns.findIndex(({ id }) => id === measure)
  const cells = table.rows.map((row) => row.cells[at])
  const values = cells.flatMap((cell) => (cell?.type === 'number' && cell.mark === 'shown' ? [cell.value] : []))
  const column = table.columns[at]
  if (column === undefined || values.length === 0) return null
  const heat = heatOf(values)
  const label = (row: number, index: number): string => {
    const cell = table.rows[row]?.cells[index]
    return cell?.type === 'text' ? cell.text : ''
  }
  const days = [...new Set(table.rows.map((_, row) => label(row, 0)))]
  const hours = hoursOf(table, label)
  const cellAt = (day: string, hour: string): Cell =>
    cells[table.rows.findIndex((_, row) => label(row, 0) === day && label(row, 1) === hour)] ?? { type: 'none' }
  const { charts } = says.page
  const title = rateName(measure, column.title, says)
  const drawn = (
    <figure class="chart">
      <table class="heat" data-plot={table.id}>
        <caption>{charts.heat(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{table.columns[1]?.title}</th>
            {days.map((day) => (
              <th key={day} scope="col" class="num">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <th scope="row">{hour}</th>
              {days.map((day) => {
                const cell = cellAt(day, hour)
                const step = cell.type === 'number' && cell.mark === 'shown' ? ` heat-${heat(cell.value)}` : ''
                return (
                  <td key={day} class={`num${step}`}>
                    <Short cell={cell} says={says} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Notes
        notes={[charts.short, ...(cells.some((cell) => cell?.type === 'none') ? [says.report.legend.none] : [])]}
      />
    </figure>
  )
  if (!folded) return drawn
  return (
    <Folded title={charts.heat(column.title)} hint={`${charts.highest} ${says.format.percent(Math.max(...values))}`}>
      {drawn}
    </Folded>
  )
}

/** In the order of the day, whatever weekday has which. */
function hoursOf(table: Table, label: (row: number, index: number) => string): readonly string[] {
  const hours = [...new Set(table.rows.map((_, row) => label(row, 1)))]
  const timed = hours.filter((hour) => /^\d/u.test(hour)).toSorted((one, two) => one.localeCompare(two))
  return [...timed, ...hours.filter((hour) => !timed.includes(hour))]
}

/** A value without its range, which stands in the table of all figures. */
function Short({ cell, says: { format, page } }: { readonly cell: Cell; readonly says: Says }): JSX.Element {
  if (cell.type === 'few') return <span class="quiet">{page.charts.few}</span>
  if (cell.type !== 'number') return <span class="quiet">–</span>
  const sign = { shown: '', at_most: '≤ ', at_least: '≥ ' }[cell.mark]
  return <>{`${sign}${format.percent(cell.value)}`}</>
}
