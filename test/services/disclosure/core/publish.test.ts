import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, CUTS, HOURS, WEEKDAYS } from '../../../../schemas/cube.ts'
import { figure as figureSchema, protocol as protocolSchema } from '../../../../schemas/published.ts'
import { foldCells, foldDimensions, publishMonth } from '../../../../services/disclosure/core/index.ts'
import { isSafe } from '../../../../services/disclosure/core/safe.ts'
import { publishLegs } from '../attack/cubes.ts'
import { cellsOf, emptyCell, unionsOf } from '../attack/micro-cells.ts'
import { microLegs } from '../attack/micro-legs.ts'
import { apart, cellWith, figureOf, monthOf, recipes, RUNS } from './support.ts'

const TWOS = ['site_platform', 'site_network', 'site_transport', 'model_software', 'weekday_hour'] as const

const lone = (measures: Partial<Cell>) =>
  publishMonth({ k: 10, cells: [cellWith('tenant', '', '', measures)], rooms: [], folds: {}, mode: 'full' })

/** A site of 240 legs, of which 40 are on a platform of so many persons. */
const split = (site: string, persons: number) => [
  cellWith('site', site, '', {
    legs: 240,
    top_legs_mp: 5_000,
    ...apart('windows', 20, 200),
    ...apart('measured', 30, 36),
  }),
  cellWith('site_platform', site, 'pexip', { legs: 200, ...apart('windows', 20, 200) }),
  cellWith('site_platform', site, 'generic', { legs: 40, persons, ...apart('measured', 30, 36) }),
]

const failing = (cut: 'tenant' | 'site', name: string, legs: number, more: Partial<Cell> = {}) =>
  cellWith(cut, name, '', { legs, failed: 40, failed_timeout: 40, ...apart('failed', 40, legs), ...more })

const two = (v1: string, v2: string, more: Partial<Cell> = {}) =>
  cellWith('site_platform', v1, v2, { failed: 40, ...apart('failed', 40, 100), ...more })

const one = (cut: 'site' | 'platform', v1: string) => cellWith(cut, v1, '', { legs: 200 })

const failures = (tenant: Partial<Cell>, a: Partial<Cell>) =>
  publishMonth({
    k: 10,
    cells: [
      failing('tenant', '', 900, { failed: 120, ...tenant }),
      failing('site', 'a', 200, a),
      failing('site', 'b', 300),
      failing('site', 'c', 400),
    ],
    rooms: [],
    folds: {},
    mode: 'full',
  }).figures

const causesSaid = (figures: readonly { measure: string }[]) =>
  figures.flatMap(({ measure }) => (/^failed_(?!rate)/.test(measure) ? [measure] : []))

