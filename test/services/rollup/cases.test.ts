/**
 * Every case that is written down by hand, through the real engine: what comes out is what was written down, and it is
 * what the reference says. Cases of one zone share a tenant, each with keys of its own, so that they stand in the same
 * days and are built by the same few runs.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Leg } from '../../../schemas/leg.ts'
import type { Observation } from '../../../schemas/observation.ts'
import { changed, inSpace, movedTo, spaceOf } from '../../support/observations.ts'
import { CASES } from '../../support/reference/cases/index.ts'
import { referenceLegs } from '../../support/reference/index.ts'
import { openRolled, type Rolled } from '../../support/rolled.ts'
import { expectLegs } from './expect-legs.ts'

const ZONE = 'Europe/Amsterdam'
const cases = CASES.map(({ zone = ZONE, mode = 'full', later, ...one }, index) => {
  const tenant = `${zone.toLowerCase().replace(/[^a-z]/gu, '-')}-${mode}`
  const own = (rows: readonly Observation[]) =>
    rows.map((row) => movedTo(changed(row, { tenant_id: tenant }), index + 1))
  return { ...one, zone, mode, tenant, later, space: index + 1, first: own(one.rows), second: own(later?.rows ?? []) }
})
const tenants = Map.groupBy(cases, ({ tenant }) => tenant)
type Stored = ReadonlyMap<string, readonly Leg[]>

let rolled: Rolled
let now: Stored
let after: Stored
let hashes: readonly string[]

beforeAll(async () => {
  rolled = await openRolled()
  for (const [tenant, [one]] of tenants)
    await rolled.addTenant(tenant, { zone: one?.zone ?? ZONE, mode: one?.mode ?? 'full' })
  await rolled.insert(cases.flatMap(({ first }) => first))
  await rolled.run()
  now = await rolled.legs()
  await rolled.insert(cases.flatMap(({ second }) => second))
  await rolled.run()
  after = await rolled.legs()
  const incremental = await rolled.hash()
  await rolled.runFull()
  hashes = [incremental, await rolled.hash()]
}, 900_000)

afterAll(() => rolled.close())

/** The legs of a case, with the keys that are written down. */
function legsOf(stored: Stored, { tenant, space }: { readonly tenant: string; readonly space: number }): Leg[] {
  return (stored.get(tenant) ?? [])
    .filter(({ leg_key }) => spaceOf(leg_key) === space)
    .map((leg) => ({
      ...leg,
      leg_key: inSpace(leg.leg_key, 0),
      name_key: inSpace(leg.name_key, 0),
      person_key: inSpace(leg.person_key, 0),
      conference_key: leg.conference_by === 'stated' ? inSpace(leg.conference_key, 0) : leg.conference_key,
    }))
}

describe('rollup', () => {
  it.each(cases)('$name', (one) => {
    expect(legsOf(now, one)).toHaveLength(one.legs.length)
    expectLegs(legsOf(now, one), one.legs)
    expectLegs(legsOf(after, one), one.later?.legs ?? one.legs)
  })

  it.each([...tenants])('gives the legs of %s as the reference does', (tenant, [...own]) => {
    const { zone, mode } = own[0] ?? { zone: ZONE, mode: 'full' }
    const first = own.flatMap((one) => one.first)
    const second = own.flatMap((one) => one.second)
    expect(now.get(tenant)).toEqual(referenceLegs(first, { zone, mode }))
    expect(after.get(tenant)).toEqual(referenceLegs([...first, ...second], { zone, mode }))
  })

  it('leaves what a full rebuild leaves', () => {
    expect(hashes[0]).toBe(hashes[1])
  })
})
