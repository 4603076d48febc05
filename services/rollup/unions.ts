/**
 * Distinct counts of several people's cells taken together: what disclosure needs where it folds values, and only rollup
 * can count, because it alone sees persons (invariant I10). Counts leave, never a row.
 */
import { z } from 'zod'
import { type Cell, CUTS, type Cut, type Distinct } from '../../schemas/cube.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import { lastOfMonth } from '../shared/periods.ts'

const SQL = new URL('sql/', import.meta.url)
const count = z.number().int().min(0)
const unionRow = z.strictObject({
  ask: count,
  conferences: count,
  persons: count,
  top_legs_mp: count,
  top_ms_mp: count,
  top_failed_mp: count,
  days: count,
})

/** Cells of a cut of people: those of any of these values; `v2` empty where the cut has one dimension. */
export interface UnionAsk {
  readonly cut: Cut
  readonly v1: readonly string[]
  readonly v2: readonly string[]
}
type Counts = Pick<Cell, Distinct>
const NOTHING: Counts = { conferences: 0, persons: 0, top_legs_mp: 0, top_ms_mp: 0, top_failed_mp: 0, days: 0 }

/**
 * @param month its first day, `YYYY-MM-DD`
 * @returns what answers asks about the month, one answer an ask, in their order. It throws EngineError
 */
export function createUnions(engine: Engine) {
  const queries = createQueries(engine, SQL)

  const ofCut = async (
    tenantId: string,
    month: string,
    cut: Cut,
    asks: readonly UnionAsk[],
  ): Promise<readonly Counts[]> => {
    const { population, by } = CUTS[cut]
    if (population !== 'people') throw new Error(`Cut ${cut} has no persons of its own.`)
    const [first, second]: readonly string[] = by
    const parameters = {
      month,
      last: lastOfMonth(month),
      // The cell of a cut without dimensions is that of everybody.
      first_dimension: first ?? 'population',
      second_dimension: second ?? first ?? 'population',
      v1: asks.map((ask) => (first === undefined ? [population] : ask.v1)),
      v2: asks.map((ask) => ask.v2),
    }
    const rows = await queries.tenantQuery('unions_of_cut', tenantId, parameters, unionRow)
    const found = new Map(rows.map(({ ask, ...counts }) => [ask, counts]))
    return asks.map((_, index) => found.get(index) ?? NOTHING)
  }

  return (tenantId: string, month: string) =>
    async (asks: readonly UnionAsk[]): Promise<readonly Counts[]> => {
      const answers = new Map<UnionAsk, Counts>()
      for (const [cut, own] of Map.groupBy(asks, (ask) => ask.cut)) {
        const counts = await ofCut(tenantId, month, cut, own)
        own.forEach((ask, index) => answers.set(ask, counts[index] ?? NOTHING))
      }
      return asks.map((ask) => answers.get(ask) ?? NOTHING)
    }
}
