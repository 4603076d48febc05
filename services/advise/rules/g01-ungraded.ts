/** G01: many legs carry nothing that quality could be told from; advice on quality is about the others only. */
import type { DayCell } from '../input.ts'
import { isNamed } from '../month.ts'
import { type Draft, NO_INPUT, type Rule, WITHHELD } from '../rule.ts'
import { tooLarge } from './shares.ts'

const LIMIT = 0.2

const byDay = (cells: readonly DayCell[]) =>
  [...Map.groupBy(cells, ({ day }) => day).values()].map((own) => ({
    y: own.reduce((all, { ungraded: y }) => all + y, 0),
    n: own.reduce((all, { gradeable }) => all + gradeable, 0),
  }))

export const ungraded: Rule = {
  id: 'G01',
  version: 2,
  effect: null,
  impact: { unit: 'none', least: 0 },
  run(month) {
    const rooms = byDay(month.days('room'))
    const people = byDay(month.days('tenant'))
    const [ofRooms, ofPeople] = [rooms, people].map((days) => days.some(({ n }) => n > 0))
    if (ofRooms !== true && ofPeople !== true) return NO_INPUT
    if (ofRooms !== true && !month.safe) return WITHHELD
    const facts: (Draft | null)[] = []
    const platforms = month.names('platform')
    if (platforms.length > 0) {
      for (const value of platforms) {
        const own = month.days('platform').filter(({ v1 }) => isNamed(v1) && v1 === value)
        facts.push(tooLarge(byDay(own), { dimension: 'platform', value, population: 'people', limit: LIMIT }))
      }
    } else if (month.safe) {
      facts.push(tooLarge(people, { dimension: 'tenant', value: '', population: 'people', limit: LIMIT }))
    }
    facts.push(tooLarge(rooms, { dimension: 'tenant', value: '', population: 'environment', limit: LIMIT }))
    const found = facts.filter((fact) => fact !== null)
    return { judged: [], facts: found.toSorted((a, b) => b.group.value - a.group.value), not: null }
  },
}
