/** G03: many legs have no site: addresses or labels are missing from the sites' lists, or two sites claim the same. */
import { type Cell, UNKNOWN } from '../../../schemas/cube.ts'
import { mayName } from '../../disclosure/index.ts'
import { type Draft, NO_INPUT, type Rule, WITHHELD } from '../rule.ts'
import { tooLarge } from './shares.ts'

const LIMIT = 0.1
const NO_SITE = new Set<string>([UNKNOWN, 'ambiguous'])

const count = (cells: readonly Pick<Cell, 'v1' | 'legs'>[]) => ({
  y: cells.reduce((all, { v1, legs }) => all + (NO_SITE.has(v1) ? legs : 0), 0),
  n: cells.reduce((all, { legs }) => all + legs, 0),
})

export const noSite: Rule = {
  id: 'G03',
  version: 1,
  effect: null,
  impact: { unit: 'none', least: 0 },
  run(month) {
    const rooms = count(month.cells('room_site'))
    const people = count(month.cells('site'))
    if (rooms.n + people.n === 0) return NO_INPUT
    const about = { dimension: 'site', value: UNKNOWN, limit: LIMIT } as const
    const ofPeople = tooLarge(people, { ...about, population: 'people' })
    // One value of the dimension: it is the tenant, and says nothing that the tenant's own figures do not.
    const whole = people.y === people.n && month.safe
    const tellable = whole || mayName(month.input.figures, 'site', UNKNOWN)
    const facts: (Draft | null)[] = [
      ofPeople !== null && tellable ? ofPeople : null,
      tooLarge(rooms, { ...about, population: 'environment' }),
    ]
    const found = facts.filter((fact) => fact !== null)
    return found.length === 0 && ofPeople !== null ? WITHHELD : { judged: [], facts: found, not: null }
  },
}
