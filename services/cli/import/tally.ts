/**
 * What became of a file's records. Deliveries are acknowledged in any order; they are counted in the order of the file,
 * because the position of a record is what stood before it.
 */
import type { RefusalCode } from '../../../schemas/refusals.ts'
import type { Batch } from './batch.ts'
import type { Acknowledged } from './send.ts'

/** `too_long_to_send`: longer than a delivery may be, so it was not sent. */
export type Code = RefusalCode | 'too_long_to_send'

export interface Position {
  /** Place of the record in the file, from 0. */
  readonly index: number
  /** Line on which it begins, from 1; null where a line or document holds several records. */
  readonly line: number | null
  readonly code: Code
  /** Place inside the record; `''` for the record as a whole. */
  readonly path: string
}

export interface FileTally {
  records: number
  accepted: number
  readonly refused: Partial<Record<Code, number>>
  /** The first ones, up to the limit. */
  readonly positions: Position[]
}

export function emptyTally(): FileTally {
  return { records: 0, accepted: 0, refused: {}, positions: [] }
}

export interface Settling {
  readonly tally: FileTally
  /** How many deliveries have been counted. */
  readonly settled: number
  /** Takes an acknowledgement (null: the batch is a record too long to send) by its place in the file. */
  settle(place: number, batch: Batch, acknowledged: Acknowledged | null): void
  /** Counts also what came after a gap: the positions after it are those of a file without the lost delivery. */
  finish(): void
}

export function createSettling(maxPositions: number): Settling {
  const tally = emptyTally()
  const early = new Map<number, () => void>()
  let settled = 0

  function count({ lines }: Batch, acknowledged: Acknowledged | null): void {
    const first = tally.records
    if (acknowledged === null) {
      tally.records += 1
      add({ index: first, line: lines[0] ?? null, code: 'too_long_to_send', path: '' })
      return
    }
    tally.records += acknowledged.received
    tally.accepted += acknowledged.received - acknowledged.refused.length
    const oneEach = acknowledged.received === lines.length
    for (const { index, code, path } of acknowledged.refused) {
      add({ index: first + index, line: oneEach ? (lines[index] ?? null) : null, code, path })
    }
  }

  function add(position: Position): void {
    tally.refused[position.code] = (tally.refused[position.code] ?? 0) + 1
    if (tally.positions.length < maxPositions) tally.positions.push(position)
  }

  return {
    tally,
    get settled() {
      return settled
    },
    settle(place, batch, acknowledged) {
      early.set(place, () => count(batch, acknowledged))
      for (let next = early.get(settled); next !== undefined; next = early.get(settled)) {
        early.delete(settled)
        settled += 1
        next()
      }
    },
    finish() {
      for (const [, late] of [...early].toSorted(([a], [b]) => a - b)) late()
      early.clear()
    },
  }
}
