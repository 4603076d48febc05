/** What consultants and operators read: what is open first, what needs attention, and forms that ask before they end. */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../services/web/index.ts'
import type { Chrome } from '../../../../services/web/pages/views.ts'
import { draw } from '../../../../services/web/routes/draw.ts'
import { REFUSALS } from '../../../../schemas/refusals.ts'
import { account, accountsView } from '../../../support/pages/accounts.ts'
import { customer, findingView } from '../../../support/pages/office.ts'
import { arrivals, operationsView, refusal, source } from '../../../support/pages/operations.ts'
import { chromeOf } from '../../../support/pages/pages.ts'
import { readTables, textOf } from '../../../support/pages/read-page.ts'

const INTAKE = {
  deliveries: 1,
  lastMs: Date.parse('2026-11-16T09:00:00Z'),
  records: 99,
  accepted: 0,
  refused: 99,
  refusedByCode: [],
}

const chrome: Chrome = chromeOf('en', { account: { name: 'A. Jansen', role: 'operator' } })

/** Forms of a page, each as its address and its fields. */
function formsOf(html: string): ReadonlyMap<string, readonly string[]> {
  const forms = [...html.matchAll(/<form[^>]*action="([^"]*)".*?<\/form>/gsu)]
  return new Map(
    forms.map(([form, action = '']) => [
      action,
      [...form.matchAll(/\sname="([^"]*)"(?:[^>]*?\svalue="([^"]*)")?/gu)].map(([, name, value]) =>
        name === 'state' || name === 'tenants' ? `${name}=${value ?? ''}` : (name ?? ''),
      ),
    ]),
  )
}

describe('a finding', () => {
  const at = `/t/acme/findings/${findingView('en').advice.finding.id}`

  it('offers whoever may change it the states that may follow, a note, and the choice of a note alone', () => {
    const fields = formsOf(draw.finding(chrome, findingView('en'))).get(at)
    expect(fields).toEqual(['_csrf', 'state=', 'state=planned', 'state=done', 'state=rejected', 'note'])
  })

  it('offers others no form, and says all the same what was done', () => {
    const html = draw.finding(chrome, findingView('en', { mayChange: false, next: [] }))
    expect(formsOf(html).has(at)).toBe(false)
    expect(textOf(html)).toContain('From new to accepted')
  })

  it('shows notes as text, in the order in which they were made', () => {
    const html = draw.finding(chrome, findingView('en'))
    expect(html).toContain('lijn &lt;Groningen> met een kabel &amp; zonder wifi')
    expect(html.indexOf('Besproken in')).toBeLessThan(html.indexOf('From new to accepted'))
  })

  it('says what was wrong beside the field, and gives back what was typed', () => {
    const html = draw.finding(chrome, findingView('en', { problem: 'note_invalid', typed: 'x < y' }))
    const field = /<textarea[^>]*id="note"[^>]*>([^<]*)<\/textarea>/u.exec(html)
    expect(field?.[0]).toMatch(/aria-invalid="true"[^>]*aria-describedby="note-problem note-hint"/u)
    expect(field?.[1]).toBe('x &lt; y')
    expect(html).toMatch(/id="note-problem" role="alert">The note cannot be saved/u)
  })
})

