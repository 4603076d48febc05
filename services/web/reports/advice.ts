/** Advice as sections: data health first, then findings, then what was looked at without one. */
import { type Finding, HEALTH_RULES, type RuleId, type RuleResult } from '../../../schemas/finding.ts'
import { findingText, type Language, ruleText, shownEffect, silenceText } from '../../advise/index.ts'
import type { FollowedFinding, ReportInput } from './input.ts'
import { createNames, type NameOf, type PlaceNames } from './names.ts'
import type { Advice, AdvicePart, LookedAt, Section } from './report.ts'
import { wordsOf } from './words/index.ts'
import type { Words } from './words/words.ts'

const HEALTH: ReadonlySet<RuleId> = new Set(HEALTH_RULES)
/** Outcomes of rules that are no answer. */
const NO_ANSWER: ReadonlySet<RuleResult['outcome']> = new Set(['too_little', 'no_input', 'withheld'] as const)

/** How many of the rules have no answer: of those it may not be said that nothing is worse. */
export function unansweredOf(rules: readonly Pick<RuleResult, 'outcome'>[]): number {
  return rules.filter(({ outcome }) => NO_ANSWER.has(outcome)).length
}

/** Whether it is about the data, not about the environment. */
export function isHealth({ rule }: Finding): boolean {
  return HEALTH.has(rule)
}

/** @returns the sections `health`, `advice`, `looked` */
export function adviceSections(
  { findings, publication, language, names }: ReportInput,
  words: Words,
): readonly Section[] {
  const all = findings.map((one) => adviceOf(one, language, names))
  const { advice } = words
  const pending = publication.rules.length === 0
  const few = publication.rules.some(({ outcome }) => outcome === 'too_little')
  const health = all.filter(({ finding }) => isHealth(finding))
  const others = all.filter(({ finding }) => !isHealth(finding))
  const looked = lookedOf(publication.rules, language)
  const open = unansweredOf(publication.rules)
  const silence = (of: readonly Advice[], sentence: string): readonly string[] =>
    of.length > 0 ? [] : [pending ? advice.pending : sentence]
  return [
    section('health', words, { advice: health, sentences: silence(health, advice.healthNone) }),
    section('advice', words, {
      advice: others,
      sentences: [
        ...silence(others, advice.none),
        ...(open === 0 ? [] : [advice.unanswered(open, publication.rules.length)]),
      ],
    }),
    section('looked', words, { looked, sentences: pending ? [advice.pending] : few ? [advice.groups] : [] }),
  ]
}

/** A finding in the words of a language; its numbers are those that the words say. */
export function adviceOf({ finding, state }: FollowedFinding, language: Language, names: PlaceNames): Advice {
  const words = wordsOf(language)
  const { title, ...said } = findingText(finding, language, findingNames(createNames(words, names)))
  const all: Readonly<Record<AdvicePart, string>> = { ...said, state: words.advice.states[state] }
  const texts = ADVICE_PARTS.filter((part) => all[part] !== '').map((part) => ({
    part,
    label: words.advice.parts[part],
    text: all[part],
  }))
  return { finding: { ...finding, effect: shownEffect(finding) }, state, title, texts }
}

const ADVICE_PARTS: readonly AdvicePart[] = [
  'finding',
  'comparison',
  'impact',
  'action',
  'check',
  'evidence',
  'method',
  'state',
]

/** A finding may also be about the tenant, a source or a day, which are called what they are. */
export function findingNames(nameOf: NameOf): (dimension: Finding['dimension'], value: string) => string {
  return (dimension, value) =>
    dimension === 'tenant' || dimension === 'source' || dimension === 'day' ? value : nameOf(dimension, value)
}

/** What each rule came to, in a sentence. */
export function lookedOf(rules: readonly RuleResult[], language: Language): readonly LookedAt[] {
  const { advice } = wordsOf(language)
  return rules.map((result) => {
    const { name } = ruleText(result.rule, language)
    const text = result.outcome === 'found' ? advice.found(name, result.findings) : silenceText(result, language)
    return { result, text }
  })
}

export function section(
  id: keyof Words['headings'],
  words: Words,
  content: Partial<Omit<Section, 'id' | 'heading'>>,
): Section {
  return { id, heading: words.headings[id], facts: [], sentences: [], advice: [], looked: [], tables: [], ...content }
}
