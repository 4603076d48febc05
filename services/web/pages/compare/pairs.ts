/** What two months have in common: the rates of a cut value by value, and which of them clearly changed. */
import type { Cut } from '../../../../schemas/cube.ts'
import { OTHER } from '../../../../schemas/published.ts'
import type { ReportInput } from '../../reports/input.ts'
import { cellsOf } from '../../reports/model.ts'
import type { Cell, NumberCell, Table } from '../../reports/report.ts'

const MEASURES: readonly string[] = ['measured_rate', 'windows_rate', 'alarms_rate', 'failed_rate', 'dropped_rate']

interface Pair {
  /** Value of the dimension as it is stored; '' of the tenant. */
  readonly id: string
  readonly name: string
  readonly before: Cell
  readonly after: Cell
}

/** A pair of which both months have a rate, not only a limit of one. */
interface PointPair extends Pair {
  readonly before: NumberCell
  readonly after: NumberCell
}

export interface ComparedRate {
  readonly measure: string
  /** Head of its column. */
  readonly title: string
  /** Of either month, in the order of the later one. */
  readonly pairs: readonly Pair[]
  readonly points: readonly PointPair[]
  /** Those of the points that clearly changed. */
  readonly clear: readonly PointPair[]
}

export interface ComparedCut {
  readonly cut: Cut
  /** Of the later month. */
  readonly table: Table
  /** At least one; each with at least one value that both months have. */
  readonly rates: readonly ComparedRate[]
}

/** @returns null where the months have no rate of this cut in common */
export function comparedCut(cut: Cut, from: ReportInput, to: ReportInput): ComparedCut | null {
  const [before, after] = [cellsOf(cut, from), cellsOf(cut, to)]
  if (before === null || after === null) return null
  const rates = MEASURES.flatMap((measure): readonly ComparedRate[] => {
    const column = after.columns.find(({ id }) => id === measure)
    const pairs = pairsOf(before, after, measure)
    const points = pairs.filter(isPointPair)
    if (column === undefined || points.length === 0) return []
    return [{ measure, title: column.title, pairs, points, clear: points.filter(isClear) }]
  })
  return rates.length === 0 ? null : { cut, table: after, rates }
}

/** Whether the 95 % ranges of two rates do not touch. What is folded together is not the same groups in two months. */
function isClear({ id, before, after }: PointPair): boolean {
  if (id === OTHER) return false
  if (before.low === null || before.high === null || after.low === null || after.high === null) return false
  return before.high < after.low || after.high < before.low
}

const NONE: Cell = { type: 'none' }

function pairsOf(before: Table, after: Table, measure: string): readonly Pair[] {
  const [old, now] = [namedCells(before, measure), namedCells(after, measure)]
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((id) => ({
      id,
      name: (now.get(id) ?? old.get(id))?.name ?? '',
      before: old.get(id)?.cell ?? NONE,
      after: now.get(id)?.cell ?? NONE,
    }))
    .filter(({ before, after }) => before.type !== 'none' || after.type !== 'none')
}

interface NamedCell {
  readonly name: string
  readonly cell: Cell
}

/** By value, not by name: two places may be called the same. The tenant's own row is called after its month. */
function namedCells({ cut, columns, rows }: Table, measure: string): ReadonlyMap<string, NamedCell> {
  const at = columns.findIndex(({ id }) => id === measure)
  return new Map(
    rows.flatMap(({ cells }) => {
      const [name] = cells
      if (name?.type !== 'text') return []
      return [
        [cut === 'tenant' ? '' : (name.value ?? name.text), { name: name.text, cell: cells[at] ?? NONE }] as const,
      ]
    }),
  )
}

function isPointPair(pair: Pair): pair is PointPair {
  return isPoint(pair.before) && isPoint(pair.after)
}

function isPoint(cell: Cell): cell is NumberCell {
  return cell.type === 'number' && cell.mark === 'shown'
}
