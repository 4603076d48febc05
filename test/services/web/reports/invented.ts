/** Hand-made published figures of an invented month, small enough to read. */
import type { Cut, Population } from '../../../../schemas/cube.ts'
import type { Finding } from '../../../../schemas/finding.ts'
import type { DayFigure, Figure, FigureName } from '../../../../schemas/published.ts'
import type { ReportInput } from '../../../../services/web/index.ts'

export const UTRECHT = '3f0b6c1e-0000-4000-8000-000000000001'
const ASSEN = '3f0b6c1e-0000-4000-8000-000000000002'
const ZAAL = '3f0b6c1e-0000-4000-8000-000000000003'

type Said = number | readonly [value: number, low: number, high: number] | 'few' | `${'<' | '>'}${number}`

/** Figures of a cell: a number, a rate with its interval, a rate that is only bounded, or the one mark. */
export function figuresOf(
  cut: Cut,
  [v1, v2]: readonly [string, string],
  said: Readonly<Partial<Record<FigureName, Said>>>,
  population: Population = 'people',
): readonly Figure[] {
  return Object.entries(said).map(([measure, value]) => ({
    population,
    cut,
    v1,
    v2,
    measure: measure as FigureName,
    kept: false,
    ...numbersOf(value),
  }))
}

function numbersOf(said: Said): Pick<Figure, 'mark' | 'value' | 'low' | 'high'> {
  if (said === 'few') return { mark: 'few', value: null, low: null, high: null }
  if (typeof said === 'number') return { mark: 'shown', value: said, low: null, high: null }
  if (typeof said !== 'string') return { mark: 'shown', value: said[0], low: said[1], high: said[2] }
  return { mark: said.startsWith('<') ? 'at_most' : 'at_least', value: Number(said.slice(1)), low: null, high: null }
}

const FIGURES: readonly Figure[] = [
  ...figuresOf('tenant', ['', ''], {
    legs: 12_345,
    conferences: 2_400,
    persons: 215,
    minutes: 410_235,
    mean_length: 2_052,
    measured_good: 9_000,
    measured_fair: 1_500,
    measured_poor: 1_105,
    failed: 310,
    dropped: 120,
    measured_rate: [95, 81, 110],
    failed_rate: [25, 21, 30],
    alone_time_rate: 62,
    audio_up_rate: [71, 60, 90],
    failed_busy: 55,
    loss_p90: 1_254,
    jitter_p90: 12_349,
    rtt_p50: 38_000,
    mos_p50: 412,
    fps_p50: 24,
  }),
  ...figuresOf('site', [UTRECHT, ''], {
    legs: 8_000,
    persons: 140,
    measured_rate: [152, 121, 190],
    failed_rate: [20, 10, 30],
  }),
  ...figuresOf('site', [ASSEN, ''], { legs: 45, persons: 15, measured_rate: '<50', failed_rate: '>950' }),
  ...figuresOf('site', ['remote', ''], {
    legs: 3_300,
    persons: 120,
    measured_rate: [50, 40, 60],
    failed_rate: [30, 20, 50],
  }),
  ...figuresOf('site', ['other', ''], {
    legs: 995,
    persons: 20,
    measured_rate: [70, 40, 100],
    failed_rate: [30, 10, 60],
  }),
  ...figuresOf('site_platform', [UTRECHT, 'pexip'], { size: 5_000, measured_rate: [160, 120, 200] }),
  ...figuresOf('site_platform', [UTRECHT, 'cms'], { size: 0 }),
  ...figuresOf('site_platform', [ASSEN, 'pexip'], { size: 'few' }),
  ...figuresOf('site_platform', [ASSEN, 'cms'], { size: 'few' }),
  ...figuresOf('weekday_hour', ['mon', '09'], { size: 500, measured_rate: [110, 80, 150] }),
  ...figuresOf('weekday_hour', ['mon', 'outside'], { size: 'few' }),
  ...figuresOf('weekday_hour', ['weekend', '09'], { size: 20 }),
  ...figuresOf('weekday_hour', ['weekend', 'outside'], { size: 'few' }),
  ...figuresOf('room', [ZAAL, ''], { legs: 60, minutes: 2_700, measured_rate: [330, 220, 450] }, 'environment'),
]

const DAYS: readonly DayFigure[] = [
  { day: '2026-10-01', site: '', measure: 'complete', mark: 'shown', value: 990 },
  { day: '2026-10-01', site: '', measure: 'taken', mark: 'shown', value: 1_000 },
  { day: '2026-10-01', site: '', measure: 'measured_rate', mark: 'shown', value: 100 },
  { day: '2026-10-01', site: UTRECHT, measure: 'measured_rate', mark: 'few', value: null },
  { day: '2026-10-02', site: '', measure: 'complete', mark: 'shown', value: 830 },
  { day: '2026-10-02', site: '', measure: 'measured_rate', mark: 'at_most', value: 50 },
  { day: '2026-10-03', site: '', measure: 'complete', mark: 'none', value: null },
  { day: '2026-10-29', site: '', measure: 'complete', mark: 'shown', value: 1_000 },
]

export const FINDING: Finding = {
  id: 'a1f0c000-0000-8000-8000-000000000001',
  tenant_id: 'acme',
  month: '2026-10',
  revision: 1,
  rule: 'A01',
  rule_version: 1,
  profile: 'avesqo-1',
  dimension: 'site',
  value: UTRECHT,
  value2: '',
  population: 'people',
  outcome: 'measured',
  group: { value: 150, low: 120, high: 190, size: 5_000 },
  reference: { value: 50, low: 40, high: 60, size: 2_000, kind: 'rest' },
  test: { code: 'T3', q: '< 0.01', family: 2, n_eff: 1_200 },
  effect: { diff: 100, low: 60, high: 140, ratio_c: 300 },
  impact: { unit: 'poor_hours', value: 1_240, low: 800 },
  since: null,
  since_low: null,
  since_high: null,
  confidence: 'strong',
  causes: [],
}

/** The month's input, of which a test changes what it is about. */
export function inventedMonth(change: Partial<ReportInput> = {}): ReportInput {
  return {
    language: 'en',
    tenant: {
      id: 'acme',
      name: 'Acme B.V.',
      zone: 'Europe/Amsterdam',
      mode: 'full',
      contract_from: '2026-01-01',
      contract_to: null,
    },
    publication: {
      tenant_id: 'acme',
      month: '2026-10',
      revision: 1,
      sealed_ms: Date.parse('2026-11-06T02:10:00Z'),
      k: 10,
      profile: 'avesqo-1',
      code_version: '0.1.0',
      watermark_ms: Date.parse('2026-11-06T02:09:50Z'),
      safe: 1,
      rules: [
        { rule: 'A01', rule_version: 1, outcome: 'found', findings: 1, more_meetings: null },
        { rule: 'B02', rule_version: 1, outcome: 'too_little', findings: 0, more_meetings: 120 },
      ],
    },
    reopened: null,
    figures: FIGURES,
    days: DAYS,
    findings: [{ finding: FINDING, state: 'new' }],
    names: {
      sites: new Map([
        [UTRECHT, 'Utrecht'],
        [ASSEN, 'Assen'],
      ]),
      rooms: new Map([[ZAAL, 'Zaal 1']]),
    },
    before: {
      month: '2026-09',
      figures: figuresOf('tenant', ['', ''], { legs: 11_000, measured_rate: [102, 90, 120] }),
    },
    ...change,
  }
}
