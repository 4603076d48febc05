/** Numbers and dates as a reader of a language writes them. */
import type { Language } from '../../schemas/words/languages.ts'

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

export interface Format {
  /** `1.234,5` or `1,234.5`: as many digits after the comma as the value has. */
  number(value: number): string
  /** `12%` */
  percent(value: number): string
  /** `18 November 2026` of `YYYY-MM-DD`. */
  day(day: string): string
  /** `November 2026` of `YYYY-MM`. */
  month(month: string): string
  /** `18 November 2026, 16:00` in the zone. */
  instant(ms: number, zone: string): string
}

/** Made once a language: a formatter of the platform takes longer to make than thousands of numbers to write. */
const FORMATS: Readonly<Record<Language, Format>> = { nl: createFormat(LOCALES.nl), en: createFormat(LOCALES.en) }

export function formatOf(language: Language): Format {
  return FORMATS[language]
}

function createFormat(locale: string): Format {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const instants = new Map<string, Intl.DateTimeFormat>()
  const instantsIn = (zone: string): Intl.DateTimeFormat => {
    const known = instants.get(zone)
    if (known !== undefined) return known
    const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
    instants.set(zone, made) // there are some hundred zones
    return made
  }
  const number = (value: number): string => numbers.format(value)
  return {
    number,
    percent: (value) => `${number(value)}%`,
    day: (day) => days.format(Date.parse(`${day}T12:00:00Z`)),
    month: (month) => months.format(Date.parse(`${month}-01T12:00:00Z`)),
    instant: (ms, zone) => instantsIn(zone).format(ms),
  }
}
