/**
 * The one logger. It takes events of a closed list with numbers and closed words, never free text, never an Error:
 * a sentence can carry a name, an event cannot (reference privacy 2.3 on what redaction misses).
 */
import { type DestinationStream, type Level, pino } from 'pino'

/** Each event with its level. A new event is added here or it cannot be logged. */
const EVENTS = {
  started: 'info',
  stopping: 'info',
  stopped: 'info',
  delivery_stored: 'debug',
  delivery_failed: 'error',
  delivery_rejected: 'warn',
  records_refused: 'info',
  engine_error: 'error',
  engine_opened: 'info',
  definitions_removed: 'warn',
  migration_applied: 'info',
  settings_reloaded: 'info',
  key_created: 'info',
  key_destroyed: 'info',
  rollup_ran: 'info',
  rollup_failed: 'error',
  swaps_redone: 'warn',
  expired: 'info',
  swept: 'info',
  rollup_drift: 'error',
  advised: 'info',
  period_sealed: 'info',
  period_frozen: 'info',
  sign_in_refused: 'warn',
  accounts_cleaned: 'info',
  bug: 'error',
} as const satisfies Record<string, Level>
type LogEvent = keyof typeof EVENTS

/**
 * A value of an event: a number, a boolean, or a `Word`, which only `word` makes, from text of our own configuration
 * (a slug, a code, a file name of ours) that has no spaces, no `@` and at most 80 characters.
 */
type LogValue = number | boolean | Word
export type Word = string & { readonly __word: true }

const SAFE = /^[A-Za-z0-9_.:/-]{1,80}$/u

/** Text for a log, or `-` where it is not plainly a word of our own. */
export function word(text: string): Word {
  return (SAFE.test(text) ? text : '-') as Word
}

export interface Logger {
  event(name: LogEvent, values?: Readonly<Record<string, LogValue>>): void
}

/** A logger that writes JSON lines to stderr (stdout belongs to the answer of a command), or to `destination`. */
export function createLogger(level: Level | 'silent', destination?: DestinationStream): Logger {
  const sink = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination({ dest: 2, sync: true }),
  )
  return {
    event(name, values) {
      sink[EVENTS[name]]({ event: name, ...values })
    },
  }
}
