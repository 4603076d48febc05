/** The register of rules: what each needs, what switches it on, what would make it fire; for people, and in numbers. */
import { HEALTH_RULES, type Finding, type RuleId } from '../../schemas/finding.ts'
import type { MinimumEffect } from './compare.ts'
import { ALL_RULES } from './rules/index.ts'
import { type Language, ruleText } from './text/index.ts'

const HEALTH: ReadonlySet<string> = new Set(HEALTH_RULES)

/** A rule as people read it: sentences in one language, and the numbers that they speak of. */
export interface RegisteredRule {
  readonly rule: RuleId
  readonly version: number
  /** Whether it is about the data, not about the environment. */
  readonly health: boolean
  readonly name: string
  /** What must be in the records. */
  readonly needs: string
  /** What switches it on. */
  readonly on: string
  /** What would make it fire. */
  readonly fires: string
  /** Least difference of two rates (0 to 1) and least ratio of them; null: the rule states facts. */
  readonly effect: MinimumEffect | null
  /** Least impact in a month; null where a rule has none. */
  readonly impact: { readonly unit: Exclude<Finding['impact']['unit'], 'none'>; readonly least: number } | null
}

/** Every rule that is built, in the order in which findings are read. */
export function registerOfRules(language: Language): readonly RegisteredRule[] {
  return ALL_RULES.map(({ id, version, effect, impact: { unit, least } }) => ({
    rule: id,
    version,
    health: HEALTH.has(id),
    ...ruleText(id, language),
    effect,
    impact: unit === 'none' ? null : { unit, least },
  }))
}
