/**
 * T4: false discovery rate over a family of tests, in the order given: q(i) = min over ranks j ≥ i of p(j)·m/j
 * (Y. Benjamini and Y. Hochberg 1995). A family is all groups of one rule and one customer.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const qs = ps.map(() => 1)
  let least = 1
  const falling = [...ps.entries()].toSorted(([, a], [, b]) => b - a)
  falling.forEach(([index, p], position) => {
    least = Math.min(least, (p * ps.length) / (ps.length - position))
    qs[index] = least
  })
  return qs
}
