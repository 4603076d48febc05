/** Cells as a reader of a language writes them. */
import { SIZE_CLASSES } from '../../../schemas/published.ts'
import type { Format } from '../../shared/format.ts'
import type { Cell, NumberCell } from './report.ts'
import type { Words } from './words/words.ts'

/** What a cell says to a reader; `few` and `none` in one word, explained below the table. */
export function cellText(cell: Cell, k: number, words: Words, format: Format): string {
  if (cell.type === 'text') return cell.text
  if (cell.type === 'few') return cell.of === 'day' ? words.fewOfDay : words.fewShort(k)
  return cell.type === 'none' ? '–' : numberText(cell, format)
}

function numberText({ unit, value, low, high, mark }: NumberCell, format: Format): string {
  if (unit === 'from') return sizeText(value, format)
  if (unit === 'seconds') return `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`
  if (unit !== 'percent') return format.number(value)
  const percent = `${{ shown: '', at_most: '≤ ', at_least: '≥ ' }[mark]}${format.percent(value)}`
  return low === null || high === null ? percent : `${percent} (${format.number(low)}–${format.percent(high)})`
}

/** A size class with both its ends: `200–499`. */
function sizeText(from: number, format: Format): string {
  const next = SIZE_CLASSES.find((edge) => edge > from)
  return next === undefined ? `≥ ${format.number(from)}` : `${format.number(from)}–${format.number(next - 1)}`
}
