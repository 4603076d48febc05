/** G03: many legs have no site: addresses or labels are missing from the sites' lists, or two sites claim the same. */
import { type Cell, UNKNOWN } from '../../../schemas/cube.ts'
import { OTHER } from '../../../schemas/published.ts'
import { mayName } from '../../disclosure/index.ts'
import type { Month } from '../month.ts'
import { type Draft, NO_INPUT, type Rule, WITHHELD } from '../rule.ts'
import { tooLarge } from './shares.ts'

const LIMIT = 0.1
const NO_SITE = [UNKNOWN, 'ambiguous'] as const

const count = (cells: readonly Pick<Cell, 'v1' | 'legs'>[], words: readonly string[]) => ({
  y: cells.reduce((all, { v1, legs }) => all + (words.includes(v1) ? legs : 0), 0),
  n: cells.reduce((all, { legs }) => all + legs, 0),
})

/** Of people, the words that are shown themselves: what is folded is not added to what is shown. */
function ofPeople(month: Month): Draft | null | 'withheld' {
  const cells = month.cells('site')
  const all = count(cells, [UNKNOWN])
  if (all.n === 0) return null
  if (!month.safe) return 'withheld'
  const about = { dimension: 'site', value: UNKNOWN, limit: LIMIT, population: 'people' } as const
  // One value of the dimension: it is the tenant, and says nothing that the tenant's own figures do not.
  if (all.y === all.n) return tooLarge(all, about)
  const shown = NO_SITE.filter((name) => mayName(month.input.figures, 'site', name))
  if (shown.includes(UNKNOWN)) return tooLarge(count(cells, shown), about)
  // Whether it is folded or is not there at all must not be told by what is said.
  const folded = month.input.figures.some(({ cut, v1 }) => cut === 'site' && v1 === OTHER)
  const published = month.input.figures.some(({ cut }) => cut === 'site')
  return folded || !published ? 'withheld' : null
}

export const noSite: Rule = {
  id: 'G03',
  version: 1,
  effect: null,
  impact: { unit: 'none', least: 0 },
  run(month) {
    const rooms = count(month.cells('room_site'), NO_SITE)
    const people = ofPeople(month)
    if (rooms.n === 0 && month.cells('site').length === 0) return NO_INPUT
    const found = [
      people === 'withheld' ? null : people,
      tooLarge(rooms, { dimension: 'site', value: UNKNOWN, limit: LIMIT, population: 'environment' }),
    ].filter((fact) => fact !== null)
    return found.length === 0 && people === 'withheld' ? WITHHELD : { judged: [], facts: found, not: null }
  },
}
