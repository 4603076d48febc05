/** What a month does not tell, for its summary: a report that is silent about it would look better than it is. */
import type { RuleId } from '../../../schemas/finding.ts'
import { adviceOf, isHealth, unansweredOf } from './advice.ts'
import { completenessOf } from './days.ts'
import type { Extent } from './extent.ts'
import type { Format } from '../../shared/format.ts'
import type { ReportInput } from './input.ts'
import { cellOf } from './values.ts'
import type { Words } from './words/words.ts'

/** Share of connections without quality, per cent, from which it is said. */
const MUCH = 5

/** @returns half sentences, most important first; empty where nothing lacks that the report would need */
export function unknownParts(
  { findings, publication, figures, days, language, names }: ReportInput,
  { from, until, cut }: Extent,
  { summary }: Words,
  format: Format,
): readonly string[] {
  const health = findings.filter(({ finding }) => isHealth(finding))
  const found = new Set<RuleId>(health.map(({ finding }) => finding.rule))
  const ungraded = cellOf(figures.find(({ cut, measure }) => cut === 'tenant' && measure === 'ungraded_rate'))
  const { withData, complete } = completenessOf(days)
  const { rules, safe, k } = publication
  const open = unansweredOf(rules)
  return [
    cut === null ? '' : summary.part(format.day(from), format.day(until)),
    ...health.map((one) => lowerFirst(adviceOf(one, language, names).title)),
    ungraded.type === 'number' && ungraded.mark === 'shown' && ungraded.value >= MUCH && !found.has('G01')
      ? summary.ungraded(format.percent(ungraded.value))
      : '',
    complete < withData ? summary.incomplete(withData - complete) : '',
    // Where there is no advice, that is said beside it.
    open === 0 || health.length === findings.length ? '' : summary.unanswered(open, rules.length),
    safe === 1 ? summary.small(k) : '',
  ].filter((part) => part !== '')
}

/** Titles of findings about the data begin with a word of ours, never with a name. */
function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