describe('the portfolio', () => {
  it('puts the most findings with strong evidence first, and keeps the order of the others', () => {
    const html = draw.portfolio(chrome, {
      customers: [
        customer('a', 'Alpha', { unanswered: { open: 8, all: 9 } }),
        customer('b', 'Beta', { open: { strong: 1, moderate: 0, indicative: 0 } }),
        customer('c', 'Gamma', { open: { strong: 2, moderate: 0, indicative: 5 }, fresh: 3 }),
        customer('d', 'Delta', { open: { strong: 0, moderate: 0, indicative: 1 } }),
      ],
    })
    const [table] = readTables(html, 'class="customers"')
    const [, ...rows] = table?.rows ?? []
    expect(rows.map(([name]) => name?.slice(0, 5))).toEqual(
      ['Gamma', 'Beta', 'Alpha', 'Delta'].map((name) => expect.stringContaining(name.slice(0, 4)) as string),
    )
    expect(rows[0]?.[1]).toBe('Open findings2with strong evidence5indicative only3of these not looked at yet')
    expect(rows[2]?.[1]).toBe('Open findingsNone. We have no answer yet to 8 of 9 questions.')
    expect(rows[2]?.[2]).toContain('71% on 14 October 2026')
  })

  it('of a customer without a published month says that, and nothing of figures', () => {
    const html = draw.portfolio(chrome, { customers: [customer('a', 'Alpha', { latest: null })] })
    expect(textOf(html)).toContain('No month is published yet.')
    expect(textOf(html)).not.toContain('meetings were held')
  })
})

