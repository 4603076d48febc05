/** Findings, and what rules say that found nothing, in sentences. */
import { FAILURES_WITHOUT_SITE, type Finding, type RuleId, type RuleResult } from '../../../schemas/finding.ts'
import type { Language } from '../../../schemas/words/languages.ts'
import { addDays } from '../../shared/calendar.ts'
import { isQuiet } from '../holidays.ts'
import { STRONG_Q } from '../rule.ts'
import { EN } from './en.ts'
import { NL } from './nl.ts'
import type { Said, Tested, Texts } from './said.ts'

export { type Language, LANGUAGES } from '../../../schemas/words/languages.ts'

const TEXTS: Readonly<Record<Language, Texts>> = { nl: NL, en: EN }

export interface FindingText {
  readonly title: string
  /** One sentence with the number and its range. */
  readonly finding: string
  readonly comparison: string
  readonly action: string
  /** What would show that it worked. */
  readonly check: string
  /** About what it costs in the month; '' for findings about the data. */
  readonly impact: string
  /** How sure it is, and what is missing to be surer. */
  readonly evidence: string
  /** How that was tested, for whoever knows statistics; '' for what was counted. */
  readonly method: string
}

/**
 * A finding in sentences.
 *
 * @param nameOf what people call a site, room or model; ids stand as they are by default
 */
export function findingText(
  finding: Finding,
  language: Language,
  nameOf: (dimension: Finding['dimension'], value: string) => string = (_dimension, value) => value,
): FindingText {
  const texts = TEXTS[language]
  const said = saidOf(finding, texts, nameOf)
  const rule = texts.rules[finding.rule]
  const { q, family, n_eff, code } = finding.test
  const { format } = numbers(texts)
  const limit = q === null ? null : Number(q.slice(2)) // `< 0.05`
  const tested: Tested = {
    confidence: finding.confidence,
    test: code,
    q: limit === null ? null : { limit: format(limit, 2), chances: format(limit * 100), isSmall: limit <= STRONG_Q },
    family: format(family),
    cases: n_eff === null ? null : format(n_eff),
  }
  return {
    title: rule.title(said),
    finding: rule.finding(said),
    comparison: rule.comparison(said),
    action: rule.action(said),
    check: rule.check(said),
    impact: said.impact,
    evidence: texts.evidence(tested),
    method: texts.method(tested),
  }
}

/** What a rule came to that found nothing. @returns one sentence; '' for a rule that found something */
export function silenceText({ rule, outcome, more_meetings }: RuleResult, language: Language): string {
  if (outcome === 'found') return ''
  const texts = TEXTS[language]
  return texts.silence[outcome](texts.rules[rule].name, numbers(texts).format(more_meetings ?? 0))
}

/** A rule as the register has it. */
export function ruleText(
  rule: RuleId,
  language: Language,
): { readonly name: string; readonly needs: string; readonly on: string; readonly fires: string } {
  const { name, needs, on, fires } = TEXTS[language].rules[rule]
  return { name, needs, on, fires }
}

function numbers({ locale }: Texts) {
  const format = (value: number, digits = 0) => numberFormat(locale, digits).format(value)
  return { format, percent: (permille: number) => `${format(permille / 10)}%` }
}

/** Made once: a formatter of the platform takes longer to make than thousands of numbers to write. */
const NUMBER_FORMATS = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`
  const known = NUMBER_FORMATS.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  NUMBER_FORMATS.set(key, made)
  return made
}

function saidOf(
  finding: Finding,
  texts: Texts,
  nameOf: (dimension: Finding['dimension'], value: string) => string,
): Said {
  const { format, percent } = numbers(texts)
  const { group, reference, impact, outcome, causes } = finding
  const effect = shownEffect(finding)
  const rate = ({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }) =>
    low === high ? percent(value) : `${percent(value)} (${format(low / 10)}–${percent(high)})`
  const decimal = (value: number) => format(value, Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0)
  const causeOf = (cause: string) => Object.entries(texts.causes).find(([name]) => name === cause)?.[1] ?? cause
  return {
    name: finding.value === '' ? '' : nameOf(finding.dimension, finding.value),
    second: causeOf(finding.value2),
    group: rate(group),
    reference: reference === null ? '' : rate(reference),
    most: reference === null ? '' : percent(reference.high),
    times: effect === null || effect.ratio_c === null ? '' : decimal(effect.ratio_c / 100),
    points:
      effect === null
        ? ''
        : texts.points(decimal(effect.diff / 10), decimal(effect.low / 10), decimal(effect.high / 10)),
    impact: impact.unit === 'none' ? '' : texts.impact[impact.unit](format(impact.value), format(impact.low)),
    by: outcome === 'measured' || outcome === 'windows' || outcome === 'alarms' ? texts.by[outcome] : '',
    causes: causes.map(({ cause, share }) => `${causeOf(cause)} ${percent(share)}`).join(', '),
    ofFailures: causes
      .flatMap(({ cause, share }) => (cause === FAILURES_WITHOUT_SITE ? [percent(share)] : []))
      .join(''),
    steps: Object.entries(texts.steps).find(([cause]) => cause === finding.value2)?.[1] ?? '',
    size: format(group.size),
    since: dayText(finding.since, texts),
    sinceLow: dayText(finding.since_low, texts),
    sinceHigh: dayText(finding.since_high, texts),
    days: workingDays(finding.since_low, finding.since_high),
    rooms: finding.population === 'environment',
    outcome,
  }
}

/** A ratio that differs from that of the shown rates by no more than this part of it contradicts them to nobody. */
const NEARLY = 0.15

/**
 * The effect as it stands beside the two rates: they are rounded, and a difference or ratio of the unrounded ones would
 * contradict them. The difference is that of the shown rates, within a range that holds it; the ratio is left out where
 * the shown rates say another.
 */
export function shownEffect({
  group,
  reference,
  effect,
}: Pick<Finding, 'group' | 'reference' | 'effect'>): Finding['effect'] {
  if (effect === null || reference === null) return effect
  const diff = group.value - reference.value
  const ratio = reference.value === 0 ? 0 : (100 * group.value) / reference.value
  const agrees = effect.ratio_c !== null && Math.abs(effect.ratio_c - ratio) <= NEARLY * ratio
  return {
    diff,
    low: Math.min(effect.low, diff),
    high: Math.max(effect.high, diff),
    ratio_c: agrees ? effect.ratio_c : null,
  }
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const DAY_FORMATS = new Map([NL, EN].map(({ locale }) => [locale, new Intl.DateTimeFormat(locale, DAY)]))

function dayText(day: string | null, { locale }: Texts): string {
  return day === null ? '' : (DAY_FORMATS.get(locale)?.format(new Date(`${day}T00:00:00Z`)) ?? day)
}

function workingDays(from: string | null, until: string | null): number {
  if (from === null || until === null) return 0
  let days = 0
  for (let day = from; day <= until; day = addDays(day, 1)) if (!isQuiet(day)) days += 1
  return days
}
