/** A share per day, drawn; its numbers stand in the table of days. */
import type { JSX } from 'preact'
import { DaySeries } from '../../charts/days.tsx'
import { scaleOf } from '../../charts/scale.ts'
import { targetOf } from '../../charts/targets.ts'
import type { NumberCell, Table } from '../../reports/report.ts'
import { daysOf, isWeekend } from '../dates.ts'
import type { Says } from '../says.ts'
import { rateName } from './rate-plot.tsx'
import { pageText } from './cell.tsx'
import { Folded } from './folded.tsx'

/** Shares that should be high: their lowest day is worth a word, and their axis ends at 100. */
const HIGH_IS_GOOD: ReadonlySet<string> = new Set(['complete', 'taken'])

export function DayPlot(props: {
  /** `days` of a report. */
  readonly table: Table
  readonly measure: string
  readonly month: string
  readonly k: number
  readonly says: Says
  /** Whether it is under one line until somebody unfolds it. */
  readonly folded?: boolean
}): JSX.Element | null {
  const { table, measure, month, k, says, folded = false } = props
  const at = table.columns.findIndex(({ id }) => id === measure)
  const column = table.columns[at]
  const byDay = new Map(
    table.rows.flatMap(({ cells }): readonly (readonly [string, NumberCell])[] => {
      const [day] = cells
      const cell = cells[at]
      return day?.type === 'text' && cell?.type === 'number' ? [[day.text, cell]] : []
    }),
  )
  const shown = [...byDay].filter(([, { mark }]) => mark === 'shown')
  if (column === undefined || shown.length === 0) return null
  const isHigh = HIGH_IS_GOOD.has(measure)
  const order = shown.toSorted(([day, one], [other, two]) => one.value - two.value || day.localeCompare(other))
  const most = order.at(-1)?.[1].value
  const extreme = isHigh ? order[0] : order.find(([, { value }]) => value === most)
  const { charts } = says.page
  const said = extreme && `${says.dates.dayAndMonth(extreme[0])}: ${pageText(extreme[1], k, says)}`
  const target = isHigh ? null : targetOf(measure)
  const name = charts.days(rateName(measure, column.title, says))
  if (isHigh && extreme !== undefined && extreme[1].value === most) {
    return <p>{charts.always(rateName(measure, column.title, says), pageText(extreme[1], k, says))}</p>
  }
  const drawn = (
    <figure class="chart wide">
      <p class="title" aria-hidden="true">
        {name}
      </p>
      <DaySeries
        points={daysOf(month).map((day) => ({ day, weekend: isWeekend(day), cell: byDay.get(day) ?? null }))}
        scale={scaleOf(
          [...shown.map(([, { value }]) => value), ...(isHigh ? [100] : []), ...(target === null ? [] : [target])],
          { ceiling: 100, ticks: 3 },
        )}
        label={`${name}. ${isHigh ? charts.lowest : charts.highest}: ${said ?? ''}.`}
        text={(value) => says.format.percent(value)}
        marked={new Map(extreme === undefined || said === undefined ? [] : [[extreme[0], said]])}
        side={isHigh ? 'below' : 'above'}
        target={target === null ? null : { value: target, text: charts.target(says.format.percent(target)) }}
      />
    </figure>
  )
  if (!folded) return drawn
  return (
    <Folded title={charts.days(column.title)} hint={`${isHigh ? charts.lowest : charts.highest} ${said ?? ''}`}>
      {drawn}
    </Folded>
  )
}
