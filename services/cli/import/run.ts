/** Imports files one after the other, each in several deliveries at one time. */
import type { Readable } from 'node:stream'
import { batches, type Batch, type BatchLimits } from './batch.ts'
import { openInput } from './input.ts'
import { send, type Acknowledged, type RetryTimes, Stopped } from './send.ts'
import { createSettling, type FileTally } from './tally.ts'
import { UserError } from '../../shared/errors.ts'

export interface ImportSettings {
  readonly url: URL
  readonly source: string
  readonly secret: string
  readonly limits: BatchLimits
  /** Deliveries at one time. */
  readonly concurrency: number
  readonly maxPositions: number
  readonly retry: RetryTimes
  readonly stdin: Readable
}

export interface FileReport extends FileTally {
  readonly file: string
  /** Why the file was not sent to its end; null where it was. */
  readonly failed: string | null
}

/** What is under way, for the display of progress. */
export interface Progress {
  file: string
  /** Acknowledged of this and the files before. */
  records: number
  refused: number
  retries: number
  /** Share of the file that has been read, 0 to 1; null where its size is not known. */
  share: () => number | null
}

/**
 * Sends the files. A file that cannot be read to its end fails alone; an answer that will not change stops the import.
 *
 * @param progress is kept up to date while this runs
 */
export async function importFiles(
  files: readonly string[],
  settings: ImportSettings,
  progress: Progress,
): Promise<FileReport[]> {
  const reports: FileReport[] = []
  for (const file of files) {
    const settling = createSettling(settings.maxPositions)
    progress.file = file
    let failed: string | null = null
    let stopped = false
    try {
      await importFile(file, settings, progress, settling)
    } catch (error) {
      if (!(error instanceof UserError) && !(error instanceof Stopped)) throw error
      failed = error.message
      stopped = error instanceof Stopped
    }
    settling.finish()
    reports.push({ file, failed, ...settling.tally })
    if (stopped) break
  }
  return reports
}

async function importFile(
  file: string,
  settings: ImportSettings,
  progress: Progress,
  settling: ReturnType<typeof createSettling>,
): Promise<void> {
  const input = await openInput(file, settings.stdin)
  progress.share = () => (input.size === null ? null : Math.min(1, input.read() / Math.max(1, input.size)))
  const abort = new AbortController()
  const underWay = new Set<Promise<void>>()
  let failure: unknown = null
  const to = {
    url: settings.url,
    source: settings.source,
    secret: settings.secret,
    retry: settings.retry,
    contentType: input.form.contentType,
    signal: abort.signal,
    onRetry: () => {
      progress.retries += 1
    },
  }

  async function deliver(place: number, batch: Batch): Promise<void> {
    try {
      const acknowledged = batch.body === null ? null : await send(batch.body, to)
      settling.settle(place, batch, acknowledged)
      progress.records += acknowledged?.received ?? 1
      progress.refused += refusedIn(acknowledged)
    } catch (error) {
      failure ??= error
      abort.abort()
    }
  }

  let place = 0
  try {
    for await (const batch of batches(input.bytes, input.form, settings.limits)) {
      const delivery: Promise<void> = deliver(place, batch).finally(() => underWay.delete(delivery))
      underWay.add(delivery)
      place += 1
      // A delivery that is tried again and again holds the file back, not the memory.
      while (underWay.size >= settings.concurrency || place - settling.settled > 8 * settings.concurrency) {
        await Promise.race(underWay)
        if (failure !== null) break
      }
      if (failure !== null) break
    }
  } finally {
    await Promise.all(underWay)
  }
  if (failure instanceof Error) throw failure
}

function refusedIn(acknowledged: Acknowledged | null): number {
  return acknowledged === null ? 1 : acknowledged.refused.length
}
