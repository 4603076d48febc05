import { describe, expect, it } from 'vitest'
import { placeholdersOf, statementsOf, withoutComments } from '../../../../services/shared/clickhouse/sqltext.ts'

describe('SQL text', () => {
  it('splits a file into statements, and is not misled by semicolons in strings, names and comments', () => {
    const file = [
      '-- first; not a statement',
      "CREATE TABLE a (x String COMMENT 'one; two') ENGINE = Memory;",
      '/* ; */',
      "INSERT INTO a VALUES ('it''s; \\'; fine'), (`;`);",
      ' ; ',
    ].join('\n')
    expect(statementsOf(file)).toEqual([
      "CREATE TABLE a (x String COMMENT 'one; two') ENGINE = Memory",
      "INSERT INTO a VALUES ('it''s; \\'; fine'), (`;`)",
    ])
  })

  it('finds parameters in code only', () => {
    const sql = "SELECT {a:String}, '{b:String}', map('c', 1) -- {d:String}\n, { e : Array(UInt8) } /* {f:String} */"
    expect(placeholdersOf(sql)).toEqual([
      { name: 'a', type: 'String' },
      { name: 'e', type: 'Array(UInt8)' },
    ])
  })

  it('takes comments out and leaves what only looks like one', () => {
    expect(withoutComments("SELECT '--', 1 -- gone\n, 2 /* gone */")).toBe("SELECT '--', 1 \n, 2")
  })
})
