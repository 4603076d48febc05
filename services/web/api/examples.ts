/** Answers of an organisation that does not exist, for the documentation. Each is of the shape that its route gives. */
import { CUTS } from '../../../schemas/cube.ts'

const SITE = { dimension: 'site', id: '3f0b6c1e-0000-4000-8000-000000000001', name: 'Utrecht' }
const SMALL = { dimension: 'site', id: '3f0b6c1e-0000-4000-8000-000000000002', name: 'Assen' }
const FINDING_ID = 'a1f0c000-0000-8000-8000-000000000001'
const TENANT = { id: 'voorbeeld', name: 'Voorbeeld B.V.', zone: 'Europe/Amsterdam', mode: 'full', latest: '2026-10' }
const OF_MONTH = { tenant: TENANT.id, month: '2026-10', revision: 1 }

const count = (value: number) => ({ value, unit: 'count', low: null, high: null, mark: 'shown', kept: false })
const rate = (value: number, low: number, high: number) => ({
  value,
  unit: 'percent',
  low,
  high,
  mark: 'shown',
  kept: false,
})
const dayRate = (value: number) => ({ ...count(value), unit: 'percent' })

const PERIOD = {
  month: '2026-10',
  state: 'sealed',
  due: '2026-11-06',
  part: false,
  revision: 1,
  sealed_at: '2026-11-06T02:10:00.000Z',
  safe: true,
  reopened_because: null,
}
const COMPLETENESS = {
  days: 31,
  days_with_data: 22,
  days_complete: 21,
  lowest: { day: '2026-10-14', percent: 83 },
}

const FINDING = {
  id: FINDING_ID,
  ...OF_MONTH,
  rule: 'A01',
  rule_version: 1,
  profile: 'avesqo-1',
  state: 'new',
  confidence: 'strong',
  title: 'More poor connections at Utrecht',
  texts: {
    finding: 'At Utrecht 15% (12–19%) of the connections was poor.',
    action: 'Have the network of this site looked at.',
  },
  about: { dimension: 'site', id: SITE.id, name: SITE.name, second: '', population: 'people' },
  outcome: 'measured',
  group: { percent: 15, low: 12, high: 19, connections_from: 5_000 },
  reference: { percent: 5, low: 4, high: 6, connections_from: 2_000, kind: 'rest' },
  test: { code: 'T3', q: '< 0.01', compared: 2, cases: 1_200 },
  difference: { percentage_points: 10, low: 6, high: 14, times: 3 },
  impact: { unit: 'poor_hours', value: 1_240, at_least: 800 },
  since: null,
  causes: [],
}

/** What a request of the documentation asks for, by the name of a parameter. */
export const SAMPLES: Readonly<Record<string, string>> = {
  tenant: TENANT.id,
  month: '2026-10',
  cut: 'site',
  measure: 'measured_rate',
  value: SITE.id,
  file: 'report.xlsx',
  id: FINDING_ID,
}

export const EXAMPLES = {
  tenant: TENANT,
  tenants: { items: [TENANT], next: null },
  periods: { items: [PERIOD], next: null },
  period: {
    tenant: TENANT.id,
    ...PERIOD,
    publication: {
      revision: 1,
      sealed_at: PERIOD.sealed_at,
      k: 10,
      profile: 'avesqo-1',
      code_version: '0.1.0',
      watermark: '2026-11-06T02:09:50.000Z',
      safe: true,
      completeness: COMPLETENESS,
      looked_at: [
        {
          rule: 'B02',
          rule_version: 1,
          outcome: 'too_little',
          findings: 0,
          more_meetings: 120,
          text: 'About 120 more meetings a month would be needed to say something about software versions.',
        },
      ],
      cuts: ['tenant', 'site'],
      files: ['report.xlsx', 'report.csv.zip', 'report.json', 'report.pdf'],
    },
  },
  health: {
    ...OF_MONTH,
    completeness: COMPLETENESS,
    days: [{ day: '2026-10-14', complete: dayRate(83), taken: dayRate(100) }],
    findings: [],
  },
  cuts: {
    cuts: [
      {
        id: 'site',
        title: { nl: 'Per locatie', en: 'By site' },
        says: { nl: 'Verbindingen per locatie.', en: 'Connections by site.' },
        population: CUTS.site.population,
        dimensions: [{ id: 'site', title: { nl: 'Locatie', en: 'Site' } }],
        measures: [{ id: 'measured_rate', title: { nl: 'Slecht', en: 'Poor' }, unit: 'percent', interval: true }],
      },
    ],
  },
  cells: {
    ...OF_MONTH,
    cut: 'site',
    title: 'By site',
    says: 'Connections by site.',
    k: 10,
    rows: [
      { values: [SITE], mark: 'shown', measures: { legs: count(8_000), measured_rate: rate(15.2, 12.1, 19) } },
      { values: [SMALL], mark: 'few', measures: {} },
    ],
    next: null,
  },
  days: {
    ...OF_MONTH,
    rows: [{ day: '2026-10-14', site: null, mark: 'shown', measures: { measured_rate: dayRate(10) } }],
    next: null,
  },
  series: {
    tenant: TENANT.id,
    cut: 'site',
    measure: 'measured_rate',
    unit: 'percent',
    values: [SITE],
    points: [
      { month: '2026-09', revision: 2, figure: rate(10.4, 9, 12.1) },
      { month: '2026-10', revision: 1, figure: rate(15.2, 12.1, 19) },
    ],
    next: null,
  },
  finding: { finding: FINDING, next_states: ['accepted', 'rejected'] },
  findings: { items: [FINDING], next: null },
  history: {
    items: [
      {
        at: '2026-11-09T09:30:00.000Z',
        from: 'new',
        to: 'accepted',
        note: 'Discussed; the supplier measures next week.',
      },
    ],
  },
  stateChange: { state: 'accepted', note: 'Discussed; the supplier measures next week.' },
  note: { note: 'The supplier has measured; the report follows.' },
  followed: { id: FINDING_ID, state: 'accepted', next_states: ['planned', 'done', 'rejected'] },
} as const
