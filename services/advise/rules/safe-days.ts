/**
 * Days of a site that a change may be looked for in. A finding about a date speaks of two stretches of days, which no
 * month's figures say anything about; so each day must be a safe group itself (as for day rates: at least k persons, and
 * nobody over half), and then every stretch of such days is one. Of an earlier month, only where its publication says the
 * rate of the outcome at the site: what is withheld of a month is not told by way of the next.
 */
import type { Outcome } from '../../../schemas/cube.ts'
import type { DayCell } from '../input.ts'
import type { Month } from '../month.ts'

/** Milli-percent of legs or minutes that one person may have. */
const HALF = 50_000

export type SafeDays = (site: string, outcome: Outcome) => (day: string) => boolean

export function safeDaysOf({ input, first }: Month): SafeDays {
  const isSafe = ({ persons, top_legs_mp: legs, top_ms_mp: ms }: DayCell): boolean =>
    persons >= input.k && legs <= HALF && ms <= HALF
  const safe = new Set(
    input.days.filter((cell) => cell.cut === 'site' && isSafe(cell)).map(({ v1, day }) => `${day} ${v1}`),
  )
  return (site, outcome) => {
    const told = new Set(
      [...input.published]
        .filter(([, figures]) =>
          figures.some(
            ({ cut, v1, measure, mark }) =>
              cut === 'site' && v1 === site && measure === `${outcome}_rate` && mark !== 'few',
          ),
        )
        .map(([month]) => month),
    )
    return (day) => safe.has(`${day} ${site}`) && (day >= first || told.has(day.slice(0, 7)))
  }
}
