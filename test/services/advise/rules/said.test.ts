/**
 * What a finding may say (design, section 8): it speaks about a group like a cell of two dimensions, so never a count that
 * is not published, to two digits, about a safe group with a safe rest, and of days only where each is a safe group.
 */
import { describe, expect, test } from 'vitest'
import { type Finding, Q_CLASSES, type RuleId } from '../../../../schemas/finding.ts'
import { advise, type AdviseInput } from '../../../../services/advise/index.ts'
import { sizeMiddle, twoDigits } from '../../../../services/advise/round.ts'
import { legsOf, type Planned } from '../made-legs.ts'
import { inputOf, MONTH } from '../made-month.ts'

const SEED = 11
const HALF_HOUR = 0.5
const bad = (struck: (leg: Planned) => boolean, rates: Partial<Planned['rates']>) => (leg: Planned) =>
  struck(leg) ? { ...leg, rates: { ...leg.rates, ...rates } } : leg

const of = (input: AdviseInput, rule: RuleId) => {
  const { findings, results } = advise(input)
  const outcome = results.find((result) => result.rule === rule)?.outcome
  return { findings: findings.filter((one) => one.rule === rule), outcome }
}

/** What of an impact is the group's, for a group whose count is not said: cases by the middle of its size class. */
const byClass = ({ effect, group, impact }: Finding, each: number) =>
  impact.value / (((effect?.diff ?? 0) / 1_000) * sizeMiddle(group.size) * each)
/** Two numbers of two digits each. */
const CLOSE = 0.13

describe('an impact', () => {
  const version = bad(({ model, software }) => model === 'client 2' && software === '2.0', {
    dropped: 0.25,
    poor: 0.25,
  })
  const versions = inputOf(legsOf({ seed: SEED, meetings: 8, plan: version }))

  test('of a version, whose count is not published, is that of its size class', () => {
    const { findings } = of(versions, 'B02')
    expect(findings.map(({ impact }) => impact.unit).toSorted()).toEqual(['drops', 'poor_hours'])
    for (const finding of findings) {
      const n = finding.outcome === 'dropped' ? 'connected' : 'measured_n'
      const cell = versions.cells.find(({ cut, v2 }) => cut === 'model_software' && v2 === '2.0')?.[n] ?? 0
      expect(Math.abs(cell / sizeMiddle(finding.group.size) - 1)).toBeGreaterThan(2 * CLOSE) // else it could not tell
      const share = byClass(finding, finding.outcome === 'dropped' ? 1 : HALF_HOUR)
      expect(Math.abs(share - 1)).toBeLessThan(CLOSE)
    }
  })

  test('of the part of a month after a change is that of its size class', () => {
    const since = bad(({ site, day }) => site === 'b' && day >= '2026-10-13', { poor: 0.25 })
    const { findings } = of(inputOf(legsOf({ seed: SEED, meetings: 12, from: '2026-09-01', plan: since })), 'A08')
    expect(findings).toHaveLength(1)
    for (const finding of findings) expect(Math.abs(byClass(finding, HALF_HOUR) - 1)).toBeLessThan(CLOSE)
  })

  test('of a site is that of its legs, where their number is published, and else that of its size class', () => {
    const site = inputOf(legsOf({ seed: SEED, meetings: 8, plan: bad((leg) => leg.site === 'b', { poor: 0.25 }) }))
    const [counted] = of(site, 'A01').findings
    const n = site.cells.find(({ cut, v1 }) => cut === 'site' && v1 === 'b')?.measured_n ?? 0
    const cost = ((counted?.effect?.diff ?? 0) / 1_000) * n * HALF_HOUR
    expect(Math.abs((counted?.impact.value ?? 0) / cost - 1)).toBeLessThan(CLOSE)
    // Rates of a kind are told without its counts where one site's legs of it are no safe group.
    const figures = site.figures.filter(({ measure }) => measure !== 'measured_good')
    const [rated] = of({ ...site, figures }, 'A01').findings
    expect(rated?.impact.value).not.toBe(counted?.impact.value)
    expect([rated].map((one) => one && Math.abs(byClass(one, HALF_HOUR) - 1) < CLOSE)).toEqual([true])
  })
})

