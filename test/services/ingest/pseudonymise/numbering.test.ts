import { expect, test } from 'vitest'
import type { Epoch } from '../../../../services/ingest/pseudonymise/keymaker.ts'
import { createNumbering } from '../../../../services/ingest/pseudonymise/numbering.ts'

const october = '2026-10' as Epoch
const november = '2026-11' as Epoch

test('equal in, equal out, numbered by what it is', () => {
  const keys = createNumbering()
  expect(keys.key('person', october, 'address', 'jan@klant.example')).toBe('person:1')
  expect(keys.key('person', october, 'phone', '+31201234567')).toBe('person:2')
  expect(keys.key('leg', october, 'leg', 'a')).toBe('leg:1')
  expect(keys.key('conference', october, 'conference', 'a')).toBe('conference:1')
  expect(keys.key('name', october, 'name', 'overleg')).toBe('name:1')
  expect(keys.key('event', october, 'event', 'a')).toBe('event:1')
  expect(keys.key('person', october, 'address', 'jan@klant.example')).toBe('person:1')
  expect(keys.key('leg', november, 'leg', 'a')).toBe('leg:1')
})

test('tells apart what the product’s keys tell apart', () => {
  const keys = createNumbering()
  expect(keys.key('person', october, 'address', 'x')).toBe('person:1')
  expect(keys.key('person', november, 'address', 'x')).toBe('person:2') // another month, another key
  expect(keys.key('person', october, 'directory', 'x')).toBe('person:3')
  expect(keys.key('name', october, 'conference', 'x')).toBe('conference:1') // a conference without id of its own
  expect(keys.key('conference', october, 'conference', 'x')).toBe('conference:2')
})
