/**
 * The cells of a month by hand: who counts as a person and which part one person has, the other side of rooms, the groups
 * of a leg, sums of days and of their month, and that cells follow the legs whatever happened before.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CUTS, HISTOGRAM_NAMES, monthCell, SUMS } from '../../../schemas/cube.ts'
import { createUnions } from '../../../services/rollup/index.ts'
import { call, type CallGiven, dayCellOf, monthCellOf, roomCall } from '../../support/calls.ts'
import { rowsOf } from '../../support/engine.ts'
import { changed, TENANT } from '../../support/observations.ts'
import { openRolled, type Rolled } from '../../support/rolled.ts'

const DAY = '2026-11-16'
let rolled: Rolled

beforeAll(async () => {
  rolled = await openRolled({ cells: true })
  await rolled.addTenant(TENANT, { zone: 'Europe/Amsterdam' })
})
afterAll(() => rolled.close())
beforeEach(() => rolled.clear())

const at = (who: string, from: string, to: string, more: Partial<CallGiven> = {}): CallGiven => ({
  who,
  in: 'standup',
  from: `${DAY}T${from}:00Z`,
  to: `${DAY}T${to}:00Z`,
  ...more,
})
async function rolledUp(legs: readonly CallGiven[], rooms: readonly CallGiven[] = []): Promise<void> {
  await rolled.insert([...legs.map((leg) => call(leg)), ...rooms.map((leg) => roomCall(leg))])
  await rolled.run()
}
const month = (...of: Parameters<typeof monthCellOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  monthCellOf(rolled.engine, ...of)

describe('persons', () => {
  it('nine with an address on one platform, a mail address on another and a telephone, a room and 500 scanners are nine', async () => {
    const nine = Array.from({ length: 9 }, (_, index) => `p${index}`)
    const meets = (name: string, more: (who: string) => Partial<CallGiven>) =>
      nine.map((who) => at(`${who} by ${name}`, '10:00', '10:30', { in: name, ...more(who) }))
    const scanners = Array.from({ length: 500 }, (_, index) =>
      at(`scanner ${index}`, '11:00', '11:00', { in: `scan ${index}`, to: `${DAY}T11:00:09Z`, kind: 'guest' }),
    )
    await rolledUp(
      [
        ...meets('pexip', (who) => ({ platform: 'pexip', person: `sip ${who}` })),
        ...meets('generic', (who) => ({ platform: 'generic', person: `mail ${who}` })),
        ...meets('phone', (who) => ({ platform: 'pexip', person: `tel ${who}`, person_ident: 'phone', kind: 'pstn' })),
        ...scanners,
      ],
      [at('boardroom', '10:00', '10:30', { in: 'pexip' })],
    )
    expect(await month('tenant')).toMatchObject({ persons: 9, legs: 527, connected: 27, conferences: 3 })
    expect(await month('platform', ['pexip'])).toMatchObject({ persons: 9 })
    expect(await month('room', ['boardroom'])).toMatchObject({ persons: 9, legs: 1, top_legs_mp: 11_112 })
  })

  const uncounted: readonly (readonly [what: string, more: Partial<CallGiven>])[] = [
    ['who was there for less than 10 s', { to: `${DAY}T10:00:09.999Z` }],
    ['of a kind that may be a machine', { kind: 'unknown' }],
    ['of a room system that nobody declared', { device_class: 'room' }],
    ['of a gateway', { device_class: 'gateway' }],
    ['of a server', { device_class: 'server' }],
    ['without a key', { person: null }],
    ['whose leg is cut, because its key may be of another month', { to: '2026-11-17T10:00:01Z' }],
  ]

  it('are not counted who were hardly there, may be machines, or have a key that may be of another month', async () => {
    const { in: _, ...orphan } = at('orphan', '10:00', '10:30', { site: 'in no conference' })
    await rolledUp([
      ...uncounted.map(([site, more]) => at(`ann ${site}`, '10:00', '10:30', { site, ...more })),
      orphan,
      ...[...uncounted.map(([site]) => site), 'in no conference'].map((site) =>
        at(`bob ${site}`, '10:00', '10:30', { site }),
      ),
    ])
    for (const site of [...uncounted.map(([what]) => what), 'in no conference']) {
      expect(await month('site', [site]), site).toMatchObject({ legs: 2, persons: 1, top_legs_mp: 50_000 })
    }
  })
})

describe('the part that one person has', () => {
  it('is of all legs and of all time, rounded up; who has no key stands in what it is a part of', async () => {
    await rolledUp([
      at('ann', '10:00', '10:30'),
      at('ann', '11:00', '11:10', { in: 'second' }),
      at('bob', '10:00', '10:50'),
      ...Array.from({ length: 4 }, (_, index) => at(`guest ${index}`, '10:00', '10:03', { person: null })),
    ])
    // 2 of 7 legs; 50 of 102 minutes
    expect(await month('tenant')).toMatchObject({ top_legs_mp: 28_572, top_ms_mp: 49_020, persons: 2 })
  })

  it('holds all that a person tried, also what came to nothing, was of no conference or was cut', async () => {
    const { in: _, ...lonely } = at('ann', '08:00', '09:00')
    await rolledUp([
      at('ann', '10:00', '10:30'),
      at('bob', '10:00', '10:30'),
      lonely,
      ...Array.from({ length: 8 }, (__, index) =>
        at('ann', `11:0${index}`, '11:00', { to: `${DAY}T11:0${index}:03Z`, end_class: 'auth_or_pin', site: 'hq' }),
      ),
      ...['bob', 'cem'].map((who) =>
        at(who, '12:00', '12:00', { to: `${DAY}T12:00:03Z`, end_class: 'busy', site: 'hq' }),
      ),
    ])
    // 10 of 13 legs, 90 of 120 minutes, 8 of 10 failures; ann is a person of hq, where she never got through, bob as well
    const parts = { top_legs_mp: 76_924, top_ms_mp: 75_000, top_failed_mp: 80_000, persons: 2 }
    expect(await month('tenant')).toMatchObject({ ...parts, legs: 13, failed: 10 })
    expect(await month('site', ['hq'])).toMatchObject({ top_legs_mp: 80_000, top_failed_mp: 80_000, persons: 0 })
    expect(await dayCellOf(rolled.engine, DAY, 'tenant')).toMatchObject(parts)
    const asks = [
      { cut: 'tenant', v1: [], v2: [] },
      { cut: 'site', v1: ['hq', 'unknown'], v2: [] },
    ] as const
    const unions = await createUnions(rolled.engine)(TENANT, '2026-11-01')(asks)
    expect(unions).toMatchObject([parts, parts])
  })

  it('of the failures may be a caller’s who never got through, who is no person and has no part of the legs', async () => {
    await rolledUp([
      ...['ann', 'bob', 'cem'].map((who) => at(who, '10:00', '10:30')),
      ...Array.from({ length: 9 }, (_, index) =>
        at('scanner', `11:0${index}`, '11:00', { to: `${DAY}T11:0${index}:01Z`, end_class: 'not_found' }),
      ),
    ])
    expect(await month('tenant')).toMatchObject({ top_legs_mp: 8_334, top_failed_mp: 100_000, persons: 3, legs: 12 })
  })

  it('of a key that counts as nobody’s is of nobody', async () => {
    await rolledUp([at('ann', '10:00', '10:30', { kind: 'unknown' })])
    expect(await month('tenant')).toMatchObject({ top_legs_mp: 0, top_ms_mp: 0, persons: 0 })
  })
})

describe('a room', () => {
  it('counts the persons at the other side of its conferences, and nobody else', async () => {
    await rolledUp(
      [
        at('ann', '10:00', '10:30'),
        at('bob', '10:00', '10:10'),
        at('cem', '10:00', '10:30', { in: 'elsewhere' }),
        at('dee', '12:00', '12:30', { in: 'missed' }),
      ],
      [
        at('boardroom', '10:05', '10:20', { vendor: 'Cisco', model: 'Room Kit', software: '11.5', site: 'hq' }),
        at('boardroom', '12:00', '12:00', { in: 'missed', to: `${DAY}T12:00:05Z`, end_class: 'busy', site: 'hq' }),
      ],
    )
    const other = { conferences: 1, persons: 2, top_legs_mp: 50_000, top_ms_mp: 75_000 }
    expect(await month('room', ['boardroom'])).toMatchObject({
      ...other,
      legs: 2,
      connected: 1,
      failed: 1,
      failed_busy: 1,
    })
    expect(await month('room_site', ['hq'])).toMatchObject({ ...other, legs: 2, room: 'boardroom' })
    expect(await month('room_model', ['Cisco Room Kit'])).toMatchObject({ ...other, legs: 1 })
    expect(await month('room_model_software', ['Cisco Room Kit', '11.5'])).toMatchObject({ ...other, legs: 1 })
    expect(await month('tenant')).toMatchObject({ legs: 4 }) // people and rooms are never added
  })

  it('has cells of its own in every cut, so that it can be left out', async () => {
    await rolledUp(
      [at('ann', '10:00', '10:30')],
      [at('one', '10:00', '10:30', { model: 'Bar' }), at('two', '10:00', '10:30', { model: 'Bar' })],
    )
    const rows = await rowsOf<{ room: string }>(
      rolled.engine,
      `SELECT room FROM cube_month WHERE cut = 'room_model' AND v1 = 'Bar' ORDER BY room`,
    )
    expect(rows.map(({ room }) => room)).toEqual(['one', 'two'])
  })

  it('that nobody declared is neither of people nor of rooms, and company nevertheless', async () => {
    await rolledUp([at('ann', '10:00', '10:30'), at('box', '10:00', '10:20', { kind: 'room', person: null })])
    expect(await month('tenant')).toMatchObject({ legs: 1, alone_ms: 600_000 })
    expect(await rowsOf(rolled.engine, `SELECT DISTINCT population FROM cube_month`)).toEqual([
      { population: 'people' },
    ])
  })
})

describe('the groups of a leg', () => {
  it('are one of each cut, with the word unknown where a value is not known', async () => {
    const full = {
      site: 'hq',
      network: 'wifi',
      transport: 'udp',
      vendor: 'Acme',
      model: 'X1',
      software: '2.1',
    } as const
    await rolledUp(
      [at('ann', '10:00', '10:30', full), at('bob', '10:00', '10:30')],
      [at('boardroom', '10:00', '10:30', full)],
    )
    const rows = z.array(monthCell).parse(await rolled.engine.query('SELECT * FROM cube_month'))
    const values = (cut: string) =>
      rows
        .filter((row) => row.cut === cut)
        .map(({ v1, v2 }) => [v1, v2])
        .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
    expect([...new Set(rows.map(({ cut }) => cut))].toSorted()).toEqual(Object.keys(CUTS).toSorted())
    for (const { cut, population, room } of rows) {
      expect(population).toBe(CUTS[cut].population)
      expect(room).toBe(population === 'environment' ? 'boardroom' : '')
    }
    expect(values('tenant')).toEqual([['', '']])
    expect(values('site_network')).toEqual([
      ['hq', 'wifi'],
      ['unknown', 'unknown'],
    ])
    expect(values('site_transport')).toEqual([
      ['hq', 'udp'],
      ['unknown', 'unknown'],
    ])
    expect(values('site_platform')).toEqual([
      ['hq', 'pexip'],
      ['unknown', 'pexip'],
    ])
    expect(values('model_software')).toEqual([
      ['Acme X1', '2.1'],
      ['unknown', 'unknown'],
    ])
    expect(values('size')).toEqual([['3-5', '']])
    expect(values('room_model_software')).toEqual([['Acme X1', '2.1']])
  })

  it('are by the hour of the customer, also where the clock is put back', async () => {
    const hours = [
      ['2026-10-24T06:00:00Z', '2026-10-24', ['weekend', '08']], // summer time
      ['2026-10-25T06:59:00Z', '2026-10-25', ['weekend', 'outside']], // the night before, the clock was put back
      ['2026-10-25T07:00:00Z', '2026-10-25', ['weekend', '08']],
      ['2026-11-16T16:59:00Z', DAY, ['mon', '17']],
      ['2026-11-16T17:00:00Z', DAY, ['mon', 'outside']],
      ['2026-11-16T07:00:00Z', DAY, ['mon', '08']],
      ['2026-11-17T22:59:00Z', '2026-11-17', ['tue', 'outside']],
      ['2026-11-17T23:00:00Z', '2026-11-18', ['wed', 'outside']], // Tuesday in Greenwich
    ] as const
    await rolledUp(
      hours.map(([from]) => at('ann', '', '', { from, to: new Date(Date.parse(from) + 600_000).toISOString() })),
    )
    for (const [from, day, values] of hours) {
      expect(await dayCellOf(rolled.engine, day, 'weekday_hour', values), from).toMatchObject({ legs: 1 })
    }
  })
})

describe('ends', () => {
  it('are failures only of legs that were not connected, and drops only of those that were', async () => {
    await rolledUp([
      at('ann', '10:00', '10:30', { end_class: 'media_network' }),
      at('bob', '10:00', '10:00', { to: `${DAY}T10:00:09Z`, end_class: 'media_network' }),
      at('cem', '10:00', '10:30', { end_class: 'busy' }),
      at('dee', '10:00', '10:00', { to: `${DAY}T10:00:09Z`, end_class: 'normal_self' }),
    ])
    const cell = await month('tenant')
    expect(cell).toMatchObject({ legs: 4, connected: 2, ms: 3_600_000, failed: 1, failed_media_network: 1, dropped: 1 })
    expect(cell).toMatchObject({ failed_m: 1, failed_y: 1, failed_n: 4, failed_yy: 1, failed_yn: 4, failed_nn: 16 })
    expect(cell).toMatchObject({
      failed_busy: 0,
      dropped_m: 1,
      dropped_y: 1,
      dropped_n: 2,
      dropped_yn: 2,
      dropped_nn: 4,
    })
  })
})

/** Cells of which the month is not what its days add up to. */
const differing = () =>
  rowsOf<{ cut: string }>(
    rolled.engine,
    `SELECT cut FROM
     (SELECT cut, v1, v2, room, ${SUMS.map((name) => `sum(${name}) AS ${name}`).join(', ')},
        ${HISTOGRAM_NAMES.map((name) => `sumForEach(h_${name}) AS h_${name}`).join(', ')}
      FROM cube_day GROUP BY cut, v1, v2, room) AS days
     FULL OUTER JOIN cube_month AS months USING (cut, v1, v2, room)
     WHERE ${[...SUMS, ...HISTOGRAM_NAMES.map((name) => `h_${name}`)].map((name) => `days.${name} != months.${name}`).join(' OR ')}
     SETTINGS prefer_column_name_to_alias = 1`,
  )

