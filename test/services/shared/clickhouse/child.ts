/** A process that opens an engine and ends as it is told to; see process.test.ts. */
import { UserError } from '../../../../services/shared/errors.ts'
import { createLogger } from '../../../../services/shared/logger.ts'
import { openEngine } from '../../../../services/shared/clickhouse/index.ts'

const [path = '', ending = ''] = process.argv.slice(2)
try {
  const engine = await openEngine({ path, logger: createLogger('debug') })
  await engine.command('CREATE TABLE IF NOT EXISTS t (a String, n UInt32) ENGINE = MergeTree ORDER BY a')
  await engine.insertRows('t', ['a', 'n'], '["kept",1]')
  if (ending === 'leak') {
    // The canary stands where a number should, in the middle of a batch, and in a statement.
    const canary = process.argv[4] ?? ''
    await engine.insertRows('t', ['a', 'n'], `["a",1]\n["b",${JSON.stringify(canary)}]`).catch(() => undefined)
    await engine.query('SELECT toUInt8({c:String})', { c: canary }).catch(() => undefined)
    await engine.query(`SELECT "${canary}"`).catch(() => undefined)
  }
  if (ending === 'exit') process.exit(0)
  if (ending === 'term') process.once('SIGTERM', () => void engine.close())
  else await engine.close()
  process.stdout.write('ready\n')
} catch (thrown) {
  process.stdout.write(thrown instanceof UserError ? `UserError: ${thrown.message}\n` : 'another error\n')
  process.exitCode = 1
}