describe('a published month', () => {
  test('says something of safe cells alone, and lists every combination of two dimensions once or as few (A21, A34)', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const { k, legs } = monthOf(recipe)
        const { result, folded } = await publishLegs(legs, k)
        for (const row of result.figures) figureSchema.parse(row)
        protocolSchema.parse(result.protocol)
        const cells = new Map(folded.map((cell) => [`${cell.cut}|${cell.v1}|${cell.v2}`, cell]))
        const said = result.figures.filter((row) => row.mark !== 'few')
        for (const row of said) {
          const cell = cells.get(`${row.cut}|${row.v1}|${row.v2}`)
          expect(cell !== undefined && isSafe(cell, k)).toBe(true)
        }
        for (const cut of TWOS) {
          const own = result.figures.filter((row) => row.cut === cut)
          const rows = new Set(own.map((row) => row.v1))
          const columns = new Set(own.map((row) => row.v2))
          const listed = new Set(own.map((row) => `${row.v1}|${row.v2}`))
          expect(listed.size).toBe(rows.size * columns.size)
          // A cell of few is one row and looks like every other, empty or not.
          const few = own.filter((row) => row.mark === 'few')
          expect(new Set(few.map((row) => `${row.v1}|${row.v2}`)).size).toBe(few.length)
          for (const row of few) {
            expect({ ...row, v1: '', v2: '' }).toEqual({ ...few[0], v1: '', v2: '' })
            expect(own.filter((other) => other.v1 === row.v1 && other.v2 === row.v2)).toHaveLength(1)
          }
        }
      }),
      RUNS,
    )
  })

  test('A25: is the same whatever order the cells come in, and how often it is asked', async () => {
    const legs = microLegs(5, 140, 10)
    const cells = cellsOf(legs)
    const unions = unionsOf(legs)
    const folds = await foldDimensions(cells, 10, unions)
    const folded = await foldCells(cells, folds, unions)
    const publish = (list: readonly Cell[]) => publishMonth({ k: 10, cells: list, rooms: [], folds, mode: 'full' })
    const first = publish(folded)
    expect(first.safe).toBe(true)
    expect(JSON.stringify(publish(folded.toReversed()))).toBe(JSON.stringify(first))
    expect(JSON.stringify(publish(folded))).toBe(JSON.stringify(first))
  })

  test('A22: no total minus what is shown leaves a value of one dimension that is not safe', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const { k, legs } = monthOf(recipe)
        const { result, folded } = await publishLegs(legs, k)
        if (!result.safe) return
        for (const cut of ['site', 'platform', 'network', 'model', 'size'] as const) {
          const own = folded.filter((cell) => cell.cut === cut)
          const shown = new Set(result.figures.filter((row) => row.cut === cut).map((row) => row.v1))
          // All or nothing: what is left over is nothing.
          expect([0, own.length]).toContain(shown.size)
        }
      }),
      { ...RUNS, numRuns: 20 },
    )
  })

  test('A26, A30: a tenant whose people are no safe cell gets no figure of people', () => {
    for (const measures of [{ persons: 9, legs: 5_000 }, { top_ms_mp: 95_000 }, { top_legs_mp: 50_001 }]) {
      expect(lone(measures)).toEqual({
        figures: [],
        protocol: [{ cut: 'tenant', cells: 1, shown: 0, by_rule: { tenant: 1 } }],
        safe: false,
      })
    }
    expect(lone({ persons: 10 }).safe).toBe(true)
  })

  test('A26: says a cause only where no caller can be over half of it, nor the one that would be left', () => {
    const causes = { failed: 100, failed_timeout: 50, failed_busy: 30, failed_auth_or_pin: 20, top_failed_mp: 20_000 }
    const one = (cell: Partial<Cell>) => failures({ failed: 400, ...cell }, {}).filter(({ cut }) => cut === 'tenant')
    // One caller has 20 failures: perhaps all 20 of a PIN, or 20 of the 30 to the busy; at most 20 of the 50 of both.
    expect(causesSaid(one(causes))).toEqual(['failed_timeout'])
    // 20 of 31 may be one caller's, and 31 would be what is left of 100 when 69 are told.
    const left = { failed: 100, failed_timeout: 69, failed_busy: 31, failed_auth_or_pin: 0, top_failed_mp: 20_000 }
    expect(causesSaid(one(left))).toEqual([])
    // Nine of one caller are lost in the rounding, as of all failures.
    expect(causesSaid(one({ ...causes, top_failed_mp: 9_000 }))).toHaveLength(10)
    // Of sites, all say a cause or none: a's would be the tenant's less those of the others.
    const a = { ...causes, failed_timeout: 60, failed_busy: 20 }
    const sites = failures({ failed: 180, failed_timeout: 140 }, a).filter(({ cut }) => cut === 'site')
    for (const v1 of ['a', 'b', 'c']) {
      const own = causesSaid(sites.filter((row) => row.v1 === v1))
      expect([
        v1,
        own.includes('failed_timeout'),
        own.includes('failed_busy'),
        own.includes('failed_auth_or_pin'),
      ]).toEqual([v1, true, false, false])
    }
  })

  test('A26: says nothing of failures that are mostly one caller’s, nor of the smallest that would tell them', () => {
    const telling = (figures: ReturnType<typeof failures>) =>
      figures
        .filter(({ measure }) => measure.startsWith('failed') || measure === 'mean_length')
        .map(({ v1, measure }) => `${v1} ${measure}`)
    const all = telling(failures({}, {}))
    expect(all).toEqual(expect.arrayContaining([' failed', 'a failed', 'a failed_timeout', 'a failed_rate']))
    // Half is nobody's too much, nor are nine failures of one caller: they are lost in the rounding.
    expect(telling(failures({}, { top_failed_mp: 50_000 }))).toEqual(all)
    expect(telling(failures({}, { top_failed_mp: 90_000, failed: 10 }))).toEqual(all)
    const some = telling(failures({}, { top_failed_mp: 50_001 }))
    // With the minutes, the mean length tells how many legs did not come about.
    expect(some.filter((name) => !name.startsWith(' '))).toEqual(['c mean_length', 'c failed_rate'])
    expect(some).toContain(' failed')
    expect(telling(failures({ top_failed_mp: 50_001 }, {}))).toEqual([])
    // Everything else of the site is said.
    const kept = failures({}, { top_failed_mp: 50_001 }).filter(({ v1 }) => v1 === 'a')
    expect(kept.map(({ measure }) => measure)).toEqual(expect.arrayContaining(['legs', 'minutes', 'dropped_rate']))
  })

  test('A26: in two dimensions neither', () => {
    const { figures } = publishMonth({
      k: 10,
      cells: [
        cellWith('tenant', '', '', { legs: 400 }),
        ...['a', 'b'].map((site) => one('site', site)),
        ...['pexip', 'cms'].map((platform) => one('platform', platform)),
        ...['a', 'b'].flatMap((site) => [
          two(site, 'pexip', site === 'a' ? { top_failed_mp: 60_000 } : {}),
          two(site, 'cms'),
        ]),
      ],
      rooms: [],
      folds: {},
      mode: 'full',
    })
    expect(figureOf(figures, 'site_platform', 'b', 'pexip', 'failed_rate')?.mark).toBe('shown')
    expect(figureOf(figures, 'site_platform', 'a', 'pexip', 'failed_rate')).toBeUndefined()
    expect(figureOf(figures, 'site_platform', 'a', 'pexip', 'dropped_rate')?.mark).toBe('shown')
  })

  test('leaves out a dimension of one value, and every cut with it', () => {
    const cells = [
      cellWith('tenant', '', '', { legs: 200 }),
      cellWith('site', 'a', '', {}),
      cellWith('site', 'b', '', {}),
      cellWith('platform', 'pexip', '', { legs: 200 }),
      cellWith('site_platform', 'a', 'pexip', {}),
      cellWith('site_platform', 'b', 'pexip', {}),
    ]
    const { figures, protocol } = publishMonth({ k: 10, cells, rooms: [], folds: {}, mode: 'full' })
    expect([...new Set(figures.map((row) => row.cut))]).toEqual(['tenant', 'site', 'weekday_hour'])
    expect(protocol.find((entry) => entry.cut === 'site_platform')?.by_rule).toEqual({ one_value: 2 })
  })

  test('lists the whole calendar', () => {
    const cells = [cellWith('tenant', '', '', { legs: 300 }), cellWith('weekday_hour', 'mon', '09', { legs: 200 })]
    const { figures } = publishMonth({ k: 10, cells, rooms: [], folds: {}, mode: 'full' })
    const listed = new Set(figures.filter((row) => row.cut === 'weekday_hour').map((row) => `${row.v1} ${row.v2}`))
    expect(listed.size).toBe(WEEKDAYS.length * HOURS.length)
  })

  test('stops where somebody forgot to fold', () => {
    const cells = [
      cellWith('tenant', '', '', {}),
      cellWith('site', 'a', '', {}),
      cellWith('site', 'b', '', { persons: 2 }),
    ]
    expect(() => publishMonth({ k: 10, cells, rooms: [], folds: {}, mode: 'full' })).toThrow('fold first')
  })

  test('does not tell the quality of the few who use one platform through the counts of their site', () => {
    const cells = [
      cellWith('tenant', '', '', { legs: 720, ...apart('windows', 60, 600), ...apart('measured', 90, 108) }),
      cellWith('platform', 'pexip', '', { legs: 600, ...apart('windows', 60, 600) }),
      cellWith('platform', 'generic', '', { legs: 120, ...apart('measured', 90, 108) }),
      ...split('a', 3),
      ...split('b', 12),
      ...split('c', 14),
    ]
    const { figures } = publishMonth({ k: 10, cells, rooms: [], folds: {}, mode: 'full' })
    expect(figureOf(figures, 'site', 'a', '', 'measured_rate')).toBeUndefined()
    expect(figureOf(figures, 'site', 'a', '', 'measured_poor')).toBeUndefined()
    // A second one keeps its rate with it, and nobody says a count that could be subtracted from the tenant's.
    expect(figureOf(figures, 'site', 'b', '', 'measured_rate')).toBeUndefined()
    expect(figureOf(figures, 'site', 'c', '', 'measured_rate')).toBeDefined()
    expect(figureOf(figures, 'site', 'c', '', 'measured_poor')).toBeUndefined()
    expect(figureOf(figures, 'site', 'a', '', 'windows_poor')).toBeDefined()
  })
})

