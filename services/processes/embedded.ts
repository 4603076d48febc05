/**
 * The embedded default: everything in one process, for one small adviser. It only composes; each part knows its own
 * business. Order of opening: what must be there to refuse (self-test, keys, control store) before what takes in;
 * closing goes the other way round, so that what was acknowledged is stored.
 */
import { type Accounts, createAccounts } from '../accounts/index.ts'
import { createEntry, createReceiver, openDirectory, openKeyring, openKeys, selfTest } from '../ingest/index.ts'
import { createAudit } from '../privacy/index.ts'
import { type Engine, migrate, openEngine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { openListener } from '../shared/http/listener.ts'
import { createMetrics } from '../shared/http/metrics.ts'
import type { Logger } from '../shared/logger.ts'
import { createExpiry, createRollup, createSweep, type Rollup, startSchedule } from '../rollup/index.ts'
import { createStore } from '../store/index.ts'
import { clickhouseDirectory } from './directories.ts'
import { inWords, sayWhyNot } from './listen-faults.ts'
import { createDesk } from './operator-desk.ts'
import { openOperatorPort } from './operator-port.ts'
import { composeSealing } from './sealing.ts'
import type { EmbeddedSettings } from './settings.ts'
import type { Demo, RateLimits } from '../web/server/index.ts'
import { composeWeb } from './web.ts'

export interface EmbeddedParts {
  /** Absolute path of the data directory. */
  readonly data: string
  /** Absolute path of the key directory, outside the data directory. */
  readonly keys: string
  readonly control: Control
  readonly clock: Clock
  readonly logger: Logger
  readonly settings: EmbeddedSettings
  /** The organisation is invented. */
  readonly demo?: Demo
  /** How often pages and API may be asked for, where not as usual. */
  readonly rates?: Partial<RateLimits>
  /** Address under which browsers reach it (`AVESQO_URL`); without it, whatever a request says that it asked for. */
  readonly address?: string | undefined
}

export interface Embedded {
  readonly url: string
  readonly engine: Engine
  readonly rollup: Rollup
  readonly accounts: Accounts
  /** Resolves if the database has ended by itself: the process must end too, and be started again. */
  readonly broken: Promise<void>
  close(): Promise<void>
}

/** @throws UserError when the process may not start; its text says what to do */
export async function startEmbedded(parts: EmbeddedParts): Promise<Embedded> {
  const { data, keys, control, clock, logger, settings } = parts
  selfTest()
  const listener = openListener(settings)
  const keyring = await openKeyring({ control, provider: openKeys(keys, data), clock, logger })
  const engine = await openEngine({ path: clickhouseDirectory(data), logger })
  try {
    await migrate({ engine, logger })
    const rollup = createRollup({ engine, control, clock, logger })
    await rollup.recover() // before anybody reads legs
    const store = await createStore({ engine, logger, deduplicate: settings.deduplicate })
    const directory = await openDirectory(control, clock, logger)
    const entry = createEntry({ directory, keyring, sink: store, logger, maxRecords: settings.maxRecords })
    const sealing = composeSealing({ engine, control, clock, logger, rollup })
    const accounts = createAccounts({ control, clock, audit: createAudit(control, clock), logger })
    const { rate } = settings
    const receiver = await createReceiver({
      listener,
      directory,
      process: entry.process,
      clock,
      logger,
      metrics: createMetrics(),
      ready: () => answers(engine),
      limits: rate === undefined ? {} : { deliveries: { perSecond: rate, burst: 5 * rate } },
      beside: composeWeb({ ...parts, engine, sealing, accounts, demo: parts.demo ?? null, address: parts.address }),
    })
    const url = await receiver.listen().catch(sayWhyNot(inWords(settings)))
    const desk = createDesk({ engine, control, clock, rollup, sealing })
    const port = await openOperatorPort({ data, desk, logger })
    const { rollupEveryMs: everyMs } = settings
    const sweep = createSweep({ engine, control, logger })
    const expiry = createExpiry({ engine, control, clock, logger })
    // What is due is said, and what outlives the facts is folded, before the facts go.
    const published = [() => sealing.sealDue(), () => sealing.sealDays(), () => sealing.freezeDue()]
    const nightly = [
      () => sweep.sweep(),
      // What is published, frozen and checked has its cells.
      ...(everyMs > 0 ? [() => rollup.run()] : []),
      ...published,
      () => expiry.expire(),
      () => accounts.cleanUp(),
      () => rollup.check(),
    ]
    const schedule = startSchedule({ rollup, nightly, control, clock, logger, everyMs })
    logger.event('started')
    return {
      url,
      engine,
      rollup,
      accounts,
      broken: engine.gone,
      async close() {
        logger.event('stopping')
        await receiver.close()
        await port.close()
        await schedule.close()
        await accounts.close()
        await store.close()
        await engine.close()
        logger.event('stopped')
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

async function answers(engine: Engine): Promise<boolean> {
  const rows = await engine.query('SELECT 1 AS one')
  return rows.length === 1
}
