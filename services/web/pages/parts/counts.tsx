/** Counts as bars: a row a name, with its number. */
import type { JSX } from 'preact'
import { BarRow } from '../../charts/bars.tsx'
import { scaleOf } from '../../charts/scale.ts'
import type { Cell, Table } from '../../reports/report.ts'
import type { Says } from '../says.ts'
import { CellText } from './cell.tsx'
import { legendOf } from './legend.ts'

export interface Count {
  /** Id of a measure, or of a value. */
  readonly id: string
  readonly name: string
  readonly cell: Cell
}

export function Counts(props: {
  readonly id: string
  readonly caption: string
  /** Above names, and above numbers. */
  readonly heads: readonly [string, string]
  readonly counts: readonly Count[]
  readonly k: number
  readonly says: Says
}): JSX.Element | null {
  const { id, caption, heads, counts, k, says } = props
  if (counts.length === 0) return null
  const scale = scaleOf(counts.flatMap(({ cell }) => (cell.type === 'number' ? [cell.value] : [])))
  const cells = counts.map(({ cell }) => cell)
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
            <tr key={count.id} role="row">
              <th role="rowheader" scope="row" class="name" data-row={count.id}>
                {count.name}
              </th>
              <td role="cell" class="num value">
                <CellText cell={count.cell} k={k} says={says} />
              </td>
              <td role="cell" class="drawn">
                <BarRow value={count.cell.type === 'number' ? count.cell.value : null} scale={scale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Notes notes={legendOf(cells, false, k, says.report)} />
    </figure>
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
    return name?.type === 'text' && cell !== undefined ? [{ id: String(index), name: name.text, cell }] : []
  })
}
