/** How many legs use a resource at once, by local hour: over midnight, over full hours, and over the day with 25 hours. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { concurrency } from '../../../schemas/cube.ts'
import { call, type CallGiven, roomCall } from '../../support/calls.ts'
import { changed, TENANT } from '../../support/observations.ts'
import { openRolled, type Rolled } from '../../support/rolled.ts'

const MIN = 60_000
let rolled: Rolled

beforeAll(async () => {
  rolled = await openRolled({ cells: true })
  await rolled.addTenant(TENANT, { zone: 'Europe/Amsterdam' })
})
afterAll(() => rolled.close())
beforeEach(() => rolled.clear())

const leg = (who: string, from: string, to: string, more: Partial<CallGiven> = {}): CallGiven => ({
  who,
  from,
  to,
  in: 'standup',
  ...more,
})

/** Day, UTC hour, level and minutes of each row of a resource. */
async function used(resource: string, name?: string) {
  const rows = z
    .array(concurrency)
    .parse(await rolled.engine.query('SELECT * FROM concurrency ORDER BY day, hour_ms, level'))
  return rows
    .filter((row) => row.resource === resource && (name === undefined || row.name === name))
    .map((row) => [row.day, new Date(row.hour_ms).toISOString().slice(11, 16), row.level, row.ms / MIN])
}

describe('concurrent use', () => {
  it('of a source is the time at each level, cut at full hours; of who leaves as another comes it is one', async () => {
    await rolled.insert([
      call(leg('ann', '2026-11-16T10:30:00Z', '2026-11-16T11:15:00Z')),
      call(leg('bob', '2026-11-16T10:50:00Z', '2026-11-16T11:00:00Z')),
      call(leg('cem', '2026-11-16T11:00:00Z', '2026-11-16T11:05:00Z')),
      call(leg('dee', '2026-11-16T11:15:00Z', '2026-11-16T13:00:00Z')),
      call(leg('tape', '2026-11-16T12:00:00Z', '2026-11-16T12:30:00Z', { kind: 'recorder', device_class: 'gateway' })),
    ])
    await rolled.run()
    expect(await used('ports', 'pexip-hq')).toEqual([
      ['2026-11-16', '10:00', 1, 20],
      ['2026-11-16', '10:00', 2, 10],
      ['2026-11-16', '11:00', 1, 55],
      ['2026-11-16', '11:00', 2, 5],
      ['2026-11-16', '12:00', 1, 30],
      ['2026-11-16', '12:00', 2, 30],
    ])
    expect(await used('gateway')).toEqual([['2026-11-16', '12:00', 1, 30]])
    expect(await used('room')).toEqual([])
  })

  it('of a room over midnight lies in both days, also when its leg comes late or changes', async () => {
    const night = roomCall(leg('boardroom', '2026-11-16T22:30:00Z', '2026-11-17T00:10:00Z'))
    await rolled.insert([call(leg('ann', '2026-11-17T10:00:00Z', '2026-11-17T10:30:00Z', { in: 'of another day' }))])
    await rolled.run()
    await rolled.insert([night])
    await rolled.run()
    expect(await used('room', 'boardroom')).toEqual(
      [
        ['2026-11-16', '22:00', 1, 30],
        ['2026-11-17', '23:00', 1, 60],
        ['2026-11-17', '00:00', 1, 10],
      ].toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    )
    await rolled.insert([changed(night, { config_rev: 2, end_ms: Date.parse('2026-11-16T22:45:00Z') })])
    await rolled.run()
    expect(await used('room', 'boardroom')).toEqual([['2026-11-16', '22:00', 1, 15]])
  })

  it('on a day of 25 hours has 25 of them', async () => {
    await rolled.insert([call(leg('ann', '2026-10-24T22:00:00Z', '2026-10-25T22:00:00Z'))])
    await rolled.insert([call(leg('bob', '2026-10-25T22:00:00Z', '2026-10-25T23:30:00Z'))])
    await rolled.run()
    const rows = await used('ports')
    expect(rows.filter(([day]) => day === '2026-10-25')).toHaveLength(25)
    expect(
      rows.filter(([day]) => day === '2026-10-25').every(([, , level, minutes]) => level === 1 && minutes === 60),
    ).toBe(true)
    expect(rows.filter(([day]) => day === '2026-10-26')).toEqual([['2026-10-26', '23:00', 1, 30]])
  })

  it('of a whole day that a leg covers from the day before yesterday is not lost', async () => {
    // 24 h from the last minute before a day of 23 hours end on the day after it.
    await rolled.insert([call(leg('ann', '2026-03-28T22:59:00Z', '2026-03-29T22:59:00Z'))])
    await rolled.run()
    const rows = await used('ports')
    expect([...Map.groupBy(rows, ([day]) => day)].map(([day, own]) => [day, own.length])).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', 23],
      ['2026-03-30', 1],
    ])
    expect(rows.reduce((sum, [, , , minutes]) => sum + Number(minutes), 0)).toBe(24 * 60)
  })
})