describe('operations', () => {
  const [tenant] = operationsView().tenants
  if (tenant === undefined) throw new Error('no tenant')
  const attention = (change: Partial<typeof tenant>, view: Partial<Parameters<typeof operationsView>[0]> = {}) => {
    const calm = { ...tenant, sources: [source('good')], ...change }
    const html = draw.operations(chrome, operationsView({ tenants: [calm], ...view }))
    return textOf(/aria-labelledby="attention">(.*?)<\/section>/su.exec(html)?.[1] ?? '')
  }

  it('has nothing to say where all is well', () => {
    expect(attention({})).toMatch(/Nothing\. All sources deliver/u)
  })

  it.each([
    [
      'an agreement that ended',
      { sources: [source('s', { source: { ...source('s').source, dpa_until: '2026-11-15' } })] },
      'agreement of s ended',
    ],
    [
      'one that ends soon',
      { sources: [source('s', { source: { ...source('s').source, dpa_until: '2026-12-01' } })] },
      'agreement of s ends',
    ],
    [
      'one that is not filled in',
      { sources: [source('s', { source: { ...source('s').source, dpa_until: null } })] },
      'No agreement',
    ],
    [
      'a source that has sent nothing',
      { sources: [source('s', { intake: null })] },
      'Nothing has been received from s',
    ],
    [
      'what is not counted',
      { freshness: { ...tenant.freshness, behindMs: 7_300_000 } },
      'in the last 3 hours is not counted',
    ],
    ['interrupted swaps', { freshness: { ...tenant.freshness, openSwaps: 1 } }, '1 day was about to be swapped'],
    ['drift', { drift: { ranMs: 0, days: 2 } }, '2 days differed'],
    [
      'a month that is overdue',
      { months: [{ month: '2026-10', state: 'closed' as const, revision: null, due: '2026-11-06' }] },
      'October 2026 should have been published on 6 November 2026',
    ],
    [
      'a source that has fallen silent',
      { sources: [source('s', { intake: { ...INTAKE, lastMs: Date.parse('2026-11-12T09:00:00Z') } })] },
      'Nothing has been received from s since 12 November 2026.',
    ],
    [
      'a share of late records',
      { sources: [source('s', { recent: arrivals('s', { came_late: 1_480 }) })] },
      '74% of what s sent in the last 7 days came more than a day after its day (1,480 of 2,000 reports)',
    ],
    [
      'records of a month that is published',
      { sources: [source('s', { recent: arrivals('s', { came_after_seal: 21 }) })] },
      '1% of what s sent in the last 7 days was of a month that had been published (21 of 2,000 reports)',
    ],
    [
      'records of days that are closed',
      { sources: [source('s', { recent: arrivals('s', { stored: 90_000, came_after_freeze: 20 }) })] },
      '20 reports of s in the last 7 days were of days that are closed for good',
    ],
    [
      'a share of refused records',
      { sources: [source('s', { recent: arrivals('s', { not_accepted: 60 }) })] },
      '6% of what s sent in the last 7 days was refused (60 of 1,000 records)',
    ],
  ])('tells of %s', (_name, change, said) => {
    expect(attention(change)).toContain(said)
  })

  it.each([
    ['a tenth that came late', { came_late: 200 }],
    ['few of a small source', { all_records: 19, not_accepted: 19, stored: 19, came_late: 19, came_after_seal: 19 }],
    ['one in twenty that was refused', { not_accepted: 50 }],
    ['one in a hundred after publication', { came_after_seal: 20 }],
  ])('says nothing of what is usual: %s', (_name, change) => {
    expect(attention({ sources: [source('s', { recent: arrivals('s', change) })] })).toMatch(
      /^[^.]*Nothing\. All sources/u,
    )
  })

  it('waits for no delivery after the last day of a contract', () => {
    const silent = [
      source('never', { intake: null, recent: null }),
      source('once', { intake: { ...INTAKE, lastMs: Date.parse('2026-11-01T09:00:00Z') } }),
    ]
    const until = (contract_to: string) =>
      attention({ sources: silent, tenant: { ...tenant.tenant, contract_to } }).match(/Nothing has been received/gu)
    expect(until('2026-11-16')).toHaveLength(2)
    expect(until('2026-11-15')).toBeNull()
  })

  it('leads from a refusal to its deliveries: how many, when the last came, and the numbers of the newest', () => {
    const refusedByCode = [refusal('field_missing', 104, 41), refusal('xml_invalid', 22, 1)]
    const intake = { ...INTAKE, refused: 126, refusedByCode }
    const html = draw.operations(
      chrome,
      operationsView({ tenants: [{ ...tenant, sources: [source('s', { intake })] }] }),
    )
    const list = /<ul class="tally refused">(.*?)<\/ul>/su.exec(html)?.[1] ?? ''
    const [first = '', second = ''] = list.split('</li>').map((one) => textOf(one))
    expect(first).toContain('In 41 deliveries, the last in the hour from 14 November 2026 at 14:00.')
    expect(first).toMatch(/The newest deliveries: 0d3117e4\S{27}10d3117e4\S{27}20d3117e4\S{27}3$/u)
    expect(second).toMatch(/In 1 delivery, .*Delivery: 0d3117e4\S*1$/u)
  })

  it('tells of a night that was not completed, once the morning has come', () => {
    expect(attention({}, { lastNight: '2026-11-15' })).toContain('The nightly work of last night is not complete.')
    expect(attention({}, { lastNight: '2026-11-15', nowMs: Date.parse('2026-11-16T04:00:00Z') })).not.toContain('night')
    expect(attention({}, { lastNight: null })).toContain('never been completed')
  })

  it.each(LANGUAGES)('says each code of a refusal in words (%s)', (language) => {
    const codes = Object.keys(REFUSALS)
    const intake = { ...INTAKE, refusedByCode: codes.map((code) => refusal(code, 4, 1)) }
    const html = draw.operations(
      chromeOf(language),
      operationsView({ tenants: [{ ...tenant, sources: [source('s', { intake })] }] }),
    )
    const said = [...html.matchAll(/<li><span class="many">4<\/span><div><p>(.*?)<\/p>/gu)].map(([, text]) => text)
    expect(said).toHaveLength(codes.length)
    for (const [index, code] of codes.entries())
      expect(textOf(said[index] ?? '')).toMatch(new RegExp(`^[A-Z].{15,}\\. ${code}$`, 'u'))
  })

  it('leads to no report: the operator may not read one', () => {
    expect(draw.operations(chrome, operationsView())).not.toContain('href="/t/')
  })
})

