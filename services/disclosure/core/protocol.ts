import { type Cell, CUT_NAMES, CUTS } from '../../../schemas/cube.ts'
import { type DisclosureRule, type Folds, OTHER, type ProtocolCut } from '../../../schemas/published.ts'
import { dimensionsOf, ofCut } from './cells.ts'
import type { PublishedCut } from './people.ts'
import { isSafe } from './safe.ts'

type Counts = Partial<Record<DisclosureRule, number>>

/** Only rules that took something are named. */
const counted = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) as Counts

/** One dimension: a value is shown under its own name, or folded; all are counted before folding. */
function ofOne({ cut, cells, shown, taken }: PublishedCut, folds: Folds): ProtocolCut {
  const dimension = CUTS[cut].by[0]
  const folded = dimension === undefined ? 0 : (folds[dimension] ?? []).length
  const named = shown.filter((cell) => cell.v1 !== OTHER)
  const left = cells.filter((cell) => cell.v1 !== OTHER).length
  return {
    cut,
    cells: left + folded,
    shown: named.length,
    by_rule: counted({ folded, one_value: taken.rule === 'one_value' ? left : 0 }),
  }
}

/** Two dimensions: cells with folded values. A cell is counted under one rule, and a class that was taken besides. */
function ofTwo({ cut, cells, shown, taken }: PublishedCut, k: number): ProtocolCut {
  const whole = taken.rule === 'one_value' || taken.rule === 'cut_taken'
  const persons = cells.filter((cell) => cell.persons < k).length
  const unsafe = cells.filter((cell) => !isSafe(cell, k)).length
  const hidden = whole ? { [taken.rule]: cells.length } : { persons, dominance: unsafe - persons }
  return {
    cut,
    cells: cells.length,
    shown: shown.length,
    by_rule: counted({
      ...hidden,
      class_taken: taken.rule === 'class_taken' ? taken.cells.size : 0,
      cut_classes_taken: taken.rule === 'cut_classes_taken' ? cells.length - unsafe : 0,
    }),
  }
}

/** How much of people's cuts is shown, and by which rules the rest is not: counts of cells, no values. */
export const protocolOfPeople = (cuts: readonly PublishedCut[], folds: Folds, k: number): readonly ProtocolCut[] =>
  cuts
    .filter(({ cells }) => cells.length > 0)
    .map((cut) => (dimensionsOf(cut.cut) === 2 ? ofTwo(cut, k) : ofOne(cut, folds)))

/** The same where the tenant's people are no safe cell: nothing is shown. */
export const protocolOfNobody = (cells: readonly Cell[]): readonly ProtocolCut[] =>
  CUT_NAMES.flatMap((cut) => {
    const own = ofCut(cells, cut)
    if (own.length === 0) return []
    return [{ cut, cells: own.length, shown: 0, by_rule: { tenant: own.length } }]
  })

/** The same of the environment: cells of rooms, each room's for itself. */
export const protocolOfRooms = (cells: readonly Cell[], visible: ReadonlySet<string>): readonly ProtocolCut[] =>
  CUT_NAMES.flatMap((cut) => {
    const own = ofCut(cells, cut)
    if (own.length === 0) return []
    const shown = own.filter((cell) => visible.has(cell.room))
    return [
      {
        cut,
        cells: own.length,
        shown: shown.length,
        by_rule: counted({ room_not_visible: own.length - shown.length }),
      },
    ]
  })
