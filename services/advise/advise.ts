/**
 * What rules find, judged together (design, section 9). A rule's groups are one family (T4): q is that of the rule.
 * Because all rules look at the same month, a finding must also stand when every comparison of the month is taken as one
 * family; else each further rule would add its own false alarms.
 */
import { type Finding, HEALTH_RULES, Q_CLASSES, type RuleId, type RuleResult } from '../../schemas/finding.ts'
import { idOf } from './identity.ts'
import type { AdviseInput } from './input.ts'
import { monthOf } from './month.ts'
import { type Draft, type Judged, type Looked, type Rule, STRONG_Q, WITHHELD } from './rule.ts'
import { ALL_RULES } from './rules/index.ts'
import { benjaminiHochberg } from './statistics/index.ts'
import { twoDigits } from './round.ts'

const HEALTH: ReadonlySet<string> = new Set(HEALTH_RULES)
/** Rules that look at people's legs alone. */
const OF_PEOPLE: ReadonlySet<string> = new Set<RuleId>(['A01', 'A08', 'E02', 'E03'])
const hasPeople = ({ cells }: AdviseInput): boolean => cells.some(({ cut, legs }) => cut === 'tenant' && legs > 0)
const MODERATE = 0.1
/** Over all comparisons of a month: of organisations where nothing is wrong, so few may get any advice at all. */
const OVERALL = 0.05
/** Strong where the sample is so many times the needed one (reference quality-and-advice 2, confidence words). */
const AMPLE = 3
/** Share of the cases of which something must be known before a rule says that it found nothing. */
const MOST = 0.5

/** @returns findings, the data's health first, then by what they cost; one result a rule, in the order of RULES */
export function advise(input: AdviseInput): {
  readonly findings: readonly Finding[]
  readonly results: readonly RuleResult[]
} {
  const month = monthOf(input)
  // Where people are no safe cell, nothing depends on what they do, not even what a rule says of its silence.
  const hidden = (rule: Rule): boolean => !month.safe && OF_PEOPLE.has(rule.id) && hasPeople(input)
  const all = ALL_RULES.map((rule) => ({ rule, looked: hidden(rule) ? WITHHELD : rule.run(month) }))
  // What is wrong with the data says nothing about how likely it is that something else is wrong.
  const advice = all.filter(({ rule }) => !HEALTH.has(rule.id)).flatMap(({ looked }) => looked.judged)
  const together = falseDiscoveries(advice)
  const concluded = all.map(({ rule, looked }) => conclude(input, rule, looked, together))
  return {
    findings: concluded.flatMap(({ findings }) => findings),
    results: concluded.map(({ result }) => result),
  }
}

/** T4 over those that were compared. */
function falseDiscoveries(judged: readonly Judged[]): ReadonlyMap<Judged, number> {
  const compared = judged.flatMap((group) => (group.p === null ? [] : [{ group, p: group.p }]))
  const qs = benjaminiHochberg(compared.map(({ p }) => p))
  return new Map(compared.map(({ group }, index) => [group, qs[index] ?? 1]))
}

function conclude(input: AdviseInput, rule: Rule, looked: Looked, together: ReadonlyMap<Judged, number>) {
  const { judged, facts } = looked
  const qs = falseDiscoveries(judged)
  const complete = (
    draft: Draft,
    rest: Pick<Finding, 'confidence'> & Pick<Finding['test'], 'q' | 'family'>,
  ): Finding => {
    const { confidence, q, family } = rest
    const about = { ...draft, tenant_id: input.tenantId, month: input.month, rule: rule.id }
    return {
      ...about,
      id: idOf(about),
      revision: input.revision,
      rule_version: rule.version,
      profile: input.profile,
      test: { ...draft.test, q, family },
      confidence,
    }
  }
  const stated = facts.map((draft) => complete(draft, { confidence: 'strong', q: null, family: 1 }))
  const tested = judged.flatMap((group): Finding[] => {
    const q = qs.get(group) ?? 1
    if (group.draft === null || q >= MODERATE || (together.get(group) ?? 0) >= OVERALL) return []
    const found = complete(group.draft, { confidence: 'moderate', q: classOf(q), family: qs.size })
    const sure = group.power >= AMPLE || group.agreed === true || isRepeated(input, found) || found.test.code === 'T12'
    return [{ ...found, confidence: q < STRONG_Q && sure ? 'strong' : 'moderate' }]
  })
  const findings = [...stated, ...tested.toSorted(byWeight)]
  const { outcome, meetings } = outcomeOf(looked, findings.length)
  const result: RuleResult = {
    rule: rule.id,
    rule_version: rule.version,
    outcome,
    findings: findings.length,
    more_meetings: meetings,
  }
  return { findings, result }
}

function byWeight(a: Finding, b: Finding): number {
  return b.impact.value - a.impact.value || (a.id < b.id ? -1 : 1)
}

/** The smallest class that holds q; each is called by its upper end. */
function classOf(q: number): Finding['test']['q'] {
  return Q_CLASSES.find((name) => q < Number(name.slice(2))) ?? null
}

/** The month before found the same. */
function isRepeated({ earlier = [] }: AdviseInput, found: Finding): boolean {
  const keys = ['rule', 'population', 'dimension', 'value', 'value2', 'outcome'] as const
  return earlier.some((one) => keys.every((key) => one[key] === found[key]))
}

const weightOf = (groups: readonly Judged[]): number => groups.reduce((sum, { weight }) => sum + weight, 0)

/** What is said where nothing was found: a rule that saw too little of the legs never says that all is well. */
function outcomeOf(
  { judged, facts, not }: Looked,
  findings: number,
): { outcome: RuleResult['outcome']; meetings: number | null } {
  if (findings > 0) return { outcome: 'found', meetings: null }
  if (not !== null) return { outcome: not, meetings: null }
  if (judged.length === 0 && facts.length === 0) return { outcome: 'nothing', meetings: null }
  const [told, untold] = [judged.filter(({ power }) => power >= 1), judged.filter(({ power }) => power < 1)]
  if (judged.some(({ fewRooms }) => fewRooms === true)) return { outcome: 'too_few_rooms', meetings: null }
  // The reader sees its rate, and that it is worse: that nothing was found would be no answer.
  const worse = untold.filter(({ looksWorse, moreMeetings }) => looksWorse === true && moreMeetings > 0)
  const open = worse.length > 0 ? worse : untold
  if (worse.length > 0 || weightOf(told) < MOST * weightOf(judged)) {
    const least = Math.min(...open.map(({ moreMeetings }) => moreMeetings))
    return { outcome: 'too_little', meetings: twoDigits(Math.max(1, least), 'up') }
  }
  const same = judged.filter((group) => group.same)
  return { outcome: weightOf(same) >= weightOf(told) ? 'no_difference' : 'nothing', meetings: null }
}
