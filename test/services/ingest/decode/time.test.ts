import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fromEpochMs,
  fromEpochSeconds,
  fromInstant,
  fromLocal,
  fromUtc,
  isZone,
} from '../../../../services/ingest/decode/time.ts'

const SEED = 20_260_302
const FIRST = Date.UTC(2000, 0, 1)
const END = Date.UTC(2101, 0, 1)

describe('epoch numbers', () => {
  it('are what the format says they are: milliseconds read as seconds are no time, nor the reverse', () => {
    expect(fromEpochSeconds(1_772_442_907.0005)).toBe(1_772_442_907_001)
    expect(fromEpochSeconds(1_772_442_907.4994)).toBe(1_772_442_907_499)
    expect(fromEpochSeconds(1_772_442_907_000)).toBeNull()
    expect(fromEpochMs(1_772_442_907_000)).toBe(1_772_442_907_000)
    expect(fromEpochMs(1_772_442_907)).toBeNull()
    for (const odd of [0, -1, NaN, Infinity, -Infinity]) expect(fromEpochSeconds(odd)).toBeNull()
  })

  it('lie in the years 2000 to 2100', () => {
    expect(fromEpochMs(FIRST)).toBe(FIRST)
    expect(fromEpochMs(FIRST - 1)).toBeNull()
    expect(fromEpochMs(END - 1)).toBe(END - 1)
    expect(fromEpochMs(END)).toBeNull()
  })
})

describe('instants', () => {
  it(`reads what Date writes, to the millisecond (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: END - 1 }), (ms) => {
        const text = new Date(ms).toISOString()
        expect(fromInstant(text)).toBe(ms)
        expect(fromUtc(text.replace('T', ' ').replace('Z', ''))).toBe(ms)
        expect(fromLocal(text.replace('Z', ''), 'UTC')).toBe(ms)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it.each([
    ['2026-03-02T09:15:07.4995Z', Date.UTC(2026, 2, 2, 9, 15, 7, 500)],
    ['2026-03-02T09:15:07.1234567Z', Date.UTC(2026, 2, 2, 9, 15, 7, 123)],
    ['2026-12-31T23:59:59.9999Z', Date.UTC(2027, 0, 1)],
    ['2024-02-29T00:30:00+02:00', Date.UTC(2024, 1, 28, 22, 30)],
    ['2024-02-29t00:30z', Date.UTC(2024, 1, 29, 0, 30)],
    ['2026-03-02 09:15:07 -0330', Date.UTC(2026, 2, 2, 12, 45, 7)],
  ])('%s', (text, ms) => {
    expect(fromInstant(text)).toBe(ms)
  })

  it.each([
    '2026-03-02T09:15:07',
    '2026-03-02',
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00+24:00',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '1999-12-31T23:59:59Z',
    '9999-12-31T23:59:59Z',
    '+012026-01-01T00:00:00Z',
    '02/03/2026 09:15',
    '1772442907',
    '',
  ])('%j is none', (text) => {
    expect(fromInstant(text)).toBeNull()
  })
})

describe('local times', () => {
  it.each([
    ['2026-03-29T01:59:59', '2026-03-29T00:59:59Z'],
    ['2026-03-29T02:00:00', '2026-03-29T01:00:00Z'], // does not exist: one hour on
    ['2026-03-29T02:59:59', '2026-03-29T01:59:59Z'],
    ['2026-03-29T03:00:00', '2026-03-29T01:00:00Z'],
    ['2026-10-25T02:00:00', '2026-10-25T00:00:00Z'], // occurs twice: the first
    ['2026-10-25T02:59:59', '2026-10-25T00:59:59Z'],
    ['2026-10-25T03:00:00', '2026-10-25T02:00:00Z'],
  ])('%s in Amsterdam', (text, expected) => {
    expect(fromLocal(text, 'Europe/Amsterdam')).toBe(Date.parse(expected))
  })

  it('knows zones by name only', () => {
    for (const zone of ['Europe/Amsterdam', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu'])
      expect(isZone(zone)).toBe(true)
    for (const zone of ['', '+01:00', 'Europe/Atlantis', 'local', '../UTC']) expect(isZone(zone)).toBe(false)
  })
})
