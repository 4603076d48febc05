/** The plain count by which rollup's cells are judged, itself judged by legs made by hand. */
import { describe, expect, test } from 'vitest'
import type { Cell, Cut } from '../../../schemas/cube.ts'
import {
  countedLegs,
  OWN_NAMES,
  truthCells,
  truthConcurrency,
  truthModelStrata,
  truthStrata,
  truthUnions,
} from '../../../services/simulator/cells/index.ts'
import type { Truth, TruthLeg, TruthMedia } from '../../../services/simulator/model.ts'

const ZONE = 'Europe/Amsterdam'
const MINUTE = 60_000
/** Monday, ten o'clock on the wall. */
const TEN = Date.parse('2026-11-02T09:00:00Z')
const MONTH = '2026-11'

let made = 0
/** A user's leg of half an hour on Pexip, in conference c. */
function legOf(facts: Partial<TruthLeg> & { readonly minutes?: number } = {}): TruthLeg {
  made += 1
  const { minutes = 30, startMs = TEN, ...rest } = facts
  const durationMs = rest.durationMs ?? Math.round(minutes * MINUTE)
  return {
    id: `leg ${made}`,
    platform: 'pexip',
    startMs,
    endMs: startMs + durationMs,
    durationMs,
    startBy: 'stated',
    endBy: 'stated',
    conference: 'c',
    person: null,
    personIdent: null,
    kind: 'user',
    protocol: 'sip',
    site: 'Utrecht',
    room: null,
    endClass: 'normal_self',
    vendor: null,
    model: null,
    software: null,
    deviceClass: 'desktop',
    windows: null,
    alarmLossMp: null,
    media: [],
    ...rest,
  }
}
const by = (person: string, facts: Partial<TruthLeg> & { readonly minutes?: number } = {}): TruthLeg =>
  legOf({ person, personIdent: 'address', ...facts })
const inRoom = (room: string, facts: Partial<TruthLeg> = {}): TruthLeg =>
  legOf({ kind: 'room', room, deviceClass: 'room', vendor: 'Cisco', model: 'SX20', software: '9.15', ...facts })
const sound = (lossMp: number | null, facts: Partial<TruthMedia> = {}): TruthMedia => ({
  kind: 'audio',
  dir: 'up',
  codec: 'opus',
  packets: 10_000,
  lost: null,
  lossMp,
  kbps: null,
  width: null,
  height: null,
  fps: null,
  ...facts,
})

const counted = (legs: readonly TruthLeg[], zone = ZONE) => countedLegs({ legs, zone }, OWN_NAMES)
const cellsOf = (legs: readonly TruthLeg[], period = MONTH, zone = ZONE) => truthCells(counted(legs, zone), period)
function cellOf(cells: readonly Cell[], cut: Cut, v1 = '', v2 = ''): Cell {
  const found = cells.filter((cell) => cell.cut === cut && cell.v1 === v1 && cell.v2 === v2)
  expect(found).toHaveLength(1)
  return found[0] as Cell
}
const tenantOf = (legs: readonly TruthLeg[], period = MONTH) => cellOf(cellsOf(legs, period), 'tenant')

