/** Rates with their intervals as a chart: one line a value, one axis, the figure beside it. */
import type { Format } from '../../shared/format.ts'
import type { Cell, NumberCell, Table } from '../reports/report.ts'
import type { Say } from './cells.ts'
import type { PdfChart, PdfChartRow } from './content.ts'
import { plain } from './plain.ts'
import type { PdfWords } from './words.ts'

/** What is drawn, where it is published: quality as it was measured, and failed joins. */
const DRAWN: ReadonlySet<string> = new Set(['measured_rate', 'windows_rate', 'alarms_rate', 'failed_rate'])
/** More lines do not fit beside their words on a page. */
const MOST = 24
const LEAST = 2
const STEPS = [0.5, 1, 2, 5, 10, 20, 25, 50] as const
const TICKS = 5

interface ChartContext {
  readonly say: Say
  readonly own: PdfWords
  readonly format: Format
}

/**
 * Charts of a table of one dimension.
 *
 * @param everybody the tenant's own table, whose first row is this month; null where it is not published
 */
export function chartsOf(table: Table, everybody: Table | null, context: ChartContext): readonly PdfChart[] {
  const charts = table.columns.flatMap(({ id, title }, index) => {
    if (!DRAWN.has(id)) return []
    const all = table.rows.map(({ cells }) => ({ label: cells[0] ?? NONE, cell: cells[index] ?? NONE }))
    const drawn = all.filter((row): row is ChartLine => row.cell.type === 'number')
    if (drawn.filter(({ cell }) => cell.low !== null).length < LEAST) return []
    const at = everybody?.columns.findIndex((column) => column.id === id) ?? -1
    const whole = everybody?.rows[0]?.cells[at] ?? NONE
    return [chartOf(titleOf(title, table.title), drawn, whole, context)]
  })
  const [first, ...others] = charts
  if (first === undefined) return []
  // How to read them is said once.
  return [{ ...first, says: plain([context.own.chart.says, first.says].join(' ').trim()) }, ...others]
}

const NONE: Cell = { type: 'none' }

interface ChartLine {
  readonly label: Cell
  readonly cell: NumberCell
}

/** `Failed to join, per site` */
function titleOf(measure: string, table: string): string {
  return `${measure.slice(0, 1).toUpperCase()}${measure.slice(1)}, ${table.slice(0, 1).toLowerCase()}${table.slice(1)}`
}

function chartOf(title: string, all: readonly ChartLine[], whole: Cell, { say, own, format }: ChartContext): PdfChart {
  const lines = all.slice(0, MOST)
  const reference = whole.type === 'number' && whole.mark === 'shown' ? whole : null
  const values = [...lines.map(({ cell }) => cell), ...(reference === null ? [] : [reference])]
  const axis = axisOf(values.filter(({ mark }) => mark === 'shown').map(({ value, high }) => high ?? value))
  const part = (value: number): number => Math.min(1, value / axis.end)
  const rows = lines.map(({ label, cell }): PdfChartRow => {
    const { text, interval } = say(cell)
    const beyond = cell.mark === 'at_least' && cell.value > axis.end
    return {
      label: say(label).text,
      text,
      interval,
      dot: cell.mark === 'shown' ? part(cell.value) : null,
      bar: beyond ? null : barOf(cell, part),
      beyond,
    }
  })
  const says = [
    reference === null ? '' : own.chart.everybody(say(reference).text),
    all.length > MOST ? own.chart.first(MOST) : '',
  ]
  return {
    kind: 'chart',
    title: plain(title),
    says: plain(says.join(' ').trim()),
    alt: [plain(title), ...rows.map(({ label, text, interval }) => `${label}: ${text} ${interval}`.trim())].join('; '),
    ticks: axis.ticks.map((tick) => ({ at: part(tick), text: format.percent(tick) })),
    reference: reference === null ? null : part(reference.value),
    rows,
  }
}

function barOf({ mark, value, low, high }: NumberCell, part: (value: number) => number): PdfChartRow['bar'] {
  if (mark === 'at_most') return [0, part(value)]
  if (mark === 'at_least') return [part(value), 1]
  return low === null || high === null ? null : [part(low), part(high)]
}

/** From 0 on, in round steps, as far as the figures go. */
function axisOf(values: readonly number[]): { readonly end: number; readonly ticks: readonly number[] } {
  const most = Math.max(...values)
  const step = STEPS.find((step) => most <= step * TICKS) ?? 50
  const count = Math.max(1, Math.ceil(most / step))
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}
