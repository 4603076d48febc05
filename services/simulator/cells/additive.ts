/** The measures of a cell that are added up leg by leg: sums that are no clusters' sums, and the bins of histograms. */
import { type Cell, type Histogram, HISTOGRAM_NAMES, HISTOGRAMS, type Sum, SUMS } from '../../../schemas/cube.ts'

/** A leg's part of one measure. */
export interface Addition {
  readonly to: number // place of the measure
  readonly by: number
}

const SUM_PLACES = new Map<Sum, number>(SUMS.map((name, place) => [name, place]))
const BIN_PLACES = new Map<Histogram, number>()
let places: number = SUMS.length
for (const name of HISTOGRAM_NAMES) {
  BIN_PLACES.set(name, places)
  places += HISTOGRAMS[name].edges.length + 1
}

export function additionTo(sum: Sum, by: number): Addition {
  return { to: SUM_PLACES.get(sum) ?? Number.NaN, by }
}

/** @param value in the histogram's unit */
export function additionToBin(histogram: Histogram, value: number): Addition {
  const bin = HISTOGRAMS[histogram].edges.filter((edge) => edge <= value).length
  return { to: (BIN_PLACES.get(histogram) ?? Number.NaN) + bin, by: 1 }
}

type Additive = Record<Sum, number> & Pick<Cell, `h_${Histogram}`>

/** All measures that are added up, 0 where nothing was. */
export function addUp(additions: Iterable<readonly Addition[]>): Additive {
  const totals = new Float64Array(places)
  for (const those of additions) for (const { to, by } of those) totals[to] = (totals[to] ?? 0) + by
  const found: Record<string, number | number[]> = {}
  for (const [name, place] of SUM_PLACES) found[name] = totals[place] ?? 0
  for (const [name, place] of BIN_PLACES) {
    found[`h_${name}`] = [...totals.subarray(place, place + HISTOGRAMS[name].edges.length + 1)]
  }
  return found as Additive
}
