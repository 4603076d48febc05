/**
 * A simplex of our own for bounded variables and sparse rows. It starts at a point that is known to satisfy everything
 * (the truth: figures are made of it), so that there is no first phase; where it starts changes nothing of the optimum.
 */
import { Dictionary } from './dictionary.ts'
import type { Numbers } from './numbers.ts'

/** low <= sum of coefficients × variables <= high; all whole numbers, divided by `scale`. */
export interface Row {
  readonly terms: readonly (readonly [variable: number, coefficient: number])[]
  readonly scale: number
  /** Null: no bound. */
  readonly low: number | null
  readonly high: number | null
}

export interface Program {
  /** Bounds of the variables, whole numbers; null: no bound. */
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
  readonly rows: readonly Row[]
  /** A whole-numbered point that satisfies it. */
  readonly start: readonly number[]
}

/** Steps without progress after which the rule changes to one that cannot go round in circles (Bland's). */
const STALLED = 60

const within = (value: number, from: number | null, to: number | null): boolean =>
  (from === null || value >= from) && (to === null || value <= to)

/** @throws Error where the start does not satisfy the program: the program says what is not so */
export function checkStart({ low, high, rows, start }: Program): void {
  for (const [index, value] of start.entries()) {
    if (!within(value, low[index] ?? null, high[index] ?? null)) {
      throw new Error(`the truth is outside the bounds of variable ${String(index)}`)
    }
  }
  for (const [index, row] of rows.entries()) {
    const value = row.terms.reduce((sum, [variable, by]) => sum + by * (start[variable] ?? 0), 0)
    if (!within(value, row.low, row.high)) throw new Error(`the truth breaks row ${String(index)}`)
  }
}

/** Everything but these variables stays at the start: what is possible then is possible. */
export function restricted(program: Program, variables: readonly number[]): Program {
  const places = new Map(variables.map((variable, place) => [variable, place]))
  const pick = <T>(list: readonly T[]): T[] => variables.flatMap((variable) => list.slice(variable, variable + 1))
  const rows = program.rows.flatMap(({ terms, scale, low, high }): readonly Row[] => {
    const own = terms.flatMap(([variable, by]) => {
      const place = places.get(variable)
      return place === undefined ? [] : [[place, by] as const]
    })
    if (own.length === 0) return []
    const rest = terms.reduce(
      (sum, [variable, by]) => sum + (places.has(variable) ? 0 : by * (program.start[variable] ?? 0)),
      0,
    )
    return [{ terms: own, scale, low: low === null ? null : low - rest, high: high === null ? null : high - rest }]
  })
  return { low: pick(program.low), high: pick(program.high), start: pick(program.start), rows }
}

export interface Solver<N> {
  /**
   * The smallest (largest) value of a variable.
   *
   * @param enough ends early as soon as the value reached is good enough
   */
  extreme(variable: number, towards: 'least' | 'most', enough?: (value: number) => boolean): N
}

