/**
 * Rebuilt, never incremented: after each random arrival (late starts and ends, observations of conferences alone, late
 * links, corrections, tombstones, repeats), over midnights, the change of the clocks and a month's end, the store holds
 * what the reference makes of everything that had come by then; and at the end what a full rebuild makes of it. Beside
 * the tenant another one, of whom nothing arrives any more, and who stays as he is.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Observation } from '../../schemas/observation.ts'
import { createRandom } from '../../services/simulator/random.ts'
import { referenceLegs } from '../support/reference/index.ts'
import { randomArrivals, randomWorld } from '../support/reference/worlds/index.ts'
import { openRolled, type Rolled } from '../support/rolled.ts'

const MEETINGS = 26
const MEETINGS_BESIDE = 3
const NEIGHBOUR = 'neighbour'

export interface Place {
  readonly id: string
  readonly zone: string
  /** A local midnight before the clocks change, ms UTC. */
  readonly midnight: number
}

/** The test of one place: files of their own, so that they run beside each other. */
export function arrivalsLeaveARebuild({ id, zone, midnight }: Place, seed: number, count: number): void {
  let rolled: Rolled
  beforeAll(async () => {
    rolled = await openRolled()
    for (const tenant of [id, NEIGHBOUR]) await rolled.addTenant(tenant, { zone })
  })
  afterAll(() => rolled.close())

  describe('arrivals', () => {
    it(`of seed ${seed}, ${count} of them, each leave what a rebuild of everything leaves`, async () => {
      const random = createRandom(seed)
      const worldOf = (tenantId: string, meetings: number) =>
        randomWorld(random, { tenantId, zone, midnight, days: 4, meetings })
      const beside = worldOf(NEIGHBOUR, MEETINGS_BESIDE)
      await rolled.insert(beside)
      const came: Observation[] = []
      const check = async (when: string): Promise<void> => {
        const legs = await rolled.legs()
        expect(legs.get(id) ?? [], `${when} of seed ${seed}`).toEqual(referenceLegs(came, { zone }))
        expect(legs.get(NEIGHBOUR), `${when} of seed ${seed}`).toEqual(neighbours)
      }
      const neighbours = referenceLegs(beside, { zone })
      for (const [arrival, rows] of randomArrivals(random, worldOf(id, MEETINGS), count).entries()) {
        came.push(...rows)
        await rolled.insert(rows)
        await rolled.run()
        await check(`arrival ${arrival}`)
      }
      const incremental = await rolled.hash()
      await rolled.runFull()
      expect(await rolled.hash()).toBe(incremental)
      await check('a full rebuild')
    })
  })
}
