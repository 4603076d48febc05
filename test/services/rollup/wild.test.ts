/**
 * Small worlds in which anything may stand, half a thousand of them: each has keys of its own, so that they are rows of
 * one tenant and the same few days and are built by three runs, after a third of each, two thirds, and all of it.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movedTo, spaceOf, TENANT } from '../../support/observations.ts'
import { referenceLegs } from '../../support/reference/index.ts'
import { WILD_ZONE, wildWorld } from '../../support/reference/worlds/wild.ts'
import { openRolled, type Rolled } from '../../support/rolled.ts'

const SEED = 20_261_130
const WORLDS = 500
const PARTS = 3

let rolled: Rolled
beforeAll(async () => {
  rolled = await openRolled()
  await rolled.addTenant(TENANT, { zone: WILD_ZONE })
})
afterAll(() => rolled.close())

describe('wild worlds', () => {
  it(`${WORLDS} of seed ${SEED} are what the reference makes of them`, { timeout: 300_000 }, async () => {
    const worlds = fc
      .sample(wildWorld, { seed: SEED, numRuns: WORLDS })
      .map((rows, index) => rows.map((row) => movedTo(row, index + 1)))
    let legs = 0
    for (let part = 0; part < PARTS; part += 1) {
      const upTo = (size: number, parts: number): number => Math.floor((size * parts) / PARTS)
      await rolled.insert(worlds.flatMap((rows) => rows.slice(upTo(rows.length, part), upTo(rows.length, part + 1))))
      await rolled.run()
      const stored = Map.groupBy((await rolled.legs()).get(TENANT) ?? [], ({ leg_key }) => spaceOf(leg_key))
      for (const [index, rows] of worlds.entries()) {
        const came = rows.slice(0, upTo(rows.length, part + 1))
        const found = stored.get(index + 1) ?? []
        expect(found, `world ${index} of seed ${SEED}, part ${part}`).toEqual(referenceLegs(came, { zone: WILD_ZONE }))
        legs += found.length
      }
    }
    expect(legs).toBeGreaterThan(WORLDS) // they are not empty
  })
})