const room = (id: string, measures: Partial<Cell> = {}): Cell => ({
  ...emptyCell('room', id, '', id),
  conferences: 10,
  days: 5,
  persons: 5,
  top_ms_mp: 50_000,
  legs: 12,
  connected: 12,
  ...measures,
})
const environment = (rooms: readonly Cell[], mode: 'full' | 'rooms-only' = 'full') =>
  publishMonth({ k: 10, cells: [], rooms, folds: {}, mode })
const roomsShown = (rooms: readonly Cell[], mode?: 'full' | 'rooms-only') => [
  ...new Set(
    environment(rooms, mode)
      .figures.filter((row) => row.cut === 'room')
      .map((row) => row.v1),
  ),
]

const at = (id: string, legs: number): Cell => ({ ...emptyCell('room_model', 'Vendor X', '', id), legs })

describe('the environment', () => {
  test('shows a room from 10 conferences on 5 days with 5 persons, of whom nobody has over half', () => {
    expect(roomsShown([room('a')])).toEqual(['a'])
    expect(roomsShown([room('a', { conferences: 9 })])).toEqual([])
    expect(roomsShown([room('a', { days: 4 })])).toEqual([])
    expect(roomsShown([room('a', { persons: 4 })])).toEqual([])
    expect(roomsShown([room('a', { top_ms_mp: 50_001 })])).toEqual([])
  })

  test('of rooms-only tenants from 20 conferences on 10 days', () => {
    const quiet = { persons: 0, top_ms_mp: 0 }
    expect(roomsShown([room('a', { ...quiet, conferences: 20, days: 10 })], 'rooms-only')).toEqual(['a'])
    expect(roomsShown([room('a', { ...quiet, conferences: 19, days: 10 })], 'rooms-only')).toEqual([])
    expect(roomsShown([room('a', { ...quiet, conferences: 20, days: 9 })], 'rooms-only')).toEqual([])
  })

  test('A22: adds up visible rooms only, so that subtracting finds none', () => {
    const rooms = [room('a'), at('a', 100), room('b'), at('b', 60), room('c', { persons: 1 }), at('c', 1_000)]
    const { figures, protocol } = environment(rooms)
    expect(figureOf(figures, 'room_model', 'Vendor X', '', 'legs')?.value).toBe(160)
    expect(protocol.find((entry) => entry.cut === 'room')).toEqual({
      cut: 'room',
      cells: 3,
      shown: 2,
      by_rule: { room_not_visible: 1 },
    })
    expect(JSON.stringify(figures)).not.toContain('"c"')
  })

  test('says nothing of the persons at the other side', () => {
    const measures = environment([room('a', { alone_m: 12, alone_n: 12 })]).figures.map((row) => row.measure)
    expect(measures).toContain('legs')
    for (const measure of ['persons', 'alone_rate', 'alone_time_rate', 'mean_length']) {
      expect(measures).not.toContain(measure)
    }
  })
})

test('two dimensions of people never hold a count', async () => {
  const { result } = await publishLegs(microLegs(11, 200, 12), 10)
  const units = result.figures.filter((row) => CUTS[row.cut].by.length === 2).map((row) => row.measure)
  expect(new Set(units.filter((measure) => !measure.endsWith('_rate')))).toEqual(new Set(['size']))
})
