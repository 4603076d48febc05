/**
 * Invariants I6 and I7: the register names every stored field (compared with the databases themselves in
 * test/services/store/columns.test.ts and test/services/shared/control/tables.test.ts), each with a use that exists and
 * a retention that ends. Uses that a later issue brings are listed here, so that none is forgotten.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { RETENTION } from '../../schemas/privacy/entry.ts'
import { TREATMENTS_NL } from '../../schemas/privacy/nl.ts'
import { REGISTER } from '../../schemas/privacy.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TO_COME = new Set(['planned:RULES', 'planned:OPERATIONS', 'planned:REQUESTS'])
const name = (entry: (typeof REGISTER)[number]) => `${entry.store}.${entry.table}.${entry.field}`

describe('the register', () => {
  it('names each field once', () => {
    const names = REGISTER.map(name)
    expect(names.length).toBeGreaterThan(150)
    expect(names.filter((one, index) => names.indexOf(one) !== index)).toEqual([])
  })

  it('says treatment and purpose of each in words, and until when it is kept', () => {
    for (const entry of REGISTER) {
      expect(entry.treatment.length, name(entry)).toBeGreaterThan(4)
      expect(entry.purpose.length, name(entry)).toBeGreaterThan(4)
      expect(Number.isFinite(RETENTION[entry.retention].days), name(entry)).toBe(true)
    }
  })

  it('names uses that exist: a file of this repository that speaks of the field, or one that is to come', () => {
    const unused = REGISTER.filter((entry) => {
      const files = entry.usedBy.filter((use) => !use.startsWith('planned:'))
      if (files.length === 0) return !entry.usedBy.every((use) => TO_COME.has(use)) || entry.usedBy.length === 0
      if (files.some((file) => !existsSync(ROOT + file))) return true
      return !files.some((file) => speaksOf(readFileSync(ROOT + file, 'utf8'), entry.field))
    })
    expect(unused.map((entry) => `${name(entry)} (${entry.usedBy.join(', ')})`)).toEqual([])
  })

  it('says the treatment of every field of an observation and of a leg in Dutch, and translates nothing else', () => {
    const facts = REGISTER.filter((entry) => entry.table === 'observations' || entry.table === 'call_legs')
    const said = new Set(facts.map((entry) => entry.treatment))
    expect(Object.keys(TREATMENTS_NL).toSorted()).toEqual([...said].toSorted())
  })

  it('lists what waits for its use', () => {
    const waiting = Map.groupBy(
      REGISTER.filter((entry) => entry.usedBy.every((use) => use.startsWith('planned:'))),
      (entry) => `${entry.store}.${entry.table}: ${entry.usedBy.join(' ')}`,
    )
    expect([...waiting].map(([where, entries]) => `${where} (${entries.length})`).toSorted()).toMatchSnapshot()
  })

  it('has nothing that identifies somebody directly outside the control store', () => {
    expect(REGISTER.filter((entry) => entry.class === 'direct' && entry.store !== 'control')).toEqual([])
  })
})

/** A file that reads whole rows names the table's row type or asks for all columns. */
function speaksOf(text: string, field: string): boolean {
  return new RegExp(`\\b${field}\\b`, 'u').test(text) || /selectAll\(\)|SELECT \*|Object\.values\(|columns/u.test(text)
}
