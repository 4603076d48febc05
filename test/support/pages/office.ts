/** The pages of consultants, operators and privacy officers, with an invented customer and an invented house. */
import { REGISTER } from '../../../schemas/privacy.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { registerOfRules } from '../../../services/advise/index.ts'
import { adviceOf, type Language, type ReportInput } from '../../../services/web/index.ts'
import type {
  Chrome,
  FindingView,
  PortfolioCustomer,
  PrivacyView,
  ProtocolView,
} from '../../../services/web/pages/views.ts'
import { draw } from '../../../services/web/routes/draw.ts'
import { accountId, accountsView } from './accounts.ts'
import { richMonth } from './month.ts'
import { MONTHS, NOW, operationsView, ZONE } from './operations.ts'

function chrome(language: Language, role: 'consultant' | 'operator' | 'privacy_officer', path: string): Chrome {
  return { language, path, account: { name: 'A. Jansen', role }, csrf: 'token', demo: true, notice: null }
}

/** @returns HTML by name */
export function officePages(language: Language): Readonly<Record<string, string>> {
  return { ...consultantPages(language), ...operatorPages(language), ...officerPages(language) }
}

export function findingView(language: Language, change: Partial<FindingView> = {}): FindingView {
  const { tenant, names, findings }: ReportInput = richMonth({ language })
  const [first] = findings
  if (first === undefined) throw new Error('no finding')
  return {
    tenant: { id: tenant.id, name: tenant.name, zone: ZONE },
    month: '2026-10',
    advice: adviceOf({ finding: first.finding, state: 'accepted' }, language, names),
    names,
    next: ['planned', 'done', 'rejected'],
    mayChange: true,
    steps: [
      { atMs: NOW - 6e8, from: 'new', to: 'new', note: 'Besproken in het overleg van november.' },
      { atMs: NOW - 5e8, from: 'new', to: 'accepted', note: null },
      {
        atMs: NOW - 4e8,
        from: 'accepted',
        to: 'accepted',
        note: 'Netwerkbeheer meet eerst de lijn <Groningen> met een kabel & zonder wifi.',
      },
    ],
    problem: null,
    typed: '',
    chosen: '',
    ...change,
  }
}

export function customer(id: string, name: string, change: Partial<PortfolioCustomer> = {}): PortfolioCustomer {
  return {
    tenant: { id, name },
    latest: MONTHS[1] ?? null,
    waiting: null,
    open: { strong: 0, moderate: 0, indicative: 0 },
    fresh: 0,
    unanswered: { open: 0, all: 9 },
    health: {
      days: 31,
      daysWithData: 22,
      daysComplete: 21,
      lowest: { day: '2026-10-14', percent: 71 },
      advice: [],
    },
    ...change,
  }
}

function consultantPages(language: Language): Readonly<Record<string, string>> {
  const { findings, names } = richMonth({ language })
  const silent = findings.find(({ finding }) => finding.rule === 'G02')
  const path = '/t/acme/findings/a1f0c000-0000-8000-8000-000000000101'
  const open: Readonly<Record<Finding['confidence'], number>> = { strong: 2, moderate: 1, indicative: 3 }
  return {
    finding: draw.finding(chrome(language, 'consultant', path), findingView(language)),
    'finding-problem': draw.finding(
      chrome(language, 'consultant', path),
      findingView(language, { problem: 'note_invalid', typed: 'Te lang.' }),
    ),
    'finding-final': draw.finding(
      chrome(language, 'consultant', path),
      findingView(language, { next: [], steps: [], problem: 'not_allowed' }),
    ),
    'finding-read': draw.finding(
      { ...chrome(language, 'consultant', path), account: { name: 'J. de Vries', role: 'customer_viewer' } },
      findingView(language, { next: [], mayChange: false, steps: [] }),
    ),
    portfolio: draw.portfolio(chrome(language, 'consultant', '/portfolio'), {
      customers: [
        customer('basis', 'Basisschool De Wegwijzer', { latest: null }),
        customer('acme', 'Waterschap De Lage Landen', {
          open,
          fresh: 4,
          waiting: MONTHS[2] ?? null,
          health: {
            days: 31,
            daysWithData: 22,
            daysComplete: 20,
            lowest: { day: '2026-10-14', percent: 71 },
            advice: silent === undefined ? [] : [adviceOf(silent, language, names)],
          },
        }),
        customer('ggd', 'GGD Oostkust en Polders, samenwerkende gemeenten', {
          open: { strong: 0, moderate: 2, indicative: 0 },
          fresh: 2,
          waiting: { month: '2026-09', state: 'closed', revision: null, due: '2026-10-06' },
        }),
        customer('zorg', 'Zorggroep Horizon'),
      ],
    }),
    'portfolio-empty': draw.portfolio(chrome(language, 'consultant', '/portfolio'), { customers: [] }),
  }
}

