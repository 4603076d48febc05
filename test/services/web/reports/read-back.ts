/** Reads the figures of a report out of each of its forms again, so that they can be compared. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type FigureName, FIGURES } from '../../../../schemas/published.ts'
import { readXlsx, type XlsxCell } from '../../../support/xlsx.ts'

/** A shown number: in the unit that reports show. */
interface Shown {
  readonly value: number
  readonly low?: number
  readonly high?: number
  readonly mark?: 'at_most' | 'at_least'
}
/** By table, row labels and place in the row; `few` as the word. What is not known is not there. */
export type Read = Readonly<Record<string, Readonly<Record<string, readonly (Shown | 'few')[]>>>>

const LABELS: ReadonlySet<string> = new Set([
  'month',
  'day',
  'site',
  'platform',
  'network',
  'transport',
  'model',
  'software',
  'size',
  'weekday',
  'hour',
  'room',
])
const json = z.object({
  tables: z.array(z.object({ id: z.string(), title: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
})
const number = z.object({
  value: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
  mark: z.enum(['at_most', 'at_least']).optional(),
})

/** A name is a label where its value is a text: `size` is a dimension in one table and a class of size in others. */
export function readJson(report: unknown): Read {
  return Object.fromEntries(
    json.parse(report).tables.map(({ id, rows }) => [
      id,
      Object.fromEntries(
        rows.map((row) => {
          const entries = Object.entries(row).filter(([name]) => name !== 'mark')
          const labels = entries.filter(([name, value]) => LABELS.has(name) && typeof value === 'string')
          const cells = entries.filter(([, value]) => typeof value !== 'string').map(([, value]) => shownOf(value))
          return [labels.map(([, value]) => value).join(' | '), row['mark'] === 'few' ? ['few'] : cells]
        }),
      ),
    ]),
  )
}

function shownOf(value: unknown): Shown | 'few' {
  const read = number.safeParse(value)
  if (!read.success) return 'few'
  const { low, high, mark, value: shown } = read.data
  return compact(shown, String(low ?? ''), String(high ?? ''), mark ?? '')
}

export function readCsv(files: readonly { readonly name: string; readonly content: string }[]): Read {
  const tables = files.filter(({ name }) => !/^(?:README|summary|about|advice|looked_at)\./u.test(name))
  return Object.fromEntries(
    tables.map(({ name, content }) => {
      const lines = z.array(z.array(z.string())).parse(parse(content, { bom: true, relax_column_count: false }))
      const [head = [], ...rows] = lines
      return [name.replace('.csv', ''), Object.fromEntries(rows.map((row) => csvRow(head, row)))]
    }),
  )
}

function csvRow(head: readonly string[], row: readonly string[]): readonly [string, readonly (Shown | 'few')[]] {
  const fields = new Map(head.map((id, index) => [id, row[index] ?? '']))
  const labels = head.filter((id) => LABELS.has(id))
  const label = labels.map((id) => fields.get(id)).join(' | ')
  if (fields.get('row_mark') === 'few') return [label, ['few']]
  const cells = head.flatMap((id): readonly (Shown | 'few')[] => {
    if (labels.includes(id) || /_(?:low|high|mark)$|^kept$/u.test(id)) return []
    const base = id.replace(/_(?:pct|ms|s|from)$/u, '')
    const mark = fields.get(`${base}_mark`) ?? ''
    if (mark === 'few') return ['few']
    const value = fields.get(id) ?? ''
    if (value === '') return []
    const ends = { low: fields.get(`${base}_low`) ?? '', high: fields.get(`${base}_high`) ?? '' }
    return [compact(Number(value), ends.low, ends.high, mark)]
  })
  return [label, cells]
}

function compact(value: number, low: string, high: string, mark: string): Shown {
  return {
    value,
    ...(low === '' ? {} : { low: Number(low), high: Number(high) }),
    ...(mark === 'at_most' || mark === 'at_least' ? { mark } : {}),
  }
}

/** @param titles ids of tables by their title @param words those of the language for the ends of intervals and for hidden cells */
export function readSheets(
  archive: Buffer,
  titles: ReadonlyMap<string, string>,
  words: { readonly low: string; readonly high: string; readonly few: readonly string[] },
): Read {
  const tables = readXlsx(archive).flatMap(({ name, rows }) => {
    const id = titles.get(name)
    return id === undefined ? [] : [{ id, head: rows[1] ?? [], rows: rows.slice(2) }]
  })
  return Object.fromEntries(
    tables.map(({ id, head, rows }) => [
      id,
      Object.fromEntries(
        rows.map((row) =>
          sheetRow(
            head.map((cell) => String(cell?.value ?? '')),
            row,
            words,
          ),
        ),
      ),
    ]),
  )
}

function sheetRow(
  head: readonly string[],
  row: readonly (XlsxCell | undefined)[],
  words: { readonly low: string; readonly high: string; readonly few: readonly string[] },
): readonly [string, readonly (Shown | 'few')[]] {
  const label: string[] = []
  const cells: (Shown | 'few')[] = []
  for (const [index, title] of head.entries()) {
    const cell = row[index]
    if (cell === undefined || title.endsWith(words.low) || title.endsWith(words.high)) continue
    if (words.few.includes(String(cell.value))) cells.push('few')
    else if (typeof cell.value === 'string') label.push(cell.value)
    else {
      const end = (after: number, word: string): string => {
        const bound = head[index + after]?.endsWith(word) === true ? row[index + after] : undefined
        return bound === undefined ? '' : String(numberOf(bound))
      }
      cells.push(compact(numberOf(cell), end(1, words.low), end(2, words.high), markOf(cell)))
    }
  }
  return [
    label.filter((text) => text !== 'yes').join(' | '),
    cells.every((cell) => cell === 'few') ? cells.slice(0, 1) : cells,
  ]
}

function numberOf({ value, format }: XlsxCell): number {
  if (format.endsWith('%')) return Math.round(Number(value) * 10_000) / 100
  return format.startsWith('[m]') ? Math.round(Number(value) * 86_400) : Number(value)
}

function markOf({ format }: XlsxCell): string {
  if (format.startsWith('"≤')) return 'at_most'
  return format.startsWith('"≥') ? 'at_least' : ''
}

/** Whether a number of this measure is stored in the unit that reports show. */
export function shownFactor(measure: FigureName): number {
  return { count: 1, minutes: 1, class: 1, fps: 1, seconds: 1, permille: 10, c: 100, us: 1_000, mp: 1_000 }[
    FIGURES[measure].unit
  ]
}
