/**
 * A report as CSV files (RFC 4180: commas, CRLF, quotes doubled), UTF-8 with a byte order mark so that spreadsheet
 * programs read it as such. Text that such a program could take for a formula is made harmless; numbers stay numbers.
 */
import { type FlatCell, flatSheets, type Sheet } from './flat.ts'
import type { Report } from './report.ts'
import { wordsOf } from './words/index.ts'
import type { Words } from './words/words.ts'

const BOM = '\u{feff}'

export interface ReportFile {
  readonly name: string
  readonly content: string
}

/** @returns one file a table, and `README.txt`, which says what stands in each column */
export function reportCsv(report: Report): readonly ReportFile[] {
  const words = wordsOf(report.language)
  const sheets = flatSheets(report, words)
  return [
    { name: 'README.txt', content: `${BOM}${readme(report, sheets, words)}` },
    ...sheets.map((sheet) => ({ name: `${sheet.id}.csv`, content: `${BOM}${csvOf(sheet)}` })),
  ]
}

function csvOf({ columns, rows }: Sheet): string {
  const head = columns.map(({ id }) => id)
  return [head, ...rows.map((row) => row.map(field))].map((fields) => `${fields.join(',')}\r\n`).join('')
}

function field(cell: FlatCell): string {
  if (cell === null || cell.type === 'few') return '' // said by the mark beside it
  if (cell.type === 'number') return String(cell.value)
  return quoted(cell.type === 'code' ? cell.code : harmless(cell.text))
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A spreadsheet program takes a cell that begins with `=`, `+`, `-`, `@`, TAB or CR for a formula or a command (attack
 * A41; also in the wide forms that some programs treat alike). Some begin a new cell after a semicolon, TAB or line end,
 * whatever the quotes: what stands there is treated like a beginning.
 */
function harmless(text: string): string {
  return text
    .replaceAll(/([;|\t\r\n])(?=[\s\p{Cf}]*[=+\-@＝＋－＠])/gu, "$1'")
    .replace(/^(?=[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r])/u, "'")
}

function readme({ title, sections }: Report, sheets: readonly Sheet[], { files, headings }: Words): string {
  const summary = sections.flatMap(({ id, sentences }) => (id === 'summary' ? sentences : []))
  const lines = [title, '', `${headings.summary}:`, ...summary, '', ...files.readme]
  for (const { id, title, says, columns } of sheets) {
    lines.push('', `${id}.csv: ${title}. ${says}`.trimEnd(), `${files.columns}:`)
    lines.push(...columns.map((column) => `  ${column.id}: ${column.title}`))
  }
  return lines.map((line) => `${line}\r\n`).join('')
}
