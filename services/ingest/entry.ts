/**
 * The entry, put together: what `receive` calls for a delivery. Sources come from the directory, keys from the keyring;
 * what is prepared for a source is kept until the settings change.
 */
import type { DeliverySink } from '../../schemas/delivery.ts'
import { AppError } from '../shared/errors.ts'
import type { Logger } from '../shared/logger.ts'
import { createContext } from './context.ts'
import type { DirectorySource, IngestDirectory } from './directory.ts'
import type { Keyring } from './keys/keyring.ts'
import { createProcess, type SourceAtWork } from './process.ts'
import { createLedgerReader } from './pseudonymise/ledger.ts'
import type { Process } from './receive/types.ts'

export interface EntryParts {
  readonly directory: IngestDirectory
  readonly keyring: Keyring
  readonly sink: DeliverySink
  readonly logger: Logger
  /** Records a delivery may hold. */
  readonly maxRecords: number
}

export interface Entry {
  readonly process: Process
}

export function createEntry(parts: EntryParts): Entry {
  const { directory, keyring } = parts
  const prepared = new WeakMap<DirectorySource, SourceAtWork>()
  let revision = directory.revision()

  async function sourceAtWork({ id }: { readonly id: string }): Promise<SourceAtWork> {
    const source = directory.source(id)
    if (source === null) throw new AppError('unauthorized') // removed since it was authenticated
    if (directory.revision() !== revision) {
      revision = directory.revision()
      await keyring.refresh()
    }
    const known = prepared.get(source)
    if (known !== undefined) return known
    await keyring.prepare(source.tenantId, new Set())
    const made = atWork(source)
    prepared.set(source, made)
    return made
  }

  function atWork(source: DirectorySource): SourceAtWork {
    const keys = keyring.maker(source.tenantId)
    const entries = directory.ledger(source.tenantId)
    return {
      context: createContext({
        settings: source.settings,
        keys,
        ledger: entries.size === 0 ? null : createLedgerReader(entries, keys),
        sourceId: source.id,
      }),
      periods: {
        zone: source.settings.zone,
        contractFromMs: source.contract.fromMs,
        factsDays: source.factsDays,
        epochClosed: (epoch) => keyring.isClosed(source.tenantId, epoch),
      },
      prepareKeys: (epochs) => keyring.prepare(source.tenantId, epochs),
    }
  }

  return {
    process: createProcess({ sourceAtWork, sink: parts.sink, logger: parts.logger, maxRecords: parts.maxRecords }),
  }
}
