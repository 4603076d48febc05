/** G01: many legs carry nothing that quality could be told from; advice on quality is about the others only. */
import type { Cell } from '../../../schemas/cube.ts'
import { isNamed } from '../month.ts'
import { type Draft, NO_INPUT, type Rule, WITHHELD } from '../rule.ts'
import { tooLarge } from './shares.ts'

const LIMIT = 0.2

const sum = (cells: readonly Pick<Cell, 'ungraded' | 'gradeable'>[]) => ({
  y: cells.reduce((all, { ungraded: y }) => all + y, 0),
  n: cells.reduce((all, { gradeable }) => all + gradeable, 0),
})

export const ungraded: Rule = {
  id: 'G01',
  version: 1,
  effect: null,
  impact: { unit: 'none', least: 0 },
  run(month) {
    const rooms = sum(month.cells('room'))
    const people = sum(month.cells('tenant'))
    if (rooms.n + people.n === 0) return NO_INPUT
    if (rooms.n === 0 && !month.safe) return WITHHELD
    const facts: (Draft | null)[] = []
    const platforms = month.names('platform')
    if (platforms.length > 0) {
      for (const value of platforms) {
        const own = month.cells('platform').filter(({ v1 }) => isNamed(v1) && v1 === value)
        facts.push(tooLarge(sum(own), { dimension: 'platform', value, population: 'people', limit: LIMIT }))
      }
    } else if (month.safe) {
      facts.push(tooLarge(people, { dimension: 'tenant', value: '', population: 'people', limit: LIMIT }))
    }
    facts.push(tooLarge(rooms, { dimension: 'tenant', value: '', population: 'environment', limit: LIMIT }))
    const found = facts.filter((fact) => fact !== null)
    return { judged: [], facts: found.toSorted((a, b) => b.group.value - a.group.value), not: null }
  },
}
