/** The beginning of a report: what matters most, in plain sentences, in both languages and in every form. */
import { describe, expect, it } from 'vitest'
import { wholeMonth } from './invented-days.ts'
import {
  LANGUAGES,
  reportCsv,
  reportJson,
  reportOf,
  type ReportInput,
  reportText,
  reportXlsx,
} from '../../../../services/web/index.ts'
import { readXlsx } from '../../../support/xlsx.ts'
import { figuresOf, inventedMonth } from './invented.ts'

const summaryOf = (change: Partial<ReportInput> = {}): readonly string[] =>
  reportOf(inventedMonth(change)).sections.find(({ id }) => id === 'summary')?.sentences ?? []
const { findings, publication, figures } = inventedMonth()
const [found] = findings
if (found === undefined) throw new Error('the invented month has a finding')
const answered = { ...publication, rules: publication.rules.filter(({ outcome }) => outcome !== 'too_little') }
const of = (rule: 'G03', more: object = {}) => ({
  ...found,
  finding: {
    ...found.finding,
    rule,
    dimension: 'site' as const,
    value: 'unknown',
    outcome: null,
    group: { value: 260, low: 240, high: 290, size: 2_000 },
    reference: { kind: 'target' as const, value: 100, low: 100, high: 100, size: 0 },
    effect: null,
    impact: { unit: 'none' as const, value: 0, low: 0 },
    ...more,
  },
})

