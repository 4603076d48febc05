/** Cells laid out in columns, as wide as their widest text. */
import type { Cell } from './report.ts'
import { clean, wrap } from './text-wrap.ts'

/** A piece of a table that fits a terminal. */
export interface Lines {
  readonly titles: readonly string[]
  /** Columns' titles are broken into lines of about this length. */
  readonly titleWidth: number
  /** A cell may have several lines. */
  readonly rows: readonly (readonly string[])[]
  /** Aligned to the right. */
  readonly numbers: readonly boolean[]
  /** What is shown in it. */
  readonly cells: readonly Cell[]
}

/** A row whose cells have several lines, as rows of one line each. */
function linesOf(row: readonly string[]): readonly (readonly string[])[] {
  const cells = row.map((cell) => cell.split('\n').map(clean))
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => cells.map((lines) => lines[line] ?? ''))
}

export function linesText({ titles, titleWidth, rows, numbers }: Lines): string {
  const heads = titles.map((title, index) => wrap(title, index === 0 ? 2 * titleWidth : titleWidth).split('\n'))
  const height = Math.max(...heads.map((lines) => lines.length))
  const head = Array.from({ length: height }, (_, line) =>
    heads.map((lines) => lines[line - (height - lines.length)] ?? ''),
  )
  const cells = [...head, ...rows.flatMap(linesOf)]
  const widths = titles.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]): string => {
    const padded = row.map((cell, column) => {
      const width = widths[column] ?? 0
      return numbers[column] === true ? cell.padStart(width) : cell.padEnd(width)
    })
    return padded.join('  ').trimEnd()
  }
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))
  return `${[...cells.slice(0, height).map(line), rule, ...cells.slice(height).map(line)].join('\n')}\n`
}