test.each([1, 2, 3])('every number is of two digits, and q is one of its classes, seed %i', (seed) => {
  const all = bad(({ site, model }) => site === 'b' || model.endsWith('2'), {
    poor: 0.3,
    dropped: 0.3,
    failed: 0.3,
    alone: 0.4,
  })
  const plan = (leg: Planned) => (leg.day < `${MONTH}-12` ? leg : all(leg))
  const { findings } = advise(inputOf(legsOf({ seed, meetings: 8, from: '2026-09-01', plan })))
  expect(findings.length).toBeGreaterThan(3)
  for (const { effect, impact, test: said, group, reference } of findings) {
    const numbers = [said.n_eff, effect?.diff, effect?.low, effect?.high, effect?.ratio_c, impact.value, impact.low]
    const told = numbers.filter((number) => typeof number === 'number')
    expect(told.map((number) => twoDigits(number))).toEqual(told)
    for (const rate of [group, reference]) {
      for (const end of [rate?.value, rate?.low, rate?.high]) expect((end ?? 0) % 10).toBe(0)
    }
    expect([...Q_CLASSES, null]).toContain(said.q)
  }
})

describe('without a safe rest', () => {
  const plan = bad(({ model, software }) => model === 'client 2' && software === '2.0', { dropped: 0.3, poor: 0.3 })
  const legs = legsOf({ seed: SEED, meetings: 15, plan: (leg) => plan({ ...leg, population: 'people', device: 'pc' }) })

  test('nothing is said of a model beside which no other is shown', () => {
    expect(of(inputOf(legs), 'B01').findings.map(({ value }) => value)).toContain('client 2')
    const hidden = [...new Set(legs.map(({ model }) => model))].filter((model) => model !== 'client 2')
    expect(of(inputOf(legs, { hidden }), 'B01')).toMatchObject({ findings: [], outcome: 'withheld' })
  })

  test('nothing is said of a version beside which no other of the model is shown', () => {
    expect(of(inputOf(legs), 'B02').findings.map(({ value2 }) => value2)).toContain('2.0')
    expect(of(inputOf(legs, { hidden: ['1.0'] }), 'B02').findings).toEqual([])
  })
})

const byPlatform = (leg: Planned) => ({ ...leg, kind: leg.platform === 'pexip' ? ('windows' as const) : leg.kind })

describe('a change', () => {
  const since = bad(({ site, day }) => site === 'b' && day >= '2026-10-13', { poor: 0.25 })
  const input = inputOf(legsOf({ seed: SEED, meetings: 12, from: '2026-09-01', plan: since }))
  const silent = { findings: [], outcome: 'too_little' }
  const withDays = (change: (day: AdviseInput['days'][number]) => object) => ({
    ...input,
    days: input.days.map((day) => (day.v1 === 'b' ? { ...day, ...change(day) } : day)),
  })

  test('is told where every day is a safe group', () => {
    expect(of(input, 'A08').findings.map(({ value }) => value)).toEqual(['b'])
  })

  test.each([
    ['fewer than k persons', { persons: 9 }],
    ['one person with over half of the legs', { top_legs_mp: 50_001 }],
    ['one person with over half of the time', { top_ms_mp: 50_001 }],
  ])('is not told of days with %s', (_what, change) => {
    expect(
      of(
        withDays(() => change),
        'A08',
      ),
    ).toEqual(silent)
    // Some such days do not keep the others from being looked at.
    const some = withDays(({ day }) => (day.endsWith('7') ? change : {}))
    expect(of(some, 'A08').findings.map(({ value }) => value)).toEqual(['b'])
  })

  test('is not told of days on which the legs of the kind are not of a safe group', () => {
    const own = legsOf({ seed: SEED, meetings: 15, from: '2026-09-01', plan: (leg) => byPlatform(since(leg)) })
    const mixed = inputOf(own)
    // Everybody may have a tenth of the site's legs of a day: what one platform measures may be a few persons'.
    const days = (persons: number) =>
      mixed.days.map((day) => ({
        ...day,
        top_legs_mp: 10_000,
        persons: day.cut === 'site_platform' ? persons : day.persons,
      }))
    expect(of({ ...mixed, days: days(12) }, 'A08').findings.map(({ value }) => value)).toEqual(['b'])
    expect(of({ ...mixed, days: days(3) }, 'A08')).toEqual(silent)
  })

  test('is not told by an earlier month that is not published, or does not say the rate of the site', () => {
    expect(of({ ...input, published: new Map() }, 'A08')).toEqual(silent)
    const without = (left: (figure: AdviseInput['figures'][number]) => boolean) =>
      new Map([...input.published].map(([month, figures]) => [month, figures.filter((figure) => !left(figure))]))
    const hidden = without(({ cut, v1 }) => cut === 'site' && v1 === 'b')
    expect(of({ ...input, published: hidden }, 'A08')).toEqual(silent)
    const rateless = without(({ cut, v1, measure }) => cut === 'site' && v1 === 'b' && measure === 'measured_rate')
    expect(of({ ...input, published: rateless }, 'A08')).toEqual(silent)
  })
})

