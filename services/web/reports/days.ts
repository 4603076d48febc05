/** Day figures as tables, and what they say of how complete the month is. */
import { DAY_MEASURES, type DayFigure, type Figure } from '../../../schemas/published.ts'
import { type NameOf, orderOf } from './names.ts'
import type { Cell, Column, Table } from './report.ts'
import { labelColumn } from './tables.ts'
import { dayCellOf, shownUnit } from './values.ts'
import type { Words } from './words/words.ts'

/** A day is complete enough from here on, permille. */
const COMPLETE = 950

/**
 * The tenant's days, and those of its sites.
 *
 * @param figures of the month: a site that is folded there is not named here either (design, section 8, step 1)
 */
export function dayTables(
  days: readonly DayFigure[],
  figures: readonly Figure[],
  words: Words,
  nameOf: NameOf,
): readonly Table[] {
  const shown = new Set(figures.filter(({ cut, mark }) => cut === 'site' && mark !== 'few').map(({ v1 }) => v1))
  const ofTenant = days.filter(({ site }) => site === '')
  const ofSites = days.filter(({ site }) => shown.has(site))
  return [
    ...tableOf(
      'days',
      ofTenant,
      [labelColumn('day', words)],
      ({ day }) => [{ type: 'text', text: day, value: day }],
      words,
    ),
    ...tableOf(
      'days_site',
      ofSites,
      [labelColumn('day', words), labelColumn('site', words)],
      ({ day, site }) => [
        { type: 'text', text: day, value: day },
        { type: 'text', text: nameOf('site', site), value: site },
      ],
      words,
      orderOf('site', nameOf, () => 0),
    ),
  ]
}

function tableOf(
  id: 'days' | 'days_site',
  figures: readonly DayFigure[],
  labels: readonly Column[],
  labelsOf: (figure: DayFigure) => readonly Cell[],
  words: Words,
  bySite: (one: string, two: string) => number = () => 0,
): readonly Table[] {
  const published = new Set(figures.map(({ measure }) => measure))
  const measures = DAY_MEASURES.filter((measure) => published.has(measure))
  const rows = [...Map.groupBy(figures, ({ day, site }) => `${day} ${site}`).values()]
    .toSorted(([one], [two]) => (one && two ? one.day.localeCompare(two.day) || bySite(one.site, two.site) : 0))
    .map((group) => {
      const [first] = group
      const labels = first === undefined ? [] : labelsOf(first)
      const cells = measures.map((measure) => dayCellOf(group.find((figure) => figure.measure === measure)))
      return { cells: [...labels, ...cells] }
    })
  if (rows.length === 0) return []
  const columns = measures.map((measure): Column => ({
    id: measure,
    title: words.measures[measure],
    unit: shownUnit(measure),
    group: 'rates',
    rate: 'plain',
  }))
  return [
    {
      id,
      cut: null,
      ...words.tables[id],
      layout: 'list',
      detail: id === 'days_site',
      columns: [...labels, ...columns],
      rows,
    },
  ]
}

/** How many days have meetings, on how many of them nearly all starts and ends are known, and the worst of them. */
export function completenessOf(days: readonly DayFigure[]): {
  readonly withData: number
  readonly complete: number
  readonly lowest: { readonly day: string; readonly value: number } | null
} {
  const known = days.flatMap(({ site, measure, day, value }) =>
    site === '' && measure === 'complete' && value !== null ? [{ day, value }] : [],
  )
  const [lowest = null] = known.toSorted((one, two) => one.value - two.value || one.day.localeCompare(two.day))
  return {
    withData: known.length,
    complete: known.filter(({ value }) => value >= COMPLETE).length,
    lowest: lowest !== null && lowest.value < 1_000 ? lowest : null,
  }
}

/** @param month `YYYY-MM` */
export function daysIn(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}
