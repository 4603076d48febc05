/** Months that are only a part: a contract or the data begin or end within them, and nobody compares them unwarned. */
import { describe, expect, it } from 'vitest'
import type { DayFigure } from '../../../../schemas/published.ts'
import { reportJson, reportOf, type ReportInput } from '../../../../services/web/index.ts'
import { extentOf } from '../../../../services/web/reports/extent.ts'
import { inventedMonth } from './invented.ts'
import { wholeMonth } from './invented-days.ts'

const TERMS = { contract_from: '2026-01-01', contract_to: null }
const OCTOBER = wholeMonth('2026-10')
const between = (from: string, until: string): readonly DayFigure[] =>
  OCTOBER.filter(({ day }) => day >= from && day <= until)

describe('a month', () => {
  it.each([
    ['whole', TERMS, OCTOBER, { from: '2026-10-01', until: '2026-10-31', days: 31, cut: null }],
    ['of which no day is known', TERMS, [], { from: '2026-10-01', until: '2026-10-31', days: 31, cut: null }],
    [
      'that begins with a weekend and holidays',
      TERMS,
      between('2026-10-06', '2026-10-26'),
      { from: '2026-10-01', until: '2026-10-31', days: 31, cut: null },
    ],
    [
      'whose data begin and end within it',
      TERMS,
      between('2026-10-07', '2026-10-25'),
      { from: '2026-10-07', until: '2026-10-25', days: 31, cut: 'data' },
    ],
    [
      'in which the contract begins',
      { ...TERMS, contract_from: '2026-10-12' },
      between('2026-10-12', '2026-10-31'),
      { from: '2026-10-12', until: '2026-10-31', days: 20, cut: 'contract' },
    ],
    [
      'in which the contract ends',
      { ...TERMS, contract_to: '2026-10-12' },
      between('2026-10-01', '2026-10-12'),
      { from: '2026-10-01', until: '2026-10-12', days: 12, cut: 'contract' },
    ],
    [
      'whose data begin long after the contract',
      { ...TERMS, contract_from: '2026-10-05' },
      between('2026-10-20', '2026-10-31'),
      { from: '2026-10-20', until: '2026-10-31', days: 27, cut: 'data' },
    ],
  ] as const)('%s', (_name, terms, days, extent) => {
    expect(extentOf('2026-10', terms, days)).toEqual(extent)
  })

  it('takes a day that is published as empty, and a site’s day, for no day with data', () => {
    const empty = OCTOBER.map((day) => (day.day < '2026-10-20' ? { ...day, mark: 'none' as const, value: null } : day))
    const sites = OCTOBER.map((day) => ({ ...day, site: 'x', measure: 'measured_rate' as const }))
    expect(extentOf('2026-10', TERMS, [...empty, ...sites])).toMatchObject({ from: '2026-10-20', cut: 'data' })
  })
})

const keyOf = (change: Partial<ReportInput>) => {
  const report = reportOf(inventedMonth(change))
  const section = report.sections.find(({ id }) => id === 'key')
  const months = reportJson(report)
    .tables.find(({ id }) => id === 'tenant')
    ?.rows.map(({ month }) => month)
  return { sentences: section?.sentences ?? [], months }
}

describe('the key figures', () => {
  const { before } = inventedMonth()
  if (before === null) throw new Error('the invented month has one before')

  it('say nothing of whole months', () => {
    expect(keyOf({})).toEqual({ sentences: [], months: ['October 2026', 'September 2026'] })
  })

  it('mark a month before that is a part, and say why numbers are not to be compared', () => {
    const days = wholeMonth('2026-09').slice(-2)
    expect(keyOf({ before: { ...before, days } })).toEqual({
      sentences: [
        'September 2026 is no whole month: the data are of 29 September 2026 to 30 September 2026. So do not compare the numbers of these months; their percentages may be compared, with their ranges.',
      ],
      months: ['October 2026', 'September 2026 (part)'],
    })
  })

  it('mark the month itself, in Dutch, where the contract begins in it', () => {
    const { tenant } = inventedMonth()
    const days = between('2026-10-12', '2026-10-31')
    const begun = { ...tenant, contract_from: '2026-10-12' }
    expect(keyOf({ language: 'nl', tenant: begun, days, before: null })).toEqual({
      sentences: ['Oktober 2026 is geen hele maand: de gegevens gaan over 12 oktober 2026 tot en met 31 oktober 2026.'],
      months: ['oktober 2026 (deel)'],
    })
  })

  it('leave the period what the contract says, beside the days that the data are of', () => {
    const { sections } = reportOf(inventedMonth({ days: between('2026-10-12', '2026-10-31') }))
    const period = sections.flatMap(({ facts }) => facts).find(({ id }) => id === 'period')
    expect(period?.text).toBe(
      'October 2026 (1 October 2026 to 31 October 2026, Europe/Amsterdam); no whole month: the data are of 12 October 2026 to 31 October 2026',
    )
  })
})
