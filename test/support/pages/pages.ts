/** Every page, drawn with invented figures, by its name. */
import { type Cut, CUT_NAMES } from '../../../schemas/cube.ts'
import { cellsOf, LANGUAGES, type ReportInput, reportOf } from '../../../services/web/index.ts'
import { describedOf } from '../../../services/web/api/described.ts'
import { openApiOf } from '../../../services/web/api/openapi.ts'
import { apiRoutes } from '../../../services/web/api/routes.ts'
import { draw } from '../../../services/web/routes/draw.ts'
import type { AccountView, Chrome, MonthLink } from '../../../services/web/pages/views.ts'
import { officePages } from './office.ts'
import { ratesOf } from '../../../services/web/server/rates.ts'
import { earlierMonth, emptyMonth, richMonth, smallMonth } from './month.ts'

type Language = (typeof LANGUAGES)[number]

const MONTHS: readonly MonthLink[] = [
  { month: '2026-11', state: 'open', revision: null, due: '2026-12-06' },
  { month: '2026-10', state: 'sealed', revision: 1, due: '2026-11-06' },
  { month: '2026-09', state: 'sealed', revision: 2, due: '2026-10-06' },
  { month: '2026-08', state: 'frozen', revision: 1, due: '2026-09-06' },
]

export function chromeOf(language: Language, change: Partial<Chrome> = {}): Chrome {
  return {
    language,
    path: '/t/acme/2026-10',
    account: { name: 'J. de Vries', role: 'customer_viewer' },
    csrf: 'token',
    demo: true,
    notice: null,
    ...change,
  }
}

export const reportHtml = (input: ReportInput, change: Partial<Chrome> = {}, mayChange = false): string =>
  draw.report(chromeOf(input.language, change), { input, report: reportOf(input), months: MONTHS, mayChange })

/** @returns HTML by name; the name ends in the language */
export function previewPages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => [
      ...named(language, reportPages(language)),
      ...named(language, figurePages(language)),
      ...named(language, accessPages(language)),
      ...named(language, officePages(language)),
      ...named(language, { api: apiHtml(language) }),
    ]),
  )
}

function named(language: Language, pages: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(pages).map(([name, html]) => [`${name}-${language}`, html])
}

function reportPages(language: Language): Readonly<Record<string, string>> {
  return {
    report: reportHtml(richMonth({ language })),
    'report-small': reportHtml(smallMonth({ language })),
    'report-empty': reportHtml(emptyMonth({ language })),
    'report-consultant': reportHtml(
      richMonth({ language }),
      {
        demo: false,
        account: { name: 'A. Jansen', role: 'consultant' },
        notice: { kind: 'done', text: 'Opgeslagen.' },
      },
      true,
    ),
  }
}

export function cutHtml(input: ReportInput, cut: Cut): string {
  const published = new Set(input.figures.map((figure) => figure.cut))
  return draw.cut(chromeOf(input.language, { path: `/t/acme/2026-10/cuts/${cut}` }), {
    input,
    cut,
    table: cellsOf(cut, input),
    cuts: CUT_NAMES.map((name) => ({ cut: name, published: published.has(name) })),
    months: MONTHS,
  })
}

export function compareHtml(from: ReportInput, to: ReportInput): string {
  return draw.compare(chromeOf(to.language, { path: '/t/acme/compare' }), {
    tenant: to.tenant,
    months: MONTHS.slice(1),
    compared: { from: { input: from, report: reportOf(from) }, to: { input: to, report: reportOf(to) } },
  })
}

function figurePages(language: Language): Readonly<Record<string, string>> {
  const rich = richMonth({ language })
  return {
    months: draw.months(chromeOf(language, { path: '/t/acme' }), { tenant: rich.tenant, months: MONTHS }),
    'months-empty': draw.months(chromeOf(language), { tenant: rich.tenant, months: MONTHS.slice(0, 1) }),
    'cut-site': cutHtml(rich, 'site'),
    'cut-pair': cutHtml(rich, 'site_platform'),
    'cut-week': cutHtml(rich, 'weekday_hour'),
    'cut-none': cutHtml(smallMonth({ language }), 'site'),
    compare: compareHtml(earlierMonth({ language }), rich),
    'compare-choose': draw.compare(chromeOf(language), {
      tenant: rich.tenant,
      months: MONTHS.slice(1),
      compared: null,
    }),
  }
}

/** The page about the API as the product draws it. */
export function apiHtml(language: Language): string {
  return draw.api(chromeOf(language, { path: '/api/docs' }), {
    described: describedOf(openApiOf(apiRoutes)),
    own: { tenant: 'acme', month: '2026-10', finding: null },
    origin: 'https://figures.example',
    rates: ratesOf(),
    tokenDays: 365,
  })
}

function accessPages(language: Language): Readonly<Record<string, string>> {
  const out = { account: null, csrf: null, path: '/login' }
  const account: AccountView = {
    name: 'J. de Vries',
    role: 'customer_viewer',
    tokens: [
      {
        id: '7b0e6c1e-0000-4000-8000-000000000001',
        label: 'Rekenblad facilitair',
        createdMs: Date.parse('2026-09-02T08:00:00Z'),
        endsMs: Date.parse('2026-12-01T08:00:00Z'),
        lastUsedDay: '2026-11-05',
      },
    ],
    newToken: null,
    problem: null,
    readsFigures: true,
    tokenDays: { most: 365, usual: 90 },
  }
  return {
    login: draw.login(chromeOf(language, out), {
      next: '/t/acme',
      welcome: false,
      typed: '',
      problem: null,
      retryAfterS: null,
    }),
    'login-locked': draw.login(chromeOf(language, out), {
      next: null,
      welcome: false,
      typed: 'j.devries@example.org',
      problem: 'locked',
      retryAfterS: 190,
    }),
    'welcome-setup': draw.welcome(chromeOf(language, { ...out, path: '/welcome/x' }), {
      token: 'x',
      shown: { kind: 'setup' },
      typed: { login: 'beheer', name: '' },
      problem: 'name_invalid',
    }),
    welcome: draw.welcome(chromeOf(language, { ...out, path: '/welcome/x' }), {
      token: 'x',
      shown: {
        kind: 'invitation',
        login: 'j.devries@example.org',
        name: 'J. de Vries',
        role: 'customer_viewer',
        language,
      },
      typed: { login: '', name: '' },
      problem: 'too_short',
    }),
    account: draw.account(chromeOf(language, { path: '/account' }), account),
    'account-token': draw.account(chromeOf(language, { path: '/account' }), {
      ...account,
      newToken: { label: 'Dashboard', secret: 'an-invented-secret-that-opens-nothing' },
      problem: { form: 'password', problem: 'current_wrong', retryAfterS: null },
    }),
    'not-found': draw.fault(chromeOf(language, { path: '' }), {
      code: 'not_found',
      status: 404,
      form: null,
      retryAfterS: null,
    }),
    stale: draw.fault(chromeOf(language, { path: '' }), {
      code: 'form_stale',
      status: 403,
      retryAfterS: null,
      form: '/account',
    }),
    busy: draw.fault(chromeOf(language, out), {
      code: 'unavailable',
      status: 503,
      retryAfterS: 2,
      form: null,
    }),
  }
}
