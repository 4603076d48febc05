/** Every rule speaks both languages, of every outcome, in whole sentences with nothing left open. */
import { describe, expect, test } from 'vitest'
import { FAILURES, MEDIA_RATES, type Outcome } from '../../../schemas/cube.ts'
import { type Finding, RULES, type RuleId, type RuleResult } from '../../../schemas/finding.ts'
import { findingText, LANGUAGES, ruleText, silenceText } from '../../../services/advise/index.ts'

const OUTCOMES: Readonly<Record<RuleId, readonly (Outcome | null)[]>> = {
  G01: [null],
  G02: [null],
  G03: [null],
  A01: ['measured', 'windows', 'alarms'],
  A08: ['measured', 'windows', 'alarms'],
  B01: ['measured', 'windows', 'alarms', 'dropped'],
  B02: ['measured', 'windows', 'alarms', 'dropped'],
  E02: ['alone'],
  E03: ['failed'],
}

function findingOf(rule: RuleId, outcome: Outcome | null, more: Partial<Finding> = {}): Finding {
  const tested = outcome !== null
  return {
    id: '00000000-0000-8000-8000-000000000000',
    tenant_id: 'acme',
    month: '2026-10',
    revision: 1,
    rule,
    rule_version: 1,
    profile: 'avesqo-1',
    dimension: 'site',
    value: 'the-place',
    value2: rule === 'E03' ? 'media_network' : rule === 'B02' ? '1.12' : '',
    population: 'people',
    outcome,
    group: { value: 70, low: 50, high: 90, size: 1_000 },
    reference: { kind: 'rest', value: 40, low: 30, high: 50, size: 5_000 },
    test: { code: 'T3', q: tested ? '< 0.05' : null, family: tested ? 5 : 1, n_eff: tested ? 1_400 : null },
    effect: tested ? { diff: 30, low: 9, high: 51, ratio_c: 180 } : null,
    impact: { unit: tested ? 'poor_hours' : 'none', value: tested ? 24 : 0, low: tested ? 8 : 0 },
    since: '2026-10-14',
    since_low: '2026-10-13',
    since_high: '2026-10-16',
    confidence: 'strong',
    causes: [{ cause: 'video_down', share: 700 }],
    ...more,
  }
}

