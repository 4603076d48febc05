/**
 * All that is published of a month, as one linear program: what a patient reader with a solver knows. Counts are within
 * their rounding, size classes within their ends, rates within theirs with as many cases as their intervals need; a cell
 * of few may be anything from nothing on; everything adds up along every line of every cut, legs as well as cases and
 * outcomes of every kind.
 */
import { type Cell, CUTS, type Cut, type Dimension, HOURS, WEEKDAYS } from '../../../../schemas/cube.ts'
import type { Finding } from '../../../../schemas/finding.ts'
import type { Figure, FigureName } from '../../../../schemas/published.ts'
import { rowsOfFindings } from './findings-known.ts'
import { ANY, casesOf, meet, type Name, ofCount, ofMeanLength, ofSizeClass, OUTCOMES, type Range } from './known.ts'
import { MICRO_CUTS } from './micro-cells.ts'
import type { Program, Row } from './simplex.ts'

const RATE_FROM = 50

const COUNTED: Partial<Record<Name, FigureName>> = {
  failed: 'failed',
  dropped: 'dropped',
  measured: 'measured_poor',
  windows: 'windows_poor',
  alarms: 'alarms_poor',
}

const outcomeOf = (cell: Cell | undefined, name: Name): number =>
  cell === undefined ? 0 : name === 'ungraded' ? cell.ungraded : cell[`${name}_y`]
const casesIn = (cell: Cell | undefined, name: Name): number =>
  cell === undefined ? 0 : name === 'ungraded' ? cell.gradeable : cell[`${name}_n`]

const isKind = (name: Name) => name === 'measured' || name === 'windows' || name === 'alarms'

type Said = ReadonlyMap<FigureName, Figure>

export interface Known {
  readonly figures: readonly Figure[]
  readonly k: number
  /** Cells with folded values, for the start of the solver and for nothing else. */
  readonly truth: readonly Cell[]
  /** Legs of a site, at least, by the days on which its rates were published; '' the tenant. */
  readonly byDays?: ReadonlyMap<string, number>
  /** What is advised on it. */
  readonly findings?: readonly Finding[]
  /** What if two-dimensional cells printed counts? The leak that the attack must find. */
  readonly printed?: (cell: Cell) => number
  /** Without outcomes and cases: less is known. */
  readonly legsOnly?: boolean
}

export interface Attack {
  readonly program: Program
  /** The variable of a cell's legs; undefined where nothing ties the cell to anything. */
  legsOf(cut: Cut, v1: string, v2: string): number | undefined
  /** The variable of how many of them failed; undefined where nothing is said of failures. */
  failuresOf(cut: Cut, v1: string, v2: string): number | undefined
  /** Every cell that there is a variable for. */
  readonly cells: readonly (Pick<Cell, 'cut' | 'v1' | 'v2'> & { readonly variable: number })[]
  /** All variables of a cut's cells; of those of few alone. */
  variablesOf(cut: Cut, fewOnly: boolean): readonly number[]
}

const keyOf = (cut: Cut, v1: string, v2: string): string => `${cut}\0${v1}\0${v2}`
const oneOf = (dimension: Dimension | undefined): Cut | undefined =>
  MICRO_CUTS.find((cut) => CUTS[cut].by.length === 1 && CUTS[cut].by[0] === dimension)

const shownValue = (own: Said, measure: FigureName): number | null => {
  const figure = own.get(measure)
  return figure === undefined || figure.mark === 'few' ? null : figure.value
}

/** Programs of several publications of one month stand beside each other in one. */
export interface Building {
  readonly low: (number | null)[]
  readonly high: (number | null)[]
  readonly start: number[]
  readonly rows: Row[]
}

export const building = (): Building => ({ low: [], high: [], start: [], rows: [] })

