/**
 * An invented month as rich as a customer of a few hundred people has it: what pages are looked at with. Everything that
 * may stand in a cell occurs in it: ranges, limits, hidden cells, kept figures, values that are not known.
 */
import { type Cut, FAILURES, HOURS, type Population, WEEKDAYS } from '../../../schemas/cube.ts'
import type { Finding, FindingState } from '../../../schemas/finding.ts'
import type { DayFigure, Figure, FigureName } from '../../../schemas/published.ts'
import type { ReportInput } from '../../../services/web/index.ts'
import { figuresOf, inventedMonth } from '../../services/web/reports/invented.ts'

const SITES = ['Utrecht', 'Den Haag – hoofdkantoor', 'Groningen', 'Maastricht', 'Zwolle', 'Middelburg'] as const
const ROOMS = ['Zaal Rijn', 'Zaal Maas', 'Raadzaal', 'Zaal Waal', 'Vergaderkamer 2.14'] as const

const siteId = (index: number): string => `3f0b6c1e-0000-4000-8000-00000000010${index}`
const roomId = (index: number): string => `3f0b6c1e-0000-4000-8000-00000000020${index}`

/** A rate in per cent with a range that narrows with the connections behind it; permille, rounded outward. */
function rate(percent: number, legs: number): [number, number, number] {
  const half = 196 * Math.sqrt((percent * (100 - percent)) / legs) * 0.13
  const step = legs >= 1_000 ? 1 : 10
  const round = (value: number, by: (of: number) => number): number => by((value * 10) / step) * step
  return [
    round(percent, Math.round),
    Math.max(0, round(percent - half / 10, Math.floor)),
    Math.min(1_000, round(percent + half / 10, Math.ceil)),
  ]
}

interface Group {
  readonly legs: number
  readonly persons: number
  readonly poor: number
  readonly failed: number
}

function group(cut: Cut, value: string, { legs, persons, poor, failed }: Group, population?: Population) {
  return figuresOf(
    cut,
    [value, ''],
    {
      legs,
      ...(population === 'environment' ? {} : { persons }),
      conferences: Math.round(legs / 25) * 5,
      minutes: legs * 35,
      mean_length: 2_100,
      measured_good: Math.round((legs * (92 - poor)) / 500) * 5,
      measured_fair: Math.round((legs * 6) / 500) * 5,
      measured_poor: Math.round((legs * poor) / 500) * 5,
      measured_rate: legs < 50 ? '<50' : rate(poor, legs),
      failed_rate: rate(failed, legs),
      dropped_rate: rate(1.2, legs),
      alone_rate: rate(6 + poor / 4, legs),
      loss_p50: 120 + poor * 40,
      loss_p90: 900 + poor * 210,
      rtt_p50: 38_000 + poor * 900,
      mos_p50: 430 - poor * 5,
    },
    population,
  )
}

const TENANT: readonly Figure[] = [
  ...group('tenant', '', { legs: 18_640, persons: 412, poor: 5.4, failed: 2.6 }),
  ...figuresOf('tenant', ['', ''], {
    failed: 485,
    dropped: 215,
    alone_time_rate: 41,
    ungraded_rate: rate(7.3, 18_640),
    ...(Object.fromEntries(FAILURES.slice(0, 8).map((cause, index) => [`failed_${cause}`, CAUSES(index)])) as Partial<
      Record<FigureName, number>
    >),
  }),
]

function CAUSES(index: number): number {
  return [60, 35, 20, 145, 110, 0, 40, 75][index] ?? 0
}

