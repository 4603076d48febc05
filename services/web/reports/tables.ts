/** Tables of a month's figures: one a cut, one row a value or pair of values, one column a measure that is published. */
import { type Cut, CUTS, type Dimension } from '../../../schemas/cube.ts'
import type { Figure, FigureName } from '../../../schemas/published.ts'
import { MEASURES } from './layout.ts'
import { type NameOf, orderOf } from './names.ts'
import type { Cell, Column, Layout, Row, Table } from './report.ts'
import { cellOf, rateOf, shownUnit } from './values.ts'
import type { Words } from './words/words.ts'

/** Where the first thing to see is a pair, its table comes after those of one dimension. */
const DETAIL: ReadonlySet<Cut> = new Set<Cut>(['model_software', 'room_model_software', 'site_transport'])

/**
 * @param figures of the month; other cuts do no harm
 * @returns null where nothing of this cut was published
 */
export function cutTable(cut: Cut, figures: readonly Figure[], words: Words, nameOf: NameOf): Table | null {
  const { by } = CUTS[cut]
  const ofCut = figures.filter((figure) => figure.cut === cut)
  if (ofCut.length === 0) return null
  const measures = measuresOf(ofCut)
  const values = Map.groupBy(ofCut, ({ v1, v2 }) => JSON.stringify([v1, v2]))
  const pairs = [...values.values()].map((group) => ({
    v1: group[0]?.v1 ?? '',
    v2: group[0]?.v2 ?? '',
    cells: measureCells(group, measures),
  }))
  const [first, second] = by
  const orders = {
    first: first === undefined ? () => 0 : orderOf(first, nameOf, weights(first, cut, figures)),
    second: second === undefined ? () => 0 : orderOf(second, nameOf, weights(second, cut, figures)),
  }
  const sorted = pairs.toSorted((one, two) => orders.first(one.v1, two.v1) || orders.second(one.v2, two.v2))
  const labels = (v1: string, v2: string): readonly Cell[] =>
    by.map((dimension, index) => {
      const value = index === 0 ? v1 : v2
      return { type: 'text', text: nameOf(dimension, value), value }
    })
  return {
    id: cut,
    cut,
    ...words.tables[cut],
    layout: layoutOf(cut),
    detail: DETAIL.has(cut),
    columns: [...by.map((dimension) => labelColumn(dimension, words)), ...measures.map(toColumn(words))],
    rows: sorted.map(({ v1, v2, cells }) => ({ cells: [...labels(v1, v2), ...cells] })),
  }
}

/** The tenant's own table: a row a month, newest first. */
export function keyTable(
  months: readonly { readonly name: string; readonly figures: readonly Figure[] }[],
  words: Words,
): Table | null {
  const ofTenant = months.map(({ name, figures }) => ({
    name,
    figures: figures.filter(({ cut }) => cut === 'tenant'),
  }))
  if (ofTenant[0]?.figures.length === 0) return null
  const measures = measuresOf(ofTenant.flatMap(({ figures }) => figures))
  const rows: Row[] = ofTenant
    .filter(({ figures }) => figures.length > 0)
    .map(({ name, figures }) => ({ cells: [{ type: 'text', text: name }, ...measureCells(figures, measures)] }))
  const columns = [labelColumn('month', words), ...measures.map(toColumn(words))]
  return { id: 'tenant', cut: 'tenant', ...words.tables.tenant, layout: 'turned', detail: false, columns, rows }
}

export function labelColumn(dimension: Dimension | 'month' | 'day', words: Words): Column {
  return { id: dimension, title: words.dimensions[dimension], unit: null, group: 'label', rate: 'no' }
}

type Placed = (typeof MEASURES)[number]

function measuresOf(figures: readonly Figure[]): readonly Placed[] {
  const published = new Set(figures.map(({ measure }) => measure))
  return MEASURES.filter(({ measure }) => published.has(measure))
}

function toColumn(words: Words): (placed: Placed) => Column {
  return ({ measure, group }) => ({
    id: measure,
    title: words.measures[measure],
    unit: shownUnit(measure),
    group,
    rate: rateOf(measure),
  })
}

/** A hidden cell has one figure, with the one mark; so have all measures of its row. */
function measureCells(group: readonly Figure[], measures: readonly Placed[]): readonly Cell[] {
  const byMeasure = new Map<FigureName, Figure>(group.map((figure) => [figure.measure, figure]))
  const hidden = group.every(({ mark }) => mark === 'few')
  return measures.map(({ measure }) => (hidden ? { type: 'few', of: 'cell' } : cellOf(byMeasure.get(measure))))
}

/** How much a value weighs: the published connections of the cut that has this dimension alone. */
function weights(dimension: Dimension, cut: Cut, figures: readonly Figure[]): (value: string) => number {
  const { population } = CUTS[cut]
  const alone = new Map(
    figures
      .filter((figure) => figure.measure === 'legs' && figure.population === population && figure.v2 === '')
      .filter((figure) => CUTS[figure.cut].by.length === 1 && CUTS[figure.cut].by[0] === dimension)
      .map((figure) => [figure.v1, figure.value ?? 0]),
  )
  return (value) => alone.get(value) ?? 0
}

function layoutOf(cut: Cut): Layout {
  if (cut === 'tenant') return 'turned'
  return cut === 'weekday_hour' ? 'grid' : 'list'
}
