/** Reads an `.xlsx` file back: a ZIP archive of XML (ECMA-376), with a reader of its own. */
import { inflateRawSync } from 'node:zlib'
import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'

export interface XlsxCell {
  readonly value: string | number
  /** Number format, such as `0%`; '' where it has none. */
  readonly format: string
  readonly isFormula: boolean
}

export interface XlsxSheet {
  readonly name: string
  /** By row and column from 0; undefined: empty. */
  readonly rows: readonly (readonly (XlsxCell | undefined)[])[]
}

const END_OF_DIRECTORY = 0x06_05_4b_50
const ENTRY = 0x02_01_4b_50

/** Names and contents of an archive's files, by its central directory (PKWARE APPNOTE 4.3). */
export function unzip(archive: Buffer): ReadonlyMap<string, string> {
  let end = archive.length - 22
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1
  const files = new Map<string, string>()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error('not an entry of a ZIP directory')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field))
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const local = archive.readUInt32LE(at + 42)
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(from, from + archive.readUInt32LE(at + 20))
    files.set(name, (archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'))
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return files
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['sheet', 'row', 'c', 'si', 'numFmt', 'xf'].includes(name),
})
const text = z.union([
  z.string(),
  z.looseObject({ '#text': z.string().default('') }).transform((node) => node['#text']),
])
const shared = z.object({ sst: z.object({ si: z.array(z.object({ t: text })) }) })
const workbook = z.object({
  workbook: z.object({ sheets: z.object({ sheet: z.array(z.object({ name: z.string() })) }) }),
})
const styles = z.object({
  styleSheet: z.object({
    numFmts: z.object({ numFmt: z.array(z.object({ numFmtId: z.string(), formatCode: z.string() })) }),
    cellXfs: z.object({ xf: z.array(z.union([z.literal(''), z.object({ numFmtId: z.string().optional() })])) }),
  }),
})
const cell = z.object({
  r: z.string(),
  s: z.string().optional(),
  t: z.string().optional(),
  v: text.optional(),
  f: z.unknown().optional(),
})
const row = z.object({ r: z.string(), c: z.array(cell).default([]) })
const worksheet = z.object({ worksheet: z.object({ sheetData: z.object({ row: z.array(row) }) }) })

export function readXlsx(archive: Buffer): readonly XlsxSheet[] {
  const files = unzip(archive)
  const read = <T extends z.ZodType>(name: string, schema: T): z.output<T> =>
    schema.parse(parser.parse(files.get(name) ?? ''))
  const texts = read('xl/sharedStrings.xml', shared).sst.si.map(({ t }) => t)
  const { numFmts, cellXfs } = read('xl/styles.xml', styles).styleSheet
  const formats = cellXfs.xf.map((xf) => {
    const id = xf === '' ? undefined : xf.numFmtId
    return numFmts.numFmt.find(({ numFmtId }) => numFmtId === id)?.formatCode ?? ''
  })
  const { sheet } = read('xl/workbook.xml', workbook).workbook.sheets
  return sheet.map(({ name }, index) => {
    const { sheetData } = read(`xl/worksheets/sheet${index + 1}.xml`, worksheet).worksheet
    const rows: (XlsxCell | undefined)[][] = []
    for (const { r, c } of sheetData.row) {
      const cells: (XlsxCell | undefined)[] = []
      for (const { r: place, s, t, v, f } of c) {
        if (v === undefined) continue
        const value = t === 's' ? (texts[Number(v)] ?? '') : Number(v)
        cells[columnOf(place)] = { value, format: formats[Number(s ?? -1)] ?? '', isFormula: f !== undefined }
      }
      rows[Number(r) - 1] = cells
    }
    return { name, rows }
  })
}

/** `AB12` is column 27. */
function columnOf(place: string): number {
  const letters = /^[A-Z]+/u.exec(place)?.[0] ?? ''
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1
}
