/** What no rule may do: name what is not shown, pool measuring kinds, call a site bad for its mix, speak of too few people. */
import { describe, expect, test } from 'vitest'
import { advise } from '../../../../services/advise/index.ts'
import { legsOf, type Planned } from '../made-legs.ts'
import { inputOf } from '../made-month.ts'

const SEED = 5
const bad = (struck: (leg: Planned) => boolean, rates: Partial<Planned['rates']>) => (leg: Planned) =>
  struck(leg) ? { ...leg, rates: { ...leg.rates, ...rates } } : leg

/** Everything is wrong at site b, with client 2 and its version 2.0, and with kit 2. */
const ALL_WRONG = bad(({ site, model }) => site === 'b' || model === 'client 2' || model === 'kit 2', {
  poor: 0.3,
  dropped: 0.3,
  failed: 0.3,
  alone: 0.4,
})

const someWithoutSite = (leg: Planned, random: () => number): Planned =>
  random() < 0.2 ? { ...leg, site: 'unknown' } : ALL_WRONG(leg)

describe('values that are folded', () => {
  test.each([1, 2, 3, 4, 5, 6])('are named by no finding, seed %i', (seed) => {
    const legs = legsOf({ seed, meetings: 6, plan: ALL_WRONG })
    const hidden = ['b', 'client 2', 'kit 2']
    const { findings } = advise(inputOf(legs, { hidden }))
    const named = findings.flatMap(({ value, value2 }) => [value, value2])
    for (const value of hidden) expect(named).not.toContain(value)
  })

  test('are named once they are shown', () => {
    const { findings } = advise(inputOf(legsOf({ seed: SEED, meetings: 10, plan: ALL_WRONG })))
    expect(new Set(findings.map(({ value }) => value))).toEqual(new Set(['b', 'client 2', 'kit 2']))
  })

  test('leave a site alone that has no other shown beside it', () => {
    // What has no site is shown, and is no site to compare with.
    const legs = legsOf({ seed: SEED, meetings: 10, plan: someWithoutSite })
    const { findings, results } = advise(inputOf(legs, { hidden: ['a', 'c', 'd', 'e'] }))
    expect(findings.filter(({ dimension, value }) => dimension === 'site' && value === 'b')).toEqual([])
    expect(results.find(({ rule }) => rule === 'A01')?.outcome).toBe('withheld')
  })
})

test('where the people of a tenant may not be spoken about, nothing but rooms is', () => {
  const legs = legsOf({ seed: SEED, meetings: 10, plan: ALL_WRONG })
  const input = inputOf(legs, { health: [{ source: 'pexip-1', day: '2026-10-02', legs: 100 }] })
  const rooms = input.figures.filter(({ population }) => population === 'environment')
  const { findings, results } = advise({ ...input, figures: rooms })
  expect(new Set(findings.map(({ population }) => population))).toEqual(new Set(['environment']))
  expect(
    results.filter(({ rule }) => ['A01', 'E02', 'E03', 'G02'].includes(rule)).map(({ outcome }) => outcome),
  ).toEqual(['withheld', 'withheld', 'withheld', 'withheld'])
})

test('rooms that are not visible are in no finding, also not as what others are compared with', () => {
  const legs = legsOf({ seed: SEED, meetings: 10, plan: ALL_WRONG })
  const rooms = [...new Set(legs.map(({ room }) => room).filter((room) => room.endsWith('kit 2')))]
  const { findings } = advise(inputOf(legs, { hidden: rooms }))
  expect(findings.filter(({ value }) => value === 'kit 2')).toEqual([])
})

test('one bad room does not make its model a bad one', () => {
  const oneRoom = bad(({ site, model }) => site === 'b' && model === 'kit 2', { poor: 0.6 })
  const { findings, results } = advise(inputOf(legsOf({ seed: SEED, meetings: 15, plan: oneRoom })))
  expect(findings.filter(({ rule, population }) => rule === 'B01' && population === 'environment')).toEqual([])
  // The reader sees how bad the model's rooms are: that nothing was found would be no answer.
  expect(results.find(({ rule }) => rule === 'B01')?.outcome).toBe('too_few_rooms')
})

// At site b everybody is measured by alarms, which here find twice as much everywhere.
const kinds = (leg: Planned, random: () => number): Planned => {
  const alarms = random() < (leg.site === 'b' ? 0.9 : 0.2)
  return { ...leg, kind: alarms ? 'alarms' : 'measured', rates: { ...leg.rates, poor: alarms ? 0.12 : 0.03 } }
}

const worseByAlarms = (leg: Planned, random: () => number): Planned => {
  const planned = kinds(leg, random)
  return leg.site === 'b' && planned.kind === 'alarms'
    ? { ...planned, rates: { ...planned.rates, poor: 0.3 } }
    : planned
}

describe('measuring kinds', () => {
  test('are not pooled: a site is not bad for being measured otherwise', () => {
    const { findings } = advise(inputOf(legsOf({ seed: SEED, meetings: 25, plan: kinds })))
    expect(findings.filter(({ rule }) => rule === 'A01')).toEqual([])
  })

  test('each has findings of its own', () => {
    const { findings } = advise(inputOf(legsOf({ seed: SEED, meetings: 15, plan: worseByAlarms })))
    expect(findings.filter(({ rule }) => rule === 'A01').map(({ value, outcome }) => [value, outcome])).toEqual([
      ['b', 'alarms'],
    ])
  })
})

const wifi = (leg: Planned, random: () => number): Planned => {
  const network = random() < (leg.site === 'b' ? 0.9 : 0.2) ? 'wifi' : 'wired'
  return { ...leg, network, rates: { ...leg.rates, poor: network === 'wifi' ? 0.12 : 0.03 } }
}

const video = (leg: Planned, random: () => number): Planned => {
  const both = random() < (leg.site === 'b' ? 0.95 : 0.1)
  const media = both
    ? ([
        ['audio', 'up'],
        ['video', 'down'],
      ] as const)
    : ([['audio', 'up']] as const)
  return { ...leg, media, rates: { ...leg.rates, poor: both ? 0.1 : 0.05 } }
}

const site = (leg: Planned, random: () => number): Planned => {
  const model = leg.population === 'people' && random() < (leg.site === 'b' ? 0.8 : 0.1) ? 'client 2' : 'client 1'
  return { ...leg, model, rates: { ...leg.rates, poor: leg.site === 'b' ? 0.15 : 0.04 } }
}

describe('what merely differs in its mix', () => {
  test.each([1, 2, 3])('more Wi-Fi is no bad site, seed %i', (seed) => {
    const { findings } = advise(inputOf(legsOf({ seed, meetings: 15, plan: wifi })))
    expect(findings.filter(({ rule }) => rule === 'A01')).toEqual([])
  })

  test('more media that can be poor are no bad site', () => {
    const { findings } = advise(inputOf(legsOf({ seed: SEED, meetings: 25, plan: video })))
    expect(findings.filter(({ rule }) => rule === 'A01')).toEqual([])
  })

  test('a model that is used at a bad site is no bad model', () => {
    const { findings } = advise(inputOf(legsOf({ seed: SEED, meetings: 15, plan: site })))
    expect(findings.map(({ rule, value }) => [rule, value])).toEqual([['A01', 'b']])
  })
})
