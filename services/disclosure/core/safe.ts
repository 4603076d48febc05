import type { Cell } from '../../../schemas/cube.ts'

/** The largest part of a cell that one person may have, milli-percent (design, section 8: nobody over 50 %). */
const LARGEST_PART_MP = 50_000

type Shares = Pick<Cell, 'persons' | 'top_legs_mp' | 'top_ms_mp'>

/** Nobody has over half of its legs or of its minutes (attack A26). */
const isBalanced = (cell: Shares): boolean => cell.top_legs_mp <= LARGEST_PART_MP && cell.top_ms_mp <= LARGEST_PART_MP

/** A cell that may be shown: at least k persons and nobody over half (design, section 8; A26, A30). */
export const isSafe = (cell: Shares, k: number): boolean => cell.persons >= k && isBalanced(cell)

/** Nobody at the other side of the room has over half of that side's minutes: else it may be a personal room. */
export const isShared = (cell: Pick<Cell, 'top_ms_mp'>): boolean => cell.top_ms_mp <= LARGEST_PART_MP
