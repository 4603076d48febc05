/**
 * Issue LEGS, "Truth": `call_legs` equals what really happened leg by leg, and the cells (issue PUBLISH) cell by cell, in three zones, over a change of the clocks and
 * a month's end, with deliveries late, repeated, mixed up, cut otherwise and half broken.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { PLACES, REPLAYED, tellAll, type Told } from './truth.ts'

let told: readonly Told[] = []

beforeAll(async () => {
  told = await tellAll('nasty')
}, 1_800_000)

describe.each(PLACES.map(({ zone }, index) => [zone, index] as const))('nasty order, %s', (_zone, index) => {
  const ofPlace = (): Told => {
    const found = told[index]
    if (found === undefined) throw new Error('the organisation was not told')
    return found
  }

  it('legs, conferences and persons are as they were, in every field', () => {
    const { comparison, world } = ofPlace()
    expect(comparison.differences).toEqual([])
    expect(comparison.summary.legs.equal).toBe(world.truth.legs.length)
    expect(comparison.summary.legs.truth).toBeGreaterThan(1_000)
    expect(comparison.summary.conferences.truth).toBeGreaterThan(100)
  })

  it('every cell, stratum and hour of a resource is as a plain count of what happened', () => {
    const { cells } = ofPlace()
    expect(cells.filter(({ differences }) => differences.length > 0)).toEqual([])
    for (const { table, rows } of cells) expect(rows, table).toBeGreaterThan(100)
  })

  it('exactly what was sent broken is refused', () => {
    const { refused, broken } = ofPlace()
    expect(refused).toBe(broken)
  })
})

it(`told, counted and sealed again, cells and published figures of ${REPLAYED} are the same bytes`, () => {
  const [first, again] = told.find(({ world }) => world.tenantId === REPLAYED)?.hashes ?? []
  expect(first).toHaveLength(7)
  expect(first?.[5]).toMatch(/^published [0-9A-F]{32} of [1-9]\d{2,}$/u)
  expect(again).toEqual(first)
})
