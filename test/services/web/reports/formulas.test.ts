/** Attack A41: names that a spreadsheet program could take for a formula or a command; numbers stay numbers all the same. */
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { reportCsv, reportOf, reportXlsx } from '../../../../services/web/index.ts'
import { readXlsx } from '../../../support/xlsx.ts'
import { figuresOf, inventedMonth } from './invented.ts'

const HOSTILE = [
  '=HYPERLINK("http://x.example","y")',
  '+cmd|calc',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  '\u{200B}=1+1',
  'quiet;=1+1',
  'quiet\t-1',
  'quiet\n@x',
  'he said "no", twice',
] as const

const input = inventedMonth({
  figures: HOSTILE.flatMap((_, index) =>
    figuresOf('site', [`site-${index}`, ''], { legs: -5 * index, failed_rate: [-30, -50, -10] }),
  ),
  names: { sites: new Map(HOSTILE.map((name, index) => [`site-${index}`, name])), rooms: new Map() },
})

/** Where a spreadsheet program may begin a cell: at the beginning, and, in some countries’ settings, after these. */
const beginnings = (text: string): readonly string[] => text.split(/[;\t\r\n|]/u)
const isFormula = (text: string): boolean => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(text)

describe('CSV', () => {
  const files = reportCsv(reportOf(input))
  const site = files.find(({ name }) => name === 'site.csv')?.content ?? ''
  const rows: readonly (readonly string[])[] = parse(site, { bom: true })

  it('begins with a byte order mark, and its lines end as RFC 4180 has it', () => {
    expect(site.startsWith('\u{FEFF}site,connections,')).toBe(true)
    expect(site.endsWith('\r\n')).toBe(true)
  })

  it('no text of it begins like a formula, and every name is there in full', () => {
    const names = rows.slice(1).map(([name = '']) => name)
    expect(names.toSorted()).toHaveLength(HOSTILE.length)
    expect(names.flatMap(beginnings).filter(isFormula)).toEqual([])
    expect(names.map((name) => name.replaceAll("'", '')).toSorted()).toEqual([...HOSTILE].toSorted())
  })

  it('numbers stay numbers, negative ones too', () => {
    const legs = rows.slice(1).map(([, legs = '']) => legs)
    expect(legs.map(Number).toSorted((one, two) => one - two)).toEqual(
      HOSTILE.map((_, index) => -5 * index || 0).toSorted((one, two) => one - two),
    )
    expect(rows[1]?.slice(2, 5)).toEqual(['-3', '-5', '-1'])
  })

  it('no other file of the report has one either', () => {
    for (const { name, content } of files.filter(({ name }) => name.endsWith('.csv'))) {
      const cells: readonly (readonly string[])[] = parse(content, { bom: true, relax_column_count: true })
      const texts = cells.flat().filter((cell) => !/^-?[\d.]+$/u.test(cell))
      expect(texts.flatMap(beginnings).filter(isFormula), name).toEqual([])
    }
  })
})

describe('XLSX', () => {
  it('holds names as text cells, to the letter, numbers as numbers, and no formula', async () => {
    const sheets = readXlsx(await reportXlsx(reportOf(input)))
    const cells = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell !== undefined)
    expect(cells.filter(({ isFormula }) => isFormula)).toEqual([])
    const [, , ...rows] = sheets.find(({ name }) => name === 'Per site')?.rows ?? []
    // XML has one line end (XML 1.0, 2.11).
    const names = rows.map(([name]) => String(name?.value).replaceAll('\n', '\r'))
    expect(names.toSorted()).toEqual(HOSTILE.map((name) => name.replaceAll('\n', '\r')).toSorted())
    expect(rows.map(([name]) => name?.format)).toEqual(rows.map(() => '@'))
    expect(rows.map(([, legs]) => typeof legs?.value)).toEqual(rows.map(() => 'number'))
    expect(rows[0]?.[2]).toEqual({ value: -0.03, format: '0%', isFormula: false })
  })
})
