/** Advice as sections: what to improve, how sound the data are, what is dealt with, and what was looked at without a finding. */
import {
  type Finding,
  type FindingState,
  HEALTH_RULES,
  type RuleId,
  type RuleResult,
} from '../../../schemas/finding.ts'
import { findingText, type Language, ruleText, shownEffect, silenceText } from '../../advise/index.ts'
import type { FollowedFinding, ReportInput } from './input.ts'
import { createNames, type NameOf, type PlaceNames } from './names.ts'
import type { Advice, AdvicePart, LookedAt, NumberedAdvice, Section } from './report.ts'
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

/** Whether somebody still has to do something about it, or is at it. */
export function isOpen({ state }: Pick<FollowedFinding, 'state'>): boolean {
  return OPEN.has(state)
}

const OPEN: ReadonlySet<FindingState> = new Set(['new', 'accepted', 'planned'])

/**
 * Findings are numbered once, in the order in which every form of a report has them: the open ones about meetings,
 * strongest first, then the open ones about the data, then those that are dealt with.
 *
 * @returns the sections `advice`, `health`, `handled` (only where there is one) and `looked`
 */
export function adviceSections(
  { findings, publication, language, names }: ReportInput,
  words: Words,
): readonly Section[] {
  const { advice } = words
  const open = findings.filter(isOpen)
  const [meetings, data, handled] = numbered(
    [
      open.filter(({ finding }) => !isHealth(finding)),
      open.filter(({ finding }) => isHealth(finding)),
      findings.filter((one) => !isOpen(one)),
    ],
    language,
    names,
  )
  const pending = publication.rules.length === 0
  const few = publication.rules.some(({ outcome }) => outcome === 'too_little')
  const looked = lookedOf(publication.rules, language)
  const unanswered = unansweredOf(publication.rules)
  const isHandled = (health: boolean): boolean => handled.some(({ finding }) => isHealth(finding) === health)
  const silence = (of: readonly Advice[], sentence: string): readonly string[] =>
    of.length > 0 ? [] : [pending ? advice.pending : sentence]
  return [
    section('advice', words, {
      advice: meetings,
      sentences: [
        ...silence(meetings, isHandled(false) ? words.summary.handled : advice.none),
        ...(unanswered === 0 ? [] : [advice.unanswered(unanswered, publication.rules.length)]),
      ],
    }),
    section('health', words, {
      advice: data,
      sentences: silence(data, isHandled(true) ? advice.healthHandled : advice.healthNone),
    }),
    ...(handled.length === 0 ? [] : [section('handled', words, { advice: handled, sentences: [advice.handled] })]),
    section('looked', words, { looked, sentences: pending ? [advice.pending] : few ? [advice.groups] : [] }),
  ]
}

type Lists<T> = readonly [meetings: readonly T[], data: readonly T[], handled: readonly T[]]

function numbered(lists: Lists<FollowedFinding>, language: Language, names: PlaceNames): Lists<NumberedAdvice> {
  const [meetings, data, handled] = lists
  const from = (first: number, list: readonly FollowedFinding[]): readonly NumberedAdvice[] =>
    list.map((one, index) => ({ ...adviceOf(one, language, names), number: first + index }))
  return [from(1, meetings), from(1 + meetings.length, data), from(1 + meetings.length + data.length, handled)]
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
