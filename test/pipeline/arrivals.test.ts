/**
 * Rebuilt, never incremented: after each of 500 random arrivals (late starts and ends, observations of conferences
 * alone, late links, corrections, tombstones, repeats), over midnights, the change of the clocks and a month's end, in
 * two zones, the store holds what the reference makes of everything that had come by then; and at the end what a full
 * rebuild makes of it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Observation } from '../../schemas/observation.ts'
import { createRandom } from '../../services/simulator/random.ts'
import { referenceLegs } from '../support/reference/index.ts'
import { randomArrivals, randomWorld } from '../support/reference/worlds/index.ts'
import { openRolled, type Rolled } from '../support/rolled.ts'

const SEED = 4_711
const ARRIVALS = 500
const MEETINGS = 26
const TENANTS = [
  { id: 'amsterdam', zone: 'Europe/Amsterdam', midnight: Date.parse('2026-03-28T23:00:00Z') },
  { id: 'st-johns', zone: 'America/St_Johns', midnight: Date.parse('2026-03-29T02:30:00Z') },
] as const

let rolled: Rolled
beforeAll(async () => {
  rolled = await openRolled()
  for (const { id, zone } of TENANTS) await rolled.addTenant(id, { zone })
})
afterAll(() => rolled.close())

describe('arrivals', () => {
  it(`of seed ${SEED}, ${ARRIVALS} of them, each leave what a rebuild of everything leaves`, async () => {
    const random = createRandom(SEED)
    const lives = TENANTS.map(({ id, zone, midnight }) => {
      const rows = randomWorld(random, { tenantId: id, zone, midnight, days: 4, meetings: MEETINGS })
      return { id, zone, came: [] as Observation[], arrivals: randomArrivals(random, rows, ARRIVALS / TENANTS.length) }
    })
    for (let arrival = 0; arrival < ARRIVALS / TENANTS.length; arrival += 1) {
      for (const { id, zone, came, arrivals } of lives) {
        const rows = arrivals[arrival] ?? []
        came.push(...rows)
        await rolled.insert(rows)
        await rolled.run()
        const legs = (await rolled.legs()).get(id) ?? []
        expect(legs, `${id}, arrival ${arrival} of seed ${SEED}`).toEqual(referenceLegs(came, { zone }))
      }
    }
    const incremental = await rolled.hash()
    await rolled.runFull()
    expect(await rolled.hash()).toBe(incremental)
    for (const { id, zone, came } of lives) {
      expect((await rolled.legs()).get(id)).toEqual(referenceLegs(came, { zone }))
    }
  })
})
