/** G03: many legs have no site: addresses or labels are missing from the sites' lists, or two sites claim the same. */
import { type Cut, UNKNOWN } from '../../../schemas/cube.ts'
import { FAILURES_WITHOUT_SITE, type Finding } from '../../../schemas/finding.ts'
import { OTHER } from '../../../schemas/published.ts'
import { mayName } from '../../disclosure/index.ts'
import type { Month } from '../month.ts'
import { type Draft, NO_INPUT, type Rule, WITHHELD } from '../rule.ts'
import { tooLarge } from './shares.ts'

const LIMIT = 0.1
const NO_SITE = [UNKNOWN, 'ambiguous'] as const

interface Place {
  readonly v1: string
  readonly legs: number
}

const count = (cells: readonly Place[], words: readonly string[]) => ({
  y: cells.reduce((all, { v1, legs }) => all + (words.includes(v1) ? legs : 0), 0),
  n: cells.reduce((all, { legs }) => all + legs, 0),
})

const byDay = (cells: readonly (Place & { readonly day: string })[], words: readonly string[]) =>
  [...Map.groupBy(cells, ({ day }) => day).values()].map((own) => count(own, words))

/** Legs of rooms by day. The cube has no sites of rooms by day, so each day of a room has the room's share of the month. */
function roomsByDay(month: Month) {
  const shares = new Map(
    [...Map.groupBy(month.cells('room_site'), ({ room }) => room)].map(([room, own]) => {
      const { y, n } = count(own, NO_SITE)
      return [room, n === 0 ? 0 : y / n]
    }),
  )
  return [...Map.groupBy(month.days('room'), ({ day }) => day).values()].map((own) => ({
    y: own.reduce((all, { room, legs }) => all + legs * (shares.get(room) ?? 0), 0),
    n: own.reduce((all, { legs }) => all + legs, 0),
  }))
}

/** Failures of a month below which no part of them is said: they are published in fives. */
const FEWEST_FAILED = 50
/** A part from which it is worth a sentence, %. */
const LEAST_PART = 10

/**
 * Which part of the failures has no site, by what is published of both. Where it is large, no site's advice can tell why
 * joining fails, and the reader is to know.
 *
 * @returns one cause, whole per cent (permille); none where one of the two is not shown, or there are too few for a word
 */
function ofFailures({ input: { figures } }: Month, words: readonly string[]): Finding['causes'] {
  const failed = (cut: Cut, values: readonly string[]) =>
    figures.reduce(
      (all, { cut: one, v1, measure, mark, value }) =>
        one === cut && measure === 'failed' && mark === 'shown' && values.includes(v1) ? all + (value ?? 0) : all,
      0,
    )
  const [here, all] = [failed('site', words), failed('tenant', [''])]
  const part = all < FEWEST_FAILED ? 0 : Math.min(100, Math.round((100 * here) / all))
  return part < LEAST_PART ? [] : [{ cause: FAILURES_WITHOUT_SITE, share: 10 * part }]
}

/** Of people, the words that are shown themselves: what is folded is not added to what is shown. */
function ofPeople(month: Month): Draft | null | 'withheld' {
  const cells = month.cells('site')
  const all = count(cells, [UNKNOWN])
  if (all.n === 0) return null
  if (!month.safe) return 'withheld'
  const about = { dimension: 'site', value: UNKNOWN, limit: LIMIT, population: 'people' } as const
  // One value of the dimension: it is the tenant, and says nothing that the tenant's own figures do not.
  const days = month.days('site')
  if (all.y === all.n) return tooLarge(byDay(days, [UNKNOWN]), about)
  const shown = NO_SITE.filter((name) => mayName(month.input.figures, 'site', name))
  if (shown.includes(UNKNOWN)) {
    const draft = tooLarge(byDay(days, shown), about)
    return draft === null ? null : { ...draft, causes: ofFailures(month, shown) }
  }
  // Whether it is folded or is not there at all must not be told by what is said.
  const folded = month.input.figures.some(({ cut, v1 }) => cut === 'site' && v1 === OTHER)
  const published = month.input.figures.some(({ cut }) => cut === 'site')
  return folded || !published ? 'withheld' : null
}

export const noSite: Rule = {
  id: 'G03',
  version: 3,
  effect: null,
  impact: { unit: 'none', least: 0 },
  run(month) {
    const rooms = roomsByDay(month)
    const people = ofPeople(month)
    if (rooms.length === 0 && month.cells('site').length === 0) return NO_INPUT
    const found = [
      people === 'withheld' ? null : people,
      tooLarge(rooms, { dimension: 'site', value: UNKNOWN, limit: LIMIT, population: 'environment' }),
    ].filter((fact) => fact !== null)
    return found.length === 0 && people === 'withheld' ? WITHHELD : { judged: [], facts: found, not: null }
  },
}
