import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openClock } from '../../../services/shared/clock.ts'
import { UserError } from '../../../services/shared/errors.ts'

const PIN = '2026-11-18T16:00:00Z'
const HOUR_MS = 3_600_000
let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'avesqo-clock-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Makes the directory look as if it had been pinned `ago` ms of real time ago. */
function age(ago: number): void {
  const file = join(directory, 'clock.json')
  const { pinned, real } = JSON.parse(readFileSync(file, 'utf8')) as { pinned: number | null; real: number }
  writeFileSync(file, JSON.stringify({ pinned, real: real - ago }))
}

describe('the clock (invariant I12)', () => {
  it('is real time where nothing pins it, also after a restart', () => {
    openClock(directory, undefined)
    const before = Date.now()
    const now = openClock(directory, undefined).now()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
  })

  it('starts at the pin and runs on through restarts, with the same pin or without', () => {
    expect(openClock(directory, PIN).now() - Date.parse(PIN)).toBeLessThan(1000)
    age(HOUR_MS)
    for (const pin of [PIN, undefined]) {
      const elapsed = openClock(directory, pin).now() - Date.parse(PIN)
      expect(elapsed).toBeGreaterThanOrEqual(HOUR_MS)
      expect(elapsed).toBeLessThan(HOUR_MS + 10_000)
    }
  })

  it('moves forward with a later pin', () => {
    openClock(directory, PIN)
    const later = '2026-12-01T00:00:00+01:00'
    expect(openClock(directory, later).now() - Date.parse(later)).toBeLessThan(1000)
    expect(openClock(directory, undefined).now()).toBeGreaterThanOrEqual(Date.parse(later))
  })

  it('moves for a server alone: another command says so and changes nothing', () => {
    openClock(directory, PIN)
    expect(() => openClock(directory, '2026-12-01T00:00:00Z', 'as-it-is')).toThrow(/avesqo serve/u)
    expect(openClock(directory, PIN, 'as-it-is').now()).toBeLessThan(Date.parse('2026-11-18T17:00:00Z'))
  })

  it('refuses to go back, also behind what has elapsed', () => {
    openClock(directory, PIN)
    expect(() => openClock(directory, '2026-11-18T15:59:59Z')).toThrow(UserError)
    age(2 * HOUR_MS)
    expect(() => openClock(directory, '2026-11-18T17:00:00Z')).toThrow(/never goes back/u)
  })

  it('refuses a pin in a directory that was made without one', () => {
    openClock(directory, undefined)
    expect(() => openClock(directory, PIN)).toThrow(/real time/u)
  })

  it.each(['yesterday', '2026-11-18', '2026-11-18T16:00:00', '2026-02-30T00:00:00Z'])(
    'refuses %s, which is no instant with a zone',
    (pin) => {
      expect(() => openClock(directory, pin)).toThrow(/ISO 8601/u)
    },
  )

  it('says what to do about a file that it cannot read', () => {
    writeFileSync(join(directory, 'clock.json'), '{"pinned":')
    expect(() => openClock(directory, undefined)).toThrow(UserError)
  })
})
