/** One thing has one name in both languages, in reports and in findings; causes of failure are called the same in both. */
import { describe, expect, it } from 'vitest'
import { FAILURES } from '../../../../schemas/cube.ts'
import { PROFILE } from '../../../../schemas/profiles.ts'
import { EN } from '../../../../services/advise/text/en.ts'
import { NL } from '../../../../services/advise/text/nl.ts'
import type { Said } from '../../../../services/advise/text/said.ts'
import { LANGUAGES } from '../../../../services/web/index.ts'
import { formatOf } from '../../../../services/shared/format.ts'
import { wordsOf } from '../../../../services/web/reports/words/index.ts'

const TEXTS = { nl: NL, en: EN }
/** Names that the glossary of services/web/reports/words/words.ts does not have. */
const OTHER_NAMES = {
  en: /\b(?:legs?(?! end records)|conferences?|participants?(?! disconnect)|participations?|attendees?|tenants?|clients?|locations?|intervals?|cut off)\b/iu,
  nl: /\b(?:legs?|conferenties?|meetings?(?! Server)|deelnemers?|deelnames|vestigingen?|zalen|kamers?|clients?|tenants?|interval|bereik|poging(?!en? om deel te nemen| om deel te nemen)|het deel)\b/iu,
}
const SAID: Said = {
  name: 'Utrecht',
  second: '1.2',
  group: '7% (5–9%)',
  reference: '4% (3–5%)',
  most: '5%',
  times: '1.8',
  points: '3',
  impact: '24',
  by: 'x',
  causes: 'x 70%',
  ofFailures: '40%',
  steps: '',
  size: '1,000',
  since: '14',
  sinceLow: '13',
  sinceHigh: '16',
  days: 2,
  rooms: false,
  outcome: 'dropped',
}

/** Every text in a tree of texts and of functions that give texts. */
function textsOf(value: unknown, given: readonly unknown[]): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return textsOf(Reflect.apply(value, undefined, [...given]), given)
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, given))
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((one) => textsOf(one, given)) : []
}

describe.each(LANGUAGES)('in %s', (language) => {
  const format = formatOf(language)
  const { rules, by, silence } = TEXTS[language]
  const words = wordsOf(language)
  const findings = [SAID, { ...SAID, rooms: true, name: '', second: '' }].flatMap((said) => textsOf(rules, [said]))
  const { summary, reading, about, headings, tables, measures, dimensions, legend, files } = words
  const fixed = textsOf({ headings, tables, measures, dimensions, legend, files, by }, [['10']])
  const said = [
    ...textsOf([silence, summary.use, summary.poor, summary.failed], ['x', '1']),
    ...textsOf([reading, summary.worst], [{ k: 10, format, title: 'x', confidence: 'strong', impact: 'x', more: 2 }]),
    ...textsOf([about.connection, about.grades, about.ungraded], [PROFILE, format]),
    ...textsOf([about.withheld, about.noPeople, summary.noPeople], [10, false]),
  ]

  it('no text uses a second name', () => {
    const all = [...findings, ...fixed, ...said]
    expect(all.length).toBeGreaterThan(250)
    expect(all.filter((text) => OTHER_NAMES[language].test(text))).toEqual([])
  })

  it.each(FAILURES)('%s is called the same in a table and in a finding', (failure) => {
    expect(words.measures[`failed_${failure}`]).toBe(TEXTS[language].causes[failure])
  })
})
