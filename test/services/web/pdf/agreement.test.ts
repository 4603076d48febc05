/** Every figure that the PDF shows is the report's, to the digit, under its own column and in its own row. */
import { describe, expect, it } from 'vitest'
import { CUTS } from '../../../../schemas/cube.ts'
import { reportOf, reportPdf } from '../../../../services/web/index.ts'
import { cellText } from '../../../../services/web/reports/cell-text.ts'
import { formatOf } from '../../../../services/shared/format.ts'
import type { Cell, Report, Table } from '../../../../services/web/reports/report.ts'
import { wordsOf } from '../../../../services/web/reports/words/index.ts'
import { elementsOf, pdfStructure, pdfText, textOf } from '../../../support/pdf.ts'
import { inventedMonth } from '../reports/invented.ts'
import { denseMonth } from './dense.ts'

interface ReadTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function readTables(pdf: Uint8Array): readonly ReadTable[] {
  return elementsOf(pdfStructure(pdf), 'Table').map((table) => ({
    head: elementsOf(table, 'TH').map(textOf),
    rows: elementsOf(table, 'TR').flatMap((row) => {
      const cells = elementsOf(row, 'TD').map(textOf)
      return cells.length === 0 ? [] : [cells]
    }),
  }))
}

/** What a reader of the PDF finds: a figure under the names of its row and column. */
function figuresOf(tables: readonly ReadTable[]): ReadonlySet<string> {
  return new Set(
    tables.flatMap(({ head, rows }) =>
      rows.flatMap((row) =>
        row.flatMap((text, at) => [1, 2].map((labels) => [...row.slice(0, labels), head[at], text].join(' | '))),
      ),
    ),
  )
}

/** The same of the report: of every table that the PDF prints, and every cell of it that is shown. */
function expectedOf({ sections, k, language }: Report): readonly string[] {
  const words = wordsOf(language)
  const format = formatOf(language)
  const say = (cell: Cell | undefined): string => {
    if (cell === undefined) return ''
    const text = cellText(cell, k, words, format)
    const said = cell.type === 'number' && cell.kept ? text.replace(/(?= \(|$)/u, ` ${words.keptMark}`) : text
    return said.replaceAll(/\s+/gu, ' ').trim()
  }
  return sections
    .flatMap(({ tables }) => tables)
    .filter(({ detail }) => !detail)
    .flatMap((table) =>
      table.rows.flatMap(({ cells }) =>
        table.columns.flatMap(({ title, id, group }, at): readonly string[] => {
          const cell = cells[at]
          if (cell?.type !== 'number' || !isPrinted(table, id, group)) return []
          const labels = cells.filter((_, index) => table.columns[index]?.group === 'label').map(say)
          if (table.layout === 'turned') return [[title, labels[0], say(cell)].join(' | ')]
          if (table.layout === 'grid') return [[labels[1], labels[0], say(cell)].join(' | ')]
          return [[...labels, title, say(cell)].join(' | ')]
        }),
      ),
    )
}

/** Of combinations: class of size and rates, of days all; of the others every measure. */
function isPrinted({ cut, layout }: Table, id: string, group: string): boolean {
  if (layout === 'grid') return /^(size|measured_rate|windows_rate|alarms_rate)$/u.test(id)
  return cut === null || CUTS[cut].by.length < 2 || group === 'use' || group === 'rates'
}

describe.each(['nl', 'en'] as const)('%s', (language) => {
  it('every figure stands in the PDF under the names of its row and column, and no other does', async () => {
    const input = inventedMonth({ language })
    const report = reportOf(input)
    const tables = readTables(await reportPdf(report, input))
    const expected = expectedOf(report)
    const found = figuresOf(tables)
    expect(expected.length).toBeGreaterThan(40)
    expect(expected.filter((figure) => !found.has(figure))).toEqual([])

    const said = new Set(expected.map((figure) => figure.split(' | ').at(-1)))
    const cells = report.sections.flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
    )
    const names = cells.flatMap((cell) => (cell.type === 'text' ? [cell.text] : []))
    const labels = new Set([...names, ...expected.map((figure) => figure.split(' | ')[0] ?? '')])
    const others = tables.flatMap(({ rows }) => rows.flat()).filter((text) => !said.has(text) && !labels.has(text))
    expect([...new Set(others)].filter((text) => !/^(–|< 10 p\.|2026-10-\d\d)$/u.test(text))).toEqual([])
  })
})

it('every figure of a month of which everything is published is in the text', async () => {
  const input = denseMonth('nl')
  const report = reportOf(input)
  const expected = expectedOf(report).map((figure) => figure.split(' | ').at(-1) ?? '')
  expect(expected.length).toBeGreaterThan(1_500)
  const text = ` ${pdfText(await reportPdf(report, input))} `
  expect([...new Set(expected)].filter((figure) => !text.includes(` ${figure} `))).toEqual([])
})
