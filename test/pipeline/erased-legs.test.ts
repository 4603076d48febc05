/**
 * Erased and objecting persons as legs (issue 4, line 5): whatever the order in which their records arrive, also those
 * that do not name them, an erased person's legs are gone whole, an objecting person is gone from theirs, and everybody
 * else's are, to the byte, what they would be without them.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Leg } from '../../schemas/leg.ts'
import { createRandom } from '../../services/simulator/random.ts'
import { rowsOf } from '../support/engine.ts'
import { OF_PETRA, OF_QUINTEN, OTHERS, PETRA, QUINTEN, type Told } from './erased-legs/bodies.ts'
import { type InProcess, openInProcess, shuffled } from './in-process.ts'

const SEED = 20_261_201
const ORDERS = 6
const SETTING = {
  now: '2026-11-20T12:00:00Z',
  tenant: { id: 'wissel', zone: 'Europe/Amsterdam', from: '2026-01-01' },
  platforms: ['pexip', 'cms', 'generic'],
} as const

let all: InProcess
const send = async (bodies: readonly Told[]): Promise<void> => {
  for (const body of bodies) await all.send(body)
}
const platformsOf = (legs: readonly Leg[]): readonly string[] => legs.map((leg) => leg.platform).toSorted()

describe(`an erased person (seed ${SEED})`, () => {
  const everything = [...OTHERS, ...OF_PETRA]
  let others = ''
  let before: readonly Leg[] = []

  beforeAll(async () => {
    all = await openInProcess(SETTING)
    await send(OTHERS)
    await all.roll()
    others = await all.hash()
    expect(platformsOf(await all.legs())).toEqual(['cms', 'generic', 'pexip'])
    await send(OF_PETRA)
    await all.roll()
    before = await all.legs()
    expect(platformsOf(before)).toEqual(['cms', 'cms', 'generic', 'generic', 'pexip', 'pexip'])
    await all.mark('erased', '2026-11-15T10:00:00Z', [PETRA])
  })
  beforeEach(() => all.rewind())
  afterAll(() => all.close())

  test('had three legs before, of all of their records', () => {
    const persons = Map.groupBy(before, (leg) => leg.person_key)
    expect([...persons.values()].map((legs) => legs.length)).toEqual([3, 3])
    const pexip = before.filter((leg) => leg.platform === 'pexip')
    expect(pexip.map(({ subjects, observations }) => [subjects, observations])).toEqual([
      [3, 6],
      [3, 6],
    ])
  })

  test('leaves nothing, whatever the order, and everybody else as they are', async () => {
    const random = createRandom(SEED)
    for (let round = 0; round < ORDERS; round += 1) {
      await all.rewind()
      const order = shuffled(random, [...everything, ...everything.slice(0, 3 * round)])
      const halfway = random.whole(1, order.length)
      await send(order.slice(0, halfway))
      await all.roll()
      await send(order.slice(halfway))
      await all.roll()
      expect(await all.hash(), `round ${round}`).toBe(others)
    }
  })

  test.each(OF_PETRA.filter(({ names }) => names).map((told, place) => [place, told] as const))(
    'is recognised by one record alone (%i), before and after those that name nobody',
    async (_place, told) => {
      const nameless = OF_PETRA.filter(({ platform, names }) => platform === told.platform && !names)
      for (const order of [
        [told, ...nameless],
        [...nameless, told],
      ]) {
        await all.rewind()
        await send([...OTHERS, ...order])
        await all.roll()
        expect(await all.hash()).toBe(others)
      }
    },
  )
})

describe('a person who is erased when everything is stored', () => {
  let others = ''

  beforeAll(async () => {
    all = await openInProcess(SETTING)
    await send(OTHERS)
    await all.roll()
    others = await all.hash()
    await send(OF_PETRA)
    await all.roll()
    expect(await all.legs()).toHaveLength(6)
    await all.mark('erased', '2026-11-15T10:00:00Z', [PETRA])
  })
  afterAll(() => all.close())

  test('loses each leg with the first of its records that comes again', async () => {
    for (const platform of ['cms', 'pexip', 'generic']) {
      await send(OF_PETRA.filter((told) => told.names && told.platform === platform).slice(0, 1))
      await all.roll()
    }
    expect(await all.hash()).toBe(others)
  })

  test('loses what is stored of them in the nightly sweep, which changes no leg', async () => {
    const stored = await facts()
    const { deleted } = await all.sweep()
    expect(deleted).toBe(OF_PETRA.length)
    expect(await facts()).toBe(stored - OF_PETRA.length)
    expect((await all.sweep()).deleted).toBe(0)
    await all.roll(true)
    expect(await all.hash()).toBe(others)
  })

  test('does not come back when everything is received again', async () => {
    await send([...OTHERS, ...OF_PETRA])
    await all.roll()
    expect(await all.hash()).toBe(others)
    expect((await all.sweep()).deleted).toBe(0)
  })
})

describe(`a person who objects (seed ${SEED + 1})`, () => {
  const everything = [...OTHERS, ...OF_QUINTEN]
  let others: readonly Leg[] = []
  let hash = ''

  beforeAll(async () => {
    all = await openInProcess(SETTING)
    await send(OTHERS)
    await all.roll()
    others = await all.legs()
    await all.rewind()
    await all.mark('objected', '2026-11-15T07:00:00Z', [QUINTEN])
    await send(everything)
    await all.roll()
    hash = await all.hash()
  })
  afterAll(() => all.close())

  test('keeps the legs without person, name and equipment, also where other records state them', async () => {
    const theirs = (await all.legs()).filter((leg) => leg.objected)
    expect(platformsOf(theirs)).toEqual(['cms', 'generic', 'pexip'])
    for (const leg of theirs) {
      expect(leg, leg.platform).toMatchObject({
        person_key: null,
        person_ident: null,
        name_key: null,
        vendor: null,
        model: null,
        software: null,
        device_class: null,
        start_ms: Date.parse('2026-11-15T08:07:00Z'),
        end_ms: Date.parse('2026-11-15T08:37:00Z'),
        duration_ms: 1_800_000,
      })
    }
    const stated = await rowsOf<{ n: number }>(
      all.engine,
      'SELECT count() AS n FROM observations WHERE isNotNull(vendor) AND isNull(person_key) AND isNull(mark)',
    )
    expect(stated[0]?.n).toBeGreaterThan(0) // records that state it, and do not say whose it is
  })

  test('leaves everybody else as they are', async () => {
    expect((await all.legs()).filter((leg) => !leg.objected)).toEqual(others)
  })

  test('is gone from the legs in whatever order the records arrive', async () => {
    const random = createRandom(SEED + 1)
    for (let round = 0; round < ORDERS; round += 1) {
      await all.rewind()
      const order = shuffled(random, [...everything, ...everything.slice(0, 3 * round)])
      const halfway = random.whole(1, order.length)
      await send(order.slice(0, halfway))
      await all.roll()
      await send(order.slice(halfway))
      await all.roll()
      expect(await all.hash(), `round ${round}`).toBe(hash)
    }
  })
})

/** Stored observations that are no tombstones. */
async function facts(): Promise<number> {
  const sql = "SELECT count() AS n FROM observations FINAL WHERE ifNull(mark != 'erased', true)"
  const [row] = await rowsOf<{ n: number }>(all.engine, sql)
  return row?.n ?? 0
}
