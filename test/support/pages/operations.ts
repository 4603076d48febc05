/** The workings of an invented house, as an operator reads them. */
import type {
  MonthLink,
  OperationsView,
  RecentView,
  RefusedView,
  SourceView,
} from '../../../services/web/pages/views.ts'

export const NOW = Date.parse('2026-11-16T09:30:00Z')
export const ZONE = 'Europe/Amsterdam'
export const MONTHS: readonly MonthLink[] = [
  { month: '2026-11', state: 'open', revision: null, due: '2026-12-06' },
  { month: '2026-10', state: 'sealed', revision: 1, due: '2026-11-06' },
  { month: '2026-09', state: 'reopened', revision: 2, due: '2026-10-06' },
]

export function arrivals(id: string, change: Partial<RecentView> = {}): RecentView {
  return {
    days: 7,
    source_id: id,
    all_records: 1_000,
    not_accepted: 0,
    stored: 2_000,
    came_late: 0,
    came_after_seal: 0,
    came_after_freeze: 0,
    ...change,
  }
}

export function source(id: string, change: Partial<SourceView> = {}): SourceView {
  return {
    source: { id, platform: 'pexip', dpa_until: '2027-12-31', supplier_country: 'NL' },
    intake: {
      deliveries: 41_820,
      lastMs: NOW - 1_800_000,
      records: 1_284_002,
      accepted: 1_284_002,
      refused: 0,
      refusedByCode: [],
    },
    recent: arrivals(id),
    health: {
      source_id: id,
      legs: 18_640,
      capped: 0,
      imputed: 0,
      orphan: 0,
      link_too_wide: 0,
      beyond_leg: 0,
      unattached: 0,
      late: 0,
      frozen: 0,
      after_seal: 0,
    },
    ...change,
  }
}

export function refusal(code: string, records: number, deliveries: number): RefusedView {
  const newest = [1, 2, 3].slice(0, deliveries).map((number) => `0d3117e4-0000-4000-8000-00000000000${number}`)
  return { code, records, deliveries, lastMs: Date.parse('2026-11-14T13:00:00Z'), newest }
}

export function operationsView(change: Partial<OperationsView> = {}): OperationsView {
  const calm = {
    freshness: { behindMs: 190_000, ranMs: NOW - 190_000, openSwaps: 0, frozenUntil: '2026-08-18' },
    drift: { ranMs: NOW - 3e7, days: 0 },
    months: MONTHS,
  }
  const good = source('pexip-utrecht')
  return {
    nowMs: NOW,
    lastNight: '2026-11-16',
    tenants: [
      {
        ...calm,
        tenant: {
          id: 'acme',
          name: 'Waterschap De Lage Landen',
          zone: ZONE,
          mode: 'full',
          contract_from: '2026-08-01',
          contract_to: '2027-07-31',
        },
        sources: [
          good,
          source('cms-groningen', {
            source: { id: 'cms-groningen', platform: 'cms', dpa_until: '2026-12-01', supplier_country: 'US' },
            intake: {
              deliveries: 3_102,
              lastMs: NOW - 7e6,
              records: 90_210,
              accepted: 90_083,
              refused: 127,
              refusedByCode: [
                refusal('field_missing', 104, 41),
                refusal('xml_invalid', 22, 2),
                refusal('of_an_older_version', 1, 1),
              ],
            },
            recent: arrivals('cms-groningen', { not_accepted: 80, came_late: 1_480, came_after_seal: 250 }),
            health: good.health === null ? null : { ...good.health, imputed: 211, late: 48, orphan: 3 },
          }),
          source('import', {
            source: { id: 'import', platform: 'generic', dpa_until: null, supplier_country: null },
            intake: null,
            recent: null,
            health: null,
          }),
        ],
      },
      {
        ...calm,
        tenant: {
          id: 'ggd',
          name: 'GGD Oostkust en Polders',
          zone: ZONE,
          mode: 'rooms-only',
          contract_from: '2026-10-01',
          contract_to: null,
        },
        sources: [],
        freshness: { behindMs: 9_000_000, ranMs: NOW - 9_000_000, openSwaps: 2, frozenUntil: '2026-08-18' },
        drift: { ranMs: NOW - 3e7, days: 1 },
        months: [{ month: '2026-10', state: 'closed', revision: null, due: '2026-11-06' }],
      },
    ],
    ...change,
  }
}
