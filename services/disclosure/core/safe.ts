import { type Cell, type Failure, FAILURES } from '../../../schemas/cube.ts'

/** The largest part of a cell that one person may have, milli-percent (design, section 8: nobody over 50 %). */
const LARGEST_PART_MP = 50_000

type Shares = Pick<Cell, 'persons' | 'top_legs_mp' | 'top_ms_mp'>

/**
 * Nobody has over half of its legs, attempts that came to nothing included, or of its minutes (attack A26). Legs and
 * minutes of a person are all that have the key (schemas/cube.ts, *person*).
 */
const isBalanced = (cell: Shares): boolean => cell.top_legs_mp <= LARGEST_PART_MP && cell.top_ms_mp <= LARGEST_PART_MP

type Failed = Pick<Cell, 'top_failed_mp' | 'failed'>

/** Failures of the caller who has most of them; the part is rounded up, so that it is never less than they are. */
const mostFailed = ({ top_failed_mp: part, failed }: Failed): number => Math.floor((part * failed) / 100_000)

/**
 * Whether its failures may be told. They are few beside the legs, so that one who tries again and again may be most of
 * them where he is a small part of the legs; a caller with over half of them, and with at least k, is told about alone.
 * Fewer than k of one caller are lost in the rounding of counts and rates.
 */
export const tellsFailures = (cell: Failed, k: number): boolean =>
  cell.top_failed_mp <= LARGEST_PART_MP || mostFailed(cell) < k

/**
 * Causes of failure that may be told. The cell does not know which part of a cause one caller has, so it must be at most
 * half of it even if all that one caller's failures have that cause. All of them are told by how many failed, so those
 * that are not told must also be that many together: else the smallest of the others are not told either.
 */
export function causesOf(cell: Failed & Pick<Cell, `failed_${Failure}`>, k: number): ReadonlySet<Failure> {
  if (!tellsFailures(cell, k)) return new Set()
  const most = mostFailed(cell)
  if (most < k) return new Set(FAILURES)
  const countOf = (cause: Failure): number => cell[`failed_${cause}`]
  const told = FAILURES.filter((cause) => countOf(cause) >= 2 * most).toSorted((a, b) => countOf(a) - countOf(b))
  const hidden = (): number => told.reduce((left, cause) => left - countOf(cause), cell.failed)
  while (told.length > 0 && hidden() > 0 && hidden() < 2 * most) told.shift()
  return new Set(told)
}

/** A cell that may be shown: at least k persons and nobody over half (design, section 8; A26, A30). */
export const isSafe = (cell: Shares, k: number): boolean => cell.persons >= k && isBalanced(cell)

/** Nobody at the other side of the room has over half of that side's minutes: else it may be a personal room. */
export const isShared = (cell: Pick<Cell, 'top_ms_mp'>): boolean => cell.top_ms_mp <= LARGEST_PART_MP
