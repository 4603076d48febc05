/** A cell as the PDF sets it: the text of the other outputs to the digit, its interval apart. */
import { cellText } from '../reports/cell-text.ts'
import type { Format } from '../../shared/format.ts'
import type { Cell } from '../reports/report.ts'
import type { Words } from '../reports/words/words.ts'
import type { PdfCell } from './content.ts'
import { plain } from './plain.ts'

export type Say = (cell: Cell) => PdfCell

const WITH_INTERVAL = /^(.+) (\(.+\))$/u

export function createSay(k: number, words: Words, format: Format): Say {
  return (cell) => {
    const said = cellText(cell, k, words, format)
    if (cell.type !== 'number') return { text: plain(said), interval: '', isMark: cell.type !== 'text' }
    const [, value = said, interval = ''] = cell.low === null ? [] : (WITH_INTERVAL.exec(said) ?? [])
    return { text: cell.kept ? `${value} ${words.keptMark}` : value, interval, isMark: false }
  }
}
