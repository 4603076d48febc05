/** The API of a product with a published month: what it gives is what the report gives, to whoever may have it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problem } from '../../../../schemas/api/common.ts'
import { cells, days, series } from '../../../../schemas/api/figures.ts'
import { findingOne, findings, followed, history } from '../../../../schemas/api/findings.ts'
import { health, period, periods, tenants } from '../../../../schemas/api/periods.ts'
import { type Cut, CUT_NAMES, CUTS } from '../../../../schemas/cube.ts'
import { writeFindings } from '../../../../services/advise/stored.ts'
import { apiRoutes } from '../../../../services/web/api/routes.ts'
import { openBrowser } from '../../../support/browser.ts'
import {
  type Answered,
  findingOf,
  FOREIGN,
  HOSTILE,
  MONTH,
  OWN,
  type Served,
  startServed,
} from '../../../support/served.ts'

let served: Served
beforeAll(async () => {
  served = await startServed()
})
afterAll(() => served.close())

const API = `/api/v1/tenants/${OWN}`
const OF_MONTH = `${API}/periods/${MONTH}`
const FINDING = () => `${API}/findings/${served.finding[OWN] ?? ''}`

async function ask(path: string, role: 'consultant' | 'customer_viewer' = 'customer_viewer', headers = {}) {
  return served.visit(await served.session(role), path, { headers })
}
async function read<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>> {
  const { status, text } = await ask(path)
  expect([path, status]).toEqual([path, 200])
  return schema.parse(JSON.parse(text))
}
async function send(path: string, json: unknown, role: 'consultant' | 'customer_viewer' = 'consultant') {
  return served.visit(await served.session(role), path, { method: 'POST', json })
}
async function tokenOf(role: 'consultant' | 'customer_viewer'): Promise<string> {
  const made = await served.embedded.accounts.createToken(served.accounts[role].id, { label: 'a program', days: 1 })
  if (made.outcome !== 'created') throw new Error('No token could be made.')
  return made.secret
}
/** As a program asks: no cookie, and nothing that a browser says. */
async function byToken(secret: string, path: string, init: RequestInit = {}): Promise<Answered> {
  const headers = {
    authorization: `Bearer ${secret}`,
    ...(init.body !== undefined && { 'content-type': 'application/json' }),
  }
  const response = await fetch(new URL(path, served.url), { redirect: 'manual', ...init, headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
function problemIn({ text, headers }: Answered) {
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json\b/u)
  return problem.parse(JSON.parse(text)).code
}

/** Every row of a list, by the pages that lead to one another. */
async function allRows<Row>(path: string, schema: z.ZodType<{ rows: Row[]; next: string | null }>, limit: number) {
  const rows: Row[] = []
  const sign = path.includes('?') ? '&' : '?'
  for (let after: string | null = ''; after !== null;) {
    const page: { rows: Row[]; next: string | null } = await read(
      `${path}${sign}limit=${limit}${after === '' ? '' : `&after=${after}`}`,
      schema,
    )
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

const jsonRow = z.record(z.string(), z.unknown())
const reportFile = z.looseObject({ tables: z.array(z.looseObject({ id: z.string(), rows: z.array(jsonRow) })) })
type JsonRow = z.output<typeof jsonRow>
async function tablesOfReport(): Promise<ReadonlyMap<string, readonly JsonRow[]>> {
  const { tables } = await read(`/t/${OWN}/${MONTH}/files/report.json`, reportFile)
  return new Map(tables.map(({ id, rows }) => [id, rows]))
}

type ApiRow = z.output<typeof cells>['rows'][number] | z.output<typeof days>['rows'][number]
/** A row of the API as the file of the report writes it. */
function asInFile({ mark, measures }: ApiRow, labels: JsonRow): JsonRow {
  const said = Object.entries(measures).map(([measure, figure]) => {
    const { value, unit, low, high, mark: of, kept } = figure
    const interval = low === null ? {} : { low, high }
    if (of === 'few') return [measure, { mark: 'few' }] as const
    const shown = { unit: unit === 'connections_from' ? 'from' : unit, value, ...interval }
    return [measure, { ...shown, ...(of !== 'shown' && { mark: of }), ...(kept && { kept }) }] as const
  })
  return { ...labels, ...Object.fromEntries(said), ...(mark === 'few' && { mark: 'few' }) }
}

/** A group of which the month says nothing. */
async function firstHidden() {
  for (const cut of CUT_NAMES.filter((name: Cut) => CUTS[name].by.length === 2)) {
    const { rows } = await read(`${OF_MONTH}/cuts/${cut}?limit=500`, cells)
    const row = rows.find(({ mark }) => mark === 'few')
    if (row !== undefined) return { cut, values: row.values }
  }
  throw new Error('The month of the test hides nothing.')
}

async function etagOf(path: string): Promise<string | null> {
  return (await ask(path)).headers.get('etag')
}

describe('figures', () => {
  it('are those of the report, of every cut, whatever the length of a page', async () => {
    const tables = await tablesOfReport()
    const { publication } = await read(OF_MONTH, period)
    expect(publication?.cuts).toEqual(CUT_NAMES.filter((cut) => tables.has(cut)))
    let hidden = 0
    for (const cut of publication?.cuts ?? []) {
      const path = `${OF_MONTH}/cuts/${cut}`
      const rows = await allRows(path, cells, 7)
      expect(rows).toEqual((await read(`${path}?limit=500`, cells)).rows)
      const labelled = rows.map((row) =>
        asInFile(row, Object.fromEntries(row.values.map(({ dimension, name }) => [dimension, name]))),
      )
      const expected = tables.get(cut) ?? []
      // The report sets the month before beside this one.
      const [ofMonth] = expected
      expect(labelled).toEqual(cut === 'tenant' ? [{ ...ofMonth, month: undefined }] : expected)
      hidden += rows.filter(({ mark }) => mark === 'few').length
    }
    expect(hidden).toBeGreaterThan(0)
  })

  it('of days are those of the report', async () => {
    const tables = await tablesOfReport()
    const ofTenant = await allRows(`${OF_MONTH}/days`, days, 2)
    expect(ofTenant.map((row) => asInFile(row, { day: row.day }))).toEqual(tables.get('days'))
    const ofSites = await allRows(`${OF_MONTH}/days?of=sites`, days, 3)
    const labelled = ofSites.map((row) => asInFile(row, { day: row.day, site: row.site?.name }))
    expect(labelled).toEqual(tables.get('days_site') ?? [])
  })

  it('of a series are those of its months', async () => {
    const { rows } = await read(`${OF_MONTH}/cuts/site`, cells)
    const row = rows.find(({ mark }) => mark === 'shown')
    const [value] = row?.values ?? []
    const line = await read(`${API}/series?cut=site&measure=legs&value=${value?.id ?? ''}`, series)
    expect(line.points).toEqual([{ month: MONTH, revision: 1, figure: row?.measures.legs }])
    expect(line.values).toEqual([value])
    expect((await read(`${API}/series?cut=tenant&measure=legs&from=2026-11`, series)).points).toEqual([])
  })

  it('of what nobody is shown are a mark in a series as well', async () => {
    const found = await firstHidden()
    const [first, second] = found.values
    const query = `cut=${found.cut}&measure=measured_rate&value=${first?.id ?? ''}&value2=${second?.id ?? ''}`
    const { points } = await read(`${API}/series?${query}`, series)
    expect(points.map(({ figure }) => figure)).toEqual([
      { value: null, unit: 'percent', low: null, high: null, mark: 'few', kept: false },
    ])
  })

  it('stand in the order that is asked for, and hidden ones last, as they were', async () => {
    const { cut } = await firstHidden()
    const path = `${OF_MONTH}/cuts/${cut}?limit=500`
    const { rows } = await read(path, cells)
    for (const direction of ['ascending', 'descending']) {
      const ordered = (await read(`${path}&sort=size&direction=${direction}`, cells)).rows
      const values = ordered.flatMap(({ measures }) => (measures.size === undefined ? [] : [measures.size.value]))
      const sign = direction === 'ascending' ? 1 : -1
      expect(values).toEqual(values.toSorted((one, two) => sign * ((one ?? 0) - (two ?? 0))))
      const without = ordered.slice(values.length)
      expect(without).toEqual(rows.filter(({ measures }) => measures.size === undefined))
      for (const row of ordered.filter(({ mark }) => mark === 'few')) expect(row.measures).toEqual({})
    }
  })

  it('of a cut of which nothing is published are no rows', async () => {
    const { publication } = await read(OF_MONTH, period)
    const missing = CUT_NAMES.find((cut) => publication?.cuts.includes(cut) === false)
    expect((await read(`${OF_MONTH}/cuts/${missing ?? ''}`, cells)).rows).toEqual([])
  })
})

describe('months', () => {
  it('are of the account’s customers only', async () => {
    const { items, next } = await read('/api/v1/tenants', tenants)
    expect(items).toEqual([
      { id: OWN, name: `${HOSTILE} ${OWN}`, zone: 'Europe/Amsterdam', mode: 'full', latest: MONTH },
    ])
    expect(next).toBeNull()
  })

  it('are listed newest first, page by page', async () => {
    const { items } = await read(`${API}/periods`, periods)
    const seen: string[] = []
    for (let path: string | null = `${API}/periods?limit=1`; path !== null;) {
      const answered: Answered = await ask(path)
      seen.push(...periods.parse(JSON.parse(answered.text)).items.map(({ month }) => month))
      path = /<([^>]+)>; rel="next"/u.exec(answered.headers.get('link') ?? '')?.[1] ?? null
    }
    expect(seen).toEqual(items.map(({ month }) => month))
    expect(seen).toEqual(seen.toSorted().toReversed())
    expect(seen).toContain(MONTH)
    expect(seen.length).toBeGreaterThan(1)
  })

  it('say how they were made, and how complete they are', async () => {
    const { publication, ...rest } = await read(OF_MONTH, period)
    expect(rest).toMatchObject({ tenant: OWN, month: MONTH, state: 'sealed', revision: 1, safe: true })
    expect(publication).toMatchObject({ revision: 1, k: 10, safe: true, completeness: { days: 31 } })
    const { days: ofData, completeness } = await read(`${OF_MONTH}/health`, health)
    expect(completeness).toEqual(publication?.completeness)
    expect(ofData.filter(({ complete }) => complete !== null)).toHaveLength(completeness.days_with_data)
  })

  it('that are not published have no figures, and are no secret', async () => {
    const running = await read(`${API}/periods/2026-11`, period)
    expect(running).toMatchObject({ month: '2026-11', state: 'open', revision: null, publication: null })
    for (const path of ['cuts/site', 'days', 'health', 'files/report.json']) {
      expect(problemIn(await ask(`${API}/periods/2026-11/${path}`))).toBe('not_found')
    }
  })

  it('are files of the same bytes as on the pages', async () => {
    const { publication } = await read(OF_MONTH, period)
    expect(publication?.files).toContain('report.json')
    for (const file of publication?.files ?? []) {
      const [api, page] = [await ask(`${OF_MONTH}/files/${file}`), await ask(`/t/${OWN}/${MONTH}/files/${file}`)]
      expect([file, api.status, api.text === page.text]).toEqual([file, 200, true])
      const etag = api.headers.get('etag') ?? ''
      expect((await ask(`${OF_MONTH}/files/${file}`, 'customer_viewer', { 'if-none-match': etag })).status).toBe(304)
    }
  })
})

describe('a validator', () => {
  it('saves an answer that has not changed, and the reading of it is written down', async () => {
    const path = `${OF_MONTH}/cuts/site`
    const first = await ask(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/u)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const before = (await served.audited()).length
    const again = await ask(path, 'customer_viewer', { 'if-none-match': `"other", W/${etag}` })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    expect(again.headers.get('cache-control')).toBe('private, no-cache')
    expect((await served.audited()).slice(before).map(({ action }) => action)).toEqual(['report_read'])
  })

  it('changes with the language and with the follow-up', async () => {
    expect(await etagOf(`${OF_MONTH}/cuts/site?lang=nl`)).not.toBe(await etagOf(`${OF_MONTH}/cuts/site?lang=en`))
    const before = await etagOf(FINDING())
    expect((await send(`${FINDING()}/notes`, { note: 'asked the supplier' })).status).toBe(201)
    expect(await etagOf(FINDING())).toBe(before)
    expect((await send(`${FINDING()}/state`, { state: 'accepted' })).status).toBe(200)
    expect(await etagOf(FINDING())).not.toBe(before)
  })
})

describe('findings', () => {
  it('have the numbers that their words say', async () => {
    const { finding } = await read(FINDING(), findingOne)
    const { text } = await ask(`/t/${OWN}/${MONTH}/files/report.json`)
    const { advice } = z
      .looseObject({ advice: z.array(z.looseObject({ title: z.string(), texts: z.record(z.string(), z.string()) })) })
      .parse(JSON.parse(text))
    expect({ title: finding.title, texts: finding.texts }).toEqual({
      title: advice[0]?.title,
      texts: advice[0]?.texts,
    })
    expect(finding.group).toEqual({ percent: 15, low: 12, high: 19, connections_from: 5_000 })
    expect(finding.texts.finding).toContain('15%')
    expect(finding.impact).toEqual({ unit: 'poor_hours', value: 1_240, at_least: 800 })
  })

  it('are followed up by a consultant, with a note, and by nobody else', async () => {
    const refused = await send(`${FINDING()}/state`, { state: 'rejected' }, 'customer_viewer')
    expect([refused.status, problemIn(refused)]).toEqual([403, 'forbidden'])
    const before = (await read(`${FINDING()}/history`, history)).items.length
    const done = await send(`${FINDING()}/state`, { state: 'rejected', note: '  not  at fault ' })
    expect(followed.parse(JSON.parse(done.text))).toMatchObject({ state: 'rejected', next_states: ['accepted'] })
    const impossible = await send(`${FINDING()}/state`, { state: 'verified' })
    expect([impossible.status, problemIn(impossible)]).toEqual([409, 'state_not_allowed'])
    const { items } = await read(`${FINDING()}/history`, history)
    expect(items).toHaveLength(before + 1)
    expect(items.at(-1)).toMatchObject({ to: 'rejected', note: 'not at fault' })
    const last = (await served.audited()).findLast(({ action }) => action === 'finding_changed')
    expect(last).toEqual({ actor: served.accounts.consultant.id, action: 'finding_changed', tenant_id: OWN })
  })

  it.each([{}, { note: '' }, { note: 'a\u0007b' }, { note: 'x'.repeat(501) }, { note: 'x', tenant: FOREIGN }])(
    'take no note like %j',
    async (body) => {
      const answered = await send(`${FINDING()}/notes`, body)
      expect([answered.status, problemIn(answered)]).toEqual([400, 'bad_request'])
    },
  )

  it('of another customer are not there', async () => {
    const foreign = `${API}/findings/${served.finding[FOREIGN] ?? ''}`
    const nothing = `${API}/findings/00000000-0000-8000-8000-0000000000ff`
    expect((await ask(foreign)).text).toBe((await ask(nothing)).text)
    expect((await send(`${foreign}/state`, { state: 'accepted' })).status).toBe(404)
    expect((await send(`${foreign}/notes`, { note: 'ours' })).status).toBe(404)
  })

  it('are listed by page and by filter, each once', async () => {
    const ids = Array.from({ length: 5 }, (_, index) => `00000000-0000-8000-8000-0000000001${index}0`)
    const more = [served.finding[OWN] ?? '', ...ids].map((id, index) => ({
      ...findingOf(OWN, id),
      rule: index % 2 === 0 ? ('A01' as const) : ('G01' as const),
    }))
    await writeFindings(served.control, { tenantId: OWN, month: MONTH, findings: more, now: 0 })
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: z.output<typeof findings> = await read(
        `${API}/findings?limit=2${after === '' ? '' : `&after=${after}`}`,
        findings,
      )
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    expect(seen.toSorted()).toEqual(more.map(({ id }) => id).toSorted())
    const ofRule = await read(`${API}/findings?rule=G01&month=${MONTH}&state=new`, findings)
    expect(ofRule.items.map(({ rule }) => rule)).toEqual(['G01', 'G01', 'G01'])
    expect((await read(`${OF_MONTH}/health`, health)).findings).toEqual(ofRule.items)
    expect((await read(`${API}/findings?month=2026-09`, findings)).items).toEqual([])
  })
})

describe('who asks', () => {
  it('may be a token, which reads and changes what its account may', async () => {
    const [ofViewer, ofConsultant] = [await tokenOf('customer_viewer'), await tokenOf('consultant')]
    expect((await byToken(ofViewer, `${OF_MONTH}/cuts/site`)).text).toBe((await ask(`${OF_MONTH}/cuts/site`)).text)
    const note = { method: 'POST', body: JSON.stringify({ note: 'by a program' }) }
    expect((await byToken(ofViewer, `${FINDING()}/notes`, note)).status).toBe(403)
    expect((await byToken(ofConsultant, `${FINDING()}/notes`, note)).status).toBe(201)
    const foreign = await byToken(ofConsultant, `/api/v1/tenants/${FOREIGN}/periods`)
    const nothing = await byToken(ofConsultant, '/api/v1/tenants/nobody-at-all/periods')
    expect([foreign.status, foreign.text]).toEqual([404, nothing.text])
  })

  it('may not reach pages by a token, the own account least of all', async () => {
    const secret = await tokenOf('consultant')
    for (const path of ['/account', '/portfolio', `/t/${OWN}/${MONTH}`, '/api/docs']) {
      const answered = await byToken(secret, path)
      expect([path, answered.status, answered.headers.get('location')]).toEqual([
        path,
        303,
        `/login?next=${encodeURIComponent(path)}`,
      ])
    }
    const before = (await served.embedded.accounts.tokens(served.accounts.consultant.id)).length
    const made = await byToken(secret, '/account/tokens', {
      method: 'POST',
      body: JSON.stringify({ label: 'x', days: '1' }),
    })
    expect(made.status).toBe(303)
    expect(await served.embedded.accounts.tokens(served.accounts.consultant.id)).toHaveLength(before)
  })

  it.each(['', 'wrong', 'av_'.padEnd(60, 'x'), 'two words'])('is nobody with the token “%s”', async (secret) => {
    const answered = await byToken(secret, '/api/v1/tenants')
    expect([answered.status, problemIn(answered)]).toEqual([401, 'not_signed_in'])
    expect(answered.headers.get('www-authenticate')).toBe('Bearer realm="avesqo"')
  })

  it('is not the session where a token is sent that does not hold', async () => {
    const headers = { authorization: 'Bearer wrong' }
    expect((await ask('/api/v1/tenants', 'consultant', headers)).status).toBe(401)
  })

  it('must have the secret of the session where something is changed by it', async () => {
    const session = await served.session('consultant')
    for (const headers of [{ 'x-csrf-token': 'wrong' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answered = await served.visit(session, `${FINDING()}/notes`, {
        method: 'POST',
        json: { note: 'x' },
        headers,
      })
      expect([answered.status, problemIn(answered)]).toEqual([403, 'form_stale'])
    }
  })
})

describe('A38: statements in place of values', () => {
  const STATEMENTS = [
    "' OR 1=1 --",
    'site) UNION ALL SELECT 1',
    '$(id)',
    '{tenant:String}',
    '<script>',
    '../../etc/passwd',
  ]
  it.each(STATEMENTS)('%s is nothing, and is not repeated', async (statement) => {
    const text = encodeURIComponent(statement)
    const paths = {
      [`${OF_MONTH}/cuts/${text}`]: 404,
      [`${API}/periods/${text}`]: 404,
      [`/api/v1/tenants/${text}`]: 404,
      [`${API}/findings/${text}`]: 404,
      [`${OF_MONTH}/files/${text}`]: 404,
      [`${OF_MONTH}/cuts/site?sort=${text}`]: 400,
      [`${OF_MONTH}/cuts/site?after=${text}`]: 400,
      [`${OF_MONTH}/cuts/site?limit=${text}`]: 400,
      [`${OF_MONTH}/cuts/site?${text}=1`]: 400,
      [`${API}/periods?after=${text}`]: 400,
      [`${API}/findings?state=${text}`]: 400,
      [`${API}/series?cut=site&measure=${text}&value=x`]: 400,
      [`${API}/series?cut=tenant&measure=legs&value=${text}`]: 400,
    }
    for (const [path, status] of Object.entries(paths)) {
      const answered = await ask(path)
      expect([path, answered.status]).toEqual([path, status])
      expect(problemIn(answered)).toBe(status === 404 ? 'not_found' : 'bad_request')
      expect(answered.text).not.toContain(statement)
    }
    const { values, points } = await read(`${API}/series?cut=site&measure=legs&value=${text}`, series)
    expect([values, points.map(({ figure }) => figure)]).toEqual([[], [null]])
    expect(served.logged()).not.toContain(statement)
  })

  it('a page of another revision is refused, not guessed', async () => {
    const answered = await ask(`${OF_MONTH}/cuts/site?after=2-1`)
    expect([answered.status, problemIn(answered)]).toEqual([409, 'revision_changed'])
  })
})

describe('the documentation', () => {
  it('is read by whoever has figures, and is the only page with scripts', async () => {
    const docs = await ask('/api/docs')
    expect(docs.status).toBe(200)
    const policy = docs.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
    const report = await ask(`/t/${OWN}/${MONTH}`)
    for (const other of [report, await ask('/api/openapi.json'), await ask(OF_MONTH)]) {
      expect(other.headers.get('content-security-policy')).toContain("script-src 'none'")
    }
    const parts = [...docs.text.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, path]) => path ?? '')
    expect(parts).toHaveLength(5)
    for (const path of parts) expect([path, path.startsWith('/'), (await ask(path)).status]).toEqual([path, true, 200])
    const operator = await served.visit(await served.session('operator'), '/api/docs')
    expect(operator.status).toBe(403)
  })

  it('is drawn by a browser that asks nobody else, refuses nothing and complains of nothing', async () => {
    const browser = await openBrowser()
    try {
      const context = await browser.newContext()
      await context.addCookies([{ name: 'avesqo', value: await served.session('consultant'), url: served.url }])
      const page = await context.newPage()
      const wrong: string[] = []
      page.on('console', (message) => wrong.push(message.text()))
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on('response', (response) => {
        if (response.status() >= 400 || !response.url().startsWith(served.url)) wrong.push(response.url())
      })
      await page.goto(`${served.url}/api/docs`)
      const { length } = apiRoutes
      await page
        .locator('.opblock')
        .nth(length - 1)
        .waitFor()
      for (const control of await page.locator('.opblock-summary-control').all()) await control.click()
      await page.locator('#operations-figures-getCells .responses-table').waitFor()
      await page.locator('#operations-figures-getCells .model-example .tabitem button').last().click()
      await page.locator('.authorize').first().click()
      await page.locator('.modal-ux').waitFor()
      expect([await page.locator('.opblock').count(), wrong]).toEqual([length, []])
    } finally {
      await browser.close()
    }
  })
})
