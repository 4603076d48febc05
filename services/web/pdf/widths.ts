/** How wide columns are, and which of them fit beside each other on a page. Points. */
import type { PdfCell } from './content.ts'

/** A4 less its margins. */
export const PAGE = 471
/** Of the type in tables; a digit of the typeface is half as wide as its size, a letter about as much. */
const CHARACTER = 4.45
const INTERVAL_CHARACTER = 3.75
/** Between columns. */
const GAP = 12
const LABEL = { least: 62, most: 190 } as const

/**
 * @param cells what stands below the title
 * @param isStacked whether intervals stand below their figures, not beside them
 */
export function numberWidth(title: string, cells: readonly PdfCell[], isStacked: boolean): number {
  const words = title.split(' ').map(({ length }) => length * CHARACTER)
  const texts = cells.map(({ text, interval }) => {
    const widths = [text.length * CHARACTER, interval.length * INTERVAL_CHARACTER] as const
    return isStacked || interval === '' ? Math.max(...widths) : widths[0] + widths[1] + 2
  })
  return Math.ceil(Math.max(...words, ...texts) + GAP)
}

/** Labels may be broken over lines. */
export function labelWidth(title: string, cells: readonly PdfCell[]): number {
  const longest = Math.max(title.length, ...cells.map(({ text }) => text.length))
  return Math.ceil(Math.min(LABEL.most, Math.max(LABEL.least, longest * CHARACTER + GAP)))
}

export function sumOf(columns: readonly { readonly width: number }[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0)
}

/** In as few pieces as fit, about as many columns in each. */
export function spread<T extends { readonly width: number }>(columns: readonly T[], free: number): readonly T[][] {
  const fewest = fill(columns, free)
  const even = fill(
    columns,
    Math.max(...columns.map(({ width }) => width), Math.min(free, evenWidth(columns, fewest.length))),
  )
  return even.length === fewest.length ? even : fewest
}

function evenWidth(columns: readonly { readonly width: number }[], pieces: number): number {
  return (sumOf(columns) / pieces) * 1.1
}

function fill<T extends { readonly width: number }>(columns: readonly T[], free: number): T[][] {
  const pieces: T[][] = []
  for (const column of columns) {
    const last = pieces.at(-1)
    if (last === undefined || sumOf([...last, column]) > free) pieces.push([column])
    else last.push(column)
  }
  return pieces
}

/** Columns with room between them: wider, but not so wide that a line is hard to follow. */
export function relaxed<T extends { readonly width: number }>(columns: readonly T[]): readonly T[] {
  const factor = Math.max(1, Math.min(1.45, PAGE / sumOf(columns)))
  return columns.map((column) => ({ ...column, width: Math.floor(column.width * factor) }))
}