describe('accounts', () => {
  const [first] = accountsView().accounts
  if (first === undefined) throw new Error('no account')
  const ofFirst = (change: string): string => `/operations/accounts/${first.id}/${change}`

  it('has every form of an account that has not ended, and none of one that has', () => {
    const forms = formsOf(draw.accounts(chrome, accountsView()))
    expect(forms.get(ofFirst('assign'))).toEqual(['_csrf', 'tenants=acme', 'tenants=ggd'])
    expect(forms.get(ofFirst('extend'))).toEqual(['_csrf', 'expires'])
    for (const change of ['attest', 'renew', 'end']) expect(forms.get(ofFirst(change)), change).toEqual(['_csrf'])
    const ended = account(8).id
    expect([...forms.keys()].filter((action) => action.includes(ended))).toEqual([])
  })

  it('asks before it ends an account or voids a password: the button lies folded beside what it does', () => {
    const html = draw.accounts(chrome, accountsView())
    for (const change of ['renew', 'end']) {
      const before = html.slice(0, html.indexOf(`action="${ofFirst(change)}"`))
      expect(before.slice(before.lastIndexOf('<details'))).toMatch(
        /^<details><summary>[^<]+<\/summary><p>[^<]{40,}<\/p>/u,
      )
    }
  })

  it('shows a link only when it was just made', () => {
    const link = 'https://inzicht.example/welcome/secret'
    const invited = { login: 'x@example.org', link, endsMs: 0 }
    expect(draw.accounts(chrome, accountsView({ invited }))).toContain(link)
    expect(draw.accounts(chrome, accountsView())).not.toContain('/welcome/')
  })

  it('gives an invitation back as it was typed, with what was wrong', () => {
    const typed = {
      login: 'x',
      name: 'X. de Groot',
      role: 'consultant',
      language: 'en',
      expires: '2027-01-31',
      tenants: ['ggd'],
    } as const
    const html = draw.accounts(chrome, accountsView({ problem: { invalid: 'login' }, typed }))
    const form = /<form[^>]*action="\/operations\/accounts\/invite".*?<\/form>/su.exec(html)?.[0] ?? ''
    expect(form).toMatch(/role="alert">This login cannot be used/u)
    expect(form).toMatch(/name="login"[^>]*aria-invalid="true"[^>]*value="x"/u)
    for (const value of ['consultant', 'en', 'ggd']) expect(form).toMatch(new RegExp(`value="${value}" checked`, 'u'))
    expect(form).toContain('value="2027-01-31"')
  })

  it('proposes no role that somebody would send without choosing it, and a last day', () => {
    const html = draw.accounts(chrome, accountsView())
    const form = /<form[^>]*action="\/operations\/accounts\/invite".*?<\/form>/su.exec(html)?.[0] ?? ''
    expect(form.match(/<input type="radio" name="role"[^>]*>/gu)).toHaveLength(4)
    expect(form).not.toMatch(/name="role"[^>]* checked/u)
    expect(form).toMatch(/name="language" value="nl" checked/u)
    expect(form).toMatch(/name="expires"[^>]*value="2027-11-16"/u)
  })

  it.each([
    [{ refused: 'login_taken' }, 'login', 'There is an account with this login already.'],
    [{ refused: 'own_account' }, 'name', 'This is your own name'],
    [{ invalid: 'role' }, 'role', 'Choose a role.'],
    [{ refused: 'tenants_of_role' }, 'tenants', 'That number of customers does not fit the role'],
    [{ refused: 'expiry_past' }, 'expires', 'The last day is over already.'],
  ] as const)('says beside the field what is wrong with an invitation: %j', (problem, field, said) => {
    const html = draw.accounts(chrome, accountsView({ problem }))
    const form = /<form[^>]*action="\/operations\/accounts\/invite".*?<\/form>/su.exec(html)?.[0] ?? ''
    expect(form).toMatch(new RegExp(`id="${field}-problem" role="alert">${said}`, 'u'))
    expect(form).toMatch(new RegExp(`aria-describedby="${field}-problem`, 'u'))
    expect(form).toContain('No link has been made yet.')
  })

  it('says what was wrong with one account beside it, with its forms open', () => {
    const html = draw.accounts(chrome, accountsView({ problem: { refused: 'own_account' }, of: first.id }))
    const article = /<article.*?<\/article>/su.exec(html)?.[0] ?? ''
    expect(article).toMatch(/role="alert">Nobody changes.*<details open>/su)
    expect(html.match(/role="alert"/gu)).toHaveLength(1)
  })
})
