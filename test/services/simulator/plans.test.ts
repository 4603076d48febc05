/** Faults whose effect is chosen have that effect, and none where they are not planted. */
import { describe, expect, test } from 'vitest'
import type { ClusterSum, Outcome } from '../../../schemas/cube.ts'
import { localDayOf } from '../../../services/shared/calendar.ts'
import { clusteredRate } from '../../../services/shared/statistics/index.ts'
import { clusterSumsOf } from '../../../services/simulator/cells/cells.ts'
import { type CountedLeg, countedLegs, OWN_NAMES } from '../../../services/simulator/cells/index.ts'
import { createWorld, type FaultPlan, type World, type WorldSettings } from '../../../services/simulator/index.ts'
import { USUAL } from '../../../services/simulator/plans.ts'
import { FIVE_WEEKS } from './worlds.ts'

const SETTINGS: WorldSettings = {
  ...FIVE_WEEKS,
  seed: 7,
  people: 320,
  firstDay: '2026-10-01',
  days: 31,
  faults: 'none',
}
const SITE = 'Zwolle'
const RATE = 0.12
const worldWith = (faults: readonly FaultPlan[], more: Partial<WorldSettings> = {}): World =>
  createWorld({ ...SETTINGS, faults, ...more })
const legsOf = ({ truth }: World): readonly CountedLeg[] => countedLegs(truth, OWN_NAMES)
const usual = legsOf(worldWith([]))
interface Rate {
  readonly p: number
  readonly nEff: number
}
function rateOf(legs: readonly CountedLeg[], outcome: Outcome, where: (leg: CountedLeg) => boolean): Rate {
  const sums = clusterSumsOf(legs.filter(where))
  const of = (name: ClusterSum) => sums[`${outcome}_${name}`]
  expect(of('n')).toBeGreaterThan(100)
  return clusteredRate({ m: of('m'), y: of('y'), n: of('n'), yy: of('yy'), yn: of('yn'), nn: of('nn') })
}
/** As near as chance has it, legs that share their luck being few; a little more, because the effect is not exact. */
const near =
  (expected: number) =>
  ({ p, nEff }: Rate): boolean =>
    Math.abs(p - expected) < 3 * Math.sqrt((expected * (1 - expected)) / nEff) + 0.1 * expected

const at = (site: string) => (leg: CountedLeg) => leg.values.site === site
const elsewhere = (site: string) => (leg: CountedLeg) => leg.values.site !== site
const ofModel = (model: string) => (leg: CountedLeg) => leg.values.model === model

test('the demo’s faults are the default, and are not planned ones', () => {
  const small = { ...FIVE_WEEKS, people: 12, days: 7 }
  expect(createWorld({ ...small, faults: 'standard' })).toEqual(createWorld(small))
  expect(createWorld({ ...small, faults: 'none' }).truth.faults).toEqual([])
})

test('where nothing is planned, every site is as usual', () => {
  expect(rateOf(usual, 'measured', () => true)).toSatisfy(near(USUAL.poor))
  for (const site of ['Utrecht', 'Utrecht Annex', 'Groningen', 'Depot', SITE, 'remote']) {
    expect(rateOf(usual, 'measured', at(site))).toSatisfy(near(USUAL.poor))
    expect(rateOf(usual, 'failed', at(site))).toSatisfy(near(USUAL.failed))
    expect(rateOf(usual, 'dropped', at(site))).toSatisfy(near(USUAL.dropped))
  }
})

