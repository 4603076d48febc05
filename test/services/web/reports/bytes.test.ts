/** Files do not tell when they were made: whoever fetches a month twice has the same file twice. */
import { afterEach, expect, it, vi } from 'vitest'
import { reportOf, reportXlsx } from '../../../../services/web/index.ts'
import { inventedMonth } from './invented.ts'

afterEach(() => void vi.useRealTimers())

it('a spreadsheet of a month is the same years later', async () => {
  const report = reportOf(inventedMonth())
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-06T02:10:00Z') })
  const first = await reportXlsx(report)
  vi.setSystemTime(Date.parse('2031-05-09T12:00:00Z'))
  expect((await reportXlsx(report)).equals(first)).toBe(true)
})
