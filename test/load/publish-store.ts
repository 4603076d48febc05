/** A month to publish, in a data directory with what counts its cells and seals it, as the product puts them together. */
import { type Sealing } from '../../services/disclosure/index.ts'
import { composeSealing } from '../../services/processes/sealing.ts'
import { type BuildCells, createBuildCells, createStageCells } from '../../services/rollup/cells.ts'
import { openScratch, type Scratch } from '../../services/rollup/scratch.ts'
import { addDays, type LocalDay } from '../../services/shared/calendar.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { createSwaps } from '../../services/shared/swap/index.ts'
import { NOW, openStore, type RolledStore } from './rolled-store.ts'

/** A month of 30 days of 24 hours in the tenant's zone, and over long enough to be sealed. */
export const MONTH = '2026-09'
export const FIRST_DAY = `${MONTH}-01` as LocalDay
export const MONTH_DAYS: readonly LocalDay[] = Array.from({ length: 30 }, (_, n) => addDays(FIRST_DAY, n))

export interface PublishStore extends RolledStore {
  readonly buildCells: BuildCells
  readonly sealing: Sealing
}

/** @param directory as `openStore` has it */
export async function openPublishStore(directory: string): Promise<PublishStore> {
  const logger = createLogger('silent')
  const clock = { now: () => NOW }
  const store = await openStore(directory)
  const { engine, control, rollup } = store
  let scratch: Promise<Scratch> | undefined
  return {
    ...store,
    sealing: composeSealing({ engine, control, clock, logger, rollup }),
    buildCells: createBuildCells({
      swaps: createSwaps({ engine, control, clock, logger }),
      stageCells: createStageCells({
        engine,
        scratchOf: () => (scratch ??= openScratch(engine)),
        isClosing: () => false,
      }),
    }),
  }
}
