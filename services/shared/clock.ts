/**
 * The one clock (invariant I12). `AVESQO_NOW=<instant>` pins where it starts: the data directory keeps the pair
 * (pinned instant, real instant) in `clock.json`, and the clock is pinned + elapsed real time, also after a restart. A
 * later `AVESQO_NOW` moves it forward; an earlier one is refused, and so is any in a directory that was made without.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from './errors.ts'

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
 * @throws UserError when the pin cannot be read, would move the clock back, or meets a directory made without one
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
    if (wanted !== null) {
      throw new UserError(
        'AVESQO_NOW is set, but this data directory runs on real time. Unset it, or use a new data directory.',
      )
    }
    return { now: () => Date.now() }
  }
  const clock = running(known.pinned, known.real)
  // The same pin given again at each start means "as it was", not "back to the beginning".
  if (wanted === null || wanted === known.pinned) return clock
  if (wanted < clock.now()) {
    throw new UserError(
      `AVESQO_NOW lies before the clock of this data directory (${new Date(clock.now()).toISOString()}). A clock never goes back: choose a later instant or a new data directory.`,
    )
  }
  if (move === 'as-it-is') {
    throw new UserError(
      'AVESQO_NOW is later than the clock of this data directory. Only `avesqo serve` moves a clock forward: start it once with this AVESQO_NOW, or unset AVESQO_NOW here.',
    )
  }
  write(file, wanted, real)
  return running(wanted, real)
}

function read(file: string): z.infer<typeof stored> {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new UserError(
      `${file} cannot be read as the clock of this data directory. Put it back from a backup; without it, records could be judged by a wrong time.`,
      1,
    )
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
  if (!parsed.success) {
    throw new UserError('AVESQO_NOW must be an ISO 8601 instant with a zone, such as 2026-11-20T09:00:00Z.')
  }
  return Date.parse(pin)
}
