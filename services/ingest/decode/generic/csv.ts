/** CSV of generic records: a header of the record's names, and a row a record. */
import { isUtf8 } from 'node:buffer'
import { genericMedium, genericRecord, MEDIUM_FIGURES } from '../../../../schemas/records/generic.ts'
import type { RefusalCode } from '../../../../schemas/refusals.ts'
import { MEDIA_DIRS, MEDIA_KINDS } from '../../../../schemas/states.ts'
import { delimiterOf, rowsOf } from '../csv.ts'
import type { DecodedRecord } from '../outcome.ts'
import { decodeRecord } from './record.ts'

type Value = 'text' | 'number' | 'boolean' | 'list'

/** What a column means: a member of the record, or a figure of one of its media. */
type Column =
  | { readonly of: 'record'; readonly name: string; readonly value: Value }
  | { readonly of: 'medium'; readonly medium: string; readonly name: string; readonly value: Value }

const COLUMNS: ReadonlyMap<string, Column> = columns()
/** Wider than any export. */
const MOST_COLUMNS = 1_000

/**
 * The records of a CSV body. The first row is the header; names are taken without case and surrounding blanks. An empty
 * cell is not stated. Refused as a whole (one record): `text_invalid`, and `csv_invalid` for a header that cannot be
 * read, has more than 1,000 columns or names a column of ours twice. A row of another number of cells is `csv_invalid`
 * by itself.
 *
 * @param mostRecords how many rows are wanted; one more is given where there are more
 */
export function decodeCsv(body: Buffer, mostRecords: number): readonly DecodedRecord[] {
  if (!isUtf8(body)) return [refused('text_invalid', body.length)]
  const text = body.toString('utf8').replace(/^\uFEFF/u, '')
  const delimiter = delimiterOf(text)
  const decoded: DecodedRecord[] = []
  let header: readonly (Column | undefined)[] | null = null
  for (const row of rowsOf(text, delimiter, MOST_COLUMNS + 1)) {
    if (decoded.length > mostRecords) break
    if (header === null) {
      if (!row.ok || row.cells.length > MOST_COLUMNS) return [refused('csv_invalid', body.length)]
      header = row.cells.map((cell) => COLUMNS.get(cell.trim().toLowerCase()))
      const known = header.filter((column) => column !== undefined)
      if (new Set(known).size !== known.length) return [refused('csv_invalid', body.length)]
    } else if (!row.ok || row.cells.length !== header.length) decoded.push(refused('csv_invalid', row.bytes))
    else {
      const { record, unread } = recordOf(header, row.cells)
      decoded.push(decodeRecord(record, row.bytes, unread))
    }
  }
  return decoded
}

function refused(code: RefusalCode, bytes: number): DecodedRecord {
  return { outcome: 'refused', refusal: { code, path: '' }, ignored: 0, bytes }
}

function recordOf(header: readonly (Column | undefined)[], cells: readonly string[]) {
  const record: Record<string, unknown> = {}
  const media = new Map<string, Record<string, unknown>>()
  let unread = 0
  for (const [i, cell] of cells.entries()) {
    const text = cell.trim()
    if (text === '') continue
    const column = header[i]
    if (column === undefined) unread += 1
    else if (column.of === 'record') record[column.name] = READ[column.value](text)
    else {
      const [kind, dir] = column.medium.split('_')
      const medium = media.get(column.medium) ?? { kind, dir }
      medium[column.name] = READ[column.value](text)
      media.set(column.medium, medium)
    }
  }
  if (media.size > 0) record['media'] = [...media.values()]
  return { record, unread }
}

/** How a cell is read; where it does not read so it stays text, which the schema then refuses. */
const READ: Readonly<Record<Value, (text: string) => unknown>> = {
  text: (text) => text,
  number: (text) => (/^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u.test(text) ? Number(text) : text),
  boolean: (text) => (/^(?:true|yes|1)$/iu.test(text) ? true : /^(?:false|no|0)$/iu.test(text) ? false : text),
  list: (text) => text.split('|').map((part) => part.trim()),
}

function columns(): Map<string, Column> {
  const map = new Map<string, Column>()
  for (const [name, schema] of Object.entries(genericRecord.shape)) {
    if (name !== 'media') map.set(name, { of: 'record', name, value: typeOf(schema) })
  }
  for (const kind of MEDIA_KINDS) {
    for (const dir of MEDIA_DIRS) {
      for (const name of MEDIUM_FIGURES) {
        const medium = `${kind}_${dir}`
        map.set(`${medium}_${name}`, { of: 'medium', medium, name, value: typeOf(genericMedium.shape[name]) })
      }
    }
  }
  return map
}

/** What a member is, told by trying: each member takes one type. */
function typeOf(schema: { safeParse: (value: unknown) => { success: boolean } }): Value {
  if (schema.safeParse(true).success) return 'boolean'
  if (schema.safeParse(['x']).success) return 'list'
  return [1, 100].some((figure) => schema.safeParse(figure).success) ? 'number' : 'text'
}