function operatorPages(language: Language): Readonly<Record<string, string>> {
  const accounts = chrome(language, 'operator', '/operations/accounts')
  const operations = chrome(language, 'operator', '/operations')
  return {
    operations: draw.operations(operations, operationsView()),
    'operations-empty': draw.operations(operations, operationsView({ tenants: [], lastNight: null })),
    accounts: draw.accounts(accounts, accountsView()),
    'accounts-link': draw.accounts(
      accounts,
      accountsView({
        invited: {
          login: 'j.devries@example.org',
          link: 'https://inzicht.example/welcome/an-invented-link',
          endsMs: NOW,
        },
      }),
    ),
    'accounts-problem': draw.accounts(
      accounts,
      accountsView({
        problem: { refused: 'tenants_of_role' },
        typed: {
          login: 'x@example.org',
          name: 'X. de Groot',
          role: 'customer_viewer',
          language: 'en',
          expires: '2027-01-31',
          tenants: ['acme', 'ggd'],
        },
      }),
    ),
    'accounts-of-one': draw.accounts(accounts, accountsView({ problem: { refused: 'own_account' }, of: accountId(9) })),
    'accounts-empty': draw.accounts(accounts, accountsView({ accounts: [], tenants: [] })),
  }
}

export function protocolView(change: Partial<ProtocolView['publication']> = {}): ProtocolView {
  return {
    tenant: { id: 'acme', name: 'Waterschap De Lage Landen', zone: ZONE },
    state: 'sealed',
    publication: {
      month: '2026-10',
      revision: 2,
      sealed_ms: Date.parse('2026-11-06T03:00:00Z'),
      k: 10,
      safe: 1,
      profile: 'avesqo-1',
      protocol: [
        cut('tenant', 1, 1, {}),
        cut('site', 8, 7, { folded: 1 }),
        cut('model', 14, 5, { folded: 9, kept: 1 }),
        cut('site_platform', 14, 11, { persons: 2, dominance: 1, class_taken: 2 }),
        cut('site_transport', 16, 0, { cut_taken: 16 }),
        cut('room', 9, 5, { room_not_visible: 4 }),
      ],
      ...change,
    },
  }
}

type ProtocolCut = ProtocolView['publication']['protocol'][number]

function cut(name: ProtocolCut['cut'], cells: number, shown: number, by_rule: ProtocolCut['by_rule']): ProtocolCut {
  return { cut: name, cells, shown, by_rule }
}

export const PRIVACY: PrivacyView = {
  tenants: [
    {
      tenant: { id: 'acme', name: 'Waterschap De Lage Landen' },
      months: [
        {
          month: '2026-10',
          state: 'sealed',
          revision: 2,
          sealedMs: Date.parse('2026-11-06T03:00:00Z'),
          k: 10,
          safe: true,
          cells: 62,
          shown: 29,
        },
        {
          month: '2026-09',
          state: 'frozen',
          revision: 1,
          sealedMs: Date.parse('2026-10-06T03:00:00Z'),
          k: 10,
          safe: false,
          cells: 9,
          shown: 0,
        },
      ],
    },
    { tenant: { id: 'ggd', name: 'GGD Oostkust en Polders' }, months: [] },
  ],
}

/** A list of each chapter: a browser that looks at all 650 fields takes a minute to. All are in privacy.test.ts. */
const LOOKED_AT: ReadonlySet<string> = new Set([
  'observations',
  'leg_health',
  'concurrency',
  'finding_changes',
  'sites',
  'keys',
  'accounts',
  'watermarks',
])

function officerPages(language: Language): Readonly<Record<string, string>> {
  const of = (path: string): Chrome => chrome(language, 'privacy_officer', path)
  return {
    privacy: draw.privacy(of('/privacy'), PRIVACY),
    'privacy-empty': draw.privacy(of('/privacy'), { tenants: [] }),
    protocol: draw.protocol(of('/privacy/acme/2026-10'), protocolView()),
    'protocol-small': draw.protocol(
      of('/privacy/acme/2026-10'),
      protocolView({ safe: 0, protocol: [cut('tenant', 1, 0, { tenant: 1 }), cut('site', 4, 0, { tenant: 4 })] }),
    ),
    'protocol-empty': draw.protocol(of('/privacy/acme/2026-10'), protocolView({ protocol: [] })),
    register: draw.register(of('/privacy/register'), {
      entries: REGISTER.filter(({ table }) => LOOKED_AT.has(table)),
      rules: registerOfRules(language),
    }),
  }
}
