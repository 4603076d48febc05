/** Each rule that compares finds what is planted at 1.5 times its minimum effect, names nothing else, and is silent below. */
import { describe, expect, test } from 'vitest'
import type { Finding, RuleId, RuleResult } from '../../../../schemas/finding.ts'
import { finding as findingSchema } from '../../../../schemas/finding.ts'
import { advise } from '../../../../services/advise/index.ts'
import { legsOf, type Organisation, type Planned, USUAL } from '../made-legs.ts'
import { inputOf } from '../made-month.ts'

type Rates = Planned['rates']

/** Of comparable groups without trouble; above it by `times` the minimum effect, 2 percentage points and 1.5 times. */
const worse = (usual: number, times: number): number => usual + times * Math.max(0.02, usual * 0.5)

interface Case {
  readonly rule: RuleId
  readonly outcome: keyof Rates
  readonly struck: (leg: Planned) => boolean
  readonly value: string
  readonly value2?: string
  readonly population?: Finding['population']
  readonly from?: string
}

const CASES: readonly Case[] = [
  { rule: 'A01', outcome: 'poor', struck: ({ site }) => site === 'b', value: 'b' },
  {
    rule: 'A08',
    outcome: 'poor',
    struck: ({ site, day }) => site === 'b' && day >= '2026-10-13',
    value: 'b',
    from: '2026-09-01',
  },
  {
    rule: 'B01',
    outcome: 'poor',
    struck: ({ model }) => model === 'client 2',
    value: 'client 2',
    population: 'people',
  },
  { rule: 'B01', outcome: 'dropped', struck: ({ model }) => model === 'client 2', value: 'client 2' },
  {
    rule: 'B01',
    outcome: 'poor',
    struck: ({ model }) => model === 'kit 2',
    value: 'kit 2',
    population: 'environment',
  },
  {
    rule: 'B02',
    outcome: 'poor',
    struck: ({ model, software }) => model === 'client 2' && software === '2.0',
    value: 'client 2',
    value2: '2.0',
  },
  { rule: 'E02', outcome: 'alone', struck: ({ site }) => site === 'b', value: 'b' },
  { rule: 'E03', outcome: 'failed', struck: ({ site }) => site === 'b', value: 'b', value2: 'capacity' },
]

/** Large enough that luck of one seed does not hide what is planted. */
const MEETINGS = 45
const SEED = 11

const struckBy =
  (case_: Case, times: number) =>
  (leg: Planned): Planned => {
    if (!case_.struck(leg)) return leg
    const rate = worse(USUAL[case_.outcome], times)
    return { ...leg, cause: 'capacity', rates: { ...leg.rates, [case_.outcome]: rate } }
  }

function advised(case_: Case, times: number, organisation: Partial<Organisation> = {}) {
  const plan = struckBy(case_, times)
  const from = case_.from ?? '2026-10-01'
  return advise(inputOf(legsOf({ seed: SEED, meetings: MEETINGS, from, plan, ...organisation })))
}

const resultOf = (results: readonly RuleResult[], rule: RuleId) => results.find((result) => result.rule === rule)

describe.each(CASES)('$rule, $outcome of $value', (case_) => {
  const { rule, value, value2 = '', population = 'people' } = case_

  test('finds what is planted, names nothing else, and keeps to the contract', () => {
    const { findings, results } = advised(case_, 2)
    const of = findings.filter((finding) => finding.rule === rule)
    expect(of.map((finding) => [finding.value, finding.value2, finding.population])).toEqual([
      [value, value2, population],
    ])
    expect(resultOf(results, rule)).toMatchObject({ outcome: 'found', findings: 1, more_meetings: null })
    for (const finding of findings) expect(findingSchema.parse(finding)).toEqual(finding)
    const [found] = of
    expect(found?.group.value).toBeGreaterThan(found?.reference?.value ?? Infinity)
    expect(found?.impact.low).toBeLessThanOrEqual(found?.impact.value ?? 0)
  })

  test('says how many meetings are lacking where there are few', () => {
    const { findings, results } = advised(case_, 0, { meetings: 1, from: '2026-10-01' })
    expect(findings).toEqual([])
    const result = resultOf(results, rule)
    expect(result?.outcome).toBe('too_little')
    expect(result?.more_meetings).toBeGreaterThan(0)
  })
})

const allSmall = (leg: Planned): Planned => CASES.reduce((struck, case_) => struckBy(case_, 0.4)(struck), leg)

test('no rule speaks where every difference is too small to matter', () => {
  const { findings, results } = advise(
    inputOf(legsOf({ seed: SEED, meetings: MEETINGS, from: '2026-09-01', plan: allSmall })),
  )
  expect(findings).toEqual([])
  expect(results.map(({ outcome }) => outcome)).not.toContain('found')
})
