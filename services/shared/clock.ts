/**
 * The one clock (invariant I12). `AVESQO_NOW=<instant>` pins where it starts: the data directory keeps the pair
 * (pinned instant, real instant) in `clock.json`, and the clock is pinned + elapsed real time, also after a restart. A
 * later `AVESQO_NOW` moves it forward; an earlier one is refused, and so is any in a directory that was made without.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SetupError } from './setup-error.ts'

/** Milliseconds since 1970 UTC. */
export interface Clock {
  now(): number
}

const stored = z.strictObject({ pinned: z.number().nullable(), real: z.number() })

/** A clock that starts at `pinned` and runs with real time from `real` on. */
function running(pinned: number, real: number): Clock {
  return { now: () => pinned + (Date.now() - real) }
}

/**
 * Opens the clock of a data directory.
 *
 * @param directory the data directory; it exists
 * @param pin the value of `AVESQO_NOW`, an ISO 8601 instant with zone, or undefined
 * @param move whether a later pin moves the clock of this directory for good; only a server's start does that
 * @throws SetupError when the pin cannot be read, would move the clock back, or meets a directory made without one
 */
export function openClock(
  directory: string,
  pin: string | undefined,
  move: 'may-move' | 'as-it-is' = 'may-move',
): Clock {
  const file = join(directory, 'clock.json')
  const real = Date.now()
  const wanted = pin === undefined ? null : parsePin(pin)
  if (!existsSync(file)) {
    write(file, wanted, real)
    return wanted === null ? { now: () => Date.now() } : running(wanted, real)
  }
  const known = read(file)
  if (known.pinned === null) {
    if (wanted !== null) throw new SetupError('clock_is_real')
    return { now: () => Date.now() }
  }
  const clock = running(known.pinned, known.real)
  // The same pin given again at each start means "as it was", not "back to the beginning".
  if (wanted === null || wanted === known.pinned) return clock
  if (wanted < clock.now()) throw new SetupError('clock_back', new Date(clock.now()).toISOString())
  if (move === 'as-it-is') throw new SetupError('clock_stays')
  write(file, wanted, real)
  return running(wanted, real)
}

function read(file: string): z.infer<typeof stored> {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new SetupError('clock_unreadable', file)
  }
}

function write(file: string, pinned: number | null, real: number): void {
  const handle = openSync(`${file}.new`, 'w', 0o600)
  writeSync(handle, `${JSON.stringify({ pinned, real })}\n`)
  fsyncSync(handle) // else a loss of power could leave an empty clock
  closeSync(handle)
  renameSync(`${file}.new`, file)
}

function parsePin(pin: string): number {
  const parsed = z.iso.datetime({ offset: true }).safeParse(pin)
  if (!parsed.success) throw new SetupError('clock_form')
  return Date.parse(pin)
}
