/**
 * What the fifth step finds out about who met: how many at once, who was alone and for how long, also over midnight; and
 * that a day's cells follow when a leg of the day beside it changes that.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ALONE_MS } from '../../../schemas/cube.ts'
import { call, type CallGiven, dayCellOf, gradedLegs, monthCellOf, roomCall } from '../../support/calls.ts'
import { TENANT } from '../../support/observations.ts'
import { openRolled, type Rolled } from '../../support/rolled.ts'

const MIN = 60_000
let rolled: Rolled

beforeAll(async () => {
  rolled = await openRolled({ cells: true })
  await rolled.addTenant(TENANT, { zone: 'Europe/Amsterdam' })
})
afterAll(() => rolled.close())
beforeEach(() => rolled.clear())

/** Size band and minutes alone of each leg, by who. */
async function met(legs: readonly CallGiven[], rooms: readonly CallGiven[] = []) {
  await rolled.insert([...legs.map((leg) => call(leg)), ...rooms.map((leg) => roomCall(leg))])
  await rolled.run()
  return found([...legs, ...rooms])
}
async function found(legs: readonly CallGiven[]) {
  const graded = await gradedLegs(rolled.engine, legs)
  return Object.fromEntries([...graded].map(([who, leg]) => [who, [leg.size, leg.alone_ms / MIN]]))
}
/** In a conference that has no id. */
function named(leg: CallGiven): CallGiven {
  const { in: _, ...own } = leg
  return { ...own, name: 'standup' }
}
const to = (ms: number): string => new Date(Date.parse('2026-11-16T10:00:00Z') + ms).toISOString()
const at = (who: string, from: string, to: string, more: Partial<CallGiven> = {}): CallGiven => ({
  who,
  in: 'standup',
  from: `2026-11-16T${from}:00Z`,
  to: `2026-11-16T${to}:00Z`,
  ...more,
})

describe('in a conference', () => {
  it('the size is the most at one moment, and alone is who has nobody beside', async () => {
    const legs = [at('ann', '10:00', '10:30'), at('bob', '10:05', '10:10'), at('cem', '10:10', '10:20')]
    expect(await met(legs)).toEqual({ ann: ['2', 15], bob: ['2', 0], cem: ['2', 0] }) // bob goes as cem comes
  })

  it('rooms are company; recorders, bridges and those who never got in are none', async () => {
    const legs = [
      at('ann', '10:00', '10:30'),
      at('tape', '10:00', '10:30', { kind: 'recorder' }),
      at('far', '10:00', '10:30', { kind: 'bridge' }),
      at('late', '10:00', '10:30', { to: '2026-11-16T10:00:09.999Z' }),
    ]
    const room = at('boardroom', '10:20', '10:40')
    expect(await met(legs, [room])).toEqual({ ann: ['2', 20], late: ['2', 0], boardroom: ['2', 10] })
  })

  it('whoever comes back is alone as often as nobody else is there', async () => {
    const legs = [
      at('ann', '10:00', '10:04'),
      at('bob', '10:06', '10:08'),
      at('cem', '10:07', '10:20'),
      at('dee', '10:10', '10:12'),
    ]
    expect(await met(legs)).toEqual({ ann: ['2', 4], bob: ['2', 1], cem: ['2', 10], dee: ['2', 0] })
  })

  it('a leg of no conference has no size and is never alone', async () => {
    const { in: _, ...orphan } = at('ann', '10:00', '10:30')
    expect(await met([orphan])).toEqual({ ann: ['unknown', 0] })
    const cell = await monthCellOf(rolled.engine, 'tenant')
    expect(cell).toMatchObject({ legs: 1, connected: 1, conferences: 0, persons: 0, alone_n: 0, failed_m: 1 })
  })

  it('waiting alone begins at ALONE_MS', async () => {
    await met([
      at('ann', '10:00', '10:00', { in: 'one', to: to(ALONE_MS - 1) }),
      at('bob', '10:00', '10:00', { in: 'two', to: to(ALONE_MS) }),
    ])
    expect(await monthCellOf(rolled.engine, 'tenant')).toMatchObject({ alone_m: 2, alone_n: 2, alone_y: 1 })
  })

  it('sizes are bands', async () => {
    const sizes = [1, 2, 3, 5, 6, 10, 11, 20, 21]
    await met(
      sizes.flatMap((size) =>
        Array.from({ length: size }, (_, index) => at(`${index} of ${size}`, '10:00', '10:30', { in: `of ${size}` })),
      ),
    )
    const bands = { '1': [1], '2': [2], '3-5': [3, 5], '6-10': [6, 10], '11-20': [11, 20], '21+': [21] }
    for (const [band, of] of Object.entries(bands)) {
      const legs = of.reduce((sum, size) => sum + size, 0)
      expect(await monthCellOf(rolled.engine, 'size', [band]), band).toMatchObject({ legs, conferences: of.length })
    }
  })
})

describe('over midnight', () => {
  // Midnight of Amsterdam is 23:00 UTC.
  const before = at('ann', '22:30', '23:30')
  const after = at('bob', '23:10', '23:40')

  it('those of both days meet, each counted in the day of its start', async () => {
    expect(await met([before, after])).toEqual({ ann: ['2', 40], bob: ['2', 10] })
    expect(await dayCellOf(rolled.engine, '2026-11-16', 'tenant')).toMatchObject({ legs: 1, conferences: 1, days: 1 })
    expect(await dayCellOf(rolled.engine, '2026-11-17', 'tenant')).toMatchObject({ legs: 1, conferences: 1, days: 1 })
    expect(await monthCellOf(rolled.engine, 'tenant')).toMatchObject({ legs: 2, conferences: 1, days: 2, alone_m: 2 })
  })

  it('a leg that arrives late changes who was alone on the day before, as a full rebuild does', async () => {
    expect(await met([before])).toEqual({ ann: ['1', 60] })
    await rolled.insert([call(after)])
    await rolled.run()
    expect(await found([before, after])).toEqual({ ann: ['2', 40], bob: ['2', 10] })
    const hashes = await rolled.cellHashes()
    await rolled.runFull()
    expect(await rolled.cellHashes()).toEqual(hashes)
  })

  it('so does one of a conference that has only a name, whose key stays what it was', async () => {
    expect(await met([named(before)])).toEqual({ ann: ['1', 60] })
    await rolled.insert([call(named(after))])
    await rolled.run()
    expect(await found([before, after])).toEqual({ ann: ['2', 40], bob: ['2', 10] })
  })

  it('a leg that is moved out of the conference leaves the other day alone again', async () => {
    await met([before, after])
    // The same event, told again by a newer configuration: it was in another conference.
    await rolled.insert([call({ ...after, in: 'elsewhere', config_rev: 2 })])
    await rolled.run()
    expect(await found([before, after])).toEqual({ ann: ['1', 60], bob: ['1', 30] })
  })

  it('which days are built together does not matter', async () => {
    const legs = [
      at('ann', '22:30', '22:59'),
      at('bob', '22:40', '23:30'),
      at('cem', '23:20', '23:40', { to: '2026-11-17T22:50:00Z' }),
      at('dee', '22:45', '22:46', { from: '2026-11-17T22:45:00Z', to: '2026-11-17T23:10:00Z' }),
      at('eve', '22:45', '22:46', { from: '2026-11-17T23:05:00Z', to: '2026-11-17T23:15:00Z' }),
    ]
    for (const leg of legs) {
      await rolled.insert([call(leg)])
      await rolled.run()
    }
    const hashes = await rolled.cellHashes()
    await rolled.runFull()
    expect(await rolled.cellHashes()).toEqual(hashes)
  })
})
