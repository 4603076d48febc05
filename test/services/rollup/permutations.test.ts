/**
 * What was observed decides, not how it came: 40 random orders of the same rows, two in five of them repeated, in chunks
 * of random size with rollup running in between, leave one and the same `call_legs`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../services/simulator/random.ts'
import { TENANT } from '../../support/observations.ts'
import { EVERYTHING, LEGS_OF_EVERYTHING } from '../../support/reference/cases/everything.ts'
import { referenceLegs } from '../../support/reference/index.ts'
import { openRolled, type Rolled } from '../../support/rolled.ts'
import { expectLegs } from './expect-legs.ts'

const SEED = 20_261_122
const PERMUTATIONS = 40
const ZONE = 'Europe/Amsterdam'

let rolled: Rolled
beforeAll(async () => {
  rolled = await openRolled()
  await rolled.addTenant(TENANT, { zone: ZONE })
})
afterAll(() => rolled.close())

describe('rows in any order', () => {
  it('are by the reference the legs that were written down', () => {
    const legs = referenceLegs(EVERYTHING, { zone: ZONE })
    expect(legs).toHaveLength(LEGS_OF_EVERYTHING.length)
    expectLegs(legs, LEGS_OF_EVERYTHING)
  })

  it(`leave one call_legs in ${PERMUTATIONS} permutations of seed ${SEED}`, { timeout: 1_800_000 }, async () => {
    const random = createRandom(SEED)
    const expected = referenceLegs(EVERYTHING, { zone: ZONE })
    const hashes: string[] = []
    for (let permutation = 0; permutation < PERMUTATIONS; permutation += 1) {
      const repeated = random.some(EVERYTHING, Math.round(EVERYTHING.length * 0.4))
      const rows = random.some([...EVERYTHING, ...repeated], Infinity)
      await rolled.clear()
      while (rows.length > 0) {
        await rolled.insert(rows.splice(0, random.whole(1, 30)))
        if (random.chance(0.5)) await rolled.run()
      }
      await rolled.run()
      expect((await rolled.legs()).get(TENANT), `permutation ${permutation}`).toEqual(expected)
      hashes.push(await rolled.hash())
    }
    expect(new Set(hashes).size).toBe(1)
  })
})
