/** Two kinds of numbers for one simplex: floats, fast; fractions, exact. */
export interface Numbers<N> {
  readonly from: (part: number, of: number) => N
  readonly add: (a: N, b: N) => N
  readonly sub: (a: N, b: N) => N
  readonly mul: (a: N, b: N) => N
  readonly div: (a: N, b: N) => N
  /** -1, 0 or 1; floats that differ by rounding alone are equal. */
  readonly sign: (a: N) => number
  readonly compare: (a: N, b: N) => number
  readonly toNumber: (a: N) => number
}

const TINY = 1e-9

export const FLOATS: Numbers<number> = {
  from: (part, of) => part / of,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  sign: (a) => (a > TINY ? 1 : a < -TINY ? -1 : 0),
  compare: (a, b) => (a - b > TINY ? 1 : a - b < -TINY ? -1 : 0),
  toNumber: (a) => a,
}

export interface Fraction {
  readonly num: bigint
  /** Above 0. */
  readonly den: bigint
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

const fraction = (num: bigint, den: bigint): Fraction => {
  const sign = den < 0n ? -1n : 1n
  const by = gcd(num, den < 0n ? -den : den)
  return by === 0n ? { num: 0n, den: 1n } : { num: (sign * num) / by, den: (sign * den) / by }
}

const signOf = (num: bigint): number => (num > 0n ? 1 : num < 0n ? -1 : 0)

export const FRACTIONS: Numbers<Fraction> = {
  from: (part, of) => fraction(BigInt(part), BigInt(of)),
  add: (a, b) => fraction(a.num * b.den + b.num * a.den, a.den * b.den),
  sub: (a, b) => fraction(a.num * b.den - b.num * a.den, a.den * b.den),
  mul: (a, b) => fraction(a.num * b.num, a.den * b.den),
  div: (a, b) => fraction(a.num * b.den, a.den * b.num),
  sign: (a) => signOf(a.num),
  compare: (a, b) => signOf(a.num * b.den - b.num * a.den),
  toNumber: (a) => Number(a.num) / Number(a.den),
}
