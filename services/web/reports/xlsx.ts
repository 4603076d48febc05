/** A report as a spreadsheet: numbers as numbers with a format, text as text cells, which no program takes for a formula. */
import writeExcelFile, { type Cell as XlsxCell, type Sheet as XlsxSheet } from 'write-excel-file/node'
import { type FlatCell, type FlatColumn, flatSheets, type Sheet } from './flat.ts'
import type { Report, ShownUnit } from './report.ts'
import { wordsOf } from './words/index.ts'
import type { Words } from './words/words.ts'
import { withoutTimes } from './zip.ts'

/** A sheet's name has at most 31 characters and none of these. */
const NAME_LENGTH = 31
const NOT_IN_NAMES = /[[\]:*?/\\]/gu
const WIDEST = 60

/** As spreadsheets do: a rate is a part of one, shown in per cent; a length a part of a day, shown in minutes and seconds. */
const FORMATS: Readonly<Record<ShownUnit, { readonly factor: number; readonly format: string }>> = {
  count: { factor: 1, format: '#,##0' },
  minutes: { factor: 1, format: '#,##0' },
  from: { factor: 1, format: '#,##0' },
  frames_per_second: { factor: 1, format: '#,##0' },
  percent: { factor: 100, format: '0%' },
  points: { factor: 1, format: '0.00' },
  milliseconds: { factor: 1, format: '0.0' },
  seconds: { factor: 86_400, format: '[m]:ss' },
}

/** @returns the bytes of an `.xlsx` file: one sheet a table; of the same report the same bytes */
export async function reportXlsx(report: Report): Promise<Buffer> {
  const words = wordsOf(report.language)
  const sheets = flatSheets(report, words).map((sheet) => sheetOf(sheet, report.k, words))
  return Buffer.from(withoutTimes(await writeExcelFile(sheets).toBuffer()))
}

function sheetOf({ title, says, columns, rows }: Sheet, k: number, words: Words): XlsxSheet<Buffer> {
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.role !== 'mark')
  const head = shown.map(({ column }): XlsxCell => ({
    value: column.title,
    type: String,
    fontWeight: 'bold',
    wrap: true,
  }))
  const body = rows.map((row) => shown.map(({ index }) => cellOf(row[index] ?? null, k, words)))
  const note: XlsxCell[] = [{ value: says === '' ? title : says, type: String, fontStyle: 'italic' }]
  return {
    sheet: title.replaceAll(NOT_IN_NAMES, ' ').slice(0, NAME_LENGTH),
    data: [note, head, ...body],
    stickyRowsCount: 2,
    stickyColumnsCount: Math.max(
      1,
      shown.findIndex(({ column }) => column.role === 'number'),
    ),
    columns: shown.map(({ column, index }) => ({
      width: widthOf(
        column,
        rows.map((row) => row[index] ?? null),
      ),
    })),
  }
}

function cellOf(cell: FlatCell, k: number, words: Words): XlsxCell {
  if (cell === null) return null
  if (cell.type === 'number') {
    const { factor, format } = FORMATS[cell.unit]
    const decimals = cell.unit === 'percent' && !Number.isInteger(cell.value) ? '0.0#%' : format
    const before = { shown: cell.unit === 'from' ? words.files.from : '', at_most: '≤', at_least: '≥' }[cell.mark]
    return {
      value: Number((cell.value / factor).toPrecision(12)), // 12.3 / 100 is 0.12300000000000001
      type: Number,
      format: before === '' ? decimals : `"${before} "${decimals}`,
    }
  }
  if (cell.type === 'few') return textOf(cell.of === 'day' ? words.fewOfDay : words.few(k))
  return textOf(cell.type === 'text' ? cell.text : cell.code)
}

/** A text cell is shown as it is, whatever it begins with. */
function textOf(value: string): XlsxCell {
  return { value, type: String, format: '@' }
}

function widthOf({ role, title }: FlatColumn, cells: readonly FlatCell[]): number {
  if (role !== 'text') return 12
  const longest = Math.max(title.length, ...cells.map((cell) => (cell?.type === 'text' ? cell.text.length : 0)))
  return Math.min(WIDEST, longest + 2)
}
