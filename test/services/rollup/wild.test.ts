/** Small worlds in which anything may stand: what the product makes of them is what the reference makes of them. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { referenceLegs } from '../../support/reference/index.ts'
import { WILD_ZONE, wildWorld } from '../../support/reference/worlds/wild.ts'
import { openRolled, type Rolled } from '../../support/rolled.ts'
import { TENANT } from '../../support/observations.ts'

const SEED = 20_261_130
const WORLDS = 20

let rolled: Rolled
beforeAll(async () => {
  rolled = await openRolled()
  await rolled.addTenant(TENANT, { zone: WILD_ZONE })
})
afterAll(() => rolled.close())

it(`${WORLDS} worlds of seed ${SEED}`, { timeout: 900_000 }, async () => {
  for (const [number, rows] of fc.sample(wildWorld, { seed: SEED, numRuns: WORLDS }).entries()) {
    await rolled.clear()
    await rolled.insert(rows)
    await rolled.run()
    const legs = (await rolled.legs()).get(TENANT) ?? []
    expect(legs, `world ${number} of seed ${SEED}`).toEqual(referenceLegs(rows, { zone: WILD_ZONE }))
  }
})
