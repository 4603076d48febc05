/** A small month in both languages: what a reader sees of it, and what nobody sees. */
import { describe, expect, it } from 'vitest'
import { CUT_NAMES } from '../../../../schemas/cube.ts'
import { FIGURE_NAMES } from '../../../../schemas/published.ts'
import {
  cellsOf,
  cellsText,
  LANGUAGES,
  reportJson,
  reportOf,
  type ReportInput,
  reportText,
} from '../../../../services/web/index.ts'
import { figuresOf, inventedMonth, UTRECHT } from './invented.ts'

const text = (change: Partial<ReportInput> = {}): string => reportText(reportOf(inventedMonth(change)))
/** Lines of a report with runs of spaces as one. */
const lines = (said: string): readonly string[] =>
  said.split('\n').map((line) => line.trim().replaceAll(/ {2,}/gu, ' '))

const withoutHidden = (said: string): readonly string[] =>
  lines(said).filter((line) => !/before 8|< 10 p\.|^Combinations|or nobody\.$|^-+$/u.test(line))

const tablesOf = (change: Partial<ReportInput>): readonly string[] =>
  reportJson(reportOf(inventedMonth(change))).tables.map(({ id }) => id)

describe('in English', () => {
  const said = lines(text())

  it.each([
    'Improvement report of the meeting environment: Acme B.V., October 2026',
    'Period October 2026 (1 October 2026 to 31 October 2026,',
    'Received until 6 November 2026 at 03:10; what arrived later about this month',
    'Completeness 3 of 31 days have meetings; on 2 of them start and end of at',
    'least 95% of the connections are known; lowest 83% on 2',
    'Limits of quality avesqo-1 of 22 November 2026, house values of Avesqo',
    'Revision 1, published on 6 November 2026 at 03:10',
    'Questions Avesqo, info@avesqo.com, avesqo.com',
    '1. Utrecht has more poor connections than your other sites [A01]',
    'October 2026 September 2026',
    'connections 12,345 11,000',
    'mean length 34:12 –',
    'poor (measured) 9.5% (8.1–11%) 10.2% (9–12%)',
    'loss, p90 1.25% –',
    'jitter, p90 (ms) 12.3 –',
    'MOS, median 4.12 –',
    'Utrecht 8,000 140 15.2% (12.1–19%) 2% (1–3%)',
    'Assen 45 15 ≤ 5% ≥ 95%',
    'Utrecht Pexip 5,000–9,999 16% (12–20%)',
    'Zaal 1 60 2,700 33% (22–45%)',
    '2026-10-02 83% – ≤ 5%',
    'Combinations that are not listed: fewer than 10 persons, or one of them has more',
  ])('%s', (line) => expect(said).toContain(line))

  it('says by the limits of the profile what a poor connection is, of the measuring kinds that occur', () => {
    const whole = said.join(' ')
    expect(whole).toContain('sound loses 3% of its packets or more, jitter is above 40 ms, the round trip above 400 ms')
    expect(whole).toContain('MOS below 3.1, or a picture loses 5% or more or has fewer than 7 frames a second')
    expect(whole).not.toContain('Cisco Meeting Server): poor when an alarm')
  })

  it('has its parts in the order in which a customer reads: advice before data health before figures', () => {
    const { sections } = reportOf(inventedMonth())
    expect(sections.map(({ id }) => id)).toEqual([
      'summary',
      'advice',
      'health',
      'looked',
      'about',
      'reading',
      'key',
      'site',
      'platform',
      'network',
      'model',
      'size',
      'time',
      'rooms',
      'days',
    ])
  })

  it('fits a terminal', () => {
    expect(
      Math.max(
        ...text()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80)
  })
})

describe('in Dutch', () => {
  const said = lines(text({ language: 'nl' }))

  it.each([
    'Verbeterrapport van de vergaderomgeving: Acme B.V., oktober 2026',
    'Ontvangen tot 6 november 2026 om 03:10. Wat later over deze maand',
    '1. Utrecht heeft meer slechte verbindingen dan uw andere locaties [A01]',
    'verbindingen 12.345 11.000',
    'slecht (gemeten) 9,5% (8,1–11%) 10,2% (9–12%)',
    'MOS, mediaan 4,12 –',
    'Assen 45 15 ≤ 5% ≥ 95%',
    'Utrecht Pexip 5.000–9.999 16% (12–20%)',
    'op afstand 3.300 120 5% (4–6%) 3% (2–5%)',
    'overige 995 20 7% (4–10%) 3% (1–6%)',
  ])('%s', (line) => expect(said).toContain(line))

  it('has no English sentence left', () => {
    expect(said.join(' ')).not.toMatch(/\b(?:the|connections|meetings|fewer|not known)\b/u)
  })
})

describe('what is hidden', () => {
  it('is in no list of the text, and one mark in JSON, with nothing else in its row', () => {
    expect(lines(text())).not.toContainEqual(expect.stringMatching(/^Assen (?:Pexip|Cisco)/u))
    const { tables } = reportJson(reportOf(inventedMonth()))
    const hidden = tables.find(({ id }) => id === 'site_platform')?.rows.filter(({ site }) => site === 'Assen')
    expect(hidden).toEqual([
      { site: 'Assen', platform: 'Cisco Meeting Server', mark: 'few' },
      { site: 'Assen', platform: 'Pexip', mark: 'few' },
    ])
  })

  it('has no part in the order of the others: without its rows all else stands as it stood', () => {
    const { figures } = inventedMonth()
    const visible = figures.filter(({ mark }) => mark !== 'few')
    expect(withoutHidden(text({ figures: visible }))).toEqual(withoutHidden(text()))
    expect(text({ figures: figures.toReversed() })).toBe(text())
  })

  it('a site that the month folds is named by no day, though the day could be said when it was', () => {
    const { days, figures } = inventedMonth()
    const folded = figures.filter(({ cut, v1 }) => cut !== 'site' || v1 !== UTRECHT)
    const said = days.map((day) => (day.site === UTRECHT ? { ...day, mark: 'shown' as const, value: 120 } : day))
    expect(tablesOf({ days: said })).toContain('days_site')
    expect(tablesOf({ days: said, figures: folded })).not.toContain('days_site')
  })

  it('of a tenant whose people are no safe cell there is no section about people at all', () => {
    const { figures, publication } = inventedMonth()
    const rooms = figures.filter(({ population }) => population === 'environment')
    const report = reportOf(inventedMonth({ figures: rooms, publication: { ...publication, safe: 0 }, findings: [] }))
    expect(report.sections.map(({ id }) => id)).toEqual([
      'summary',
      'advice',
      'health',
      'looked',
      'about',
      'reading',
      'rooms',
      'days',
    ])
    expect(reportText(report)).toContain('No figures about people are shown')
  })
})

it('marks what is kept of an earlier revision, and says what the mark means', () => {
  const { figures } = inventedMonth()
  const kept = figures.map((figure) =>
    figure.cut === 'site' && figure.v1 === UTRECHT ? { ...figure, kept: true } : figure,
  )
  const said = lines(text({ figures: kept }))
  expect(said).toContain('Utrecht 8,000 † 140 † 15.2% (12.1–19%) † 2% (1–3%) †')
  expect(said.join(' ')).toContain(
    '† of an earlier revision: the change came from too few persons, or mostly from one.',
  )
  expect(text()).not.toContain('†')
})

it('says so where the rules have not looked yet, in place of a silence that looks like health', () => {
  const { publication } = inventedMonth()
  const said = text({ publication: { ...publication, rules: [] }, findings: [] })
  expect(said.match(/Nothing has looked at this revision yet/gu)).toHaveLength(4)
  expect(said).not.toContain('found nothing')
})

it.each(LANGUAGES)('every figure of every cut has its column, its title and its number (%s)', (language) => {
  for (const cut of CUT_NAMES) {
    const all = Object.fromEntries(FIGURE_NAMES.map((measure, index) => [measure, 100 + index]))
    const input = inventedMonth({ language, figures: figuresOf(cut, ['1', '2'], all) })
    const table = cellsOf(cut, input)
    const measures = table?.columns.filter(({ group }) => group !== 'label') ?? []
    expect(measures.map(({ id }) => id).toSorted()).toEqual([...FIGURE_NAMES].toSorted())
    const titles = table?.columns.map(({ title }) => title) ?? []
    expect(titles.filter((title) => title === '' || title.includes('undefined'))).toEqual([])
    expect(new Set(titles).size).toBe(titles.length)
    expect(table && cellsText(table, { k: 10, language })).not.toMatch(/undefined|NaN|–$/mu)
  }
})
