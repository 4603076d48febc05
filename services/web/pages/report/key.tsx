/** How much was met: four numbers, each beside that of the month before. */
import type { JSX } from 'preact'
import type { Table } from '../../reports/report.ts'
import { pageText } from '../parts/cell.tsx'
import type { Says } from '../says.ts'

const SHOWN: readonly string[] = ['persons', 'conferences', 'legs', 'minutes']

export function KeyNumbers(props: { readonly table: Table; readonly k: number; readonly says: Says }): JSX.Element {
  const { table, k, says } = props
  const [now, before] = table.rows
  const nameOfBefore = before?.cells[0]
  return (
    <dl class="key" data-key={table.id}>
      {SHOWN.flatMap((id) => {
        const at = table.columns.findIndex((column) => column.id === id)
        const cell = now?.cells[at]
        const then = before?.cells[at]
        if (cell?.type !== 'number') return []
        return [
          <div key={id}>
            <dt>{table.columns[at]?.title}</dt>
            <dd>
              <span class="large">{pageText(cell, k, says)}</span>
              {then?.type === 'number' && nameOfBefore?.type === 'text' ? (
                <span class="before">
                  {nameOfBefore.text}: {pageText(then, k, says)}
                </span>
              ) : null}
            </dd>
          </div>,
        ]
      })}
    </dl>
  )
}