const PEOPLE: readonly Figure[] = [
  ...group('site', siteId(0), { legs: 6_245, persons: 148, poor: 3.1, failed: 1.9 }),
  ...group('site', siteId(1), { legs: 4_310, persons: 96, poor: 2.4, failed: 2.2 }),
  ...group('site', siteId(2), { legs: 1_480, persons: 41, poor: 14.6, failed: 2.8 }),
  ...group('site', siteId(3), { legs: 655, persons: 22, poor: 4, failed: 7 }),
  ...group('site', siteId(4), { legs: 240, persons: 14, poor: 6, failed: 1 }),
  ...group('site', siteId(5), { legs: 45, persons: 10, poor: 2, failed: 4 }).map((figure) => ({
    ...figure,
    kept: true,
  })),
  ...group('site', 'remote', { legs: 5_105, persons: 231, poor: 7.2, failed: 3.1 }),
  ...figuresOf('site', ['unknown', ''], { legs: 410, persons: 35 }),
  ...figuresOf('site', ['other', ''], { size: 'few' }),
  ...group('platform', 'pexip', { legs: 15_120, persons: 390, poor: 5.1, failed: 2.5 }),
  ...group('platform', 'cms', { legs: 3_520, persons: 120, poor: 6.2, failed: 3.1 }),
  ...group('network', 'wired', { legs: 9_870, persons: 260, poor: 2.2, failed: 2 }),
  ...group('network', 'wifi', { legs: 5_405, persons: 198, poor: 8.9, failed: 2.9 }),
  ...group('network', 'vpn', { legs: 1_290, persons: 77, poor: 11.2, failed: 4.1 }),
  ...group('network', 'unknown', { legs: 2_075, persons: 150, poor: 5.3, failed: 3 }),
  ...group('model', 'Cisco Webex App', { legs: 7_210, persons: 210, poor: 4.8, failed: 2.2 }),
  ...group('model', 'Chrome', { legs: 5_980, persons: 240, poor: 5.9, failed: 2.6 }),
  ...group('model', 'Pexip Connect for Windows', { legs: 3_120, persons: 133, poor: 3.9, failed: 2.1 }),
  ...group('model', 'Poly VVX 450', { legs: 610, persons: 26, poor: 12, failed: 4 }),
  ...group('model', 'other', { legs: 1_720, persons: 88, poor: 6.1, failed: 3.2 }),
  ...(['1', '2', '3-5', '6-10', '11-20', '21+'] as const).flatMap((size, index) =>
    group('size', size, {
      legs: [310, 3_260, 6_480, 5_135, 2_290, 1_165][index] ?? 0,
      persons: 200,
      poor: 4 + index * 0.6,
      failed: 2,
    }),
  ),
  ...SITES.slice(0, 4).flatMap((_, index) => [
    ...figuresOf('site_platform', [siteId(index), 'pexip'], {
      size: [5_000, 2_000, 1_000, 500][index] ?? 0,
      measured_rate: [
        [30, 20, 50],
        [20, 10, 40],
        [160, 130, 190],
        [40, 20, 70],
      ][index] as [number, number, number],
    }),
    ...figuresOf(
      'site_platform',
      [siteId(index), 'cms'],
      index === 3
        ? { size: 'few' }
        : {
            size: [1_000, 1_000, 100][index] ?? 0,
            measured_rate: [
              [30, 10, 60],
              [30, 10, 60],
              [80, 30, 160],
            ][index] as [number, number, number],
          },
    ),
    ...figuresOf('site_network', [siteId(index), 'wifi'], {
      size: 500,
      measured_rate: [
        [50, 30, 80],
        [40, 20, 60],
        [210, 170, 260],
        [60, 20, 120],
      ][index] as [number, number, number],
    }),
    ...figuresOf('site_network', [siteId(index), 'wired'], {
      size: 500,
      measured_rate: [20 + index * 10, 10, 50 + index * 10],
    }),
    ...figuresOf('site_transport', [siteId(index), 'udp'], {
      size: 500,
      measured_rate: [20 + index * 10, 10, 50 + index * 10],
    }),
  ]),
  ...figuresOf('model_software', ['Cisco Webex App', '44.9'], { size: 2_000, measured_rate: [40, 20, 60] }),
  ...figuresOf('model_software', ['Cisco Webex App', '44.7'], { size: 500, measured_rate: [90, 60, 130] }),
  ...WEEKDAYS.flatMap((weekday, day) =>
    HOURS.flatMap((hour, at) => {
      if (weekday === 'weekend' && hour !== 'outside')
        return figuresOf('weekday_hour', [weekday, hour], { size: 'few' })
      if (hour === '12' && day > 2) return figuresOf('weekday_hour', [weekday, hour], { size: 20 })
      const poor = Math.round(3 + (day === 0 ? 4 : 0) + (at === 3 || at === 2 ? 6 : 0) + ((at * 7 + day * 3) % 4)) * 10
      return figuresOf('weekday_hour', [weekday, hour], {
        size: 200,
        measured_rate: [poor, Math.max(0, poor - 20), poor + 30],
      })
    }),
  ),
]

