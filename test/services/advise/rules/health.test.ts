/** G01, G02, G03: what is wrong with the data themselves. */
import { describe, expect, test } from 'vitest'
import type { RuleId } from '../../../../schemas/finding.ts'
import { advise, type SourceDay } from '../../../../services/advise/index.ts'
import { addDays } from '../../../../services/shared/calendar.ts'
import { legsOf, type Planned } from '../made-legs.ts'
import { inputOf } from '../made-month.ts'

const SEED = 3
const of = (rule: RuleId, input: Parameters<typeof advise>[0]) => {
  const { findings, results } = advise(input)
  return {
    findings: findings.filter((one) => one.rule === rule),
    outcome: results.find((one) => one.rule === rule)?.outcome,
  }
}

const ungraded = (share: number) => (leg: Planned, random: () => number) =>
  leg.platform === 'generic' && random() < share ? { ...leg, kind: null } : leg

const placeless = (share: number) => (leg: Planned, random: () => number) =>
  leg.population === 'people' && random() < share ? { ...leg, site: 'unknown' } : leg

describe('G01', () => {
  test('names the platform of which 30 % carry nothing, and not the other', () => {
    const { findings } = of('G01', inputOf(legsOf({ seed: SEED, plan: ungraded(0.3) })))
    expect(findings.map(({ dimension, value, population }) => [dimension, value, population])).toEqual([
      ['platform', 'generic', 'people'],
    ])
    expect(findings[0]?.group.low).toBeLessThan(300)
    expect(findings[0]?.group.high).toBeGreaterThan(300)
  })

  test('is content with 15 %', () => {
    expect(of('G01', inputOf(legsOf({ seed: SEED, plan: ungraded(0.15) })))).toEqual({
      findings: [],
      outcome: 'nothing',
    })
  })
})

describe('G03', () => {
  test('says that 15 % have no site', () => {
    const { findings } = of('G03', inputOf(legsOf({ seed: SEED, plan: placeless(0.15) })))
    expect(findings.map(({ value, population }) => [value, population])).toEqual([['unknown', 'people']])
    expect(findings[0]?.group.value).toBe(150)
  })

  test('says which part of the failures has no site, by what is published of both', () => {
    const input = inputOf(legsOf({ seed: SEED, plan: placeless(0.15) }))
    const failed = (cut: string, v1: string, value: number) =>
      input.figures
        .filter((row) => row.cut === cut && row.v1 === v1 && row.measure === 'legs')
        .map((row) => ({ ...row, measure: 'failed' as const, value }))
    const causes = (figures: typeof input.figures) =>
      of('G03', { ...input, figures: [...input.figures, ...figures] }).findings.map((finding) => finding.causes)
    const here = failed('site', 'unknown', 90)
    expect(causes([...here, ...failed('tenant', '', 155)])).toEqual([[{ cause: 'failures_without_site', share: 580 }]])
    expect(
      causes([...here.map((row) => ({ ...row, mark: 'few' as const, value: null })), ...failed('tenant', '', 155)]),
    ).toEqual([[]]) // withheld
    expect(causes([...failed('site', 'unknown', 20), ...failed('tenant', '', 45)])).toEqual([[]]) // too few
    expect(causes([...failed('site', 'unknown', 5), ...failed('tenant', '', 2_000)])).toEqual([[]]) // not worth a word
  })

  test('is content with 5 %, and says nothing of what is folded', () => {
    expect(of('G03', inputOf(legsOf({ seed: SEED, plan: placeless(0.05) })))).toEqual({
      findings: [],
      outcome: 'nothing',
    })
    const hidden = inputOf(legsOf({ seed: SEED, plan: placeless(0.15) }), { hidden: ['unknown'] })
    expect(of('G03', hidden)).toEqual({ findings: [], outcome: 'withheld' })
  })
})

/** Legs of a source each working day of two months, none on the days that are left out. */
const delivered = (without: (day: string) => boolean, usual = 40): SourceDay[] => {
  const days: SourceDay[] = []
  for (let day = '2026-09-01'; day <= '2026-10-31'; day = addDays(day, 1)) {
    const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
    if (!weekend && !without(day)) days.push({ source: 'pexip-1', day, legs: usual + (Number(day.slice(8)) % 7) * 3 })
  }
  return days
}

describe('G02', () => {
  const legs = legsOf({ seed: SEED, meetings: 5 })
  const silent = (health: readonly SourceDay[]) => of('G02', inputOf(legs, { health }))

  test('dates a silence of two working days', () => {
    const { findings } = silent(delivered((day) => day === '2026-10-14' || day === '2026-10-15'))
    expect(findings.map(({ value, since, since_high: until }) => [value, since, until])).toEqual([
      ['pexip-1', '2026-10-14', '2026-10-15'],
    ])
  })

  test('counts a silence over a weekend by its working days', () => {
    const { findings } = silent(delivered((day) => day >= '2026-10-09' && day <= '2026-10-12'))
    expect(findings.map(({ since, since_high: until }) => [since, until])).toEqual([['2026-10-09', '2026-10-12']])
  })

  test('is silent about weekends, about a source that seldom sends, and with too little history', () => {
    expect(silent(delivered(() => false))).toEqual({ findings: [], outcome: 'nothing' })
    const seldom = delivered((day) => Number(day.slice(8)) % 3 === 0, 1)
    expect(silent(seldom).findings).toEqual([])
    expect(silent(delivered((day) => day < '2026-10-05' || day === '2026-10-14')).findings).toEqual([])
  })

  test('is silent about holidays', () => {
    // Whit Monday of 2026 is 25 May, King's Day 27 April, Ascension 14 May.
    const holidays = new Set(['2026-04-27', '2026-05-05', '2026-05-14', '2026-05-15', '2026-05-25'])
    const days: SourceDay[] = []
    for (let day = '2026-04-01'; day <= '2026-05-31'; day = addDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
      if (!weekend && !holidays.has(day)) days.push({ source: 'cms-1', day, legs: 50 })
    }
    const { findings } = of('G02', { ...inputOf(legs, { health: days }), month: '2026-05' })
    expect(findings).toEqual([])
  })
})