describe('persons', () => {
  test('nine, each with three identifiers, a room and a machine that calls are nine', () => {
    const nine = Array.from({ length: 9 }, (_, at) => `p${at}`)
    const legs = [
      ...nine.map((person) => by(person)),
      ...nine.map((person) => by(person, { platform: 'cms', conference: 'd' })),
      ...nine.map((person) => by(person, { kind: 'pstn', personIdent: 'phone', platform: 'cms', conference: 'd' })),
      inRoom('Peel'),
      ...Array.from({ length: 500 }, (_, at) =>
        by(`scan ${at}`, { kind: 'unknown', conference: null, minutes: 0.05, endClass: 'not_found' }),
      ),
    ]
    expect(tenantOf(legs)).toMatchObject({ persons: 9, legs: 527, failed_not_found: 500, conferences: 2 })
  })

  test.each([
    ['a leg of less than ten seconds', { durationMs: 9_999 }, 0],
    ['a leg of ten seconds', { durationMs: 10_000 }, 1],
    ['a leg of no conference', { conference: null }, 0],
    ['a gateway', { deviceClass: 'gateway' }, 0],
    ['somebody of whom it is not known what he is', { kind: 'unknown' }, 0],
    ['a leg that was cut at a day', { minutes: 1_440 }, 0],
  ] as const)('%s', (_what, facts, persons) => {
    expect(tenantOf([by('p', facts)]).persons).toBe(persons)
  })

  test('the largest part of one is that of all legs, rounded up', () => {
    const legs = [
      by('p'),
      by('p'),
      by('q', { minutes: 10 }),
      legOf({ minutes: 20 }),
      legOf({ minutes: 1, startMs: TEN }),
    ]
    const { top_legs_mp: part, top_ms_mp: ofTime } = tenantOf(legs)
    expect([part, ofTime]).toEqual([40_000, Math.ceil((60 / 91) * 100_000)])
  })

  test('of several cells together they are counted once', () => {
    const legs = counted([by('p'), by('q'), by('p', { site: 'Peel', conference: 'd' }), by('r', { site: 'remote' })])
    const union = truthUnions(legs, MONTH)
    expect(union({ cut: 'site', v1: ['Utrecht', 'Peel'], v2: [] })).toMatchObject({ persons: 2, conferences: 2 })
    expect(union({ cut: 'site_platform', v1: ['Utrecht', 'remote'], v2: ['pexip'] })).toMatchObject({ persons: 3 })
  })
})

describe('who was with whom', () => {
  const AT_MIDNIGHT = Date.parse('2026-11-02T22:50:00Z')
  const waits = by('p', { startMs: AT_MIDNIGHT, minutes: 30 })
  const comes = by('q', { startMs: AT_MIDNIGHT + 15 * MINUTE, minutes: 5 })

  test('over midnight: one waits, another comes on the next day and goes again', () => {
    const cells = cellsOf([waits, comes], '2026-11-02')
    expect(cellOf(cells, 'tenant')).toMatchObject({ alone_ms: 25 * MINUTE, alone_y: 1, alone_n: 1, conferences: 1 })
    expect(cellOf(cells, 'size', '2').legs).toBe(1)
    expect(tenantOf([waits, comes], '2026-11-03')).toMatchObject({ alone_ms: 0, alone_y: 0, alone_n: 1 })
    expect(tenantOf([waits, comes])).toMatchObject({ conferences: 1, days: 2, alone_m: 2 })
  })

  test('who goes when another comes was not there together with them; machines are nobody', () => {
    const legs = [
      by('p', { minutes: 2 }),
      by('q', { startMs: TEN + 2 * MINUTE, minutes: 1.9 }),
      legOf({ kind: 'recorder', minutes: 60 }),
    ]
    expect(cellOf(cellsOf(legs), 'size', '1')).toMatchObject({ legs: 2, alone_y: 1, alone_ms: 3.9 * MINUTE })
  })

  test('a leg of no conference is of no size and never alone', () => {
    expect(cellOf(cellsOf([legOf({ conference: null })]), 'size', 'unknown')).toMatchObject({
      alone_n: 0,
      dropped_n: 1,
    })
  })
})

