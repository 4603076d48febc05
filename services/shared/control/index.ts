/**
 * The control store: customers, their agreements, what the entry must know of them, wrapped keys, and the working state
 * of rollup. SQLite in the embedded default; the statements are of the subset that PostgreSQL reads as well.
 *
 * Enters: changes, each in one transaction. Leaves: rows. May fail: `UserError` at opening (what to do is in its text);
 * later `AppError('unavailable')` where the file cannot be read or stays locked.
 * Keeps: I8 (a tenant's rows are reached by its id), I11 (a store of another version is refused), durability of a
 * committed change (synchronous=FULL) and removal of what was deleted (secure_delete, write-ahead log cut at closing).
 * It knows nothing of meetings.
 */
import { existsSync } from 'node:fs'
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import { type Control, connect, controlFile } from './connect.ts'
import { type Applied, MIGRATIONS, migrate, readMigrations } from './migrate.ts'
import { makeDirectory } from '../directory.ts'

export { controlFile } from './connect.ts'
export type { Control, ControlTransaction, Read } from './connect.ts'
export type { Applied } from './migrate.ts'

/**
 * Opens the control store of a data directory, making it where there is none, and brings it to the version of this
 * code.
 *
 * @param directory the data directory; made (mode 0700) where it does not exist
 * @throws UserError when it cannot be opened, or was written by another version of the code
 */
export async function openControl(directory: string, clock: Clock, logger: Logger): Promise<Control> {
  makeDirectory(directory)
  const control = connect(directory)
  try {
    await migrate(control, { files: MIGRATIONS, now: clock.now(), logger, dryRun: false })
  } catch (error) {
    await control.close()
    throw error
  }
  return control
}

/**
 * Says which migrations `openControl` would apply, without applying any.
 *
 * @returns what would be applied, in order; where there is no store yet: all
 * @throws UserError when files and store do not belong together
 */
export async function planControl(directory: string, clock: Clock, logger: Logger): Promise<readonly Applied[]> {
  if (!existsSync(controlFile(directory))) return readMigrations(MIGRATIONS)
  const control = connect(directory)
  try {
    return await migrate(control, { files: MIGRATIONS, now: clock.now(), logger, dryRun: true })
  } finally {
    await control.close()
  }
}
