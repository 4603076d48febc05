/** Days on which offices in the Netherlands are shut or nearly empty: what is quiet then is not silent. */
import { addDays } from '../shared/calendar.ts'

/**
 * @param day `YYYY-MM-DD`
 * @returns whether it is a Saturday, a Sunday, a public holiday, the Friday after Ascension, Good Friday, or lies from
 *   24 December to 1 January
 */
export function isQuiet(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 || isHoliday(day)
}

/** Days after Easter Sunday: Good Friday, Easter Monday, Ascension and the Friday after it, Whit Monday. */
const AROUND_EASTER = [-2, 0, 1, 39, 40, 49, 50]

/** @returns whether it is one of those days, whatever day of the week it is */
export function isHoliday(day: string): boolean {
  const date = day.slice(5)
  if (date >= '12-24' || date === '01-01' || date === '05-05' || date === kingsDay(day.slice(0, 4))) return true
  const easter = easterOf(Number(day.slice(0, 4)))
  return AROUND_EASTER.some((days) => addDays(easter, days) === day)
}

/** 27 April, or the day before where that is a Sunday. */
function kingsDay(year: string): string {
  return new Date(`${year}-04-27T12:00:00Z`).getUTCDay() === 0 ? '04-26' : '04-27'
}

/** Easter Sunday of the Gregorian calendar ("Anonymous Gregorian algorithm", Nature, 20 April 1876). */
function easterOf(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  const month = String(Math.floor(sum / 31)).padStart(2, '0')
  return `${year}-${month}-${String((sum % 31) + 1).padStart(2, '0')}`
}
