/** Meetings to what the platforms have to tell of them, a UTC day at a time, so that a year needs no more memory than a day. */
import type { Meeting } from '../model.ts'
import { emitCms } from './cms.ts'
import { createNumbering } from './order-number.ts'
import { emitPexip } from './pexip.ts'
import type { NativeEvent, NativeRecord, NativeSettings, Sendable } from './record.ts'

export const DAY_MS = 86_400_000

/** What happens on one UTC day, in the order of time. */
export interface TellingDay {
  /** Days since 1970. */
  readonly day: number
  readonly records: readonly Sendable[]
}

export function* tellingDays(meetings: Iterable<Meeting>, settings: NativeSettings): Generator<TellingDay> {
  const byStart = [...meetings]
    .map((meeting) => ({ meeting, from: firstMs(meeting) }))
    .toSorted((a, b) => a.from - b.from)
  const number = createNumbering(settings.seed)
  const days = new Map<number, (NativeEvent | NativeRecord)[]>()

  function* upTo(end: number): Generator<TellingDay> {
    for (const day of [...days.keys()].toSorted((a, b) => a - b)) {
      if (day >= end) break
      const told = (days.get(day) ?? []).toSorted((a, b) => a.atMs - b.atMs)
      days.delete(day)
      yield { day, records: told.map((one) => (one.platform === 'cms' ? number(one, day) : one)) }
    }
  }

  for (const { meeting, from } of byStart) {
    yield* upTo(dayOf(from))
    for (const one of meeting.platform === 'cms' ? emitCms(meeting, settings) : emitPexip(meeting, settings)) {
      const day = dayOf(one.atMs)
      const told = days.get(day)
      if (told === undefined) days.set(day, [one])
      else told.push(one)
    }
  }
  yield* upTo(Infinity)
}

function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS)
}

/** Before this a meeting has nothing to tell. */
function firstMs({ startMs, participations }: Meeting): number {
  return participations.reduce((first, { joinMs }) => Math.min(first, joinMs), startMs)
}