const ENVIRONMENT: readonly Figure[] = [
  ...ROOMS.flatMap((_, index) =>
    group(
      'room',
      roomId(index),
      { legs: [180, 145, 120, 85, 40][index] ?? 0, persons: 0, poor: [3, 12, 5, 21, 2][index] ?? 0, failed: 2 },
      'environment',
    ),
  ),
  ...group('room_site', siteId(0), { legs: 325, persons: 0, poor: 7, failed: 2 }, 'environment'),
  ...group('room_site', siteId(2), { legs: 245, persons: 0, poor: 11, failed: 2 }, 'environment'),
  ...group('room_model', 'Cisco Room Kit', { legs: 445, persons: 0, poor: 5, failed: 2 }, 'environment'),
  ...group('room_model', 'Poly Studio X50', { legs: 125, persons: 0, poor: 19, failed: 3 }, 'environment'),
]

function daysOf(): readonly DayFigure[] {
  return Array.from({ length: 31 }, (_, index) => index + 1).flatMap((number): readonly DayFigure[] => {
    const day = `2026-10-${String(number).padStart(2, '0')}`
    const weekday = (number + 3) % 7 // 1 October 2026 is a Thursday
    const said = (measure: DayFigure['measure'], value: number): DayFigure => ({
      day,
      site: '',
      measure,
      mark: 'shown',
      value,
    })
    const poor = 30 + ((number * 13) % 5) * 10 + (number > 20 ? 60 : 0)
    if (weekday === 6) return [{ day, site: '', measure: 'measured_rate', mark: 'few', value: null }]
    if (weekday === 0) return [{ day, site: '', measure: 'complete', mark: 'none', value: null }]
    return [
      said('complete', number === 14 ? 710 : 990 - ((number * 7) % 4) * 10),
      said('taken', 1_000),
      number === 2
        ? { day, site: '', measure: 'measured_rate', mark: 'at_most', value: 50 }
        : said('measured_rate', poor),
      { day, site: siteId(0), measure: 'measured_rate', mark: 'shown', value: poor },
    ]
  })
}

const BASE: Finding = {
  id: 'a1f0c000-0000-8000-8000-000000000101',
  tenant_id: 'acme',
  month: '2026-10',
  revision: 1,
  rule: 'A01',
  rule_version: 1,
  profile: 'avesqo-1',
  dimension: 'site',
  value: siteId(2),
  value2: '',
  population: 'people',
  outcome: 'measured',
  group: { value: 150, low: 120, high: 190, size: 1_000 },
  reference: { value: 50, low: 40, high: 60, size: 10_000, kind: 'rest' },
  test: { code: 'T3', q: '< 0.01', family: 6, n_eff: 1_100 },
  effect: { diff: 100, low: 68, high: 140, ratio_c: 300 },
  impact: { unit: 'poor_hours', value: 86, low: 52 },
  since: null,
  since_low: null,
  since_high: null,
  confidence: 'strong',
  causes: [
    { cause: 'audio_down', share: 620 },
    { cause: 'video_down', share: 240 },
  ],
}

const FINDINGS: readonly Finding[] = [
  BASE,
  {
    ...BASE,
    id: 'a1f0c000-0000-8000-8000-000000000102',
    rule: 'E03',
    value: siteId(3),
    value2: 'not_found',
    outcome: 'failed',
    group: { value: 70, low: 50, high: 100, size: 500 },
    reference: { value: 20, low: 10, high: 30, size: 10_000, kind: 'rest' },
    test: { code: 'T3', q: '< 0.05', family: 6, n_eff: 520 },
    effect: { diff: 48, low: 24, high: 81, ratio_c: 340 },
    impact: { unit: 'failed_joins', value: 31, low: 15 },
    confidence: 'moderate',
    causes: [],
  },
  {
    ...BASE,
    id: 'a1f0c000-0000-8000-8000-000000000103',
    rule: 'E02',
    dimension: 'tenant',
    value: '',
    outcome: 'alone',
    group: { value: 310, low: 270, high: 350, size: 10_000 },
    reference: { value: 250, low: 250, high: 250, size: 0, kind: 'target' },
    test: { code: 'T1', q: '< 0.05', family: 7, n_eff: 900 },
    effect: { diff: 60, low: 20, high: 100, ratio_c: 120 },
    impact: { unit: 'alone_hours', value: 120, low: 42 },
    causes: [],
  },
  {
    ...BASE,
    id: 'a1f0c000-0000-8000-8000-000000000104',
    rule: 'G02',
    dimension: 'source',
    value: 'cms-groningen',
    outcome: null,
    group: { value: 90, low: 90, high: 90, size: 0 },
    reference: null,
    test: { code: 'T12', q: '< 0.05', family: 2, n_eff: null },
    effect: null,
    impact: { unit: 'none', value: 0, low: 0 },
    since: '2026-10-13',
    since_low: '2026-10-13',
    since_high: '2026-10-14',
    causes: [],
  },
]

