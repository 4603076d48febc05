/** From a published figure to a typed cell: its unit as people read it, and no digit that was not published. */
import { type DayFigure, type Figure, FIGURES, type Unit } from '../../../schemas/published.ts'
import type { Cell, Column, Measure, ShownUnit } from './report.ts'

const SHOWN: Readonly<Record<Unit, { readonly unit: ShownUnit; readonly of: (value: number) => number }>> = {
  count: { unit: 'count', of: (value) => value },
  minutes: { unit: 'minutes', of: (value) => value },
  permille: { unit: 'percent', of: (value) => value / 10 },
  class: { unit: 'from', of: (value) => value },
  mp: { unit: 'percent', of: (value) => Math.round(value / 10) / 100 },
  us: { unit: 'milliseconds', of: (value) => Math.round(value / 100) / 10 },
  c: { unit: 'points', of: (value) => value / 100 },
  fps: { unit: 'frames_per_second', of: (value) => value },
  seconds: { unit: 'seconds', of: (value) => value },
}

/** Rates of a day are permille, as those of a month. */
function unitOf(measure: Measure): Unit {
  return measure === 'complete' || measure === 'taken' ? 'permille' : FIGURES[measure].unit
}

export function shownUnit(measure: Measure): ShownUnit {
  return SHOWN[unitOf(measure)].unit
}

/** Of a month; rates of days have no interval. */
export function rateOf(measure: Measure): Column['rate'] {
  if (unitOf(measure) !== 'permille') return 'no'
  return measure === 'alone_time_rate' ? 'plain' : 'interval'
}

const NONE: Cell = { type: 'none' }

/** @param figure undefined where none was published: nothing to count, or too few persons for this figure alone */
export function cellOf(figure: Figure | undefined): Cell {
  return figure === undefined ? NONE : numberOf(figure)
}

/** A day has no interval and is never revised. */
export function dayCellOf(figure: DayFigure | undefined): Cell {
  if (figure === undefined || figure.mark === 'none') return NONE
  if (figure.mark === 'few') return { type: 'few', of: 'day' }
  return numberOf({ ...figure, mark: figure.mark, low: null, high: null, kept: false })
}

function numberOf({
  measure,
  mark,
  value,
  low,
  high,
  kept,
}: Pick<Figure, 'mark' | 'value' | 'low' | 'high' | 'kept'> & { readonly measure: Measure }): Cell {
  if (mark === 'few') return { type: 'few', of: 'cell' }
  if (value === null) return NONE
  const { unit, of } = SHOWN[unitOf(measure)]
  const bound = (end: number | null): number | null => (end === null ? null : of(end))
  return { type: 'number', unit, value: of(value), low: bound(low), high: bound(high), mark, kept }
}
