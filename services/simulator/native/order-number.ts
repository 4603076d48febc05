/**
 * Identity of Cisco records: the session of the call bridge's run, and an index that counts its events. A call bridge
 * that was restarted has a new session and counts from 0 again.
 */
import { randomOf } from './derive.ts'
import type { NativeRecord, NumberedRecord } from './record.ts'

/** A call bridge is restarted about so often, days. */
const RESTART_DAYS = 12
/** The first run began before our time. */
const FIRST_INDEX = 5_000

interface Run {
  readonly day: number
  readonly session: string
  next: number
}

/** @returns a function that numbers records; they must come in the order of time, with their UTC day */
export function createNumbering(seed: number): (record: NativeRecord, day: number) => NumberedRecord {
  const runs = new Map<string, Run>()
  return (record, day) => {
    const { sink } = record
    const known = runs.get(sink)
    let run = known
    if (run === undefined || run.day !== day) {
      const random = randomOf(seed, 'session', sink, day)
      const session = random.uuid()
      const restarted = random.chance(1 / RESTART_DAYS)
      if (known === undefined) run = { day, session, next: random.whole(0, FIRST_INDEX) }
      else run = restarted ? { day, session, next: 0 } : { ...known, day }
      runs.set(sink, run)
    }
    const correlatorIndex = run.next
    run.next += 1
    return { ...record, session: run.session, correlatorIndex }
  }
}
