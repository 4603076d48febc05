/**
 * CSV files that people make: with a header, comma or semicolon between cells, with or without byte order mark, UTF-8.
 * Lists inside a cell are separated by semicolons (quoted where the semicolon separates cells).
 */
import { readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { RefusedLine } from '../output.ts'
import { UserError } from '../../shared/errors.ts'

/** What the parser gives with `info`; its types do not say so. */
const recordWithInfo = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) })

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number
  /** Trimmed cells by column; an empty cell is absent. */
  readonly cells: Readonly<Record<string, string | undefined>>
}

export interface Csv {
  readonly rows: readonly CsvRow[]
  readonly bad: readonly RefusedLine[]
}

/**
 * @param required columns the header must have; `optional` ones it may have; it may have no others
 * @throws UserError where the file cannot be read or its header is not of that form
 */
export function readCsv(file: string, required: readonly string[], optional: readonly string[]): Csv {
  const text = readText(file)
  const [header = ''] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u, 1)
  const delimiter = header.split(';').length > header.split(',').length ? ';' : ','
  const [head, ...body] = records(text, delimiter, file)
  const columns = (head?.cells ?? []).map((name) => name.toLowerCase())
  checkHeader(file, columns, required, optional)

  const rows: CsvRow[] = []
  const bad: RefusedLine[] = []
  for (const { cells, line } of body) {
    if (cells.length !== columns.length) {
      bad.push({ line, reason: `has ${cells.length} cells, the header has ${columns.length}` })
      continue
    }
    const named = columns.map((column, index) => [column, cells[index] === '' ? undefined : cells[index]] as const)
    rows.push({ line, cells: Object.fromEntries(named) })
  }
  return { rows, bad }
}

/** Parts of a list inside a cell. */
export function listOf(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function readText(file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    throw new UserError(`The file ${file} cannot be read. Check its name and that you may read it.`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UserError(`The file ${file} is not UTF-8 text. Save it as "CSV UTF-8".`)
  }
}

function records(text: string, delimiter: string, file: string): readonly { cells: readonly string[]; line: number }[] {
  try {
    const options = { bom: true, delimiter, info: true, relax_column_count: true, trim: true }
    const parsed = z.array(recordWithInfo).parse(parse(text, options))
    return parsed
      .map(({ record, info }) => {
        // The parser counts the line on which a row ends; a quoted cell may hold line breaks.
        const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/gu)?.length ?? 0), 0)
        return { cells: record, line: info.lines - breaks }
      })
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : ''
    throw new UserError(`The file ${file} is not CSV: a quote is wrong or not closed${line}.`)
  }
}

function checkHeader(
  file: string,
  columns: readonly string[],
  required: readonly string[],
  optional: readonly string[],
): void {
  const known = `Its columns are ${required.join(', ')}${optional.length === 0 ? '' : `, and may be ${optional.join(', ')}`}.`
  const missing = required.find((column) => !columns.includes(column))
  if (missing !== undefined) {
    throw new UserError(`The first line of ${file} must name the columns; "${missing}" is missing. ${known}`)
  }
  const strange = columns.find((column) => !required.includes(column) && !optional.includes(column))
  if (strange !== undefined) throw new UserError(`${file} has a column "${strange}" that is not known. ${known}`)
  const twice = columns.find((column, index) => columns.indexOf(column) !== index)
  if (twice !== undefined) throw new UserError(`${file} names the column "${twice}" twice.`)
}
