/** Tables of a report as tables that fit a page: what a reader begins with in the body, all other columns in the annex. */
import { isHidden, legendLines } from '../reports/legend.ts'
import type { Cell, Column, ColumnGroup, Table } from '../reports/report.ts'
import { grids } from '../reports/text-grid.ts'
import { REPORTED } from '../reports/text-table.ts'
import type { Words } from '../reports/words/words.ts'
import type { Say } from './cells.ts'
import type { PdfBlock, PdfCell, PdfTable } from './content.ts'
import { plain } from './plain.ts'
import { labelWidth, numberWidth, PAGE, relaxed, spread, sumOf } from './widths.ts'
import type { PdfWords } from './words.ts'

export type Part = 'body' | 'annex'

export interface TableContext {
  readonly k: number
  readonly words: Words
  readonly own: PdfWords
  readonly say: Say
}

interface Piece {
  readonly table: PdfTable
  readonly cells: readonly Cell[]
}

/** @returns nothing where this part has nothing of the table; without its heading */
export function tableBlocks(table: Table, part: Part, context: TableContext): readonly PdfBlock[] {
  const rows = table.layout === 'grid' ? table.rows : table.rows.filter((row) => !isHidden(row, table))
  const pieces = rows.length === 0 ? [] : piecesOf({ ...table, rows }, part, context)
  const isListed = pieces.length > 0 || (part === 'body' && !table.detail)
  if (!isListed) return []
  const lines = legendLines(
    {
      cells: [...namesOf({ ...table, rows }), ...pieces.flatMap(({ cells }) => cells)],
      columns: table.columns.filter(({ group }) => isIn(table, group, part)),
      isShortened: rows.length < table.rows.length,
    },
    context.k,
    context.words,
  )
  return [
    ...pieces.map(({ table }) => table),
    ...(lines.length === 0 ? [] : [{ kind: 'notes', lines: lines.map(plain) } as const]),
  ]
}

/** Names of rows. */
function namesOf({ columns, rows }: Table): readonly Cell[] {
  return rows.flatMap(({ cells }) => cells.filter((_, index) => columns[index]?.group === 'label'))
}

function piecesOf(table: Table, part: Part, context: TableContext): readonly Piece[] {
  if (table.layout === 'grid') return gridPieces(table, part, context)
  const shown = table.columns
    .map((column, index) => ({ column, cells: table.rows.map((row) => row.cells[index] ?? NONE) }))
    .filter(({ column }) => column.group === 'label' || isIn(table, column.group, part))
    .filter(({ column, cells }) => column.group === 'label' || cells.some(({ type }) => type !== 'none'))
  return table.layout === 'turned' ? turned(shown, context) : listed(shown, part, context)
}

const NONE: Cell = { type: 'none' }

function isIn({ detail }: Table, group: ColumnGroup, part: Part): boolean {
  return (!detail && REPORTED.has(group)) === (part === 'body')
}

interface Shown {
  readonly column: Column
  readonly cells: readonly Cell[]
}
interface Wide extends Shown {
  readonly said: readonly PdfCell[]
  readonly width: number
}

/** Labels beside as many others as fit; what belongs together stays together. */
function listed(shown: readonly Shown[], part: Part, { say, own }: TableContext): readonly Piece[] {
  const beside = piled(shown, say, false, part)
  const below = piled(shown, say, true, part)
  const isStacked = below.pieces.length * STACKED_HEIGHT < beside.pieces.length
  const { labels, pieces } = isStacked ? below : beside
  return pieces.map((piece, index) => {
    const columns = relaxed([...labels, ...piece])
    const isNew = captionOf(piece, own) !== captionOf(pieces[index - 1] ?? [], own)
    return {
      table: {
        kind: 'table',
        caption: part === 'annex' && isNew ? captionOf(piece, own) : '',
        isStacked,
        columns: columns.map(({ column, width }) => ({
          title: plain(column.title),
          isNumber: column.unit !== null,
          width,
        })),
        rows: transpose(columns.map(({ said }) => said)),
      },
      cells: piece.flatMap(({ cells }) => cells),
    }
  })
}