describe('over many runs', () => {
  const week = ['16', '17', '18', '19', '20'].flatMap((day) =>
    ['ann', 'bob', 'cem'].map((who, index) =>
      at(who, '10:00', '10:00', {
        in: `call ${day}`,
        from: `2026-11-${day}T10:0${index}:00Z`,
        to: `2026-11-${day}T10:30:00Z`,
        site: index === 0 ? 'hq' : 'branch',
        media: [{ kind: 'audio', dir: 'up', loss_mp: 1_500 * index }],
      }),
    ),
  )

  it('the days add up to their month after each, and incremental is what a full rebuild is', async () => {
    for (const legs of [week.slice(0, 4), week.slice(4, 9), week.slice(9)]) {
      await rolledUp(legs)
      expect(await differing()).toEqual([])
    }
    const hashes = await rolled.cellHashes()
    await rolled.runFull()
    expect(await rolled.cellHashes()).toEqual(hashes)
    expect(await month('tenant')).toMatchObject({ legs: 15, conferences: 5, persons: 3, days: 5 })
  })

  it('a replay of everything in another order leaves every byte', async () => {
    await rolledUp(week)
    const hashes = await rolled.cellHashes()
    await rolled.clear()
    const again = week.toReversed()
    await rolledUp([...again.slice(0, 7), ...again.slice(0, 3)])
    await rolledUp([...again.slice(5), ...week.slice(0, 2)])
    expect(await rolled.cellHashes()).toEqual(hashes)
  })

  it('persons counted a few legs at a time are those that are counted at once', async () => {
    await rolledUp(week)
    const hashes = await rolled.cellHashes()
    await rolled.clear(2)
    await rolledUp(week.slice(0, 8))
    await rolledUp(week.slice(8))
    expect(await rolled.cellHashes()).toEqual(hashes)
    await rolled.clear()
  })

  it('a leg that moves to another day, and a month that loses all its legs, take their cells along', async () => {
    const leg = at('ann', '10:00', '10:30')
    await rolledUp([leg, at('bob', '10:00', '10:30', { from: '2026-10-05T10:00:00Z', to: '2026-10-05T10:30:00Z' })])
    const [moved] = [call(leg)].map((row) =>
      changed(row, {
        config_rev: 2,
        start_ms: (row.start_ms ?? 0) + 86_400_000,
        end_ms: (row.end_ms ?? 0) + 86_400_000,
      }),
    )
    await rolled.insert(moved === undefined ? [] : [moved])
    await rolled.run()
    await expect(dayCellOf(rolled.engine, DAY, 'tenant')).rejects.toThrow('There are 0 cells')
    expect(await dayCellOf(rolled.engine, '2026-11-17', 'tenant')).toMatchObject({ legs: 1 })
    await rolled.engine.command(
      `ALTER TABLE observations DELETE WHERE toYYYYMM(fact_day) = 202610 SETTINGS mutations_sync = 2`,
    )
    await rolled.runFull()
    expect(await rowsOf(rolled.engine, 'SELECT DISTINCT toString(month) AS month FROM cube_month')).toEqual([
      { month: '2026-11-01' },
    ])
  })
})
