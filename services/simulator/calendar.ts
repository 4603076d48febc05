/** The organisation's calendar: working days, wall-clock times and the nights in which something special happens. */
import { Temporal } from 'temporal-polyfill'
import { addDays, DAY_MS, localMonth, spanOfDay } from '../shared/calendar.ts'

export interface CalendarDay {
  readonly day: string // local, YYYY-MM-DD
  readonly index: number // from 0
  readonly weekday: number // 1 = Monday
  readonly working: boolean
  readonly firstOfMonth: boolean
  readonly lastOfMonth: boolean
  /** Clocks change within it. */
  readonly clockChange: boolean
  /** An instant of the day: minutes on the wall clock; behind 24 h it is the next day. */
  at(minutes: number): number
}

/** The days of a period in order. */
export function calendarDays(firstDay: string, days: number, zone: string): readonly CalendarDay[] {
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(firstDay, index)
    const date = Temporal.PlainDate.from(day)
    const { from, until } = spanOfDay(day, zone)
    return {
      day,
      index,
      weekday: date.dayOfWeek,
      working: date.dayOfWeek <= 5,
      firstOfMonth: date.day === 1,
      lastOfMonth: date.day === date.daysInMonth,
      clockChange: until - from !== DAY_MS,
      at: (minutes) => wallTime(date, minutes, zone),
    }
  })
}

/** Where clocks go forward, a time inside the gap counts from before it; a time that occurs twice is its first. */
function wallTime(date: Temporal.PlainDate, minutes: number, zone: string): number {
  const whole = Math.floor(minutes)
  const moment = date.toPlainDateTime().add({ minutes: whole })
  return moment.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds + (minutes - whole) * 60_000
}

/** The local month of an instant, `YYYY-MM`: keys rotate with it. */
export function monthOf(ms: number, zone: string): string {
  return localMonth(ms, zone).name
}

/** Whether an instant lies in the first 24 hours of its local month, as time that passes. */
export function inMonthsFirst24h(ms: number, zone: string): boolean {
  return ms - localMonth(ms, zone).from < DAY_MS
}
