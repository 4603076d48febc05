import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { epochOf, inFirst24h, utcDayOf } from '../../../../services/ingest/pseudonymise/epoch.ts'
import { localDayOf } from '../../../../services/shared/calendar.ts'
import { SEED } from './spellings.ts'

const AMSTERDAM = 'Europe/Amsterdam'
const at = (text: string): number => Date.parse(text)

describe('epochOf is the month on the tenant’s wall', () => {
  test.each([
    [AMSTERDAM, '2026-10-31T22:59:59.999Z', '2026-10'],
    [AMSTERDAM, '2026-10-31T23:00:00.000Z', '2026-11'], // winter time
    [AMSTERDAM, '2026-06-30T21:59:59.999Z', '2026-06'],
    [AMSTERDAM, '2026-06-30T22:00:00.000Z', '2026-07'], // summer time
    [AMSTERDAM, '2026-12-31T22:59:59.999Z', '2026-12'],
    [AMSTERDAM, '2026-12-31T23:00:00.000Z', '2027-01'],
    [AMSTERDAM, '2028-02-29T22:59:59.999Z', '2028-02'],
    [AMSTERDAM, '2028-02-29T23:00:00.000Z', '2028-03'],
    ['America/St_Johns', '2026-11-01T02:29:59.999Z', '2026-10'], // UTC-02:30 until 1 November
    ['America/St_Johns', '2026-11-01T02:30:00.000Z', '2026-11'],
    ['America/St_Johns', '2026-12-01T03:29:59.999Z', '2026-11'], // UTC-03:30
    ['America/St_Johns', '2026-12-01T03:30:00.000Z', '2026-12'],
    ['Asia/Kolkata', '2026-10-31T18:29:59.999Z', '2026-10'],
    ['Asia/Kolkata', '2026-10-31T18:30:00.000Z', '2026-11'],
    ['Pacific/Kiritimati', '2026-10-31T10:00:00.000Z', '2026-11'],
    ['UTC', '2026-10-31T23:59:59.999Z', '2026-10'],
  ])('%s %s is %s', (zone, instant, epoch) => {
    expect(epochOf(at(instant), zone)).toBe(epoch)
  })
})

describe('inFirst24h is time that passes', () => {
  test.each([
    [AMSTERDAM, '2026-10-31T22:59:59.999Z', false],
    [AMSTERDAM, '2026-10-31T23:00:00.000Z', true],
    [AMSTERDAM, '2026-11-01T22:59:59.999Z', true],
    [AMSTERDAM, '2026-11-01T23:00:00.000Z', false],
    // The first of November 2026 has 25 hours in St John's: its last one is no longer within 24.
    ['America/St_Johns', '2026-11-01T02:30:00.000Z', true],
    ['America/St_Johns', '2026-11-02T02:29:59.999Z', true],
    ['America/St_Johns', '2026-11-02T02:30:00.000Z', false],
    // Jordan changed to summer time at midnight of 1 April 2016: that month begins at 01:00 and has no midnight.
    ['Asia/Amman', '2016-03-31T21:59:59.999Z', false],
    ['Asia/Amman', '2016-03-31T22:00:00.000Z', true],
    ['Asia/Amman', '2016-04-01T21:59:59.999Z', true],
    ['Asia/Amman', '2016-04-01T22:00:00.000Z', false],
  ])('%s %s: %s', (zone, instant, first) => {
    expect(inFirst24h(at(instant), zone)).toBe(first)
  })
})

describe('days', () => {
  test.each([
    [AMSTERDAM, '2026-03-28T22:59:59.999Z', '2026-03-28'],
    [AMSTERDAM, '2026-03-28T23:00:00.000Z', '2026-03-29'],
    [AMSTERDAM, '2026-03-29T21:59:59.999Z', '2026-03-29'], // a day of 23 hours
    [AMSTERDAM, '2026-03-29T22:00:00.000Z', '2026-03-30'],
    [AMSTERDAM, '2026-10-25T22:59:59.999Z', '2026-10-25'], // a day of 25 hours
    [AMSTERDAM, '2026-10-25T23:00:00.000Z', '2026-10-26'],
    ['Asia/Kolkata', '2026-02-28T18:30:00.000Z', '2026-03-01'],
    ['America/St_Johns', '2028-02-29T03:29:59.999Z', '2028-02-28'],
  ])('local: %s %s is %s', (zone, instant, day) => {
    expect(localDayOf(at(instant), zone)).toBe(day)
  })

  test('UTC', () => {
    expect(utcDayOf(at('2028-02-29T23:59:59.999Z'))).toBe('2028-02-29')
    expect(utcDayOf(at('2028-03-01T00:00:00.000Z'))).toBe('2028-03-01')
  })
})

test('what is remembered never changes an answer', () => {
  const zones = [AMSTERDAM, 'America/St_Johns', 'Asia/Kolkata', 'Asia/Amman', 'Australia/Lord_Howe', 'Pacific/Apia']
  const written = new Map(
    zones.map((zone) => [
      zone,
      new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    ]),
  )
  const instant = fc.integer({ min: at('2000-01-02T00:00:00Z'), max: at('2099-12-30T00:00:00Z') })
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (ms, zone) => {
      const day = written.get(zone)?.format(ms)
      expect(localDayOf(ms, zone)).toBe(day)
      expect(epochOf(ms, zone)).toBe(day?.slice(0, 7))
    }),
    { seed: SEED, numRuns: 5000 },
  )
})
