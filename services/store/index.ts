/**
 * The store: observations, refusals and intake rows go to ClickHouse, and nothing else does.
 *
 * In: deliveries (`schemas/delivery.ts`), whose observations have passed the entry and are finished lines of text. It
 * never sees an identifier and holds no key.
 * Out: rows on the disk; `store` resolves only then. Reports for the operator.
 * May fail: `store` with AppError `unavailable` (database gone, slow or full; queue full; closing). A repeat of the
 * delivery is harmless. At start, EngineError.
 *
 * Keeps: I2 (rows are identified by what they say; a repeat collapses), I3 (resolved means durable), I4 (`intake` last,
 * counted by us), and of design section 5: nothing of an erased subject or person is stored again.
 */
import type { DeliverySink } from '../../schemas/delivery.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import type { Logger } from '../shared/logger.ts'
import { type Bounds, createGroupCommit } from './group-commit.ts'
import { type ErasedPersons, loadTombstones } from './tombstones.ts'
import { createWriter } from './write.ts'

export { createReports, type SourceIntake } from './reports.ts'

export interface StoreOptions {
  readonly engine: Engine
  readonly logger: Logger
  /** Person keys that are being erased; nobody by default. */
  readonly erasedPersons?: ErasedPersons
  /** Drop blocks that were stored before on arrival; true by default, saves work only. */
  readonly deduplicate?: boolean
  readonly bounds?: Bounds
}

export interface Store extends DeliverySink {
  /** Takes nothing more, and waits until what was taken is stored. The engine stays open: it is not the store's. */
  close(): Promise<void>
}

/**
 * @param options its engine has been migrated
 * @throws EngineError when what is erased cannot be read: without it nothing may be stored (invariant I11)
 */
export async function createStore(options: StoreOptions): Promise<Store> {
  const { engine, logger, erasedPersons = { has: () => false }, deduplicate = true, bounds } = options
  const tombstones = await loadTombstones(createQueries(engine), erasedPersons)
  const group = createGroupCommit(createWriter({ engine, tombstones, deduplicate }), logger, bounds)
  return { store: (delivery) => group.add(delivery), close: () => group.close() }
}
