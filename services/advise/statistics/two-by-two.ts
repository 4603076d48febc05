/** y1 of n1 have the outcome in the group, y2 of n2 in its reference; effective counts need not be whole. */
export interface TwoByTwo {
  readonly y1: number
  readonly n1: number
  readonly y2: number
  readonly n2: number
}
