/**
 * The beginning of a report: in a few sentences what matters most in the month. What there was and how good it was, what
 * stands out and how sure that is, what to do first, and what is not known. Everything in it stands in the report again.
 */
import { MEASURING_KINDS, type MeasuringKind } from '../../../schemas/profiles.ts'
import type { Figure, FigureName } from '../../../schemas/published.ts'
import { adviceOf, isHealth, isOpen, unansweredOf } from './advice.ts'
import { type Extent, monthName } from './extent.ts'
import type { Format } from '../../shared/format.ts'
import type { ReportInput } from './input.ts'
import type { Advice, AdvicePart, NumberCell } from './report.ts'
import { unknownParts } from './summary-unknown.ts'
import { cellOf } from './values.ts'
import type { Words } from './words/words.ts'

/** @returns three to five sentences or short paragraphs, most important facts in this order */
export function summaryOf(input: ReportInput, extent: Extent, words: Words, format: Format): readonly string[] {
  const { summary } = words
  const unknown = unknownParts(input, extent, words, format)
  return [
    ...(input.publication.safe === 1 ? people(input, words, format) : [rooms(input, words)]),
    ...advice(input, words),
    ...(unknown.length === 0 ? [] : [summary.unknown(unknown)]),
  ]
}

type FigureOf = (measure: FigureName) => NumberCell | null

/** The tenant's own figures, as they are shown. */
function figureOf(figures: readonly Figure[]): FigureOf {
  const own = new Map(figures.filter(({ cut }) => cut === 'tenant').map((figure) => [figure.measure, figure]))
  return (measure) => {
    const cell = cellOf(own.get(measure))
    return cell.type === 'number' ? cell : null
  }
}

/** How much there was, and how good it was beside the month before. */
function people(
  { figures, before, publication, tenant }: ReportInput,
  words: Words,
  format: Format,
): readonly string[] {
  const { summary } = words
  const figure = figureOf(figures)
  const earlier =
    before === null ? null : { month: monthName(before, tenant, words, format), figure: figureOf(before.figures) }
  const legs = figure('legs')
  const meetings = figure('conferences')
  const against = (measure: FigureName): string => {
    const [now, then] = [figure(measure), earlier?.figure(measure) ?? null]
    if (now === null || then === null || earlier === null) return ''
    const change = changeOf(now, then)
    return change === null ? '' : summary.against[change](percent(then, words, format), earlier.month)
  }
  const kind = mainKind(figure)
  const poor = kind === null ? null : figure(`${kind}_rate`)
  const failed = figure('failed_rate')
  const quality = [
    kind === null || poor === null
      ? ''
      : `${summary.poor[kind](percent(poor, words, format))}${against(`${kind}_rate`)}.`,
    failed === null ? '' : `${summary.failed(percent(failed, words, format))}${against('failed_rate')}.`,
  ].filter((sentence) => sentence !== '')
  return [
    ...(legs === null
      ? []
      : [
          summary.use({
            month: format.month(publication.month),
            legs: format.number(legs.value),
            meetings: meetings === null ? null : format.number(meetings.value),
          }),
        ]),
    ...(quality.length === 0 ? [] : [quality.join(' ')]),
  ]
}

/** A rate without its range: that stands in the table. */
function percent(cell: NumberCell, words: Words, format: Format): string {
  const text = format.percent(cell.value)
  return { shown: text, at_most: words.atMost(text), at_least: words.atLeast(text) }[cell.mark]
}

/** More or fewer is only said where the two ranges have nothing in common. */
function changeOf(now: NumberCell, then: NumberCell): 'more' | 'fewer' | 'same' | null {
  if (now.mark !== 'shown' || then.mark !== 'shown') return null
  if (now.low === null || now.high === null || then.low === null || then.high === null) return null
  if (now.low > then.high) return 'more'
  return now.high < then.low ? 'fewer' : 'same'
}

/** The way of measuring that tells of most connections; the three are never added up. */
function mainKind(figure: FigureOf): MeasuringKind | null {
  const graded = (kind: MeasuringKind): number =>
    (['good', 'fair', 'poor'] as const).reduce((sum, grade) => sum + (figure(`${kind}_${grade}`)?.value ?? 0), 0)
  const known = MEASURING_KINDS.filter((kind) => figure(`${kind}_rate`) !== null)
  return known.toSorted((one, two) => graded(two) - graded(one))[0] ?? null
}

function rooms({ figures, publication }: ReportInput, { summary }: Words): string {
  const shown = new Set(figures.filter(({ cut, mark }) => cut === 'room' && mark !== 'few').map(({ v1 }) => v1))
  return summary.noPeople(publication.k, shown.size)
}

/** What stands out and what to do first: of what nobody has done or turned down yet. */
function advice({ findings, publication, language, names }: ReportInput, words: Words): readonly string[] {
  const { summary } = words
  if (publication.rules.length === 0) return [words.advice.pending]
  const others = findings.filter(({ finding }) => !isHealth(finding))
  const open = findings.filter(isOpen).map((one) => adviceOf(one, language, names))
  const worst = open.filter(({ finding }) => !isHealth(finding))
  const [top] = worst
  const begin = top ?? open[0] // where nothing is advised, what is wrong with the data comes first
  const first = begin === undefined ? [] : [summary.first(partOf(begin, 'action'))]
  const unanswered = unansweredOf(publication.rules)
  const none = unanswered === 0 ? summary.nothing : summary.nothingYet(unanswered, publication.rules.length)
  if (top === undefined) return [others.length > 0 ? summary.handled : none, ...first]
  const { title, finding } = top
  const { confidence } = finding
  return [summary.worst({ title, confidence, impact: partOf(top, 'impact'), more: worst.length - 1 }), ...first]
}

function partOf({ texts }: Advice, name: AdvicePart): string {
  return texts.find(({ part }) => part === name)?.text ?? ''
}
