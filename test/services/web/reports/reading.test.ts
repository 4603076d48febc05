/** What is explained: each sign that occurs in the report, and no other; and what is left out of a printed table is named. */
import { describe, expect, it } from 'vitest'
import {
  LANGUAGES,
  reportCsv,
  reportOf,
  type ReportInput,
  reportText,
  reportXlsx,
} from '../../../../services/web/index.ts'
import { readXlsx } from '../../../support/xlsx.ts'
import { figuresOf, inventedMonth } from './invented.ts'

const explained = (change: Partial<ReportInput> = {}): readonly string[] =>
  reportOf(inventedMonth(change))
    .sections.find(({ id }) => id === 'reading')
    ?.facts.map(({ id }) => id) ?? []

describe('the reading guide', () => {
  it('explains ranges, q, independent connections and bounds where they occur', () => {
    expect(explained()).toEqual([
      'range',
      'evidence',
      'q',
      'independent',
      'points',
      'bounded',
      'few',
      'class',
      'percentiles',
      'loss',
      'jitter',
      'rtt',
      'mos',
    ])
  })

  it('explains nothing that does not occur', () => {
    const figures = figuresOf('tenant', ['', ''], { legs: 100 })
    expect(explained({ figures, findings: [], before: null, days: [] })).toEqual(['few'])
  })

  it.each(LANGUAGES)('has a label and whole sentences for each (%s)', (language) => {
    const reading = reportOf(inventedMonth({ language })).sections.find(({ id }) => id === 'reading')
    for (const { label, text } of reading?.facts ?? []) {
      expect(label).not.toBe('')
      expect(text).toMatch(/^\P{Ll}.*\.$/u)
    }
  })
})

it('a report names the measures of which every day has too few, in place of a column of one word', () => {
  const { days } = inventedMonth()
  const few = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-29'].map((day) => ({
    day,
    site: '',
    measure: 'alarms_rate' as const,
    mark: 'few' as const,
    value: null,
  }))
  const report = reportOf(inventedMonth({ days: [...days, ...few] }))
  expect(reportText(report)).toContain('Not printed, because there is too little everywhere: poor (alarms).')
  expect(reportCsv(report).find(({ name }) => name === 'days.csv')?.content).toContain('alarms_rate')
})

it('a long name is broken into lines, so that its table still fits a terminal', () => {
  const name = 'The building of the former post office beside the station, second floor'
  const { names } = inventedMonth()
  const sites = new Map([...names.sites].map(([id]) => [id, name] as const))
  const text = reportText(reportOf(inventedMonth({ names: { ...names, sites }, findings: [] })))
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
  expect(text.replaceAll(/\s+/gu, ' ')).toContain('station, second floor')
})

it.each([
  ['nl', ['regel', 'status', 'gevonden', 'verschil (procentpunten)', 'merkbaar in de maand']],
  ['en', ['rule', 'state', 'found', 'difference (percentage points)', 'noticed in the month']],
] as const)('columns of findings have titles in %s in the spreadsheet and in README.txt', async (language, titles) => {
  const report = reportOf(inventedMonth({ language }))
  const [readme] = reportCsv(report)
  const heads = readXlsx(await reportXlsx(report)).map(({ rows }) => rows[1]?.map((cell) => cell?.value) ?? [])
  for (const title of titles) {
    expect(
      heads.some((head) => head.includes(title)),
      title,
    ).toBe(true)
    expect(readme?.content).toContain(`: ${title}\r\n`)
  }
})