const refused = (leg: Planned) =>
  leg.site === 'b' ? { ...leg, cause: 'auth_or_pin' as const, rates: { ...leg.rates, failed: 0.3 } } : leg

test('a cause of failed joins is named only where its count is published of the site', () => {
  const input = inputOf(legsOf({ seed: SEED, plan: refused }))
  const told = ({ findings }: ReturnType<typeof of>) =>
    findings.map(({ value, value2, causes }) => [value, value2, causes.length])
  expect(told(of(input, 'E03'))).toEqual([['b', 'auth_or_pin', 1]])
  const figures = input.figures.filter(({ measure, v1 }) => measure !== 'failed_auth_or_pin' || v1 !== 'b')
  expect(told(of({ ...input, figures }, 'E03'))).toEqual([['b', '', 0]])
})

/** 1 on the working days from 5 October on, 0 on others. */
const until = (last: string) => (day: string) => Number(day >= '2026-10-05' && day <= last)
const ungraded = (share: (day: string) => number) => (leg: Planned, random: () => number) =>
  leg.platform === 'generic' && random() < share(leg.day) ? { ...leg, kind: null } : leg
const placeless = (share: (day: string) => number) => (leg: Planned, random: () => number) =>
  leg.population === 'people' && random() < share(leg.day) ? { ...leg, site: 'unknown' } : leg

describe('what is wrong with the data', () => {
  test('is as sure as there are days, not legs: days on end say little about the others', () => {
    const even = of(inputOf(legsOf({ seed: SEED, plan: ungraded(() => 6 / 22) })), 'G01')
    const onEnd = of(inputOf(legsOf({ seed: SEED, plan: ungraded(until('2026-10-12')) })), 'G01')
    expect(even.findings.map(({ value }) => value)).toEqual(['generic'])
    expect(onEnd).toEqual({ findings: [], outcome: 'nothing' })
    expect(of(inputOf(legsOf({ seed: SEED, plan: placeless(() => 4 / 22) })), 'G03').findings).toHaveLength(1)
    expect(of(inputOf(legsOf({ seed: SEED, plan: placeless(until('2026-10-08')) })), 'G03').findings).toEqual([])
  })

  test('is told also of few days, each as one case', () => {
    const { findings } = of(inputOf(legsOf({ seed: SEED, until: '2026-10-07', plan: ungraded(() => 1) })), 'G01')
    expect(findings.map(({ value, test: said }) => [value, said.n_eff])).toEqual([['generic', 5]])
  })

  test('names no platform that is folded', () => {
    const input = inputOf(legsOf({ seed: SEED, plan: ungraded(() => 0.6) }), { hidden: ['generic'] })
    expect(of(input, 'G01').findings.filter(({ value }) => value === 'generic')).toEqual([])
  })
})
