/**
 * A process that swaps days for ever, for the test that kills it: `node swap-killed-child.ts <directory> [check]`.
 *
 * It says what it does on stdout, one line of JSON a step, written before the step is taken: what the tables held when it
 * started, what `recover` did, what they held then, and each swap's begin and end. With `check` it ends after recovery.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createSwaps, type Partition } from '../../services/shared/swap/index.ts'
import { migrate, openEngine } from '../../services/shared/clickhouse/index.ts'
import { openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { fillHealth, fillLegs, healthContents, legContents, stagingTables } from '../support/swap-rows.ts'

const [directory = '', mode] = process.argv.slice(2)
const ROWS = 20_000
const FULL = ['2026-11-16', '2026-11-17']
/** Has rows in every other version, so that partitions come and go. */
const CHANGING = '2026-11-18'
const clock = { now: () => Date.parse('2026-11-20T09:00:00Z') }
const logger = createLogger('silent')

function say(step: Readonly<Record<string, unknown>>): void {
  writeSync(1, `${JSON.stringify(step)}\n`)
}

const engine = await openEngine({ path: join(directory, 'clickhouse'), logger, readers: 1 })
await migrate({ engine, logger })
const control = await openControl(directory, clock, logger)
const swaps = createSwaps({ engine, control, clock, logger })

async function state() {
  return {
    legs: await legContents(engine),
    health: await healthContents(engine),
    staging: (await stagingTables(engine)).length,
    intents: (await control.db.selectFrom('swap_intents').select('id').execute()).length,
  }
}

async function swapTo(version: number): Promise<void> {
  const staging = await swaps.begin(['call_legs', 'leg_health'])
  const days = version % 2 === 0 ? FULL : [...FULL, CHANGING]
  for (const day of days) {
    const rows = day === CHANGING ? 10 : ROWS
    await fillLegs(engine, staging.table('call_legs'), { tenantId: 'acme', day, rows, version })
    await fillHealth(engine, staging.table('leg_health'), { tenantId: 'acme', day, rows: 24, version })
  }
  const partitions = [...FULL, CHANGING].flatMap((day): Partition[] => [
    { table: 'call_legs', tenantId: 'acme', period: day },
    { table: 'leg_health', tenantId: 'acme', period: day },
  ])
  say({ step: 'swapping', version })
  const from = performance.now()
  await staging.swap(partitions)
  say({ step: 'swapped', version, ms: performance.now() - from })
}

const before = await state()
const { redone, dropped, lost } = await swaps.recover()
say({ step: 'started', before, redone, dropped, lost: lost.length, after: await state() })

if (mode === 'check') {
  await engine.close()
  await control.close()
} else {
  const known = (await legContents(engine)).flatMap((day) => day.versions)
  for (let version = Math.max(0, ...known) + 1; ; version += 1) await swapTo(version)
}