describe('planted', () => {
  test('A01: a site is poor, the others are not', () => {
    const legs = legsOf(worldWith([{ rule: 'A01', site: SITE, rate: RATE }]))
    expect(rateOf(legs, 'measured', at(SITE))).toSatisfy(near(RATE))
    expect(rateOf(legs, 'measured', elsewhere(SITE))).toSatisfy(near(USUAL.poor))
  })

  test('A08: a site is poor from a day on', () => {
    const world = worldWith([{ rule: 'A08', site: SITE, rate: RATE, from: '2026-10-15' }])
    const legs = legsOf(world)
    expect(rateOf(legs, 'measured', (leg) => at(SITE)(leg) && leg.day < '2026-10-15')).toSatisfy(near(USUAL.poor))
    expect(rateOf(legs, 'measured', (leg) => at(SITE)(leg) && leg.day >= '2026-10-15')).toSatisfy(near(RATE))
    expect(world.truth.faults.map(({ what, where, fromMs }) => [what, where, localDayOf(fromMs, world.zone)])).toEqual([
      ['A08', SITE, '2026-10-15'],
    ])
  })

  test.each(['Cisco Jabber', 'Poly Studio X50'])('B01: %s is poor, or is cut off', (model) => {
    const poor = legsOf(worldWith([{ rule: 'B01', model, outcome: 'poor', rate: RATE }]))
    expect(rateOf(poor, 'measured', ofModel(model)).p).toBeGreaterThan(RATE / 2)
    expect(rateOf(poor, 'measured', (leg) => !ofModel(model)(leg))).toSatisfy(near(USUAL.poor))
    const cut = legsOf(worldWith([{ rule: 'B01', model, outcome: 'dropped', rate: RATE }]))
    expect(rateOf(cut, 'dropped', ofModel(model)).p).toBeGreaterThan(RATE / 2)
    expect(rateOf(cut, 'measured', ofModel(model))).toSatisfy(near(USUAL.poor))
  })

  test('B02: one version is cut off, the other is not', () => {
    const model = 'Pexip Infinity Connect'
    const legs = legsOf(worldWith([{ rule: 'B02', model, software: '1.12', outcome: 'dropped', rate: RATE }]))
    const ofVersion = (software: string) => (leg: CountedLeg) => ofModel(model)(leg) && leg.values.software === software
    expect(rateOf(legs, 'dropped', ofVersion('1.12'))).toSatisfy(near(RATE))
    expect(rateOf(legs, 'dropped', ofVersion('1.13'))).toSatisfy(near(USUAL.dropped))
  })

  test('E02: people of a site wait', () => {
    const legs = legsOf(worldWith([{ rule: 'E02', site: SITE, rate: RATE }]))
    const more = rateOf(legs, 'alone', at(SITE)).p - rateOf(usual, 'alone', at(SITE)).p
    expect(more).toBeGreaterThan(0.4 * RATE)
    expect(more).toBeLessThan(RATE)
  })

  test('E03: joins fail at a site, and what is more than usual for one reason', () => {
    const world = worldWith([{ rule: 'E03', site: SITE, rate: RATE, endClass: 'capacity' }])
    const legs = legsOf(world)
    expect(rateOf(legs, 'failed', at(SITE))).toSatisfy(near(RATE))
    expect(rateOf(legs, 'failed', elsewhere(SITE))).toSatisfy(near(USUAL.failed))
    const failures = legs.filter(at(SITE)).flatMap(({ adds, outcomes }) => (outcomes[0]?.[1] === true ? [adds] : []))
    const capacity = world.truth.legs.filter(
      ({ site, endClass, durationMs }) => site === SITE && endClass === 'capacity' && durationMs < 10_000,
    )
    expect(capacity.length / failures.length).toBeGreaterThan(0.7)
  })

  test('G01: nothing is measured of some legs of a platform', () => {
    const legs = legsOf(worldWith([{ rule: 'G01', platform: 'pexip', rate: 0.3 }])).filter(
      ({ values, ms }) => values.platform === 'pexip' && ms >= 20_000,
    )
    const ungraded = legs.filter(({ outcomes }) =>
      outcomes.every(([name]) => name !== 'measured' && name !== 'windows'),
    )
    expect({ p: ungraded.length / legs.length, nEff: legs.length }).toSatisfy(near(0.3))
  })

  test('G02: a platform is silent on some days, the other is not', () => {
    const { truth } = worldWith([{ rule: 'G02', platform: 'cms', from: '2026-10-13', until: '2026-10-14' }])
    const days = (platform: string) =>
      new Set<string>(
        truth.legs.flatMap((leg) => (leg.platform === platform ? localDayOf(leg.startMs, truth.zone) : [])),
      )
    const silent = ['2026-10-13', '2026-10-14']
    expect(silent.filter((day) => days('cms').has(day))).toEqual([])
    expect(silent.filter((day) => days('pexip').has(day))).toEqual(silent)
    expect(days('cms').has('2026-10-12') && days('cms').has('2026-10-15')).toBe(true)
  })

  test('G03: some legs have no site', () => {
    const legs = legsOf(worldWith([{ rule: 'G03', rate: 0.2 }], { cms: false })).filter(
      ({ population }) => population === 'people',
    )
    expect({ p: legs.filter(at('unknown')).length / legs.length, nEff: legs.length }).toSatisfy(near(0.2))
    const without = legsOf(worldWith([], { cms: false })).filter(({ population }) => population === 'people')
    expect(without.filter(at('unknown')).length).toBe(0)
  })
})

describe('what looks like a fault of a site', () => {
  test('more of it is on Wi-Fi; on Wi-Fi, and on wires, it is as good as others', () => {
    const wifi = { site: SITE, shareThere: 0.8, shareElsewhere: 0.2, rate: RATE }
    const legs = legsOf(worldWith([], { wifi }))
    expect(rateOf(legs, 'measured', at(SITE)).p).toBeGreaterThan(1.5 * rateOf(legs, 'measured', elsewhere(SITE)).p)
    for (const network of ['wifi', 'wired']) {
      const on = (leg: CountedLeg) => leg.values.network === network
      for (const where of [at(SITE), elsewhere(SITE)]) {
        expect(rateOf(legs, 'measured', (leg) => on(leg) && where(leg))).toSatisfy(
          near(network === 'wifi' ? RATE : USUAL.poor),
        )
      }
    }
  })

  test('its rooms are all of one model, which others have too', () => {
    const { organisation } = worldWith([], { oldRooms: { site: SITE, model: 'Cisco SX20' }, rooms: 30 })
    const models = (site: string) =>
      new Set(organisation.rooms.filter((room) => room.site === site).map(({ device }) => device.model))
    expect(organisation.rooms).toHaveLength(30)
    expect([...models(SITE)]).toEqual(['SX20'])
    expect(models('Utrecht').has('SX20') && models('Utrecht').size > 2).toBe(true)
  })
})
