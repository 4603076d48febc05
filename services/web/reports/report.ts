/**
 * A report as a document without looks: sections of sentences, advice and tables of typed cells. Text, files and pages
 * are drawn from it, so that all of them say the same.
 */
import type { Cut } from '../../../schemas/cube.ts'
import type { Finding, FindingState, RuleResult } from '../../../schemas/finding.ts'
import type { DAY_MEASURES, FigureName } from '../../../schemas/published.ts'
import type { Language } from '../../advise/index.ts'

/**
 * As a number is shown: rates in per cent, loss in per cent, delays in milliseconds, MOS in points.
 * `from`: the lower end of a size class of legs.
 */
export type ShownUnit =
  'count' | 'minutes' | 'percent' | 'from' | 'seconds' | 'milliseconds' | 'points' | 'frames_per_second'

export interface NumberCell {
  readonly type: 'number'
  readonly unit: ShownUnit
  readonly value: number
  /** 95 % interval, where there is one. */
  readonly low: number | null
  readonly high: number | null
  /** A rate from few legs is only bounded: at most, or at least, `value`. */
  readonly mark: 'shown' | 'at_most' | 'at_least'
  /** Of an earlier revision: what changed came from too few persons, or mostly from one. */
  readonly kept: boolean
}

/**
 * `few`: fewer than k persons, or mostly one, or none: the one mark of every cell that is not shown; of a day, also fewer
 * than 50 connections. `none`: not known.
 */
export type Cell =
  /** `value`: of the dimension, as it is stored; the text is its name. */
  | { readonly type: 'text'; readonly text: string; readonly value?: string }
  | NumberCell
  | { readonly type: 'few'; readonly of: 'cell' | 'day' }
  | { readonly type: 'none' }

/** What belongs together in a table that is too wide for a page. */
export type ColumnGroup = 'label' | 'use' | 'rates' | 'grades' | 'media' | 'failures' | 'measurements'

export type Measure = FigureName | (typeof DAY_MEASURES)[number]

export interface Column {
  /** The same in every language: name of a dimension (`label`) or of a measure. */
  readonly id: string
  readonly title: string
  /** null: text. */
  readonly unit: ShownUnit | null
  readonly group: ColumnGroup
  /** A rate may be bounded only, or hidden by itself; and it may have an interval. */
  readonly rate: 'no' | 'plain' | 'interval'
}

export interface Row {
  /** One a column. */
  readonly cells: readonly Cell[]
}

/**
 * - `list`  one row a value, or a pair of values
 * - `turned` few rows of many measures: read downwards
 * - `grid`  two dimensions, best read as one grid a measure
 */
export type Layout = 'list' | 'turned' | 'grid'

export interface Table {
  /** The same in every language; names a file. */
  readonly id: string
  readonly cut: Cut | null
  readonly title: string
  /** One sentence: what it shows. */
  readonly says: string
  readonly layout: Layout
  /** Not for a reader who begins; files have it. */
  readonly detail: boolean
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** A finding in words, with its evidence. */
export interface Advice {
  readonly finding: Finding
  readonly state: FindingState
  readonly title: string
  /** What was found, with its range; how it compares; what to do; what would show that it worked. */
  readonly texts: readonly { readonly part: AdvicePart; readonly label: string; readonly text: string }[]
}
/** With its number in a report: the same on the page, in the PDF, in text and in files. */
export interface NumberedAdvice extends Advice {
  readonly number: number
}
export type AdvicePart = 'finding' | 'comparison' | 'action' | 'check' | 'impact' | 'evidence' | 'method' | 'state'

/** What a rule came to, also where it found nothing. */
export interface LookedAt {
  readonly result: RuleResult
  readonly text: string
}

export interface Fact {
  /** The same in every language. */
  readonly id: string
  readonly label: string
  readonly text: string
}

export interface Section {
  readonly id: string
  readonly heading: string
  readonly facts: readonly Fact[]
  readonly sentences: readonly string[]
  readonly advice: readonly NumberedAdvice[]
  readonly looked: readonly LookedAt[]
  readonly tables: readonly Table[]
}

export interface Report {
  readonly language: Language
  readonly title: string
  readonly tenantId: string
  readonly month: string
  readonly revision: number
  /** Smallest group. */
  readonly k: number
  readonly sections: readonly Section[]
}
