/**
 * Deliveries that arrive together share one flush to the disk.
 *
 * A delivery is *waiting* from `add` on, *flushed* with the batch that takes it, and then stored (its promise
 * resolves) or not (it rejects). The group is
 *
 * - *idle*: nothing waits. The first delivery makes it *gathering*.
 * - *gathering*: until the event loop has handled what it has at hand, so that requests of one moment go together.
 *   Then *flushing*. There is no timer: a lone delivery waits for nobody.
 * - *flushing*: one batch at a time is being written; what arrives waits, for as long as that one flush takes. When
 *   it has ended, well or not, the next batch begins at once if something waits, else *idle*.
 * - *closing*: takes nothing more; flushes what waits, then *closed*.
 *
 * A batch ends at a bound of rows or bytes, but takes one delivery at least. When more waits than the queue's bound,
 * a delivery is turned away at once (`unavailable`): the platform keeps it and comes again, we could only lose it.
 */
import type { Delivery } from '../../schemas/delivery.ts'
import { EngineError } from '../shared/clickhouse/index.ts'
import { AppError } from '../shared/errors.ts'
import { type Logger, word } from '../shared/logger.ts'
import type { Write } from './write.ts'

/** Rows are observations and refusals; bytes are of observations, counted in characters. */
export interface Bounds {
  readonly batchRows: number
  readonly batchBytes: number
  readonly queueRows: number
  readonly queueBytes: number
}

export const BOUNDS: Bounds = {
  batchRows: 10_000,
  batchBytes: 32_000_000,
  queueRows: 100_000,
  queueBytes: 128_000_000,
}

interface Waiting {
  readonly delivery: Delivery
  readonly rows: number
  readonly bytes: number
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export interface GroupCommit {
  /** Resolves when the delivery is durable; rejects with AppError `unavailable` when it is not. */
  add(delivery: Delivery): Promise<void>
  /** Takes nothing more and waits for what was taken. */
  close(): Promise<void>
}

export function createGroupCommit(write: Write, logger: Logger, bounds: Bounds = BOUNDS): GroupCommit {
  const queue: Waiting[] = []
  const queued = { rows: 0, bytes: 0 }
  let running: Promise<void> | null = null
  let closing = false

  const take = (): readonly Waiting[] => {
    let rows = 0
    let bytes = 0
    const past = queue.findIndex((waiting, index) => {
      rows += waiting.rows
      bytes += waiting.bytes
      return index > 0 && (rows > bounds.batchRows || bytes > bounds.batchBytes)
    })
    const batch = queue.splice(0, past === -1 ? queue.length : past)
    for (const waiting of batch) {
      queued.rows -= waiting.rows
      queued.bytes -= waiting.bytes
    }
    return batch
  }

  const flush = async (batch: readonly Waiting[]): Promise<void> => {
    const began = performance.now()
    try {
      await write(batch.map(({ delivery }) => delivery))
    } catch (thrown) {
      // A line that the engine cannot read fails every time: alone it does not take its neighbours along for ever.
      if (batch.length > 1 && thrown instanceof EngineError && thrown.reason === 'bad_data') {
        for (const waiting of batch) await flush([waiting])
        return
      }
      const reason = word(thrown instanceof EngineError ? thrown.reason : 'bug')
      logger.event('delivery_failed', { deliveries: batch.length, reason })
      // Anything else than the engine's word is a bug of ours, and is seen as one.
      const error = thrown instanceof EngineError ? new AppError('unavailable') : thrown
      for (const { reject } of batch) reject(error)
      return
    }
    const rows = batch.reduce((sum, waiting) => sum + waiting.rows, 0)
    logger.event('delivery_stored', { deliveries: batch.length, rows, ms: Math.round(performance.now() - began) })
    for (const { resolve } of batch) resolve()
  }

  const run = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve))
    while (queue.length > 0) await flush(take())
    running = null
  }

  return {
    add(delivery) {
      const rows = delivery.observations.length + delivery.refused.length
      const bytes = delivery.observations.reduce((sum, { line }) => sum + line.length, 0)
      const full = queued.rows + rows > bounds.queueRows || queued.bytes + bytes > bounds.queueBytes
      if (closing || (full && queue.length > 0)) return Promise.reject(new AppError('unavailable'))
      queued.rows += rows
      queued.bytes += bytes
      return new Promise((resolve, reject) => {
        queue.push({ delivery, rows, bytes, resolve, reject })
        running ??= run()
      })
    },
    async close() {
      closing = true
      await running
    },
  }
}
