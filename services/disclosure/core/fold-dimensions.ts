import { type Cell, type Cut, type Dimension, type Distinct, UNKNOWN } from '../../../schemas/cube.ts'
import type { Folds } from '../../../schemas/published.ts'
import { compareText, distinctsOf, groupBy, ofCut } from './cells.ts'
import { isSafe } from './safe.ts'
import type { Union, Unions } from './unions.ts'

interface Folded {
  readonly dimension: Dimension
  /** The cut that says how large the values are. */
  readonly cut: Cut
  readonly position: 'v1' | 'v2'
  /** Values that `other` takes in before it takes the smallest. */
  readonly first: readonly string[]
}

/**
 * People's dimensions whose values are folded. Transport and software have no cut of their own and are weighed over the
 * cut that they stand in. Weekday and hour are not here: they are calendars, not groups, and stand in one cut only.
 */
const FOLDED: readonly Folded[] = [
  { dimension: 'site', cut: 'site', position: 'v1', first: ['remote', UNKNOWN] },
  { dimension: 'platform', cut: 'platform', position: 'v1', first: [UNKNOWN] },
  { dimension: 'network', cut: 'network', position: 'v1', first: [UNKNOWN] },
  { dimension: 'model', cut: 'model', position: 'v1', first: [UNKNOWN] },
  { dimension: 'size', cut: 'size', position: 'v1', first: [UNKNOWN] },
  { dimension: 'transport', cut: 'site_transport', position: 'v2', first: [UNKNOWN] },
  { dimension: 'software', cut: 'model_software', position: 'v2', first: [UNKNOWN] },
]

interface Value extends Pick<Cell, Distinct> {
  readonly name: string
  readonly legs: number
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted(compareText)

/** The legs of several values taken together, as a question to rollup. */
const askOf = ({ cut, position }: Folded, cells: readonly Cell[], values: readonly string[]): Union =>
  position === 'v1' ? { cut, v1: values, v2: [] } : { cut, v1: unique(cells.map((cell) => cell.v1)), v2: values }

async function valuesOf(folded: Folded, cells: readonly Cell[], unions: Unions): Promise<readonly Value[]> {
  const groups = [...groupBy(cells, (cell) => cell[folded.position])]
  const several = groups.filter(([, parts]) => parts.length > 1)
  const answers = await unions(several.map(([name]) => askOf(folded, cells, [name])))
  const known = new Map(several.map(([name], index) => [name, answers[index]]))
  return groups.map(([name, parts]) => {
    const [only] = parts
    const distincts = known.get(name) ?? (parts.length === 1 && only !== undefined ? distinctsOf(only) : undefined)
    if (distincts === undefined) throw new Error('unions were not all answered')
    return { ...distincts, name, legs: parts.reduce((sum, cell) => sum + cell.legs, 0) }
  })
}

async function foldOne(folded: Folded, cells: readonly Cell[], k: number, unions: Unions): Promise<readonly string[]> {
  const values = await valuesOf(folded, cells, unions)
  const other = values.filter((value) => !isSafe(value, k)).map(({ name }) => name)
  if (other.length === 0) return []
  const shown = values
    .filter((value) => isSafe(value, k))
    .toSorted((a, b) => a.legs - b.legs || compareText(a.name, b.name))
    .map(({ name }) => name)
  const first = folded.first.filter((name) => shown.includes(name))
  const next = [...first, ...shown.filter((name) => !first.includes(name))]
  for (const name of next) {
    const [together] = await unions([askOf(folded, cells, unique(other))])
    if (together === undefined) throw new Error('unions were not all answered')
    if (isSafe(together, k)) break
    other.push(name)
  }
  return unique(other)
}

/**
 * Step 1 of disclosure (design, section 8): in each dimension of people, values that are not safe join `other`; while
 * `other` is not safe, it takes in `remote` (sites), then `unknown`, then the smallest value that is left.
 *
 * @param cells people's cells of a month, as the cube has them
 * @param unions DISTINCTS of values taken together
 * @returns by dimension the values that stand as `other`; none where every value is safe
 */
export async function foldDimensions(cells: readonly Cell[], k: number, unions: Unions): Promise<Folds> {
  const folds: Folds = {}
  for (const folded of FOLDED) {
    folds[folded.dimension] = [...(await foldOne(folded, ofCut(cells, folded.cut), k, unions))]
  }
  return folds
}
