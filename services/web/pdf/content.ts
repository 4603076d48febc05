/** What the template of the PDF is given: texts and their places, no typography. Plain data, passed as JSON. */

/** A cell of a table. */
export interface PdfCell {
  readonly text: string
  /** The interval of a rate, set smaller. */
  readonly interval: string
  /** A mark instead of a figure. */
  readonly isMark: boolean
}

/** A table that fits the width of a page. */
export interface PdfTable {
  readonly kind: 'table'
  /** What its columns have in common; empty where there is no need to say it. */
  readonly caption: string
  /** Intervals stand below their figures, not beside them. */
  readonly isStacked: boolean
  /** Widths in points. */
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean; readonly width: number }[]
  readonly rows: readonly (readonly PdfCell[])[]
}

/** A rate of each value of a dimension with its interval, on one axis. All positions are parts of the axis, 0 to 1. */
export interface PdfChart {
  readonly kind: 'chart'
  readonly title: string
  readonly says: string
  /** The chart in words. */
  readonly alt: string
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly reference: number | null
  readonly rows: readonly PdfChartRow[]
}
export interface PdfChartRow {
  readonly label: string
  readonly text: string
  readonly interval: string
  /** null: only bounded. */
  readonly dot: number | null
  readonly bar: readonly [from: number, to: number] | null
  /** It lies beyond the end of the axis. */
  readonly beyond: boolean
}

export type PdfBlock =
  | PdfTable
  | PdfChart
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** What follows shows; on one page with it. */
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'notes'; readonly lines: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly PdfPair[] }
  | { readonly kind: 'advice'; readonly title: string; readonly tag: string; readonly pairs: readonly PdfPair[] }

interface PdfPair {
  readonly label: string
  readonly text: string
}

export interface PdfSection {
  readonly heading: string
  readonly blocks: readonly PdfBlock[]
}

export interface PdfContent {
  readonly language: string
  /** Of the document; readers show it as the window's title. */
  readonly title: string
  readonly kind: string
  readonly customer: string
  readonly month: string
  readonly revision: string
  readonly contact: string
  readonly of: string
  /** UTC: year, month, day, hour, minute, second; null: the document has no date. */
  readonly date: readonly [number, number, number, number, number, number] | null
  readonly sections: readonly PdfSection[]
  readonly annex: PdfSection | null
}
