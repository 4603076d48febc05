/**
 * When rollup runs: again and again, and the nightly work once a night. One thing at a time; what fails is logged by its
 * reason and comes again with the next turn, because every step finds its work by what is stored.
 */
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { AppError } from '../shared/errors.ts'
import { EngineError } from '../shared/clickhouse/index.ts'
import { type Logger, word } from '../shared/logger.ts'

/** Hour of the day (UTC, by our clock) from which the nightly work may be done: in Europe nobody meets then. */
const NIGHT_HOUR = 1
const HOUR_MS = 3_600_000
/** How often it is looked whether it is night, where rollup runs on demand only, ms. */
const NIGHT_LOOK_MS = 60_000
const DAY_MS = 24 * HOUR_MS
/** The nightly work is of no tenant. */
const NOBODY = ''
const NIGHT_MARK = 'night'

export interface ScheduleParts {
  readonly rollup: { run(options: { readonly cells: 'in_time' }): Promise<unknown>; close(): Promise<void> }
  /** The nightly work, in its order; each does what is due and can be repeated. */
  readonly nightly: readonly (() => Promise<unknown>)[]
  readonly control: Control
  readonly clock: Clock
  readonly logger: Logger
  /** Pause between two runs, ms; 0: they run on demand only. The nightly work is done nevertheless. */
  readonly everyMs: number
}

export interface Schedule {
  /** Waits for what is running; nothing begins afterwards. */
  close(): Promise<void>
}

export function startSchedule(parts: ScheduleParts): Schedule {
  const { rollup, nightly, control, clock, logger, everyMs } = parts
  const closing = new AbortController()

  const guarded = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      if (closing.signal.aborted) return false // given up because the process ends
      // What the engine or the control store cannot do now, they may do later. A bug is seen in the log and in how old
      // the legs are; it must not take the receivers along, which share the process.
      if (error instanceof EngineError) logger.event('rollup_failed', { reason: word(error.reason) })
      else if (error instanceof AppError) logger.event('rollup_failed', { reason: word(error.code) })
      else logger.event('bug', { where: word('rollup'), error: word(error instanceof Error ? error.name : 'unknown') })
      return false
    }
  }

  let nextNightMs = 0
  const night = async (): Promise<void> => {
    const due = Math.floor((clock.now() - NIGHT_HOUR * HOUR_MS) / DAY_MS)
    const mark = await control.db
      .selectFrom('watermarks')
      .select('value_ms')
      .where('tenant_id', '=', NOBODY)
      .where('name', '=', NIGHT_MARK)
      .executeTakeFirst()
    if ((mark !== undefined && mark.value_ms >= due) || clock.now() < nextNightMs) return
    // What must leave leaves, whatever else fails.
    let done = true
    for (const work of nightly) {
      if (closing.signal.aborted) return
      if (!(await guarded(work))) done = false
    }
    if (!done) {
      nextNightMs = clock.now() + HOUR_MS
      return
    }
    await control.transaction(async (tx) => {
      await tx
        .insertInto('watermarks')
        .values({ tenant_id: NOBODY, name: NIGHT_MARK, value_ms: due })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet({ value_ms: due }))
        .execute()
    })
  }

  const loop = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      if (everyMs > 0) await guarded(() => rollup.run({ cells: 'in_time' }))
      await guarded(night)
      await pause(everyMs > 0 ? everyMs : NIGHT_LOOK_MS, closing.signal)
    }
  }
  const running = loop()
  return {
    async close() {
      closing.abort()
      await rollup.close()
      await running
    },
  }
}

/** Ends early, without an error, when the signal comes; at once where it came before. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
