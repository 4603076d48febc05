/** Counts as bars: a row a name, with its number. */
import type { JSX } from 'preact'
import { BarRow } from '../../charts/bars.tsx'
import { scaleOf } from '../../charts/scale.ts'
import { isOther, legendLines } from '../../reports/legend.ts'
import type { Cell, Table } from '../../reports/report.ts'
import type { Says } from '../says.ts'
import { CellText } from './cell.tsx'

export interface Count {
  /** Id of a measure, or of a value. */
  readonly id: string
  readonly name: string
  readonly cell: Cell
  /** It holds what is too small to be shown alone. */
  readonly isOther?: boolean
  /** Worked out from rounded numbers: not published itself, and marked as about. */
  readonly isAbout?: boolean
}

export function Counts(props: {
  readonly id: string
  readonly caption: string
  /** Above names, and above numbers. */
  readonly heads: readonly [string, string]
  readonly counts: readonly Count[]
  /** What the rows are parts of; it has a row below them. */
  readonly total?: Count | undefined
  readonly notes?: readonly string[]
  readonly k: number
  readonly says: Says
}): JSX.Element | null {
  const { id, caption, heads, counts, total, k, says, notes = [] } = props
  if (counts.length === 0) return null
  const scale = scaleOf(counts.flatMap(({ cell }) => (cell.type === 'number' ? [cell.value] : [])))
  const cells = counts.map(({ cell }) => cell)
  const legend = legendLines({ cells, columns: [], isShortened: false }, k, says.report)
  const other = counts.some((count) => count.isOther === true) ? [says.report.legend.other] : []
  return (
    <figure class="chart">
      <table class="rows counts" role="table" data-plot={id}>
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">
              {heads[0]}
            </th>
            <th role="columnheader" scope="col" class="num value">
              {heads[1]}
            </th>
            <td role="cell" class="drawn" />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {counts.map((count) => (
            <CountRow key={count.id} count={count} k={k} says={says}>
              <BarRow
                value={count.cell.type === 'number' ? count.cell.value : null}
                scale={scale}
                isAbout={count.isAbout === true}
              />
            </CountRow>
          ))}
          {total === undefined ? null : <CountRow count={total} k={k} says={says} isTotal />}
        </tbody>
      </table>
      <Notes notes={[...notes, ...other, ...legend]} />
    </figure>
  )
}

function CountRow(props: {
  readonly count: Count
  readonly k: number
  readonly says: Says
  readonly isTotal?: boolean
  readonly children?: JSX.Element
}): JSX.Element {
  const { count, k, says, isTotal = false, children } = props
  return (
    <tr role="row" class={isTotal ? 'total' : undefined}>
      <th role="rowheader" scope="row" class="name" data-row={count.id}>
        {count.name}
      </th>
      <td role="cell" class="num value">
        {count.isAbout === true ? '≈ ' : null}
        <CellText cell={count.cell} k={k} says={says} />
      </td>
      <td role="cell" class="drawn">
        {children}
      </td>
    </tr>
  )
}

export function Notes({ notes }: { readonly notes: readonly string[] }): JSX.Element | null {
  if (notes.length === 0) return null
  return (
    <figcaption class="notes">
      <p>{notes.join(' ')}</p>
    </figcaption>
  )
}

/** The connections of each value of a table of one dimension. */
export function connectionsOf(table: Table): readonly Count[] {
  const at = table.columns.findIndex(({ id }) => id === 'legs')
  return table.rows.flatMap(({ cells }, index) => {
    const [name] = cells
    const cell = cells[at]
    if (name?.type !== 'text' || cell === undefined) return []
    return [{ id: String(index), name: name.text, cell, isOther: isOther(name) }]
  })
}
