/** The rates of a cut in two months: a drawing of those that both have, and a table of all. */
import type { JSX } from 'preact'
import type { Cut } from '../../../../schemas/cube.ts'
import { scaleOf } from '../../charts/scale.ts'
import { Slope, type SlopeLine } from '../../charts/slope.tsx'
import { monthName } from '../../reports/extent.ts'
import type { ReportInput } from '../../reports/input.ts'
import { cellsOf } from '../../reports/model.ts'
import type { Cell, NumberCell, Table } from '../../reports/report.ts'
import { CellText } from '../parts/cell.tsx'
import { rateName } from '../parts/rate-plot.tsx'
import type { Says } from '../says.ts'
import type { ReadMonth } from '../views.ts'

const MEASURES: readonly string[] = ['measured_rate', 'windows_rate', 'alarms_rate', 'failed_rate', 'dropped_rate']

interface Both {
  readonly from: ReadMonth
  readonly to: ReadMonth
  readonly says: Says
}

/** @returns null where the months have no rate of this cut in common */
export function Change({ cut, from, to, says }: Both & { readonly cut: Cut }): JSX.Element | null {
  const [before, after] = [cellsOf(cut, from.input), cellsOf(cut, to.input)]
  if (before === null || after === null) return null
  const drawn = MEASURES.map((measure) => (
    <Rate key={measure} before={before} after={after} measure={measure} from={from} to={to} says={says} />
  ))
  return (
    <section class="block">
      <h2>{after.title}</h2>
      <div class="pair wide">{drawn}</div>
    </section>
  )
}

/** A month's name, which says where it is a part. */
export function nameOf({ publication: { month }, days, tenant }: ReportInput, { report, format }: Says): string {
  return monthName({ month, days }, tenant, report, format)
}

function shortNameOf({ publication: { month }, days, tenant }: ReportInput, { report, dates }: Says): string {
  return monthName({ month, days }, tenant, report, { month: (name) => dates.shortMonth(name) })
}

interface Pair {
  readonly name: string
  readonly before: Cell
  readonly after: Cell
}

function Rate(
  props: Both & { readonly before: Table; readonly after: Table; readonly measure: string },
): JSX.Element | null {
  const { before, after, measure, from, to, says } = props
  const pairs = pairsOf(before, after, measure)
  const lines = pairs.flatMap(({ name, before, after }): readonly SlopeLine[] => {
    if (!isPoint(before) || !isPoint(after)) return []
    return [
      {
        name,
        before: before.value,
        after: after.value,
        texts: [says.format.percent(before.value), says.format.percent(after.value)],
        changed: isApart(before, after),
      },
    ]
  })
  if (lines.length === 0) return null
  const column = after.columns.find(({ id }) => id === measure)
  const name = `${after.title}: ${rateName(measure, column?.title ?? '', says)}`
  const isDrawn = lines.some(({ changed }) => changed)
  const table = <PairTable id={after.id} name={name} first={after.columns[0]?.title ?? ''} pairs={pairs} {...props} />
  return (
    <figure class="chart">
      <p class="title" aria-hidden="true">
        {name}
      </p>
      {isDrawn ? (
        <>
          <Slope
            lines={lines}
            scale={scaleOf(
              lines.flatMap((line) => [line.before, line.after]),
              { ceiling: 100 },
            )}
            months={[shortNameOf(from.input, says), shortNameOf(to.input, says)]}
            label={says.page.compare.label(name, nameOf(from.input, says), nameOf(to.input, says))}
          />
          {table}
        </>
      ) : (
        <>
          <p>{says.page.compare.same}</p>
          <details>
            <summary>{says.page.cut.table}</summary>
            {table}
          </details>
        </>
      )}
    </figure>
  )
}

function PairTable(
  props: Both & {
    readonly id: string
    readonly name: string
    readonly first: string
    readonly measure: string
    readonly pairs: readonly Pair[]
  },
): JSX.Element {
  const { id, name, first, measure, pairs, from, to, says } = props
  return (
    <div class="scroll" role="region" aria-label={`${name}: ${says.page.charts.scroll}`} tabIndex={0}>
      <table class="figures" data-compare={id} data-measure={measure}>
        <caption class="unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {[from, to].map(({ input, report }) => (
              <th key={report.month} scope="col" class="num">
                {nameOf(input, says)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.name}>
              <th scope="row">{pair.name}</th>
              <td class="num">
                <CellText cell={pair.before} k={from.report.k} says={says} />
              </td>
              <td class="num">
                <CellText cell={pair.after} k={to.report.k} says={says} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pairs.some(({ before, after }) => before.type === 'none' || after.type === 'none') ? (
        <p class="notes">{says.report.legend.none}</p>
      ) : null}
    </div>
  )
}

const NONE: Cell = { type: 'none' }

/** Values of either month, in the order of the later one. */
function pairsOf(before: Table, after: Table, measure: string): readonly Pair[] {
  const [old, now] = [cellsByName(before, measure), cellsByName(after, measure)]
  const names = [...new Set([...now.keys(), ...old.keys()])]
  return names
    .map((name) => ({ name, before: old.get(name) ?? NONE, after: now.get(name) ?? NONE }))
    .filter(({ before, after }) => before.type !== 'none' || after.type !== 'none')
}

function cellsByName({ columns, rows }: Table, measure: string): ReadonlyMap<string, Cell> {
  const at = columns.findIndex(({ id }) => id === measure)
  return new Map(
    rows.flatMap(({ cells }) => {
      const [name] = cells
      return name?.type === 'text' ? [[name.text, cells[at] ?? NONE] as const] : []
    }),
  )
}

function isPoint(cell: Cell): cell is NumberCell {
  return cell.type === 'number' && cell.mark === 'shown'
}

/** Whether the ranges of two rates do not touch. */
function isApart(before: NumberCell, after: NumberCell): boolean {
  if (before.low === null || before.high === null || after.low === null || after.high === null) return false
  return before.high < after.low || after.high < before.low
}
