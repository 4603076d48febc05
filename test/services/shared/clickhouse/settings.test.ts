import { describe, expect, it } from 'vitest'
import { insertOf, insertText, parseInsert } from '../../../../services/shared/clickhouse/insert.ts'
import { DEDUPLICATE, settingsText, withSettings } from '../../../../services/shared/clickhouse/settings.ts'

describe('settings in the statement', () => {
  it('stand behind a SELECT', () => {
    expect(withSettings('SELECT 1', { max_threads: 2 })).toBe('SELECT 1\nSETTINGS max_threads=2')
  })

  it('join a clause that is there, which wins', () => {
    expect(withSettings('SELECT 1 SETTINGS a = 1', { a: 2, b: 3 })).toBe('SELECT 1 SETTINGS a = 1, b=3')
    expect(withSettings('SELECT 1 SETTINGS a = 1', { a: 2 })).toBe('SELECT 1 SETTINGS a = 1')
  })

  it('of a sub-query are not taken for those of the statement', () => {
    expect(withSettings('SELECT 1 FROM (SELECT 1 SETTINGS a = 1) t', { b: 3 })).toMatch(/t\nSETTINGS b=3$/u)
  })

  it('cannot carry SQL', () => {
    expect(() => settingsText({ 'a=1, b': 1 })).toThrow(TypeError)
    expect(() => settingsText({ a: "x', b=1" })).toThrow(TypeError)
  })

  it('of an insert survive the way through the statement, and the pinned ones cannot be overridden', () => {
    const insert = insertOf('intake', ['a', 'b'], { ...DEDUPLICATE.off, async_insert: 1 })
    expect(parseInsert(insertText(insert))).toEqual(insert)
    expect(insert.settings).toMatchObject({ async_insert: 0, deduplicate_insert: 'disable' })
  })

  it('an insert of another form is refused', () => {
    expect(() => parseInsert('INSERT INTO intake (a) FORMAT JSONCompactEachRow')).toThrow(TypeError)
  })
})