describe('grades', () => {
  test.each([
    [[sound(999)], 'good'],
    [[sound(1_000)], 'fair'],
    [[sound(2_999)], 'fair'],
    [[sound(3_000)], 'poor'],
    [[sound(3_000, { packets: 499 })], 'none'],
    [[sound(3_000, { packets: 500 })], 'poor'],
    [[sound(null)], 'none'],
    [[sound(0), sound(4_999, { kind: 'video', fps: 25 })], 'fair'],
    [[sound(0), sound(5_000, { kind: 'content' })], 'poor'],
    [[sound(null, { kind: 'video', fps: 6 })], 'poor'],
    [[sound(null, { kind: 'content', fps: 6 })], 'none'],
  ] as const)('by measurements %#: %s', (media, grade) => {
    const { measured_n: n, measured_y: y, measured_fair: fair, ungraded } = tenantOf([legOf({ media })])
    expect(n === 0 ? 'none' : y === 1 ? 'poor' : fair === 1 ? 'fair' : 'good').toBe(grade)
    expect(ungraded).toBe(grade === 'none' ? 1 : 0)
  })

  test.each([
    [{ good: 9, ok: 0, bad: 1, terrible: 0 }, 1, 0],
    [{ good: 97, ok: 0, bad: 2, terrible: 1 }, 0, 1],
    [{ good: 98, ok: 0, bad: 2, terrible: 0 }, 0, 0],
  ])('by windows %j', (windows, poor, fair) => {
    expect(tenantOf([legOf({ windows })])).toMatchObject({ windows_n: 1, windows_y: poor, windows_fair: fair })
  })

  test.each([
    [{ alarmLossMp: 10_000 }, [1, 1, 0]],
    [{ alarmLossMp: 2_000 }, [1, 0, 1]],
    [{ alarmLossMp: null }, [1, 0, 0]],
    [{ alarmLossMp: null, endBy: 'conference' }, [0, 0, 0]],
    [{ alarmLossMp: null, platform: 'pexip' }, [0, 0, 0]],
  ] as const)('by alarms %j', (facts, expected) => {
    const { alarms_n: n, alarms_y: y, alarms_fair: fair } = tenantOf([legOf({ platform: 'cms', ...facts })])
    expect([n, y, fair]).toEqual(expected)
  })

  test('a leg of less than 20 seconds is neither graded nor missed', () => {
    const short = legOf({ durationMs: 19_999, media: [sound(9_000)], windows: { good: 0, ok: 0, bad: 1, terrible: 0 } })
    expect(tenantOf([short])).toMatchObject({ gradeable: 0, ungraded: 0, measured_n: 0, windows_n: 0, connected: 1 })
  })

  test('figures stand in the bin whose lower end they reach', () => {
    const media = [sound(0), sound(1, { dir: 'down' }), sound(20_000, { kind: 'video', fps: 30 })]
    const { h_loss: loss, h_fps: fps } = tenantOf([legOf({ media })])
    expect(loss).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(fps).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
  })
})

describe('sums', () => {
  const poor = { media: [sound(9_000)] }
  const good = { media: [sound(0)] }
  const legs = [
    ...[poor, poor, good].map((facts) => legOf(facts)),
    ...[good, good].map((facts) => legOf({ ...facts, conference: 'd' })),
    legOf({ ...poor, conference: null }),
    legOf({ ...poor, conference: null }),
    legOf(), // nothing is known of it
  ]

  test('a conference is one cluster, a leg of none its own', () => {
    expect(tenantOf(legs)).toMatchObject({
      measured_m: 4,
      measured_y: 4,
      measured_n: 7,
      measured_yy: 4 + 0 + 1 + 1,
      measured_yn: 6 + 0 + 1 + 1,
      measured_nn: 9 + 4 + 1 + 1,
      failed_m: 4,
      failed_n: 8,
    })
  })

  test('strata are those of the legs; media have strata of their own', () => {
    const strata = truthStrata(counted(legs), 't')
    expect(strata.map(({ medium, dir, legs: count, measured_n: n }) => [medium, dir, count, n])).toEqual([
      ['all', 'all', 8, 7],
      ['audio', 'up', 7, 7],
    ])
    expect(strata[1]).toMatchObject({ failed_n: 0, dropped_n: 0, alone_n: 0, measured_yn: 8 })
    expect(truthModelStrata(counted([inRoom('Peel'), inRoom('Veluwe'), ...legs]), 't')).toHaveLength(3)
  })

  test('failures are of legs that were not connected, drops of those that were', () => {
    const ends = ['timeout', 'busy', 'media_network', 'normal_self'] as const
    const short = ends.map((endClass) => legOf({ endClass, durationMs: 5_000 }))
    const long = ends.map((endClass) => legOf({ endClass }))
    expect(tenantOf([...short, ...long])).toMatchObject({
      failed: 3,
      failed_timeout: 1,
      failed_busy: 1,
      dropped: 2,
      dropped_n: 4,
      failed_n: 8,
    })
  })
})

