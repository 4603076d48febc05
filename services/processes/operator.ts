/**
 * The operator's desk for a command: through the running product where there is one, else with the database opened
 * here. One process may have it open, so there is no third way.
 */
import { createRollup } from '../rollup/index.ts'
import { migrate, openEngine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import type { Logger } from '../shared/logger.ts'
import { clickhouseDirectory } from './directories.ts'
import { type RemoteDesk, reachDesk } from './operator-client.ts'
import { createDesk } from './operator-desk.ts'
import { composeSealing } from './sealing.ts'

export type OpenDesk = RemoteDesk

export interface OpenDeskParts {
  /** Absolute path of the data directory; it exists. */
  readonly data: string
  readonly control: Control
  readonly clock: Clock
  readonly logger: Logger
}

/** @throws UserError when neither way is open; its text says why */
export async function openDesk({ data, control, clock, logger }: OpenDeskParts): Promise<OpenDesk> {
  const running = await reachDesk(data)
  if (running !== null) return running
  const engine = await openEngine({ path: clickhouseDirectory(data), logger })
  try {
    await migrate({ engine, logger })
    const rollup = createRollup({ engine, control, clock, logger })
    await rollup.recover() // no reader before it
    const sealing = composeSealing({ engine, control, clock, logger, rollup })
    return { ...createDesk({ engine, control, clock, rollup, sealing }), close: () => engine.close() }
  } catch (error) {
    await engine.close()
    throw error
  }
}