export function attackOf(known: Known, into: Building = building()): Attack {
  const { figures, k, truth, byDays, findings = [], printed, legsOnly = false } = known
  const people = figures.filter((figure) => figure.population === 'people')
  const said = new Map<string, Map<FigureName, Figure>>()
  for (const figure of people) {
    if (figure.kept) continue // says what an earlier revision says, and nothing of now
    const key = keyOf(figure.cut, figure.v1, figure.v2)
    const own = said.get(key) ?? new Map<FigureName, Figure>()
    said.set(key, own.set(figure.measure, figure))
  }
  const cells = new Map(truth.map((cell) => [keyOf(cell.cut, cell.v1, cell.v2), cell]))
  const saidOf = (key: string): Said => said.get(key) ?? new Map<FigureName, Figure>()
  const ofCells: { readonly cut: Cut; readonly few: boolean; readonly variable: number }[] = []
  const add = ({ low, high }: Range, start: number): number => {
    into.low.push(low)
    into.high.push(high)
    return into.start.push(start) - 1
  }
  const row = (terms: Row['terms'], low: number | null, high: number | null, scale = 1): void => {
    into.rows.push({ terms, scale, low, high })
  }

  const named: Attack['cells'][number][] = []
  const legs = new Map<string, number>()
  const outcomes = new Map<string, number>()
  const cases = new Map<string, number>()
  const names = OUTCOMES.filter((name) => !legsOnly && people.some((figure) => figure.measure === `${name}_rate`))

  const knownLegs = (cut: Cut, key: string, own: Said): Range => {
    const dimensions = CUTS[cut].by.length
    const rated = [...own.keys()].some((measure) => measure.endsWith('_rate'))
    if (dimensions < 2) {
      const count = shownValue(own, 'legs')
      const persons = shownValue(own, 'persons')
      const days = cut === 'tenant' || cut === 'site' ? (byDays?.get(key.split('\0')[1] ?? '') ?? 0) : 0
      const some = { low: Math.max(k, (persons ?? 0) - 2, days), high: null }
      return count === null ? ANY : meet(ofCount(count), some)
    }
    const cell = cells.get(key)
    const size = shownValue(own, 'size')
    if (printed !== undefined && size !== null && cell !== undefined) return ofCount(printed(cell))
    if (size === null) return rated ? { low: RATE_FROM, high: null } : ANY
    return meet(ofSizeClass(size), { low: rated ? RATE_FROM : k, high: null })
  }

  /** Ties a rate to its outcomes and cases. */
  const addRate = (cut: Cut, own: Said, name: Name, y: number, n: number, certain: Range): void => {
    const figure = own.get(`${name}_rate`)
    if (figure === undefined || figure.value === null) return
    const { mark, value } = figure
    if (mark === 'at_most')
      row(
        [
          [y, 20],
          [n, -1],
        ],
        null,
        0,
        20,
      )
    else if (mark === 'at_least')
      row(
        [
          [y, 20],
          [n, -19],
        ],
        0,
        null,
        20,
      )
    else {
      const fine = CUTS[cut].by.length < 2 && certain.low >= 1_000
      const half = fine ? 1 : 10
      row(
        [
          [y, 2_000],
          [n, -(2 * value - half)],
        ],
        0,
        null,
        2_000,
      )
      row(
        [
          [y, 2_000],
          [n, -(2 * value + half)],
        ],
        null,
        0,
        2_000,
      )
    }
  }

  const addCell = (cut: Cut, v1: string, v2: string): void => {
    const key = keyOf(cut, v1, v2)
    const own = saidOf(key)
    const cell = cells.get(key)
    const two = CUTS[cut].by.length === 2
    const few = own.size === 0 || (two && [...own.values()].some(({ mark }) => mark === 'few'))
    let range = few ? ANY : knownLegs(cut, key, own)
    // Failures are also withheld for the sake of one caller, of however many legs.
    const withheld = (name: Name): boolean =>
      name === 'failed' &&
      (!two || (shownValue(own, 'size') ?? 0) >= RATE_FROM || [...own.keys()].some((measure) => measure !== 'size'))
    const perName = names.map((name) => {
      const figure = own.get(`${name}_rate`)
      let certain: Range = ANY
      if (figure !== undefined) {
        certain = figure.mark === 'shown' ? { low: two ? RATE_FROM : k, high: null } : { low: k, high: RATE_FROM - 1 }
      } else if (!few && !withheld(name) && (!isKind(name) || (!two && own.has(`${name}_poor`)))) {
        certain = { low: 0, high: (two ? RATE_FROM : k) - 1 }
      }
      if (!two && isKind(name) && own.has(`${name}_poor`)) {
        const parts = (['poor', 'fair', 'good'] as const).map((grade) => shownValue(own, `${name}_${grade}`))
        const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0)
        certain = meet(certain, { low: Math.max(0, sum - 6), high: sum + 6 })
      }
      if (!two && name === 'dropped') {
        const minutes = shownValue(own, 'minutes')
        const mean = shownValue(own, 'mean_length')
        if (minutes !== null && mean !== null) certain = meet(certain, ofMeanLength(minutes, mean))
      }
      if (!two && name === 'failed') certain = meet(certain, range)
      if (figure?.mark === 'shown') {
        const fine = !two && certain.low >= 1_000
        certain = meet(certain, { low: casesOf(figure, fine), high: null })
      }
      return { name, certain }
    })
    const firstVariable = into.start.length
    for (const { certain } of perName) range = meet(range, { low: certain.low, high: null })
    const n = add(range, cell?.legs ?? 0)
    legs.set(key, n)
    named.push({ cut, v1, v2, variable: n })
    for (const { name, certain } of perName) {
      const counted = COUNTED[name]
      const count = two || counted === undefined ? null : shownValue(own, counted)
      const y = add(count === null ? ANY : ofCount(count), outcomeOf(cell, name))
      // A failed leg is one of all legs; whatever else has cases has some of them.
      const d = name === 'failed' ? n : add(certain, casesIn(cell, name))
      outcomes.set(`${name}\0${key}`, y)
      cases.set(`${name}\0${key}`, d)
      row(
        [
          [y, 1],
          [d, -1],
        ],
        null,
        0,
      )
      if (d !== n)
        row(
          [
            [d, 1],
            [n, -1],
          ],
          null,
          0,
        )
      addRate(cut, own, name, y, d, name === 'failed' ? range : certain)
    }
    for (let variable = firstVariable; variable < into.start.length; variable += 1) ofCells.push({ cut, few, variable })
  }

  /** A whole and its parts, in legs, outcomes and cases. */
  const addLine = (whole: string, parts: readonly string[]): void => {
    const tie = (of: (key: string) => number | undefined): void => {
      const total = of(whole)
      if (total === undefined) return
      row(
        [
          [total, -1],
          ...parts.flatMap((part): Row['terms'] => {
            const index = of(part)
            return index === undefined ? [] : [[index, 1]]
          }),
        ],
        0,
        0,
      )
    }
    tie((key) => legs.get(key))
    for (const name of names) {
      tie((key) => outcomes.get(`${name}\0${key}`))
      if (name !== 'failed') tie((key) => cases.get(`${name}\0${key}`))
    }
  }

  const tenant = keyOf('tenant', '', '')
  if (said.has(tenant)) {
    addCell('tenant', '', '')
    const shown = new Map<Dimension, readonly string[]>([
      ['weekday', WEEKDAYS],
      ['hour', HOURS],
    ])
    for (const cut of MICRO_CUTS.filter((name) => CUTS[name].by.length === 1)) {
      const values = [...new Set(people.filter((figure) => figure.cut === cut).map((figure) => figure.v1))]
      const [dimension] = CUTS[cut].by
      if (values.length === 0 || dimension === undefined) continue
      shown.set(dimension, values)
      for (const value of values) addCell(cut, value, '')
      addLine(
        tenant,
        values.map((value) => keyOf(cut, value, '')),
      )
    }
    for (const cut of MICRO_CUTS.filter((name) => CUTS[name].by.length === 2)) {
      const [first, second] = CUTS[cut].by
      const own = people.filter((figure) => figure.cut === cut)
      // A cut that was taken is still tied to its sums, where its values are known from cuts that were not.
      const valuesOf = (dimension: Dimension | undefined, position: 'v1' | 'v2'): readonly string[] =>
        own.length > 0
          ? [...new Set(own.map((figure) => figure[position]))]
          : ((dimension === undefined ? undefined : shown.get(dimension)) ?? [])
      const rows = valuesOf(first, 'v1')
      const columns = valuesOf(second, 'v2')
      if (rows.length < 2 || columns.length < 2) continue
      for (const v1 of rows) for (const v2 of columns) addCell(cut, v1, v2)
      const [rowCut, columnCut] = [oneOf(first), oneOf(second)]
      if (rowCut !== undefined) {
        for (const v1 of rows)
          addLine(
            keyOf(rowCut, v1, ''),
            columns.map((v2) => keyOf(cut, v1, v2)),
          )
      }
      if (columnCut !== undefined) {
        for (const v2 of columns)
          addLine(
            keyOf(columnCut, v2, ''),
            rows.map((v1) => keyOf(cut, v1, v2)),
          )
      }
      if (rowCut === undefined && columnCut === undefined) {
        addLine(
          tenant,
          rows.flatMap((v1) => columns.map((v2) => keyOf(cut, v1, v2))),
        )
      }
    }
  }
  const advised = rowsOfFindings(findings, people, {
    legsOf: (cut, v1, v2) => legs.get(keyOf(cut, v1, v2)),
    casesOf: (name, cut, v1, v2) => cases.get(`${name}\0${keyOf(cut, v1, v2)}`),
    outcomesOf: (name, cut, v1, v2) => outcomes.get(`${name}\0${keyOf(cut, v1, v2)}`),
  })
  into.rows.push(...advised)
  return {
    program: into,
    cells: named,
    legsOf: (cut, v1, v2) => legs.get(keyOf(cut, v1, v2)),
    failuresOf: (cut, v1, v2) => outcomes.get(`failed\0${keyOf(cut, v1, v2)}`),
    variablesOf: (cut, fewOnly) =>
      ofCells.filter((own) => own.cut === cut && (own.few || !fewOnly)).map(({ variable }) => variable),
  }
}
