/**
 * Days of a site that a change may be looked for in. A finding about a date speaks of two stretches of days, which no
 * month's figures say anything about; so of each day it is decided as for day rates whether the kind may be told of the
 * site (at least k persons, nobody over half, and the legs of the kind a safe group too), and then every stretch of such
 * days is one. Of an earlier month, only where its publication says the rate of the outcome at the site: what is withheld
 * of a month is not told by way of the next.
 */
import type { Outcome } from '../../../schemas/cube.ts'
import { kindsOfDay } from '../../disclosure/index.ts'
import type { DayCell } from '../input.ts'
import type { Month } from '../month.ts'

const keyOf = ({ day, v1 }: Pick<DayCell, 'day' | 'v1'>): string => `${day} ${v1}`

/** @returns whether a day may be looked at for a site and a measuring kind */
export type SafeDays = (site: string, outcome: Outcome) => (day: string) => boolean

export function safeDaysOf(month: Month): SafeDays {
  const { input, first } = month
  const parts = Map.groupBy(month.days('site_platform', true), keyOf)
  const kinds = new Map<string, ReadonlySet<Outcome>>(
    month.days('site', true).map((cell) => [keyOf(cell), kindsOfDay(cell, parts.get(keyOf(cell)) ?? [], input.k)]),
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
    return (day) =>
      kinds.get(keyOf({ day, v1: site }))?.has(outcome) === true && (day >= first || told.has(day.slice(0, 7)))
  }
}