const OPEN = /undefined|null|NaN|\{|\}|\[object|_|\s{2}|\(\)|,\s*,/u
const SENTENCE = /^["\p{Lu}\d].*[.]$/u

describe.each(LANGUAGES)('in %s', (language) => {
  const cases = RULES.flatMap((rule) =>
    OUTCOMES[rule].flatMap((outcome) =>
      (['people', 'environment'] as const).map((population) => ({ rule, outcome, population })),
    ),
  )

  test.each(cases)('$rule of $outcome, $population', ({ rule, outcome, population }) => {
    const said = findingText(findingOf(rule, outcome, { population }), language, () => 'Utrecht Noord')
    for (const part of Object.values(said)) expect(part).not.toMatch(OPEN)
    for (const part of [said.finding, said.comparison, said.action, said.check]) expect(part).toMatch(SENTENCE)
    expect(said.title).toMatch(/^[\p{Lu}]/u)
    expect(said.finding).toContain('7')
    expect(JSON.stringify(said)).not.toContain('the-place')
  })

  test('about the tenant as a whole, and about rooms, no name is missing', () => {
    const whole = findingText(findingOf('E02', 'alone', { dimension: 'tenant', value: '' }), language)
    const target = { kind: 'target', value: 250, low: 250, high: 250, size: 0 } as const
    const open = findingText(findingOf('G01', null, { dimension: 'tenant', value: '', reference: target }), language)
    for (const part of [...Object.values(whole), ...Object.values(open)]) expect(part).not.toMatch(OPEN)
    expect(open.comparison).toContain('25%')
    expect(open.comparison).not.toContain('25%–')
  })

  test('a reference that has none, one day of silence, and a cause that is not known leave no gap', () => {
    const none = findingOf('A01', 'measured', { causes: [], effect: { diff: 30, low: 9, high: 51, ratio_c: null } })
    const day = findingOf('G02', null, { since_low: '2026-10-14', since_high: '2026-10-14', dimension: 'source' })
    const cause = findingOf('E03', 'failed', { value2: '', causes: [] })
    for (const finding of [none, day, cause]) {
      for (const part of Object.values(findingText(finding, language))) expect(part).not.toMatch(OPEN)
    }
  })

  test.each([...FAILURES, ...MEDIA_RATES])('%s is called by its name', (cause) => {
    const { comparison } = findingText(findingOf('E03', 'failed', { causes: [{ cause, share: 400 }] }), language)
    expect(comparison).toContain('40%')
    expect(comparison).not.toContain(cause.includes('_') ? cause : '\u0000')
  })

  test('what to do about failures follows from their cause', () => {
    const actions = ['', ...FAILURES].map(
      (cause) => findingText(findingOf('E03', 'failed', { value2: cause }), language).action,
    )
    expect(new Set(actions).size).toBe(1 + FAILURES.length)
    expect(findingText(findingOf('E03', 'failed', { value2: 'config_or_crypto' }), language).action).toContain('TLS')
  })

  test.each(RULES)('%s says what it came to where it found nothing, and what it is about', (rule) => {
    const outcomes: RuleResult['outcome'][] = [
      'nothing',
      'no_difference',
      'too_little',
      'too_few_rooms',
      'no_input',
      'withheld',
    ]
    const sentences = outcomes.map((outcome) => {
      const more = outcome === 'too_little' ? 1_200 : null
      return silenceText({ rule, rule_version: 1, outcome, findings: 0, more_meetings: more }, language)
    })
    for (const sentence of sentences) expect(sentence).toMatch(SENTENCE)
    expect(new Set(sentences).size).toBe(outcomes.length)
    expect(sentences[2]).toContain(language === 'nl' ? '1.200' : '1,200')
    for (const part of Object.values(ruleText(rule, language))) expect(part).not.toMatch(OPEN)
    expect(silenceText({ rule, rule_version: 1, outcome: 'found', findings: 1, more_meetings: null }, language)).toBe(
      '',
    )
  })
})

test('numbers and days are those of the language, and the kind of measurement is named', () => {
  const finding = findingOf('A08', 'alarms', { effect: { diff: 34, low: 9, high: 120, ratio_c: 1_200 } })
  const [nl, en] = [findingText(finding, 'nl'), findingText(finding, 'en')]
  expect(nl.comparison).toContain('ongeveer 3 procentpunt (0,9 tot 12)')
  expect(en.comparison).toContain('about 3 percentage points (0.9 to 12)')
  expect(nl.finding).toContain('14 oktober 2026')
  expect(en.finding).toContain('14 October 2026')
  expect(nl.finding).toContain('Cisco Meeting Server')
  expect(en.finding).toContain('limits of Avesqo')
  expect(nl.impact).toBe('deze maand ongeveer 24 uur slechte verbinding, boven op wat gewoon is (minstens 8 uur)')
  expect(en.evidence).toBe(
    'Strong evidence. Of 100 findings like this, fewer than 5 are expected to be chance. ' +
      'There are also more than enough data, or it was also found in a second way or a month earlier.',
  )
  expect(en.method).toBe(
    'q < 0.05; 5 groups compared; counts as 1,400 independent connections; ' +
      'test: two shares within equal groups (T3, Mantel-Haenszel)',
  )
  expect(nl.method).toContain('q < 0,05; 5 groepen vergeleken')
})

test.each([
  ['< 0.05', 'Chance is unlikely. But we saw this in one month and in one way only.'],
  ['< 0.10', 'fewer than 10 are expected to be chance. For strong evidence it must be fewer than 5.'],
] as const)('moderate evidence at q %s says what it lacks', (q, words) => {
  const test = { code: 'T3', q, family: 5, n_eff: 1_400 } as const
  const { evidence } = findingText(findingOf('A01', 'measured', { confidence: 'moderate', test }), 'en')
  expect(evidence).toContain(words)
})

test('what was counted was not tested', () => {
  const test = { code: 'fact', q: null, family: 1, n_eff: null } as const
  const { evidence, method } = findingText(findingOf('G01', null, { test }), 'en')
  expect(evidence).toBe('Strong evidence. This was counted, not estimated.')
  expect(method).toBe('')
  const share = { ...test, code: 'T1', n_eff: 20 } as const
  expect(findingText(findingOf('G01', null, { test: share }), 'en').evidence).toContain('lowest number of the range')
})

const comparisonOf = (group: number, reference: number, effect: Finding['effect']) => {
  const rates = { group: { value: group, low: group - 20, high: group + 20, size: 200 } }
  const rest = { kind: 'rest', value: reference, low: 0, high: reference + 20, size: 500 } as const
  return findingText(findingOf('A01', 'measured', { ...rates, reference: rest, effect, causes: [] }), 'en').comparison
}

describe('rounded rates', () => {
  test('have the difference that they show, within a range that holds it', () => {
    expect(comparisonOf(170, 0, { diff: 180, low: 175, high: 250, ratio_c: null })).toContain(
      'The difference is about 17 percentage points (17 to 25).',
    )
    expect(comparisonOf(70, 40, { diff: 34, low: 9, high: 51, ratio_c: 180 })).toContain(
      'The difference is about 3 percentage points (0.9 to 5.1): 1.8 times as many.',
    )
  })

  test('have no ratio that they contradict', () => {
    expect(comparisonOf(20, 10, { diff: 20, low: 10, high: 30, ratio_c: 400 })).not.toContain('times')
    expect(comparisonOf(20, 0, { diff: 20, low: 10, high: 30, ratio_c: 1_200 })).not.toContain('times')
  })
})
