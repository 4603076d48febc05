import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EngineError } from '../../../../services/shared/clickhouse/index.ts'
import { createLogger } from '../../../../services/shared/logger.ts'
import { openTestEngine, rowsOf, type TestEngine } from '../../../support/engine.ts'

const SEED = 20_261_103
let test: TestEngine
const logged: string[] = []

beforeAll(async () => {
  test = await openTestEngine(createLogger('debug', { write: (line: string) => void logged.push(line) }), false)
  await test.engine.command('CREATE TABLE t (a String, n UInt32, w Nullable(UInt8)) ENGINE = MergeTree ORDER BY a')
})
afterAll(() => test.close())

async function reasonOf(work: Promise<unknown>): Promise<unknown> {
  const thrown: unknown = await work.catch((error: unknown) => error)
  return thrown instanceof EngineError ? { reason: thrown.reason, code: thrown.code } : thrown
}

describe('parameters', () => {
  it(`come back as they went in, whatever they hold (seed ${SEED})`, async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(text, fc.array(text, { maxLength: 4 }), fc.maxSafeInteger(), async (s, list, n) => {
        const sql = 'SELECT {s:String} AS s, {list:Array(String)} AS list, {n:Int64} AS n'
        expect(await test.engine.query(sql, { s, list, n })).toEqual([{ s, list, n }])
      }),
      { seed: SEED, numRuns: 150 },
    )
  })

  it('take null, booleans, nested lists, names and big integers', async () => {
    const sql =
      'SELECT {a:Nullable(String)} AS a, {b:Bool} AS b, {c:Array(Array(UInt8))} AS c, toString({d:UInt128}) AS d, n AS {e:Identifier} FROM (SELECT 1 AS n)'
    const parameters = { a: null, b: true, c: [[1], []], d: 2n ** 127n, e: 'name' }
    expect(await test.engine.query(sql, parameters)).toEqual([
      { a: null, b: true, c: [[1], []], d: String(2n ** 127n), name: 1 },
    ])
  })

  it('are refused where a value is missing, is none, or a name would be code; the value is not quoted', async () => {
    await expect(test.engine.query('SELECT {tenant:String}')).rejects.toThrow(/parameter tenant/u)
    await expect(test.engine.query('SELECT {n:Float64}', { n: Number.NaN })).rejects.toThrow(TypeError)
    const attempt = test.engine.query('SELECT 1 AS {x:Identifier}', { x: 'a` FROM t --' })
    await expect(attempt).rejects.toThrow(/^Parameter x is not a name\.$/u)
  })
})

function lines(from: number): string {
  return Array.from({ length: 1_000 }, (_, i) => JSON.stringify([`é\n"${from + i}"`, from + i, null])).join('\n')
}

describe('inserting', () => {
  it('stores finished lines, also more than one batch of them at once', async () => {
    await Promise.all([0, 1_000, 2_000].map((from) => test.engine.insertRows('t', ['a', 'n', 'w'], lines(from))))
    const rows = await rowsOf(test.engine, 'SELECT count() AS c, sum(n) AS s, min(a) AS a FROM t')
    expect(rows).toEqual([{ c: 3_000, s: (3_000 * 2_999) / 2, a: 'é\n"0"' }])
  })

  it.each([
    ['null where it cannot be', '[null,1,null]'],
    ['a column too few', '["x",1]'],
    ['a column too many', '["x",1,null,2]'],
    ['a word for a number', '["x","y",null]'],
    ['no JSON', '{"x"'],
  ])('refuses %s, and with it the whole batch', async (_, bad) => {
    const before = await rowsOf(test.engine, 'SELECT count() AS c FROM t')
    const insert = test.engine.insertRows('t', ['a', 'n', 'w'], `["x",1,null]\n${bad}`)
    expect(await reasonOf(insert)).toEqual({ reason: 'bad_data', code: 'internal' })
    expect(await rowsOf(test.engine, 'SELECT count() AS c FROM t')).toEqual(before)
  })

  it('leaves no setting behind for later statements', async () => {
    const changed = "SELECT name FROM system.settings WHERE changed AND name IN ('async_insert', 'max_execution_time')"
    await test.engine.insertRows('t', ['a'], '["y"]')
    // Each connection is asked: a read has its own settings and no others, the writer has none.
    const rows = await Promise.all(Array.from({ length: 8 }, () => test.engine.query(changed)))
    expect(rows.flat().filter((row) => JSON.stringify(row) !== '{"name":"max_execution_time"}')).toEqual([])
    await test.engine.command(`CREATE TABLE u ENGINE = Memory AS ${changed}`)
    expect(await test.engine.query('SELECT * FROM u')).toEqual([])
  })
})

describe('errors', () => {
  it('have a reason of ours, and never the text of the engine, which quotes the row', async () => {
    const canary = 'canary@leak.example'
    const thrown: unknown = await test.engine
      .insertRows('t', ['a', 'n'], JSON.stringify(['x', canary]))
      .catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(EngineError)
    const { message, stack, cause } = thrown as EngineError
    expect(`${message}${stack}${JSON.stringify(thrown)}${JSON.stringify(cause)}${logged.join('')}`).not.toContain(
      'leak',
    )
    expect(logged.at(-1)).toMatch(/"event":"engine_error","reason":"bad_data","number":\d+/u)
  })

  it.each([
    ['SELECT * FROM nowhere', 'no_such_table', 'internal'],
    ['SELEC 1', 'bad_statement', 'internal'],
    ['SELECT nothing FROM t', 'bad_statement', 'internal'],
    ['SELECT sleepEachRow(1) FROM numbers(3) SETTINGS max_execution_time = 1', 'too_slow', 'unavailable'],
    [
      'SELECT groupArray(number) FROM numbers(10000000) SETTINGS max_memory_usage = 1000000',
      'too_much_memory',
      'unavailable',
    ],
  ])('%s: %s', async (sql, reason, code) => {
    expect(await reasonOf(test.engine.query(sql))).toEqual({ reason, code })
  })

  it('a long read does not hold up the writer', async () => {
    const order: string[] = []
    const read = test.engine.query('SELECT sleep(1)').then(() => order.push('read'))
    const write = test.engine.insertRows('t', ['a'], '["z"]').then(() => order.push('write'))
    await Promise.all([read, write])
    expect(order).toEqual(['write', 'read'])
  })
})
