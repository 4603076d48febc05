/**
 * Frozen days (design, section 6): what comes too late changes nothing that may already have been published, and expiry
 * cannot turn history into zero. Two customers, 45 and 90 days of facts, the same records at the same moments.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { observe } from '../support/observations.ts'
import { type Life, openLife, type Telling } from './frozen-life.ts'

const ZONE = 'Europe/Amsterdam'
const CUSTOMERS = [
  { id: 'short', zone: ZONE, facts: 45 },
  { id: 'long', zone: ZONE, facts: 90 },
] as const
/** The day it is all about; it freezes for the first customer 42 days later, and is gone after 46. */
const DAY = '2026-09-21'
let life: Life

const tell = (leg: string, day: string = DAY): Telling => ({
  leg_id: `${leg} of ${day}`,
  start: `${day}T09:00:00Z`,
  end: `${day}T09:30:00Z`,
  conference_id: `meeting of ${day}`,
  address: `${leg}@voorbeeld.example`,
})
/** A row of a leg, as if it had not come through the entry. */
const row = (tenant: string, leg: string, day: string = DAY) =>
  observe({
    tenant_id: tenant,
    source_id: `${tenant}-source`,
    platform: 'generic',
    subject: `${leg} of ${day}`,
    event: 'end',
    at: `${day}T09:30:00Z`,
    start: `${day}T09:00:00Z`,
    end: `${day}T09:30:00Z`,
  })
const rowsOn = async (id: string, day: string) => (await life.legs(id)).get(day)?.rows ?? 0
const hashOn = async (id: string, day: string) => (await life.legs(id)).get(day)?.hash

beforeAll(async () => {
  life = await openLife(CUSTOMERS, '2026-09-01')
  life.at(`${DAY}T12:00:00Z`)
  for (const { id } of CUSTOMERS) {
    expect(
      await life.send(
        id,
        ['ann', 'bob', 'cor'].map((leg) => tell(leg)),
      ),
    ).toEqual([])
    expect(await life.send(id, [tell('ann', '2026-09-20')])).toEqual([])
  }
  await life.run()
})
afterAll(() => life.close())

describe('a late record', () => {
  it('is counted on the last day before its day freezes, with everything that was there', async () => {
    life.at('2026-11-01T12:00:00Z') // 41 days later
    await life.expire()
    for (const { id } of CUSTOMERS) expect(await life.send(id, [tell('dik')])).toEqual([])
    await life.run()
    for (const { id } of CUSTOMERS) expect(await rowsOn(id, DAY)).toBe(4)
    expect(await life.arrivals('short')).toEqual({ late: 1, frozen: 0 })
  })

  it('for a frozen day is refused by the entry, and counted where the day is not frozen', async () => {
    life.at('2026-11-02T12:00:00Z') // 42 days later
    const before = await hashOn('short', DAY)
    expect(await life.send('short', [tell('eva')])).toEqual(['period_frozen'])
    expect(await life.send('long', [tell('eva')])).toEqual([])
    await life.run()
    expect(await hashOn('short', DAY)).toBe(before)
    expect(await rowsOn('long', DAY)).toBe(5)
  })

  it('for a frozen day that comes past the entry changes nothing and is counted as frozen', async () => {
    const before = await hashOn('short', DAY)
    await life.behind([row('short', 'fee'), row('long', 'fee')])
    await life.run()
    await life.run(true)
    expect(await hashOn('short', DAY)).toBe(before)
    expect(await rowsOn('long', DAY)).toBe(6)
    expect(await life.arrivals('short')).toEqual({ late: 1, frozen: 1 })
    expect(await life.arrivals('long')).toEqual({ late: 3, frozen: 0 })
  })

  it('of day −60 is refused for 45 days of facts and counted for 90', async () => {
    life.at('2026-11-05T23:30:00Z') // half past midnight in Amsterdam, 46 days later
    await life.expire()
    expect(await life.factDays('short')).toEqual([])
    expect([...(await life.legs('short')).keys()]).toEqual([])
    expect(await rowsOn('long', DAY)).toBe(6)

    life.at('2026-11-20T12:00:00Z') // 60 days later
    expect(await life.send('short', [tell('gis')])).toEqual(['period_frozen'])
    expect(await life.send('long', [tell('gis')])).toEqual([])
    await life.behind([row('short', 'hes')])
    await life.run()
    await life.run(true)
    expect([...(await life.legs('short')).keys()]).toEqual([])
    expect(await rowsOn('long', DAY)).toBe(7)
    expect(await rowsOn('long', '2026-09-20')).toBe(1)
    expect(await life.arrivals('short')).toEqual({ late: 1, frozen: 2 })

    expect((await life.expire()).map((left) => [left.tenantId, left.table, left.periods])).toEqual([
      ['short', 'observations', [DAY]],
    ])
    expect(await life.factDays('short')).toEqual([])
    expect(await life.strayDirectories()).toEqual([])
  })
})