describe('rooms', () => {
  const legs = [
    inRoom('Peel'),
    inRoom('Veluwe', { conference: 'd' }),
    by('p'),
    by('q', { minutes: 10 }),
    by('p', { conference: 'd' }),
    by('r', { conference: 'e' }),
  ]

  test('each is a cell of its own in every cut, with those at the other side', () => {
    const cells = cellsOf(legs).filter(({ population }) => population === 'environment')
    expect(cells).toHaveLength(8)
    expect(cells.filter(({ cut }) => cut === 'room_model')).toEqual([
      expect.objectContaining({ v1: 'Cisco SX20', room: 'Peel', legs: 1, persons: 2, top_ms_mp: 75_000 }),
      expect.objectContaining({ v1: 'Cisco SX20', room: 'Veluwe', legs: 1, persons: 1, top_ms_mp: 100_000 }),
    ])
  })

  test('they are in no cell of people', () => {
    expect(tenantOf(legs)).toMatchObject({ legs: 4, persons: 3 })
  })
})

describe('the wall clock', () => {
  test.each([
    ['2026-11-02T06:59:59Z', 'mon', 'outside'],
    ['2026-11-02T07:00:00Z', 'mon', '08'],
    ['2026-11-02T16:59:59Z', 'mon', '17'],
    ['2026-11-02T17:00:00Z', 'mon', 'outside'],
    ['2026-11-08T11:00:00Z', 'weekend', '12'],
  ])('%s is %s %s', (start, weekday, hour) => {
    const cells = cellsOf([legOf({ startMs: Date.parse(start) })]).filter(({ cut }) => cut === 'weekday_hour')
    expect(cells.map(({ v1, v2 }) => [v1, v2])).toEqual([[weekday, hour]])
  })

  test('a leg through the hour that occurs twice uses three hours of its room, in a zone of half hours too', () => {
    const start = Date.parse('2026-11-01T03:45:00Z') // a quarter past one; at half past four UTC it is half past one again
    const used = truthConcurrency(
      { legs: [inRoom('Peel', { startMs: start, durationMs: 105 * MINUTE })], zone: 'America/St_Johns' },
      OWN_NAMES,
      't',
    ).filter(({ resource }) => resource === 'room')
    expect(
      used.map(({ day, hour_ms: hour, ms, level }) => [day, new Date(hour).toISOString(), ms / MINUTE, level]),
    ).toEqual([
      ['2026-11-01', '2026-11-01T03:30:00.000Z', 45, 1],
      ['2026-11-01', '2026-11-01T04:30:00.000Z', 60, 1],
    ])
  })

  test('two legs at once are level two, also over midnight', () => {
    const start = Date.parse('2026-11-02T22:40:00Z')
    const legs = [legOf({ startMs: start, minutes: 40 }), legOf({ startMs: start + 10 * MINUTE, minutes: 20 })]
    const rows = truthConcurrency({ legs, zone: ZONE } satisfies Pick<Truth, 'legs' | 'zone'>, OWN_NAMES, 't')
    expect(rows.map(({ day, level, ms }) => [day, level, ms / MINUTE])).toEqual([
      ['2026-11-02', 1, 10],
      ['2026-11-02', 2, 10],
      ['2026-11-03', 2, 10],
      ['2026-11-03', 1, 10],
    ])
  })
})
