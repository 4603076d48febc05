/**
 * Advice beside kept figures. A revision keeps the figures of values of which few persons changed; a comparison of all
 * values as they now are would tell what those figures do not. So what a rule said of such a cut stands with them.
 */
import type { Publication } from '../../schemas/control/tables.ts'
import { RULES, type RuleId, type RuleResult } from '../../schemas/finding.ts'
import type { Figure } from '../../schemas/published.ts'
import { READERS } from '../../schemas/readers.ts'

/** What advice stands as it was. */
export interface Standing {
  /** Rules that look at a cut of which a figure is kept. */
  readonly rules: ReadonlySet<RuleId>
  /** What they came to in the revision before; none of a rule that was not asked. */
  readonly results: readonly RuleResult[]
}

/**
 * @param figures of a revision
 * @param before the publication before it; null: it is the first
 */
export function standingOf(figures: readonly Figure[], before: Publication | null): Standing {
  const cuts = new Set(figures.filter(({ kept, population }) => kept && population === 'people').map(({ cut }) => cut))
  const rules = new Set(RULES.filter((rule) => READERS[rule]?.cuts?.some((cut) => cuts.has(cut)) === true))
  return { rules, results: (before?.rules ?? []).filter(({ rule }) => rules.has(rule)) }
}
