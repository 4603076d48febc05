/** Day figures of a month in which there were meetings on every day. */
import { Temporal } from 'temporal-polyfill'
import type { DayFigure } from '../../../../schemas/published.ts'

export function wholeMonth(month: string): readonly DayFigure[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month)
  return Array.from({ length: daysInMonth }, (_, index): DayFigure => {
    const day = `${month}-${String(index + 1).padStart(2, '0')}`
    return { day, site: '', measure: 'complete', mark: 'shown', value: 1_000 }
  })
}
