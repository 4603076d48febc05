/** A table for a terminal, cut into pieces that fit, with the signs that occur in it explained below. */
import { cellText } from './cell-text.ts'
import type { Format } from '../../shared/format.ts'
import { isHidden, legendLines } from './legend.ts'
import type { Cell, Column, Row, Table } from './report.ts'
import { grids } from './text-grid.ts'
import { type Lines, linesText } from './text-lines.ts'
import { wrap } from './text-wrap.ts'
import type { Words } from './words/words.ts'

/** Of a terminal that nobody has made wider. */
export const WIDTH = 80
/** Of the titles of measures, and of months. */
const TITLE_WIDTH = 13
/** Spaces between columns. */
const GAP = 2
const MONTH_WIDTH = 24
/** Names of places and devices are broken into lines of about this length. */
const LABEL_WIDTH = 32
/** Groups of columns that a report prints; the others are for who asks for a cut, and for files. */
export const REPORTED: ReadonlySet<Column['group']> = new Set<Column['group']>(['use', 'rates'])

/**
 * @param table with an empty title where the heading above it says it
 * @param extent a report leaves out what only some readers look for
 */
export function tableText(table: Table, k: number, words: Words, format: Format, extent: 'report' | 'all'): string {
  const text = (cell: Cell): string => {
    const said = cellText(cell, k, words, format)
    return cell.type === 'number' && cell.kept ? `${said} ${words.keptMark}` : said
  }
  const rows = table.layout === 'grid' ? table.rows : table.rows.filter((row) => !isHidden(row, table))
  const empty = extent === 'all' ? new Set<number>() : hiddenColumns(table)
  const pieces = piecesOf(withoutColumns({ ...table, rows }, empty), text, extent === 'all')
  const head = `${table.title === '' ? '' : `${table.title}\n`}${wrap(table.says, WIDTH)}\n`
  const left = table.columns.flatMap(({ title }, index) => (empty.has(index) ? [title] : []))
  const isAll = extent === 'all' || table.layout === 'turned'
  const lines = legendLines(
    {
      cells: pieces.flatMap((piece) => piece.cells),
      columns: isAll ? table.columns : table.columns.filter(({ group }) => REPORTED.has(group)),
      isShortened: rows.length < table.rows.length,
      left,
    },
    k,
    words,
  )
  const below = lines.map((line) => `${wrap(line, WIDTH)}\n`).join('')
  return [head, ...pieces.map(linesText), below].filter((part) => part !== '').join('\n')
}

/** Measures of which every row has too few: a report names them below the table in place of a column of one word. */
function hiddenColumns({ columns, rows, layout }: Table): ReadonlySet<number> {
  if (layout !== 'list' || rows.length === 0) return new Set()
  const hidden = columns.flatMap(({ group }, index) =>
    group !== 'label' && rows.every((row) => cellOf(row, index).type === 'few') ? [index] : [],
  )
  return new Set(hidden)
}

function withoutColumns(table: Table, left: ReadonlySet<number>): Table {
  const { columns, rows } = table
  return {
    ...table,
    columns: columns.filter((_, index) => !left.has(index)),
    rows: rows.map(({ cells }) => ({ cells: cells.filter((_, index) => !left.has(index)) })),
  }
}

function piecesOf(table: Table, text: (cell: Cell) => string, all: boolean): readonly Lines[] {
  if (table.rows.length === 0) return []
  if (table.layout === 'turned') return [turned(table, text)]
  return table.layout === 'grid' ? grids(table, text, all, WIDTH) : listPieces(table, text, all)
}

interface Wide {
  readonly column: Column
  readonly cells: readonly Cell[]
  readonly texts: readonly string[]
  readonly width: number
}

/** Label columns beside as many others as fit; what belongs together stays together. */
function listPieces({ columns, rows }: Table, text: (cell: Cell) => string, all: boolean): readonly Lines[] {
  const wide = columns.map((column, index): Wide => {
    const cells = rows.map((row) => cellOf(row, index))
    const texts = cells.map((cell) => (column.group === 'label' ? wrap(text(cell), LABEL_WIDTH) : text(cell)))
    const lines = texts.flatMap((said) => said.split('\n'))
    return { column, cells, texts, width: Math.max(titleWidth(column.title), ...lines.map(({ length }) => length)) }
  })
  const labels = wide.filter(({ column }) => column.group === 'label')
  const others = wide.filter(
    ({ column: { group }, cells }) =>
      group !== 'label' && (all || REPORTED.has(group)) && cells.some(({ type }) => type !== 'none'),
  )
  const free = WIDTH + GAP - widthOf(labels)
  const groups = widthOf(others) <= free ? [others] : [...Map.groupBy(others, ({ column }) => column.group).values()]
  return groups
    .flatMap((group) => fill(group, free))
    .map((piece) => {
      const shown = [...labels, ...piece]
      return {
        titles: shown.map(({ column }) => column.title),
        titleWidth: TITLE_WIDTH,
        numbers: shown.map(({ column }) => column.unit !== null),
        rows: rows.map((_, row) => shown.map(({ texts }) => texts[row] ?? '')),
        cells: shown.flatMap(({ cells }) => cells),
      }
    })
}

function titleWidth(title: string): number {
  return Math.max(
    ...wrap(title, TITLE_WIDTH)
      .split('\n')
      .map(({ length }) => length),
  )
}

function widthOf(columns: readonly Wide[]): number {
  return columns.reduce((sum, { width }) => sum + width + GAP, 0)
}

/** As many as fit, again and again. */
function fill(columns: readonly Wide[], width: number): readonly (readonly Wide[])[] {
  const pieces: Wide[][] = []
  for (const column of columns) {
    const last = pieces.at(-1)
    if (last === undefined || widthOf([...last, column]) > width) pieces.push([column])
    else last.push(column)
  }
  return pieces
}

function cellOf({ cells }: Row, index: number): Cell {
  return cells[index] ?? { type: 'none' }
}

/** One line a measure, one column a row of the table. */
function turned({ columns, rows }: Table, text: (cell: Cell) => string): Lines {
  return {
    titles: ['', ...rows.map((row) => text(cellOf(row, 0)))],
    titleWidth: MONTH_WIDTH,
    numbers: [false, ...rows.map(() => true)],
    rows: columns.slice(1).map(({ title }, index) => [title, ...rows.map((row) => text(cellOf(row, index + 1)))]),
    cells: rows.flatMap(({ cells }) => cells),
  }
}
