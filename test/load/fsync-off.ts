/** Switches off, in the database of a bench's own data directory, that an insert waits for the disk. */
import { migrate, openEngine } from '../../services/shared/clickhouse/index.ts'
import { createLogger } from '../../services/shared/logger.ts'

const [path = ''] = process.argv.slice(2)
const logger = createLogger('silent')
const engine = await openEngine({ path, logger })
await migrate({ engine, logger })
for (const table of ['observations', 'refused', 'intake']) {
  await engine.command(`ALTER TABLE ${table} MODIFY SETTING fsync_after_insert = 0, fsync_part_directory = 0`)
}
await engine.close()
