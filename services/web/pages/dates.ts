/** Days as short as a table or an axis can have them, in a reader's language. */
import { Temporal } from 'temporal-polyfill'
import type { Language } from '../../advise/index.ts'

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

export interface Dates {
  /** `Mon 2 Nov` of `YYYY-MM-DD`. */
  shortDay(day: string): string
  /** `2 Nov` */
  dayAndMonth(day: string): string
  /** `Nov 2026` of `YYYY-MM`. */
  shortMonth(month: string): string
}

/** Made once a language, as in services/web/reports/format.ts. */
const DATES: Readonly<Record<Language, Dates>> = { nl: createDates(LOCALES.nl), en: createDates(LOCALES.en) }

export function datesOf(language: Language): Dates {
  return DATES[language]
}

function createDates(locale: string): Dates {
  const of = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: string): string => format.format(Date.parse(`${day}T12:00:00Z`))
  }
  const months = of({ month: 'short', year: 'numeric' })
  return {
    shortDay: of({ weekday: 'short', day: 'numeric', month: 'short' }),
    dayAndMonth: of({ day: 'numeric', month: 'short' }),
    shortMonth: (month) => months(`${month}-01`),
  }
}

/** Whether a day is a Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek > 5
}

/** All days of a month, `YYYY-MM-DD`. */
export function daysOf(month: string): readonly string[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month)
  return Array.from({ length: daysInMonth }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}
