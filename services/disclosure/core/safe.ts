import type { Cell } from '../../../schemas/cube.ts'

/** The largest part of a cell that one person may have, milli-percent (design, section 8: nobody over 50 %). */
const LARGEST_PART_MP = 50_000

type Shares = Pick<Cell, 'persons' | 'top_legs_mp' | 'top_ms_mp'>

/**
 * Nobody has over half of its legs, attempts that came to nothing included, or of its minutes (attack A26). Legs and
 * minutes of a person are all that have the key (schemas/cube.ts, *person*).
 */
const isBalanced = (cell: Shares): boolean => cell.top_legs_mp <= LARGEST_PART_MP && cell.top_ms_mp <= LARGEST_PART_MP

/**
 * Whether its failures may be told. They are few beside the legs, so that one who tries again and again may be most of
 * them where he is a small part of the legs; a caller with over half of them, and with at least k, is told about alone.
 * Fewer than k of one caller are lost in the rounding of counts and rates.
 */
export const tellsFailures = (cell: Pick<Cell, 'top_failed_mp' | 'failed'>, k: number): boolean =>
  cell.top_failed_mp <= LARGEST_PART_MP || (cell.top_failed_mp * cell.failed) / 100_000 < k

/** A cell that may be shown: at least k persons and nobody over half (design, section 8; A26, A30). */
export const isSafe = (cell: Shares, k: number): boolean => cell.persons >= k && isBalanced(cell)

/** Nobody at the other side of the room has over half of that side's minutes: else it may be a personal room. */
export const isShared = (cell: Pick<Cell, 'top_ms_mp'>): boolean => cell.top_ms_mp <= LARGEST_PART_MP
