/** A finding has one number, whatever form of the report somebody has before them. */
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { FindingState } from '../../../../schemas/finding.ts'
import {
  LANGUAGES,
  reportCsv,
  reportJson,
  reportOf,
  reportPdf,
  type ReportInput,
  reportText,
  reportXlsx,
} from '../../../../services/web/index.ts'
import { reportHtml } from '../../../support/pages/pages.ts'
import { richMonth } from '../../../support/pages/month.ts'
import { elementsOf, pdfStructure, textOf as pdfTextOf } from '../../../support/pdf.ts'
import { readXlsx } from '../../../support/xlsx.ts'

/** The findings of the rich month in the order of the engine, with these states. */
function inStates(language: 'nl' | 'en', ...states: readonly FindingState[]): ReportInput {
  const { findings } = richMonth()
  return richMonth({
    language,
    findings: findings.map(({ finding }, index) => ({ finding, state: states[index] ?? 'new' })),
  })
}

const titlesOf = (input: ReportInput): readonly string[] =>
  reportJson(reportOf(input)).advice.map(({ number, rule }) => `${number} ${rule}`)

describe.each(LANGUAGES)('%s', (language) => {
  const input = inStates(language, 'rejected', 'planned', 'new', 'done')
  const report = reportOf(input)
  const expected = reportJson(report).advice.map(({ number, title }) => `${number} ${title}`)

  it('page, text, PDF, CSV and spreadsheet number alike', async () => {
    expect(expected.map((said) => said.slice(0, 2))).toEqual(['1 ', '2 ', '3 ', '4 '])
    const html = reportHtml(input)
    const onPage = [...html.matchAll(/<h([34]) id="title-[^"]*"><span class="number">(\d+)<\/span>(.*?)<\/h\1>/gu)]
    expect(onPage.map(([, , number, title]) => `${number} ${title}`)).toEqual(expected)
    const text = reportText(report).replaceAll(/\s+/gu, ' ')
    const pdf = elementsOf(pdfStructure(await reportPdf(report, input)), 'H2').map(pdfTextOf)
    for (const said of expected) {
      const numbered = said.replace(' ', '. ')
      expect(text).toContain(numbered)
      expect(pdf.filter((heading) => heading.startsWith(numbered))).toHaveLength(1)
    }
    const advice = reportCsv(report).find(({ name }) => name === 'advice.csv')?.content ?? ''
    const rows: readonly Readonly<Record<string, string>>[] = parse(advice, { bom: true, columns: true })
    expect(rows.map(({ number, title }) => `${number} ${title}`)).toEqual(expected)
    const sheet = readXlsx(await reportXlsx(report)).find(
      ({ rows: [, head] }) => head?.[1]?.value === idTitle[language],
    )
    expect(sheet?.rows.slice(2).map((row) => `${row[0]?.value} ${row[5]?.value}`)).toEqual(expected)
  })

  it('says of a month whose findings are all dealt with that there is nothing open', () => {
    const { sections } = reportOf(inStates(language, 'done', 'verified', 'rejected', 'done'))
    const said = sections.find(({ id }) => id === 'advice')?.sentences[0]
    expect(said).toMatch(
      language === 'nl' ? /^Alle adviezen .* al uitgevoerd of afgewezen/u : /^All advice .* carried out/u,
    )
  })
})

const idTitle = { nl: 'kenmerk van de bevinding', en: 'id of the finding' }

it('counts what is open first, meetings before data, and then what is dealt with', () => {
  expect(titlesOf(inStates('en'))).toEqual(['1 A01', '2 E03', '3 E02', '4 G02'])
  expect(titlesOf(inStates('en', 'rejected'))).toEqual(['1 E03', '2 E02', '3 G02', '4 A01'])
  expect(titlesOf(inStates('en', 'new', 'verified', 'accepted', 'done'))).toEqual(['1 A01', '2 E02', '3 E03', '4 G02'])
  expect(reportOf(inStates('en')).sections.map(({ id }) => id)).not.toContain('handled')
})