/** Of a row whose intervals stand below their figures, in rows. */
const STACKED_HEIGHT = 1.7
/** So few columns need no table of their own. */
const FEW = 2

/** Columns in pieces that fit a page. */
function piled(
  shown: readonly Shown[],
  say: Say,
  isStacked: boolean,
  part: Part,
): { readonly labels: readonly Wide[]; readonly pieces: readonly (readonly Wide[])[] } {
  const wide = shown.map(({ column, cells }): Wide => {
    const said = cells.map(say)
    const isLabel = column.group === 'label'
    const width = isLabel ? labelWidth(column.title, said) : numberWidth(column.title, said, isStacked)
    return { column, cells, said, width }
  })
  const labels = wide.filter(({ column }) => column.group === 'label')
  const others = wide.filter(({ column }) => column.group !== 'label')
  const free = PAGE - sumOf(labels)
  const byGroup = [...Map.groupBy(others, ({ column }) => column.group).values()]
  const isOne = part === 'body' && (sumOf(others) <= free || byGroup.some((group) => group.length <= FEW))
  const groups = isOne ? [others] : byGroup
  return { labels, pieces: groups.filter((group) => group.length > 0).flatMap((group) => spread(group, free)) }
}

function captionOf([first]: readonly Shown[], { groups }: PdfWords): string {
  return first === undefined || first.column.group === 'label' ? '' : groups[first.column.group]
}

function transpose(columns: readonly (readonly PdfCell[])[]): readonly (readonly PdfCell[])[] {
  return (columns[0] ?? []).map((_, row) => columns.flatMap((cells) => cells[row] ?? []))
}

/** Of the names of measures, downwards. */
const MEASURE = 200

/** One line a measure, one column a row of the table. */
function turned([label, ...shown]: readonly Shown[], { say, own }: TableContext): readonly Piece[] {
  if (label === undefined) return []
  return [...Map.groupBy(shown, ({ column }) => column.group).values()].map((group) => {
    const names = group.map(({ column }) => ({ text: column.title, interval: '', isMark: false }))
    const columns = label.cells.map((month, index) => {
      const cells = group.map(({ cells }) => say(cells[index] ?? NONE))
      const width = (PAGE - MEASURE) / Math.max(2, label.cells.length)
      return { column: { title: say(month).text, isNumber: true, width }, cells }
    })
    return {
      table: {
        kind: 'table',
        caption: captionOf(group, own),
        isStacked: false,
        columns: [{ title: '', isNumber: false, width: MEASURE }, ...columns.map(({ column }) => column)],
        rows: transpose([names, ...columns.map(({ cells }) => cells)]),
      },
      cells: group.flatMap(({ cells }) => cells),
    }
  })
}

/** One grid a measure; the annex has those that are not in the body. */
function gridPieces(table: Table, part: Part, { say }: TableContext): readonly Piece[] {
  const cellBy = new Map<string, PdfCell>()
  const text = (cell: Cell): string => {
    const said = say(cell)
    const key = `${said.text} ${said.interval}`
    cellBy.set(key, said)
    return key
  }
  const body = grids(table, text, false, Infinity)
  const all = part === 'body' ? body : grids(table, text, true, Infinity)
  const taken = new Set(part === 'body' ? [] : body.map(({ titles }) => titles[0]))
  return all
    .filter(({ titles }) => !taken.has(titles[0]))
    .map(({ titles, rows, numbers, cells }) => {
      const said = rows.map((row) =>
        row.map((key, index) => cellBy.get(key) ?? { text: plain(key), interval: '', isMark: index > 0 }),
      )
      const columns = titles.map((title, index) => {
        const ofColumn = said.map((row) => row[index] ?? { text: '', interval: '', isMark: true })
        const isNumber = numbers[index] === true
        const name = plain(index === 0 ? '' : title)
        return { title: name, isNumber, width: isNumber ? numberWidth(name, ofColumn, true) : 96 }
      })
      return {
        table: {
          kind: 'table',
          caption: plain(titles[0] ?? ''),
          isStacked: true,
          columns: relaxed(columns),
          rows: said,
        },
        cells,
      }
    })
}
