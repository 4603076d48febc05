/** Who asks the API, and what with: tokens, sessions, hostile values; and what its documentation says to them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { series } from '../../../../schemas/api/figures.ts'
import { apiRoutes } from '../../../../services/web/api/routes.ts'
import { isApi } from '../../../../services/web/routes/route.ts'
import { API, asking, OF_MONTH, problemIn } from '../../../support/api.ts'
import { textOf } from '../../../support/pages/read-page.ts'
import { FOREIGN, MONTH, OWN, type Served, startServed } from '../../../support/served.ts'

let served: Served
beforeAll(async () => {
  served = await startServed()
})
afterAll(() => served.close())

const { ask, read, findingPath, tokenOf, byToken } = asking(() => served)

describe('who asks', () => {
  it('may be a token, which reads and changes what its account may', async () => {
    const [ofViewer, ofConsultant] = [await tokenOf('customer_viewer'), await tokenOf('consultant')]
    expect((await byToken(ofViewer, `${OF_MONTH}/cuts/site`)).text).toBe((await ask(`${OF_MONTH}/cuts/site`)).text)
    const note = { method: 'POST', body: JSON.stringify({ note: 'by a program' }) }
    expect((await byToken(ofViewer, `${findingPath()}/notes`, note)).status).toBe(403)
    expect((await byToken(ofConsultant, `${findingPath()}/notes`, note)).status).toBe(201)
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
      const answered = await served.visit(session, `${findingPath()}/notes`, {
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

  it.each([
    ['cut=site&measure=legs&value=x&limit=37', 'limit'],
    ['cut=site&measure=legs&value=x&from=yesterday', 'from'],
    ['measure=legs', 'cut'],
    ['cut=site&measure=legs&value=x&nobody=1', undefined],
  ])('names of the query %s the parameter that is wrong, if it is one of the route', async (query, parameter) => {
    const answered = await ask(`${API}/series?${query}`)
    expect(answered.status).toBe(400)
    expect((JSON.parse(answered.text) as { readonly parameter?: string }).parameter).toBe(parameter)
    expect(answered.text).not.toMatch(/37|yesterday|nobody/u)
  })

  it('a page of another revision is refused, not guessed', async () => {
    const answered = await ask(`${OF_MONTH}/cuts/site?after=2-1`)
    expect([answered.status, problemIn(answered)]).toEqual([409, 'revision_changed'])
  })
})

describe('the documentation', () => {
  it('is read by whoever has figures, as a page like the others: without a script', async () => {
    const docs = await ask('/api/docs')
    expect(docs.status).toBe(200)
    expect(docs.text).not.toContain('<script')
    const policies = [docs, await ask(`/t/${OWN}/${MONTH}`), await ask('/api/v1/openapi.json')].map(({ headers }) =>
      headers.get('content-security-policy'),
    )
    expect(new Set(policies).size).toBe(1)
    expect(policies[0]).toContain("script-src 'none'")
    const paths = [...docs.text.matchAll(/(?:src|href)="(\/[^"]*)"/gu)].map(([, path]) => path ?? '')
    expect(paths).toContain('/api/v1/openapi.json')
    for (const path of paths) expect([path, (await ask(path)).status < 400]).toEqual([path, true])
    const operator = await served.visit(await served.session('operator'), '/api/docs')
    expect(operator.status).toBe(403)
  })

  it('refuses a browser of who reads no figures with a page, and offers no token', async () => {
    const headers = { accept: 'text/html' }
    for (const role of ['operator', 'privacy_officer'] as const) {
      const session = await served.session(role)
      const docs = await served.visit(session, '/api/docs', { headers })
      expect([docs.status, docs.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
      expect((await served.visit(session, '/account', { headers })).text).not.toContain('/account/tokens')
    }
    const reader = await served.visit(await served.session('consultant'), '/account', { headers })
    expect(reader.text).toContain('action="/account/tokens"')
  })

  it('comes in the language that is chosen on it', async () => {
    const session = await served.session('customer_viewer')
    for (const [language, heading] of [
      ['nl', 'Cijfers voor programma’s'],
      ['en', 'Figures for programs'],
    ] as const) {
      const form = { language, back: '/api/docs' }
      const chosen = await served.visit(session, '/language', { method: 'POST', form })
      const page = await ask(chosen.headers.get('location') ?? '')
      expect([page.status, textOf(/<h1>(.*?)<\/h1>/u.exec(page.text)?.[1] ?? '')]).toEqual([200, heading])
    }
  })

  it('is fetched by a tool without a token, and by one that sends any', async () => {
    for (const headers of [{}, { authorization: 'Bearer no-token-of-ours' }]) {
      const answered = await served.visit(null, '/api/v1/openapi.json', { headers })
      expect([answered.status, answered.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
      expect(answered.text).not.toContain(OWN)
      expect(JSON.parse(answered.text)).toHaveProperty('openapi')
      const etag = answered.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[0-9a-f]{32}"$/u)
      const again = await served.visit(null, '/api/v1/openapi.json', { headers: { ...headers, 'if-none-match': etag } })
      expect([again.status, again.text]).toEqual([304, ''])
    }
  })

  it('has requests that work as they stand, about what the reader has, and none that writes there', async () => {
    const { text } = await ask('/api/docs', 'consultant')
    const secret = await tokenOf('consultant')
    const lines = [...text.matchAll(/<pre class="request">(.*?)<\/pre>/gsu)].map(([, line = '']) => textOf(line))
    // Every route, and one to begin with.
    expect(lines).toHaveLength(apiRoutes.filter((route) => isApi(route)).length + 1)
    for (const line of lines) {
      const address = /"(http[^"]+)"/u.exec(line)?.[1] ?? ''
      expect(address.startsWith(`${served.url}/api/`)).toBe(true)
      const path = address.slice(served.url.length)
      const method = /-X (\w+)/u.exec(line)?.[1] ?? 'GET'
      const body = /-d '([^']+)'/u.exec(line)?.[1]
      const answered = await byToken(secret, path, { method, ...(body !== undefined && { body }) })
      // What is copied by whoever tries a request must not stand in a finding that customers read.
      const status = answered.status < 300 ? 'answered' : answered.status
      expect([line, status]).toEqual([line, method === 'GET' ? 'answered' : 404])
    }
    const said = [...text.matchAll(/<pre class="request">[^<]*-X POST[^<]*<\/pre><p>(.*?)<\/p>/gsu)]
    expect(said.map(([, says = '']) => textOf(says).includes('the long id for a finding of yours'))).toEqual([
      true,
      true,
    ])
    expect(textOf(text)).toContain(`about your customer ${OWN} and October 2026`)
  })

  it('says what to replace where the reader has no customer with a published month', async () => {
    await served.person('consultant', 'new@adviser.example')
    const { text } = await served.visit(await served.signIn('new@adviser.example'), '/api/docs')
    expect(textOf(text)).toContain('Replace voorbeeld, the month and the ids')
    expect(text).not.toContain(OWN)
  })
})