describe('the summary', () => {
  it('says in English what there was, what stands out, how sure, what to do first and what is not known', () => {
    expect(summaryOf()).toEqual([
      'In October 2026 people made about 12,345 connections, in about 2,400 meetings.',
      'Of the connections whose quality was measured, 9.5% were poor; that is not clearly different from September 2026 (10.2%). Joining failed for 2.5% of the connections.',
      'This stands out most. Utrecht has more poor connections than your other sites. The evidence for it is strong. You notice about 1,240 hours of poor connections this month, beyond what is usual (at least 800 hours).',
      expect.stringMatching(/^What to do first\? Ask your network engineer to check the connection of Utrecht/u),
      'What we do not know or do not say: on one day the start or the end of more than 5% of the connections is missing; we have no answer yet to 1 of 2 questions; groups of fewer than 10 persons are not shown, to protect them.',
    ])
  })

  it('says the same in Dutch', () => {
    expect(summaryOf({ language: 'nl' })).toEqual([
      'In oktober 2026 maakten mensen ongeveer 12.345 keer verbinding met een vergadering. Er waren ongeveer 2.400 vergaderingen.',
      'Van de verbindingen waarvan de kwaliteit gemeten is, was 9,5% slecht. Dat is niet duidelijk anders dan in september 2026 (10,2%). Deelnemen mislukte bij 2,5% van de verbindingen.',
      'Dit valt het meest op. Utrecht heeft meer slechte verbindingen dan uw andere locaties. Het bewijs hiervoor is sterk. U merkt deze maand ongeveer 1.240 uur slechte verbinding, boven op wat gewoon is (minstens 800 uur).',
      expect.stringMatching(
        /^Wat kunt u het eerst doen\? Vraag uw netwerkbeheerder om de verbinding van locatie Utrecht/u,
      ),
      'Wat wij niet weten of niet zeggen: op één dag kennen wij van meer dan 5% van de verbindingen het begin of het einde niet; op 1 van de 2 vragen hebben wij nog geen antwoord; groepen van minder dan 10 personen laten wij niet zien, om hen te beschermen.',
    ])
  })

  it.each([
    [[40, 30, 60], 'clearly more than in September 2026 (4%)'],
    [[200, 150, 260], 'clearly fewer than in September 2026 (20%)'],
    [[90, 70, 120], 'not clearly different from September 2026 (9%)'],
  ] as const)('calls a change clear only where the ranges have nothing in common: %j', (rate, words) => {
    const before = { month: '2026-09', figures: figuresOf('tenant', ['', ''], { measured_rate: rate }) }
    expect(summaryOf({ before })[1]).toContain(words)
  })

  it('compares with no month where there is none, or where a rate is only bounded', () => {
    expect(summaryOf({ before: null })[1]).not.toContain('than in')
    const before = { month: '2026-09', figures: figuresOf('tenant', ['', ''], { measured_rate: '<50' }) }
    expect(summaryOf({ before })[1]).not.toContain('September')
  })

  it('tells of the way of measuring that knows most connections', () => {
    const windows = figuresOf('tenant', ['', ''], { windows_good: 20_000, windows_rate: [30, 20, 40] })
    expect(summaryOf({ figures: [...figures, ...windows] })[1]).toContain(
      'By the score of Pexip, 3% of the connections were poor',
    )
  })

  it('begins with advice that is open, and says so where none is', () => {
    const rejected = [{ ...found, state: 'rejected' as const }]
    expect(summaryOf({ findings: rejected })[2]).toBe('All advice of this month has been carried out or turned down.')
    expect(summaryOf({ findings: [], publication: answered })[2]).toMatch(
      /^There is no advice: as far as the data show/u,
    )
    expect(summaryOf({ findings: [found, { ...found, state: 'done' }] })[2]).not.toContain('more piece')
    expect(summaryOf({ findings: [found, found] })[2]).toContain('There is one more piece of advice.')
  })

  it.each(['too_little', 'no_input', 'withheld'] as const)(
    'never says that nothing is worse where a rule came to %s, and says it once',
    (outcome) => {
      const open = { rule: 'B02', rule_version: 1, outcome, findings: 0, more_meetings: null } as const
      const said = summaryOf({ findings: [], publication: { ...answered, rules: [...answered.rules, open] } }).join(' ')
      expect(said).toContain('There is no advice, but for 1 of 2 questions there is not enough to say yet.')
      expect(said.match(/worse|not enough to say/gu)).toHaveLength(1)
    },
  )

  it('begins with the data where nothing else is wrong, and names what is wrong with them as not known', () => {
    const said = summaryOf({ findings: [of('G03')] })
    expect(said[2]).toMatch(/^There is no advice/u)
    expect(said[3]).toMatch(/^What to do first\? Tell Avesqo which names/u)
    expect(said[4]).toContain('the site of many connections is not known')
  })

  it('says that the rules have not looked, in place of that nothing is wrong', () => {
    const said = summaryOf({ publication: { ...publication, rules: [] }, findings: [] })
    expect(said[2]).toMatch(/^Nothing has looked at this revision yet/u)
    expect(said.join(' ')).not.toMatch(/no advice|What to do first/u)
  })

  it('says nothing of people where they are no safe group, only of how many rooms there is a figure', () => {
    const rooms = figures.filter(({ population }) => population === 'environment')
    const said = summaryOf({ figures: rooms, publication: { ...publication, safe: 0 }, findings: [] })
    expect(said[0]).toMatch(/^This report says nothing about people: .*only about one room and how complete/u)
    expect(said.join(' ')).not.toContain('groups of fewer than')
  })

  it('says which days the data are of where they are no whole month', () => {
    const days = wholeMonth('2026-10').filter(({ day }) => day >= '2026-10-12')
    expect(summaryOf({ days }).at(-1)).toContain(
      'the data are not of the whole month, but of 12 October 2026 to 31 October 2026',
    )
    expect(summaryOf({ days: wholeMonth('2026-10') }).at(-1)).not.toContain('whole month')
  })

  it.each(LANGUAGES)('is short, comes first and is the same in every form (%s)', async (language) => {
    const report = reportOf(inventedMonth({ language }))
    const sentences = summaryOf({ language })
    expect(report.sections[0]?.id).toBe('summary')
    expect(sentences.length).toBeGreaterThanOrEqual(3)
    expect(sentences.length).toBeLessThanOrEqual(5)
    const text = reportText(report).replaceAll(/\s+/gu, ' ')
    for (const sentence of sentences) expect(text).toContain(sentence)
    expect(reportJson(report).summary).toEqual(sentences)
    const [readme, summary] = reportCsv(report)
    for (const sentence of sentences) expect(readme?.content).toContain(`${sentence}\r\n`)
    expect(summary?.name).toBe('summary.csv')
    const [sheet] = readXlsx(await reportXlsx(report))
    expect(sheet?.rows.slice(2).map(([cell]) => cell?.value)).toEqual(sentences)
  })
})