/** Several extremes of one program; each search begins at the program's start. */
export function createSolver<N>(numbers: Numbers<N>, program: Program): Solver<N> {
  const { from, add, sub, mul, div, sign, compare } = numbers
  const zero = from(0, 1)
  const structural = program.start.length
  const bound = (value: number | null, scale = 1): N | null => (value === null ? null : from(value, scale))
  const low = [...program.low.map((value) => bound(value)), ...program.rows.map((row) => bound(row.low, row.scale))]
  const high = [...program.high.map((value) => bound(value)), ...program.rows.map((row) => bound(row.high, row.scale))]
  const rows = program.rows.map(
    ({ terms, scale }) => new Map(terms.map(([variable, by]) => [variable, from(by, scale)] as const)),
  )
  const columns = low.map(() => new Set<number>())
  for (const [index, row] of rows.entries()) for (const variable of row.keys()) columns[variable]?.add(index)
  const start = new Dictionary(
    numbers,
    rows,
    columns,
    rows.map((_, index) => structural + index),
    [
      ...program.start.map((value) => from(value, 1)),
      ...program.rows.map(({ terms, scale }) =>
        from(
          terms.reduce((sum, [variable, by]) => sum + by * (program.start[variable] ?? 0), 0),
          scale,
        ),
      ),
    ],
  )
  /** How far a variable can go in both ways, the shorter of them; null: without end in both. */
  const room = (variable: number): number => {
    const value = numbers.toNumber(start.values[variable] ?? zero)
    const down = low[variable] ?? null
    const up = high[variable] ?? null
    return Math.min(
      down === null ? Number.POSITIVE_INFINITY : value - numbers.toNumber(down),
      up === null ? Number.POSITIVE_INFINITY : numbers.toNumber(up) - value,
    )
  }
  // Sums that must hold exactly stop every step: variables with room take their places once, for all searches.
  for (const [index, { low: least, high: most }] of program.rows.entries()) {
    if (least === null || least !== most) continue
    let best = -1
    let bestRoom = 0
    for (const variable of start.row(index).keys()) {
      const own = room(variable) / (1 + start.column(variable).size)
      if (own > bestRoom) [best, bestRoom] = [variable, own]
    }
    if (best >= 0) start.pivot(index, best, new Map())
  }

  const extreme: Solver<N>['extreme'] = (variable, towards, enough) => {
    const now = start.copy()
    const { values, basic } = now
    const one = from(towards === 'least' ? 1 : -1, 1)
    const at = basic.indexOf(variable)
    const goal = new Map<number, N>(
      at < 0 ? [[variable, one]] : [...now.row(at)].map(([index, by]) => [index, mul(one, by)] as const),
    )
    let stalled = 0

    /** The variable to move, and the way in which the goal gets smaller. */
    const enter = (): readonly [number, 1 | -1] | null => {
      let best: readonly [number, 1 | -1] | null = null
      let bestCost = zero
      for (const [index, cost] of goal) {
        const way = sign(cost) > 0 ? -1 : sign(cost) < 0 ? 1 : 0
        if (way === 0) continue
        const limit = way > 0 ? high[index] : low[index]
        if (limit !== null && limit !== undefined && compare(values[index] ?? zero, limit) === 0) continue
        const size = sign(cost) < 0 ? sub(zero, cost) : cost
        const better = best === null || (stalled > STALLED ? index < best[0] : compare(size, bestCost) > 0)
        if (better) [best, bestCost] = [[index, way], size]
      }
      return best
    }
    const distance = (index: number, to: N | null | undefined): N | null => {
      if (to === null || to === undefined) return null
      const left = sub(to, values[index] ?? zero)
      return sign(left) < 0 ? sub(zero, left) : left
    }

    for (;;) {
      if (enough?.(numbers.toNumber(values[variable] ?? zero)) === true) break
      const entering = enter()
      if (entering === null) break
      const [moving, way] = entering
      const own = way > 0 ? high[moving] : low[moving]
      let step = distance(moving, own)
      let leaving = -1
      let leavingTo: N | null | undefined = null
      for (const index of now.column(moving)) {
        const by = now.row(index).get(moving) ?? zero
        const grows = sign(by) * way
        if (grows === 0) continue
        const of = basic[index] ?? 0
        const to = grows > 0 ? high[of] : low[of]
        const left = distance(of, to)
        if (left === null) continue
        const until = div(left, sign(by) < 0 ? sub(zero, by) : by)
        const order = step === null ? -1 : compare(until, step)
        if (order < 0 || (order === 0 && leaving >= 0 && of < (basic[leaving] ?? 0))) {
          step = until
          leaving = index
          leavingTo = to
        }
      }
      if (step === null) throw new Error('the program has no bound')
      stalled = sign(step) === 0 ? stalled + 1 : 0
      const move = way > 0 ? step : sub(zero, step)
      values[moving] = add(values[moving] ?? zero, move)
      for (const index of now.column(moving)) {
        const of = basic[index] ?? 0
        values[of] = add(values[of] ?? zero, mul(now.row(index).get(moving) ?? zero, move))
      }
      if (leaving >= 0) {
        values[basic[leaving] ?? 0] = leavingTo ?? zero
        now.pivot(leaving, moving, goal)
      } else if (own !== null && own !== undefined) values[moving] = own
    }
    return values[variable] ?? zero
  }
  return { extreme }
}