const STATES: readonly FindingState[] = ['new', 'planned', 'rejected', 'new']

/** The month's input, of which a caller changes what it is about. */
export function richMonth(change: Partial<ReportInput> = {}): ReportInput {
  const { publication, tenant } = inventedMonth()
  return {
    ...inventedMonth(),
    tenant: { ...tenant, name: 'Waterschap De Lage Landen' },
    publication: {
      ...publication,
      rules: [
        { rule: 'A01', rule_version: 1, outcome: 'found', findings: 1, more_meetings: null },
        { rule: 'E03', rule_version: 1, outcome: 'found', findings: 1, more_meetings: null },
        { rule: 'E02', rule_version: 1, outcome: 'found', findings: 1, more_meetings: null },
        { rule: 'G02', rule_version: 1, outcome: 'found', findings: 1, more_meetings: null },
        { rule: 'A08', rule_version: 1, outcome: 'nothing', findings: 0, more_meetings: null },
        { rule: 'B01', rule_version: 1, outcome: 'no_difference', findings: 0, more_meetings: null },
        { rule: 'B02', rule_version: 1, outcome: 'too_little', findings: 0, more_meetings: 120 },
        { rule: 'G01', rule_version: 1, outcome: 'nothing', findings: 0, more_meetings: null },
      ],
    },
    figures: [...TENANT, ...PEOPLE, ...ENVIRONMENT],
    days: daysOf(),
    findings: FINDINGS.map((finding, index) => ({ finding, state: STATES[index] ?? 'new' })),
    names: {
      sites: new Map(SITES.map((name, index) => [siteId(index), name])),
      rooms: new Map(ROOMS.map((name, index) => [roomId(index), name])),
    },
    before: {
      month: '2026-09',
      figures: group('tenant', '', { legs: 16_905, persons: 398, poor: 3.8, failed: 2.4 }),
    },
    ...change,
  }
}

/** The same customer's month where people are no safe cell: rooms and completeness only. */
export function smallMonth(change: Partial<ReportInput> = {}): ReportInput {
  const { publication, findings, ...rest } = richMonth()
  return {
    ...rest,
    publication: {
      ...publication,
      safe: 0,
      rules: publication.rules.map((rule) => ({
        ...rule,
        outcome: rule.rule.startsWith('G') ? rule.outcome : 'withheld',
      })),
    },
    figures: ENVIRONMENT,
    days: rest.days.filter(({ site, measure }) => site === '' && (measure === 'complete' || measure === 'taken')),
    findings: findings.filter(({ finding }) => finding.rule === 'G02'),
    before: null,
    ...change,
  }
}

/** Nothing was published: no records came, or none of a group. */
export function emptyMonth(change: Partial<ReportInput> = {}): ReportInput {
  return smallMonth({ figures: [], days: [], findings: [], ...change })
}

/** The month before, in which Groningen did better and Maastricht worse, and one site was not shown. */
export function earlierMonth(change: Partial<ReportInput> = {}): ReportInput {
  const rich = richMonth()
  const figures = rich.figures.flatMap((figure): readonly Figure[] => {
    if (figure.v1 === siteId(4)) return []
    if (figure.measure !== 'measured_rate' || figure.value === null) return [figure]
    const by = figure.v1 === siteId(2) ? -70 : figure.v1 === siteId(3) ? 30 : ((figure.value * 7) % 5) * 2 - 4
    const moved = (value: number | null): number | null => (value === null ? null : Math.max(0, value + by))
    return [{ ...figure, value: moved(figure.value), low: moved(figure.low), high: moved(figure.high) }]
  })
  return { ...rich, publication: { ...rich.publication, month: '2026-09' }, figures, days: [], findings: [], ...change }
}
