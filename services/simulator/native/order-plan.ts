/** What is sent when, before it is a body. */
import type { Random } from '../random.ts'
import type { Sendable } from './record.ts'

export interface Plan {
  /** When it is sent, ms UTC: not before the last of its records. */
  readonly atMs: number
  /** In the order in which they stand in the body; of one sink, at least one. */
  readonly records: readonly Sendable[]
  /** Which of the places that the sink sends to: each counts for itself. */
  readonly receiver: 0 | 1
  /** Each record stands in another delivery too. */
  readonly repeated: boolean
  /** How many members are added that do not count. */
  readonly extras: number
  /** The sink was started again: it says so in place of the records and counts from 1. */
  readonly restarts: boolean
  /** A body of which nothing counts, made of the records. */
  readonly broken: boolean
  /** After how many ms the same body comes again; null: never. */
  readonly againMs: number | null
}

/** A plan to which nothing happens. */
export function plain(records: readonly Sendable[], atMs: number): Plan {
  const still = { receiver: 0, repeated: false, extras: 0, restarts: false, broken: false, againMs: null } as const
  return { ...still, atMs, records }
}

export function lastMs(records: readonly Sendable[]): number {
  return records.reduce((last, { atMs }) => Math.max(last, atMs), 0)
}

/** Records of one day by who sends them. */
export function bySink(records: readonly Sendable[]): ReadonlyMap<string, readonly Sendable[]> {
  const sinks = new Map<string, Sendable[]>()
  for (const record of records) {
    const of = sinks.get(record.sink)
    if (of === undefined) sinks.set(record.sink, [record])
    else of.push(record)
  }
  return sinks
}

/**
 * Cuts records into bodies, in their order: a quarter alone, the others together with those that follow.
 *
 * @param most most records of a body
 * @param longestMs a body waits no longer than this for another record
 */
export function chunksOf(records: readonly Sendable[], most: number, longestMs: number, random: Random): Sendable[][] {
  const chunks: Sendable[][] = []
  let chunk: Sendable[] = []
  let wanted = 0
  for (const record of records) {
    const first = chunk[0]
    if (first === undefined || chunk.length >= wanted || record.atMs - first.atMs > longestMs) {
      chunk = []
      chunks.push(chunk)
      wanted = random.chance(0.25) ? 1 : random.whole(2, Math.max(2, most))
    }
    chunk.push(record)
  }
  return chunks
}
