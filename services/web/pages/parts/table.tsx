/** A report's table with all its figures, as a table. */
import type { JSX } from 'preact'
import type { Cell, Column, Table } from '../../reports/report.ts'
import type { Says } from '../says.ts'
import { CellText } from './cell.tsx'
import { isHidden, legendLines } from '../../reports/legend.ts'
import { Scroll } from './scroll.tsx'

interface Props {
  readonly table: Table
  readonly k: number
  readonly says: Says
  /** Whether its title is said above it already. */
  readonly untitled?: boolean
  /** Measures of a turned table that stand out, and what is said of them. */
  readonly marked?: Marked
}

interface Marked {
  readonly columns: ReadonlySet<string>
  readonly text: string
}

const UNMARKED: Marked = { columns: new Set(), text: '' }

/** Columns that say nothing are left out, and rows of pairs of which nothing is shown. */
export function FigureTable({ table, k, says, untitled = false, marked = UNMARKED }: Props): JSX.Element {
  const { layout, title, id, columns } = table
  const rows = columns.filter(({ group }) => group === 'label').length < 2 ? table.rows : shownRows(table)
  const used = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column, index }) => column.group === 'label' || rows.some((row) => row.cells[index]?.type !== 'none'))
  const notes = legendLines(
    {
      cells: rows.flatMap(({ cells }) => cells),
      columns: used.map(({ column }) => column),
      isShortened: rows.length < table.rows.length,
    },
    k,
    says.report,
  )
  return (
    <figure class="data">
      <Scroll name={title} says={says}>
        <table class={layout === 'turned' ? 'figures turned' : 'figures'} data-table={id}>
          <caption class={untitled ? 'unseen' : undefined}>{title}</caption>
          {layout === 'turned' ? (
            <Turned rows={rows} used={used} k={k} says={says} marked={marked} />
          ) : (
            <Listed rows={rows} used={used} k={k} says={says} />
          )}
        </table>
      </Scroll>
      {notes.length === 0 ? null : (
        <figcaption class="notes">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </figcaption>
      )}
    </figure>
  )
}

/** The same, folded until somebody wants it. */
export function AllFigures({ table, k, says }: Pick<Props, 'table' | 'k' | 'says'>): JSX.Element {
  return (
    <details class="all figures">
      <summary>{says.page.report.allFigures(table.title)}</summary>
      <p>{table.says}</p>
      <FigureTable table={table} k={k} says={says} untitled />
    </details>
  )
}

function shownRows(table: Table): Table['rows'] {
  return table.rows.filter((row) => !isHidden(row, table))
}

interface Used {
  readonly rows: Table['rows']
  readonly used: readonly { readonly column: Column; readonly index: number }[]
  readonly k: number
  readonly says: Says
}

const NONE: Cell = { type: 'none' }

function Listed({ rows, used, k, says }: Used): JSX.Element {
  return (
    <>
      <thead>
        <tr>
          {used.map(({ column }) => (
            <th key={column.id} scope="col" data-column={column.id} class={column.unit === null ? undefined : 'num'}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells }, row) => (
          <tr key={row}>
            {used.map(({ column, index }) => {
              const content = <CellText cell={cells[index] ?? NONE} k={k} says={says} />
              if (index === 0) {
                return (
                  <th key={column.id} scope="row">
                    {content}
                  </th>
                )
              }
              return (
                <td key={column.id} class={column.unit === null ? undefined : 'num'}>
                  {content}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </>
  )
}

function Turned({ rows, used, k, says, marked }: Used & { readonly marked: Marked }): JSX.Element {
  return (
    <>
      <thead>
        <tr>
          <td />
          {rows.map(({ cells }, row) => (
            <th key={row} scope="col" class="num">
              <CellText cell={cells[0] ?? NONE} k={k} says={says} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {used.slice(1).map(({ column, index }) => (
          <tr key={column.id} class={marked.columns.has(column.id) ? 'clear' : undefined}>
            <th scope="row" data-column={column.id}>
              {column.title}
              {marked.columns.has(column.id) ? <span class="mark"> {marked.text.toLowerCase()}</span> : null}
            </th>
            {rows.map(({ cells }, row) => (
              <td key={row} class="num">
                <CellText cell={cells[index] ?? NONE} k={k} says={says} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  )
}
