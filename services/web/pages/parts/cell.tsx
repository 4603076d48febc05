/** Cells of a report's tables on a page: the text of the report, its range set lighter than its value. */
import type { JSX } from 'preact'
import { cellText } from '../../reports/cell-text.ts'
import type { Cell } from '../../reports/report.ts'
import type { Says } from '../says.ts'

/** What a cell says on a page: the same as in text and files. */
export function pageText(cell: Cell, k: number, { report, format }: Says): string {
  const said = cellText(cell, k, report, format)
  return cell.type === 'number' && cell.kept ? `${said} ${report.keptMark}` : said
}

export function CellText(props: { readonly cell: Cell; readonly k: number; readonly says: Says }): JSX.Element {
  const { cell, k, says } = props
  const text = pageText(cell, k, says)
  if (cell.type === 'few' || cell.type === 'none') return <span class="quiet">{text}</span>
  if (cell.type !== 'number' || cell.low === null) return <>{text}</>
  const from = text.indexOf(' (')
  return (
    <>
      {text.slice(0, from)} <span class="ci">{text.slice(from + 1)}</span>
    </>
  )
}
