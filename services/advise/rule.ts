/** What a rule is, and what it gives: comparisons that are still to be judged together, and facts that need no test. */
import type { Finding, RuleId } from '../../schemas/finding.ts'
import type { MinimumEffect } from './compare.ts'
import type { Month } from './month.ts'

/** A finding without what only all comparisons together can say, and without what all findings of a month share. */
export type Draft = Omit<
  Finding,
  'id' | 'tenant_id' | 'month' | 'revision' | 'rule' | 'rule_version' | 'profile' | 'test' | 'confidence'
> & { readonly test: Pick<Finding['test'], 'code' | 'n_eff'> }

/** A group that was compared. */
export interface Judged {
  /** Two-sided; null where there are too few cases: the group is then not compared. */
  readonly p: number | null
  /** Finding, if it turns out to be no chance; null: not worse, or too little to matter. */
  readonly draft: Draft | null
  /** How much the group weighs among those of the rule, in cases. */
  readonly weight: number
  /** Effective sample over the needed one. */
  readonly power: number
  /** Meetings a month that the group lacks; 0 where nothing lacks. */
  readonly moreMeetings: number
  /** It is shown that there is no difference that matters (T14). */
  readonly same: boolean
  /** It looks worse by the least that matters, and chance does not explain it: where nothing is found, why must be said. */
  readonly looksWorse?: boolean
  /** What looks worse may be the trouble of one room: there are too few others of its kind. */
  readonly fewRooms?: boolean
  /** The rule has a second way to see that it is no chance, and that one agrees. */
  readonly agreed?: boolean
}

export interface Looked {
  readonly judged: readonly Judged[]
  /** Facts of which no chance has to be excluded, most important first. */
  readonly facts: readonly Draft[]
  /** Why nothing was looked at, where that is so. */
  readonly not: 'no_input' | 'withheld' | null
}

export interface Rule {
  readonly id: RuleId
  /** Grows with each change of what the rule says. */
  readonly version: number
  /** null: the rule states facts. */
  readonly effect: MinimumEffect | null
  readonly impact: {
    readonly unit: Finding['impact']['unit']
    /** Per month, in the unit. */
    readonly least: number
  }
  run(month: Month): Looked
}

/** Evidence is strong below it, where the sample is ample or a second look agrees. */
export const STRONG_Q = 0.05

export const NO_INPUT: Looked = { judged: [], facts: [], not: 'no_input' }
export const WITHHELD: Looked = { judged: [], facts: [], not: 'withheld' }
