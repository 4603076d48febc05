import type { Numbers } from './numbers.ts'

/**
 * Rows say what the basic variable of each is in terms of those that are not basic. A row or column is copied when it is
 * first changed, so that many searches begin at one dictionary.
 */
export class Dictionary<N> {
  readonly basic: number[]
  readonly values: N[]
  private readonly numbers: Numbers<N>
  private readonly rows: Map<number, N>[]
  private readonly columns: Set<number>[]
  private readonly ownRows = new Set<number>()
  private readonly ownColumns = new Set<number>()

  constructor(numbers: Numbers<N>, rows: Map<number, N>[], columns: Set<number>[], basic: number[], values: N[]) {
    this.numbers = numbers
    this.rows = rows
    this.columns = columns
    this.basic = basic
    this.values = values
  }

  copy(): Dictionary<N> {
    return new Dictionary(this.numbers, [...this.rows], [...this.columns], [...this.basic], [...this.values])
  }

  row(index: number): ReadonlyMap<number, N> {
    return this.rows[index] ?? new Map<number, N>()
  }

  column(index: number): ReadonlySet<number> {
    return this.columns[index] ?? new Set<number>()
  }

  private ownRow(index: number): Map<number, N> {
    const before = this.rows[index] ?? new Map<number, N>()
    if (this.ownRows.has(index)) return before
    const row = new Map(before)
    this.rows[index] = row
    this.ownRows.add(index)
    return row
  }

  private ownColumn(index: number): Set<number> {
    const before = this.columns[index] ?? new Set<number>()
    if (this.ownColumns.has(index)) return before
    const column = new Set(before)
    this.columns[index] = column
    this.ownColumns.add(index)
    return column
  }

  /** The basic variable of a row gives its place to another one, in the rows and in the goal. */
  pivot(at: number, entering: number, goal: Map<number, N>): void {
    const { sub, div, mul, from } = this.numbers
    const zero = from(0, 1)
    const row = this.ownRow(at)
    const leaving = this.basic[at] ?? 0
    const by = row.get(entering) ?? zero
    row.delete(entering)
    for (const [index, coefficient] of row) row.set(index, sub(zero, div(coefficient, by)))
    row.set(leaving, div(from(1, 1), by))
    const column = this.column(entering)
    this.columns[entering] = new Set()
    this.ownColumns.add(entering)
    this.ownColumn(leaving).add(at)
    this.basic[at] = entering
    for (const index of column) {
      if (index === at) continue
      const other = this.ownRow(index)
      const factor = other.get(entering) ?? zero
      other.delete(entering)
      for (const [variable, coefficient] of row) {
        const change = this.addTo(other, variable, mul(factor, coefficient))
        if (change > 0) this.ownColumn(variable).add(index)
        else if (change < 0) this.ownColumn(variable).delete(index)
      }
    }
    const cost = goal.get(entering)
    if (cost === undefined) return
    goal.delete(entering)
    for (const [variable, coefficient] of row) this.addTo(goal, variable, mul(cost, coefficient))
  }

  /** 1 where the row has the variable now and had not, -1 where it had and has not. */
  private addTo(row: Map<number, N>, variable: number, what: N): -1 | 0 | 1 {
    const before = row.get(variable)
    if (before === undefined) {
      row.set(variable, what)
      return 1
    }
    const sum = this.numbers.add(before, what)
    if (this.numbers.sign(sum) === 0) {
      row.delete(variable)
      return -1
    }
    row.set(variable, sum)
    return 0
  }
}
