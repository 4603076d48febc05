/** How to read the numbers of a report, in plain words: each sign and word that occurs in it, once. */
import { type Figure, FIGURES, type FigureName } from '../../../schemas/published.ts'
import type { Format } from '../../shared/format.ts'
import type { ReportInput } from './input.ts'
import type { Fact } from './report.ts'
import { READING, type ReadingId, type Words } from './words/words.ts'

/** @returns facts in the order in which a reader meets them; a word that does not occur is not explained */
export function readingOf(input: ReportInput, { reading }: Words, format: Format): readonly Fact[] {
  const occurs = occurring(input)
  const { k } = input.publication
  return READING.filter((id) => occurs[id]).map((id): Fact => ({ id, ...reading[id]({ k, format }) }))
}

function occurring({ figures, findings, before }: ReportInput): Readonly<Record<ReadingId, boolean>> {
  const all = [...figures, ...(before?.figures ?? [])]
  const measures = new Set<FigureName>(all.filter(({ mark }) => mark !== 'few').map(({ measure }) => measure))
  const some = (test: (figure: Figure) => boolean): boolean => all.some(test)
  const has = (beginning: string): boolean => [...measures].some((measure) => measure.startsWith(beginning))
  const tests = findings.map(({ finding }) => finding.test)
  return {
    range: some(({ low }) => low !== null) || findings.length > 0,
    bounded: some(({ mark }) => mark === 'at_most' || mark === 'at_least'),
    few: true, // what is not there is part of every report
    class: some(({ measure, mark }) => FIGURES[measure].unit === 'class' && mark !== 'few'),
    evidence: findings.length > 0,
    q: tests.some(({ q }) => q !== null),
    independent: tests.some(({ n_eff: cases }) => cases !== null),
    points: findings.some(({ finding }) => finding.effect !== null),
    percentiles: [...measures].some((measure) => /_p\d\d$/u.test(measure)),
    loss: has('loss_'),
    jitter: has('jitter_'),
    rtt: has('rtt_'),
    mos: has('mos_'),
  }
}
