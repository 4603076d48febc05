import { type Cell, CUTS, type Dimension } from '../../../schemas/cube.ts'
import { type Folds, OTHER } from '../../../schemas/published.ts'
import { addCells, distinctsOf, groupBy, keyOf } from './cells.ts'
import type { Union, Unions } from './unions.ts'

type Values = Pick<Cell, 'cut' | 'v1' | 'v2'>

const stands = (folds: Folds, dimension: Dimension | undefined, value: string): string =>
  dimension !== undefined && (folds[dimension] ?? []).includes(value) ? OTHER : value

/** The value under which a people's cell stands, `other` where it is folded. */
export const foldedName = (folds: Folds, { cut, v1, v2 }: Values): readonly [string, string] => {
  const by: readonly Dimension[] = CUTS[cut].by
  return [stands(folds, by[0], v1), stands(folds, by[1], v2)]
}

/** The values that stand as this one. */
const membersOf = (folds: Folds, dimension: Dimension | undefined, value: string): readonly string[] => {
  if (dimension === undefined) return []
  return value === OTHER ? (folds[dimension] ?? []) : [value]
}

/** The legs of a folded people's cell, as a question to rollup. */
const unionOf = (folds: Folds, { cut, v1, v2 }: Values): Union => {
  const by: readonly Dimension[] = CUTS[cut].by
  return { cut, v1: membersOf(folds, by[0], v1), v2: membersOf(folds, by[1], v2) }
}

/**
 * People's cells of all cuts with folded values: sums and histograms added, DISTINCTS of the union of their legs.
 *
 * @param cells people's cells of a month, as the cube has them
 */
export async function foldCells(cells: readonly Cell[], folds: Folds, unions: Unions): Promise<readonly Cell[]> {
  const groups = [...groupBy(cells, (cell) => `${cell.cut}\0${keyOf(...foldedName(folds, cell))}`).values()].flatMap(
    (parts) => {
      const [first] = parts
      if (first === undefined) return []
      const [v1, v2] = foldedName(folds, first)
      const { population, cut, room } = first
      return [{ parts, first, named: { population, cut, v1, v2, room } }]
    },
  )
  const several = groups.filter(({ parts }) => parts.length > 1)
  const asks = several.map(({ named }) => unionOf(folds, named))
  const answers = asks.length === 0 ? [] : await unions(asks)
  const known = new Map(several.map((group, index) => [group, answers[index]]))
  return groups.map((group) => {
    const distincts = group.parts.length === 1 ? distinctsOf(group.first) : known.get(group)
    if (distincts === undefined) throw new Error('unions were not all answered')
    return addCells(group.parts, { ...group.named, ...distincts })
  })
}
