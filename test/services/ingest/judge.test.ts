import { describe, expect, test } from 'vitest'
import { contractPeriod } from '../../../services/ingest/coverage.ts'
import { judgeTime, type Periods } from '../../../services/ingest/judge.ts'
import type { Epoch } from '../../../services/ingest/pseudonymise/keymaker.ts'

const AMSTERDAM = 'Europe/Amsterdam'
const at = (text: string): number => Date.parse(text)
const NOW = at('2026-11-20T12:00:00Z')

function periods(more: Partial<Periods> = {}): Periods {
  return {
    zone: AMSTERDAM,
    contractFromMs: at('2020-01-01T00:00:00Z'),
    factsDays: 90,
    epochClosed: () => false,
    ...more,
  }
}
const code = (instant: number, now: number, of: Periods): string | null => judgeTime(instant, now, of)?.code ?? null

describe('ahead of the clock', () => {
  test.each([
    ['exactly 24 hours', 24 * 3_600_000, null],
    ['one millisecond more', 24 * 3_600_000 + 1, 'time_in_future'],
    ['a century', at('2100-12-31T00:00:00Z') - NOW, 'time_in_future'],
    ['now', 0, null],
  ])('%s', (_, ahead, expected) => {
    expect(code(NOW + ahead, NOW, periods())).toBe(expected)
  })
})

describe('before the contract: its first day begins at midnight on the tenant’s wall', () => {
  test.each([
    [AMSTERDAM, '2026-11-10', '2026-11-09T23:00:00.000Z'],
    ['America/St_Johns', '2026-11-10', '2026-11-10T03:30:00.000Z'],
    ['Asia/Kolkata', '2026-11-10', '2026-11-09T18:30:00.000Z'],
    ['Asia/Amman', '2016-04-01', '2016-03-31T22:00:00.000Z'], // a day that begins at 01:00
  ])('%s %s', (zone, contract_from, first) => {
    const { fromMs } = contractPeriod({ zone, contract_from, contract_to: null })
    const of = periods({ zone, contractFromMs: fromMs, factsDays: 400 })
    const now = at(first) + 10 * 86_400_000
    expect(code(at(first), now, of)).toBeNull()
    expect(code(at(first) - 1, now, of)).toBe('before_contract')
  })
})

/** The first instant that is not frozen, looked for backwards from now. */
function firstOpen(now: number, of: Periods): string {
  let instant = now
  while (code(instant, now, of) === null) instant -= 3_600_000
  while (code(instant, now, of) !== null) instant += 1_000
  return new Date(instant).toISOString()
}

describe('frozen: three days before the facts of a local day may expire', () => {
  test.each([
    // 90 days of facts: the 87th day back is frozen, the 86th is open
    [AMSTERDAM, '2026-11-20T12:00:00Z', 90, '2026-08-25T22:00:00.000Z'],
    // over a change of the clock: local days, not times 24 hours
    [AMSTERDAM, '2026-10-25T22:59:59Z', 90, '2026-07-30T22:00:00.000Z'], // the last second of a day of 25 hours
    [AMSTERDAM, '2026-10-25T23:00:00Z', 90, '2026-07-31T22:00:00.000Z'],
    [AMSTERDAM, '2026-03-29T21:59:59Z', 90, '2026-01-01T23:00:00.000Z'], // the last second of a day of 23 hours
    [AMSTERDAM, '2026-03-29T22:00:00Z', 90, '2026-01-02T23:00:00.000Z'],
    ['America/St_Johns', '2026-12-01T03:29:59Z', 45, '2026-10-20T02:30:00.000Z'],
    ['America/St_Johns', '2026-12-01T03:30:00Z', 45, '2026-10-21T02:30:00.000Z'],
    ['Asia/Kolkata', '2026-11-20T18:29:59Z', 90, '2026-08-25T18:30:00.000Z'],
    [AMSTERDAM, '2028-03-31T12:00:00Z', 45, '2028-02-18T23:00:00.000Z'], // over 29 February
  ])('%s at %s with %i days', (zone, now, factsDays, open) => {
    expect(firstOpen(at(now), periods({ zone, factsDays }))).toBe(open)
  })

  test('what is older stays frozen', () => {
    expect(code(at('2001-01-01T00:00:00Z'), NOW, periods({ contractFromMs: 0 }))).toBe('period_frozen')
  })
})

describe('a destroyed month', () => {
  const closed = periods({ epochClosed: (epoch) => epoch === ('2026-10' as Epoch) })

  test.each([
    ['2026-09-30T21:59:59.999Z', null],
    ['2026-09-30T22:00:00.000Z', 'epoch_closed'],
    ['2026-10-31T22:59:59.999Z', 'epoch_closed'],
    ['2026-10-31T23:00:00.000Z', null],
  ])('%s: %s', (instant, expected) => {
    expect(code(at(instant), NOW, closed)).toBe(expected)
  })

  test('is said rather than that its days are frozen, and the contract goes before it', () => {
    expect(code(at('2026-10-05T12:00:00Z'), at('2027-06-01T12:00:00Z'), closed)).toBe('epoch_closed')
    const later = { ...closed, contractFromMs: at('2026-11-01T00:00:00Z') }
    expect(code(at('2026-10-05T12:00:00Z'), NOW, later)).toBe('before_contract')
  })
})

test('a refusal names no value', () => {
  expect(judgeTime(NOW + 90_000_000, NOW, periods())).toEqual({ code: 'time_in_future', path: '' })
})
