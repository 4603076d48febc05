/**
 * Attacks on pages (reference privacy: A35, A36, A37's wording, A38, A42): another customer's ids wherever an id can stand,
 * rights that were taken away, statements and scripts in place of values, forged forms, framed pages, stolen cookies.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FOREIGN, HOSTILE, MONTH, OWN, type Served, startServed, withoutTokens } from '../../../support/served.ts'

let served: Served
beforeAll(async () => {
  served = await startServed()
})
afterAll(() => served.close())

const REPORT = `/t/${OWN}/${MONTH}`
const FINDING = () => served.finding[OWN] ?? ''
const as = (role: 'consultant' | 'customer_viewer' | 'operator' | 'privacy_officer') => served.session(role)

describe('A35: another customer’s ids', () => {
  it('finds no finding of another customer under the own one', async () => {
    const session = await as('consultant')
    const foreign = await served.visit(session, `/t/${OWN}/findings/${served.finding[FOREIGN] ?? ''}`)
    const nothing = await served.visit(session, `/t/${OWN}/findings/00000000-0000-8000-8000-0000000000ff`)
    expect([foreign.status, withoutTokens(foreign.text)]).toEqual([404, withoutTokens(nothing.text)])
    const form = { state: 'accepted', note: '' }
    const changed = await served.visit(session, `/t/${OWN}/findings/${served.finding[FOREIGN] ?? ''}`, {
      method: 'POST',
      form,
    })
    expect(changed.status).toBe(404)
    const rows = await served.control.db
      .selectFrom('findings')
      .select('state')
      .where('tenant_id', '=', FOREIGN)
      .execute()
    expect(rows).toEqual([{ state: 'new' }])
  })

  it.each([
    ['query', { path: `${REPORT}?tenant=${FOREIGN}` }, 200],
    ['header', { path: REPORT, headers: { 'x-tenant': FOREIGN, 'x-original-url': `/t/${FOREIGN}/${MONTH}` } }, 200],
    ['path', { path: `/t/${OWN}/../${FOREIGN}/${MONTH}` }, 404],
    ['encoded path', { path: `/t/${OWN}%2f..%2f${FOREIGN}/${MONTH}` }, 404],
    ['capitals', { path: `/t/${FOREIGN.toUpperCase()}/${MONTH}` }, 404],
  ])(
    'gives nothing of it for an id in the %s',
    async (_where, { path, headers = {} }: { path: string; headers?: Record<string, string> }, status) => {
      const answered = await served.visit(await as('customer_viewer'), path, { headers })
      expect(answered.status).toBe(status)
      expect(answered.text).not.toContain(FOREIGN)
    },
  )

  it('ignores a customer in the body of a form', async () => {
    const answered = await served.visit(await as('consultant'), `/t/${OWN}/findings/${FINDING()}`, {
      method: 'POST',
      form: { state: '', note: 'ours', tenant: FOREIGN, id: served.finding[FOREIGN] ?? '' },
    })
    expect(answered.status).toBe(303)
    const rows = await served.control.db.selectFrom('finding_changes').select(['tenant_id', 'note']).execute()
    expect(rows).toEqual([{ tenant_id: OWN, note: 'ours' }])
  })

  it('says in the audit log that somebody tried, and not what', async () => {
    const session = await as('customer_viewer')
    served.at('2026-11-20T09:02:00Z') // one row a minute
    const before = (await served.audited()).length
    await served.visit(session, `/t/${FOREIGN}/${MONTH}`)
    await served.visit(session, `/t/${FOREIGN}/${MONTH}`)
    expect((await served.audited()).slice(before)).toEqual([
      { actor: served.accounts.customer_viewer.id, action: 'access_refused', tenant_id: null },
    ])
  })
})

describe('A36: what was taken away', () => {
  it('is denied at the next request: an assignment, a contract, the account', async () => {
    const { accounts } = served.embedded
    const login = 'lapsing@adviser.example'
    const id = await served.person('consultant', login, [OWN])
    const session = await served.signIn(login)
    const status = async (path: string) => (await served.visit(session, path)).status
    expect(await status(REPORT)).toBe(200)
    await accounts.assign(id, [FOREIGN], 'operator')
    expect(await status(REPORT)).toBe(404)
    await accounts.assign(id, [OWN], 'operator')
    expect(await status(REPORT)).toBe(200)

    await served.control.db.updateTable('tenants').set({ contract_to: '2026-11-19' }).where('id', '=', OWN).execute()
    expect(await status(REPORT)).toBe(404)
    await served.control.db.updateTable('tenants').set({ contract_to: null }).where('id', '=', OWN).execute()
    expect(await status(REPORT)).toBe(200)

    await accounts.end(id, 'operator')
    const ended = await served.visit(session, REPORT)
    expect([ended.status, ended.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/login\?next=/u)])
  })

  it('keeps the cookie that is offered before signing in from being the session afterwards', async () => {
    const answered = await served.visit('0'.repeat(43), '/login', {
      method: 'POST',
      form: { login: 'v@acme.example', password: 'correct horse battery staple 9' },
    })
    expect(answered.status).toBe(303)
    expect(answered.headers.get('set-cookie')).not.toContain('0'.repeat(43))
  })
})

describe('A38: statements in place of values', () => {
  const STATEMENTS = [
    "' OR 1=1 --",
    '2026-10-01) UNION ALL SELECT 1',
    '$(id)',
    '{tenant:String}',
    '2026-13',
    '../../etc/passwd',
  ]
  it.each(STATEMENTS)('%s is nothing, and is not repeated', async (statement) => {
    const session = await as('consultant')
    const text = encodeURIComponent(statement)
    for (const path of [
      `/t/${text}/${MONTH}`,
      `/t/${OWN}/${text}`,
      `${REPORT}/cuts/${text}`,
      `${REPORT}/files/${text}`,
      `/t/${OWN}/findings/${text}`,
      `/t/${OWN}/compare?from=${text}&to=${MONTH}`,
    ]) {
      const { status, text: body } = await served.visit(session, path)
      expect([path, [400, 404].includes(status)]).toEqual([path, true])
      expect(body).not.toContain(statement)
    }
  })
})

describe('A38: a parameter that no page has', () => {
  it('is not there: the page is answered as without it, and does not repeat it', async () => {
    const session = await as('customer_viewer')
    const { status, text } = await served.visit(session, `${REPORT}?utm_source=letter&SETTINGS=max_threads`)
    expect(status).toBe(200)
    expect(text).not.toMatch(/utm_source|letter|SETTINGS|max_threads/u)
  })
})

describe('A42: scripts and line ends', () => {
  it('are text in every page that has a name in it', async () => {
    const pages = [
      ['customer_viewer', REPORT],
      ['customer_viewer', `/t/${OWN}`],
      ['consultant', `${REPORT}/cuts/site`],
      ['consultant', `/t/${OWN}/compare`],
      ['consultant', `/t/${OWN}/compare?from=${MONTH}&to=${MONTH}`, 422],
      ['consultant', '/portfolio'],
      ['consultant', `/t/${OWN}/findings/${FINDING()}`],
      ['operator', '/operations'],
      ['operator', '/operations/accounts'],
      ['privacy_officer', '/privacy'],
      ['privacy_officer', `/privacy/${OWN}/${MONTH}`],
    ] as const
    for (const [role, path, answered = 200] of pages) {
      const { status, text } = await served.visit(await as(role), path)
      expect([path, status]).toEqual([path, answered])
      expect(text, path).toContain('&lt;script')
      expect(text, path).not.toContain('<script')
    }
  })

  it('are text in a note, and a note of several lines is one line', async () => {
    const session = await as('consultant')
    const path = `/t/${OWN}/findings/${FINDING()}`
    const note = `${HOSTILE}\r\nSet-Cookie: a=b`
    expect(await served.visit(session, path, { method: 'POST', form: { state: '', note } })).toMatchObject({
      status: 303,
    })
    const { text } = await served.visit(session, path)
    expect(text).not.toContain('<script')
    expect(text).toContain('Set-Cookie: a=b')
    expect(served.logged()).not.toContain('script')
  })

  it('do not get into a header', async () => {
    const session = await as('consultant')
    for (const path of [
      '/login?next=/%0d%0aSet-Cookie:%20a=b',
      '/login?next=//evil.example',
      '/login?next=/%5Cevil.example',
    ]) {
      const { status, headers } = await served.visit(session, path)
      expect([path, status, headers.get('location'), headers.get('set-cookie')]).toEqual([path, 303, '/', null])
    }
    const back = await served.visit(session, '/language', {
      method: 'POST',
      form: { language: 'en', back: 'https://evil.example/' },
    })
    expect([back.status, back.headers.get('location')]).toEqual([303, '/'])
  })
})

const change =
  (headers: Record<string, string>, form: Record<string, string> = {}) =>
  async (session: string) =>
    (
      await served.visit(session, `/t/${OWN}/findings/${FINDING()}`, {
        method: 'POST',
        form: { state: 'accepted', note: '', ...form },
        headers,
      })
    ).status

describe('forged requests', () => {
  it.each([
    ['another site', change({ 'sec-fetch-site': 'cross-site' })],
    ['another host of the same site', change({ 'sec-fetch-site': 'same-site' })],
    ['another origin', change({ origin: 'https://evil.example' })],
    ['no origin at all', change({ 'sec-fetch-site': '' })],
    ['an opaque origin', change({ origin: 'null' })],
    ['a page without the token', change({}, { _csrf: '' })],
    ['a page with somebody’s token', change({}, { _csrf: 'AAAAAAAA-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB' })],
  ])('are refused: from %s', async (_from, ask) => {
    expect(await ask(await as('consultant'))).toBe(403)
    const rows = await served.control.db.selectFrom('findings').select('state').where('tenant_id', '=', OWN).execute()
    expect(rows).toEqual([{ state: 'new' }])
  })

  it('are refused for the form to sign in as well', async () => {
    const form = { login: 'v@acme.example', password: 'x' }
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect(await served.visit(null, '/login', { method: 'POST', form, headers })).toMatchObject({ status: 403 })
  })

  it('change nothing by a link', async () => {
    const session = await as('consultant')
    expect(await served.visit(session, '/logout')).toMatchObject({ status: 404 })
    expect(await served.visit(session, REPORT)).toMatchObject({ status: 200 })
  })

  it('is what a page itself says that it is not: its form has the session’s token', async () => {
    const session = await as('consultant')
    const { text } = await served.visit(session, REPORT)
    const token = /name="_csrf" value="([^"]+)"/u.exec(text)?.[1] ?? ''
    const sent = { method: 'POST', form: { language: 'en', back: REPORT, _csrf: token } }
    const answered = await served.visit(session, '/language', sent)
    expect([answered.status, answered.headers.get('location')]).toEqual([303, REPORT])
  })
})

const wrong = async (login: string) => {
  const { status, headers, text } = await served.visit(null, '/login', {
    method: 'POST',
    form: { login, password: 'wrong horse battery staple' },
  })
  // What was typed comes back, and nothing else may tell the two apart.
  const others = [...headers].filter(([name]) => name !== 'date' && name !== 'content-length')
  return { status, text: text.replaceAll(login, 'typed'), headers: others }
}

describe('what an answer says of itself', () => {
  it('is framed by nobody, runs nothing, and is kept nowhere', async () => {
    for (const path of [REPORT, '/login', '/nothing-here', `/t/${FOREIGN}/${MONTH}`]) {
      const { headers } = await served.visit(await as('customer_viewer'), path)
      const said = [headers.get('x-frame-options'), headers.get('cache-control'), headers.get('x-robots-tag')]
      expect([path, ...said]).toEqual([path, 'DENY', 'no-store', 'noindex, nofollow'])
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/default-src 'none'.*script-src 'none'.*frame-ancestors 'none'.*base-uri 'none'/u)
    }
  })

  it('has one cookie, which scripts and other sites do not get', async () => {
    const form = { login: 'p@adviser.example', password: 'correct horse battery staple 9' }
    const { status, headers } = await served.visit(null, '/login', { method: 'POST', form })
    expect(status).toBe(303)
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^avesqo=[\w-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/u),
    ])
  })

  it('is the same for a login that there is and one that there is not', async () => {
    expect(await wrong('c@adviser.example')).toEqual(await wrong('nobody@adviser.example'))
  })

  it('is kept by browsers where it holds nothing of anybody', async () => {
    const { text } = await served.visit(await as('consultant'), REPORT)
    const style = /\/assets\/avesqo\.[0-9a-f]{12}\.css/u.exec(text)?.[0] ?? ''
    const answered = await served.visit(null, style)
    expect([answered.status, answered.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000'])
    for (const [, font] of answered.text.matchAll(/url\('([^']+)'\)/gu)) {
      expect(await served.visit(null, font ?? '')).toMatchObject({ status: 200 })
    }
  })

  it('is the same file, byte by byte, whoever asks', async () => {
    for (const file of ['report.xlsx', 'report.csv.zip', 'report.json']) {
      const one = await served.visit(await as('consultant'), `${REPORT}/files/${file}`)
      const two = await served.visit(await as('consultant'), `${REPORT}/files/${file}`)
      expect([file, one.status, two.text === one.text]).toEqual([file, 200, true])
      expect(one.headers.get('content-disposition')).toBe(
        `attachment; filename="${OWN}-${MONTH}-en.${file.replace('report.', '')}"`,
      )
    }
  })

  it('names no person of ours in the audit log, nor an address in the log', async () => {
    const actors = new Set((await served.audited()).map(({ actor }) => actor))
    for (const actor of actors) expect(actor).toMatch(/^(?:operator|schedule|anonymous|[0-9a-f-]{36})$/u)
    expect(served.logged()).not.toMatch(/127\.0\.0\.1|@/u)
  })
})

describe('too much', () => {
  it('is answered 429 with how long to wait, and the next one who asks is not', async () => {
    const session = await served.signIn('c@adviser.example')
    let waits: readonly (string | null)[] = []
    for (let round = 0; round < 20 && waits.length === 0; round += 1) {
      const asked = await Promise.all(Array.from({ length: 50 }, () => served.visit(session, '/account?x=1')))
      waits = asked.filter(({ status }) => status === 429).map(({ headers }) => headers.get('retry-after'))
    }
    expect(waits.length).toBeGreaterThan(0)
    expect(Number(waits[0])).toBeGreaterThan(0)
    expect(await served.visit(await as('privacy_officer'), '/privacy')).toMatchObject({ status: 200 })
  })
})
