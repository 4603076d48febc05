/**
 * Ingest: the entry, and the only key holder.
 *
 * Enters: bodies in a platform's own format, over HTTP (`receive`).
 * Leaves: observations without an identifier, refusals without a value, and one `intake` row a delivery, handed to a
 *   `DeliverySink` as one whole.
 * May fail: a record is refused with a code of `schemas/refusals.ts` and the stream goes on; storage that is not
 *   available is `unavailable` (503), and nothing has been acknowledged; a missing or wrong key ends the process at
 *   its start (I11).
 * Keeps: I1 (no identifier passes), I3 (an answer means durable), I4 (nothing vanishes), I10 (it holds the keys and no
 *   ClickHouse credential), I11, I12.
 *
 * The way of a record is the order of the folders: `receive` → `decode` → `pseudonymise`; `process.ts` walks it.
 */
export { openDirectory } from './directory.ts'
export { createEntry } from './entry.ts'
export { explain, type Explained } from './explain.ts'
export { settingsOfExport } from './export-settings.ts'
export { openKeys } from './keys/file-provider.ts'
export { openKeyring } from './keys/keyring.ts'
export { createKeyPort } from './keyport.ts'
export { selfTest } from './pseudonymise/selftest.ts'
export { createReceiver } from './receive/receiver.ts'
export type { TenantSettings } from './settings.ts'
