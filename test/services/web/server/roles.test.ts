/**
 * Who may ask for what: every route of the table, as every role and as nobody, of the own customer and of another one. What
 * is expected follows from `GRANTS` alone; a route that a role is granted must answer it, and nobody else.
 */
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNT_ROLES, type AccountRole, GRANTS, PERMISSIONS } from '../../../../schemas/accounts.ts'
import { isApi, type Route } from '../../../../services/web/routes/route.ts'
import { ROUTES } from '../../../../services/web/routes/table.ts'
import { createWeb, type WebParts } from '../../../../services/web/server/index.ts'
import {
  type Answered,
  FOREIGN,
  MONTH,
  OWN,
  type Role,
  type Served,
  startServed,
  type Visit,
  withoutTokens,
} from '../../../support/served.ts'

let served: Served
beforeAll(async () => {
  served = await startServed()
})
afterAll(() => served.close())

const nameOf = ({ method, url }: Pick<Route, 'method' | 'url'>): string => `${method} ${url}`

/** Parts of addresses that are the same for every route. */
const PARTS: Readonly<Record<string, (tenant: string) => string>> = {
  tenant: (tenant) => tenant,
  customer: () => OWN,
  month: () => MONTH,
  cut: () => 'site',
  file: () => 'report.json',
  // Of addresses that lead to the page of their form, whichever account or token it is.
  id: () => '00000000-0000-4000-8000-0000000000ff',
}
/** What else a route needs to be answered: forms, and what is to be made before. */
const NEEDS: Readonly<
  Record<string, (tenant: string, role: Role) => Promise<Visit & { readonly parts?: Parts; readonly search?: string }>>
> = {
  'GET /assets/:name': async () => ({ parts: { name: await styleSheet() } }),
  'GET /welcome/:token': async () => ({ parts: { token: await invitation() } }),
  'POST /welcome/:token': async () => ({ parts: { token: await invitation() }, form: { password: 'a', repeat: 'b' } }),
  'POST /login': async () => ({ form: { login: 'nobody@example.org', password: 'x' } }),
  'POST /logout': async () => ({ form: {} }),
  'POST /language': async () => ({ form: { language: 'en', back: '/account' } }),
  'POST /account/password': async () => ({ form: { current: 'a', password: 'b', repeat: 'c' } }),
  'POST /account/sessions/end': async () => ({ form: {} }),
  'POST /account/tokens': async () => ({ form: { label: 'spreadsheet', days: '1' } }),
  'POST /account/tokens/:id/end': async (_tenant, role) => ({ parts: { id: await token(role) }, form: {} }),
  'GET /t/:tenant/findings/:id': async (tenant) => ({
    parts: { id: served.finding[tenant] ?? served.finding[FOREIGN] ?? '' },
  }),
  'POST /t/:tenant/findings/:id': async (tenant) => ({
    parts: { id: served.finding[tenant] ?? served.finding[FOREIGN] ?? '' },
    form: { state: '', note: 'we have asked the supplier' },
  }),
  'GET /api/v1/tenants/:tenant/series': async () => ({ search: '?cut=tenant&measure=legs' }),
  'GET /api/v1/tenants/:tenant/findings/:id': async (tenant) => ({ parts: finding(tenant) }),
  'GET /api/v1/tenants/:tenant/findings/:id/history': async (tenant) => ({ parts: finding(tenant) }),
  'POST /api/v1/tenants/:tenant/findings/:id/state': async (tenant) => ({
    parts: finding(tenant),
    json: { state: await mayFollow(), note: 'we have asked the supplier' },
  }),
  'POST /api/v1/tenants/:tenant/findings/:id/notes': async (tenant) => ({
    parts: finding(tenant),
    json: { note: 'we have asked the supplier' },
  }),
  'POST /operations/accounts/invite': async () => ({
    form: { login: `n${(made += 1)}@acme.example`, name: 'N', role: 'consultant', language: 'nl', expires: '' },
  }),
  'POST /operations/accounts/:id/renew': async () => ({ parts: { id: await somebody() }, form: {} }),
  'POST /operations/accounts/:id/assign': async () => ({ parts: { id: await somebody() }, form: { tenants: OWN } }),
  'POST /operations/accounts/:id/extend': async () => ({
    parts: { id: await somebody() },
    form: { expires: '2027-01-31' },
  }),
  'POST /operations/accounts/:id/attest': async () => ({ parts: { id: await somebody() }, form: {} }),
  'POST /operations/accounts/:id/end': async () => ({ parts: { id: await somebody() }, form: {} }),
}
type Parts = Readonly<Record<string, string>>

function finding(tenant: string): Parts {
  return { id: served.finding[tenant] ?? served.finding[FOREIGN] ?? '' }
}
async function mayFollow(): Promise<string> {
  const { state } = await served.control.db
    .selectFrom('findings')
    .select('state')
    .where('tenant_id', '=', OWN)
    .executeTakeFirstOrThrow()
  return state === 'accepted' ? 'rejected' : 'accepted'
}

let made = 0
/** An account that nothing else uses; invited only, which costs no password. */
async function somebody(): Promise<string> {
  const { id, token: _ } = await invited()
  return id
}
async function invitation(): Promise<string> {
  return (await invited()).token
}
let last: { readonly id: string; readonly token: string } | undefined
async function invited(): Promise<{ readonly id: string; readonly token: string }> {
  if (last !== undefined) await served.embedded.accounts.end(last.id as never, 'operator') // so that there are never too many
  const done = await served.embedded.accounts.invite({
    login: `s${(made += 1)}@adviser.example`,
    name: 'S',
    role: 'consultant',
    tenants: [],
    language: 'nl',
    appointedBy: 'operator',
    expiresDay: null,
  })
  if (done.outcome !== 'invited') throw new Error('Nobody could be invited.')
  last = { id: done.accountId, token: done.token }
  return last
}
async function token(role: Role): Promise<string> {
  if (role === 'nobody') return crypto.randomUUID()
  const done = await served.embedded.accounts.createToken(served.accounts[role].id, { label: 'a program', days: 1 })
  if (done.outcome !== 'created') throw new Error('No token could be made.')
  return done.token.id
}
async function styleSheet(): Promise<string> {
  const { text } = await served.visit(await served.session('consultant'), `/t/${OWN}/${MONTH}`)
  return /\/assets\/(avesqo\.[0-9a-f]+\.css)/u.exec(text)?.[1] ?? 'none'
}

/** Ends the session that it is asked with. */
const ENDS: ReadonlySet<string> = new Set(['POST /logout', 'POST /account/sessions/end'])

async function ask(route: Route, role: Role, tenant: string) {
  const needs = (await NEEDS[nameOf(route)]?.(tenant, role)) ?? {}
  const path = route.url.replaceAll(/:(\w+)/gu, (_all, name: string) => {
    const part = needs.parts?.[name] ?? PARTS[name]?.(tenant)
    if (part === undefined) throw new Error(`The test does not know what ${name} of ${nameOf(route)} is.`)
    return part
  })
  if (route.method !== 'GET' && needs.form === undefined && needs.json === undefined) {
    throw new Error(`The test does not know what is sent to ${nameOf(route)}.`)
  }
  const session = role === 'nobody' ? null : await served.session(role)
  const answered = await served.visit(session, `${path}${needs.search ?? ''}`, { ...needs, method: route.method })
  if (role !== 'nobody' && ENDS.has(nameOf(route))) served.ended(role)
  return answered
}

const GRANTED = (route: Route, role: Role): boolean =>
  route.permission === 'public' || (role !== 'nobody' && GRANTS[role].includes(route.permission))
const ROLES: readonly Role[] = [...ACCOUNT_ROLES, 'nobody']

type Outcome = 'answered' | 'forbidden' | 'led to sign in' | 'not signed in' | 'something else'

function outcomeOf({ status, headers }: Answered): Outcome {
  if (status === 303 && (headers.get('location') ?? '').startsWith('/login?next=')) return 'led to sign in'
  if (status === 403) return 'forbidden'
  if (status === 401) return 'not signed in'
  // 422: what was sent is not what a form takes, which only who may send it is told.
  return [200, 201, 204, 303, 422].includes(status) ? 'answered' : 'something else'
}

function expectedOf(route: Route, role: Role): Outcome {
  if (GRANTED(route, role)) return 'answered'
  if (role !== 'nobody') return 'forbidden'
  return isApi(route) ? 'not signed in' : 'led to sign in'
}

describe.each(ROUTES.map((route) => [nameOf(route), route] as const))('%s', (_name, route) => {
  it.each(ROLES)('as %s', async (role) => {
    expect(outcomeOf(await ask(route, role, OWN))).toBe(expectedOf(route, role))
  })
})

const OF_TENANT = ROUTES.filter(({ scope }) => scope === 'tenant')
describe.each(OF_TENANT.map((route) => [nameOf(route), route] as const))('%s of another customer', (_name, route) => {
  it.each(ACCOUNT_ROLES)('as %s is what a customer that does not exist is', async (role) => {
    const foreign = await ask(route, role, FOREIGN)
    const nothing = await ask(route, role, 'nobody-at-all')
    expect(foreign.status).toBe(GRANTED(route, role) ? 404 : 403)
    expect(shown(foreign)).toEqual(shown(nothing))
  })
})

function shown({ status, headers, text }: Answered) {
  const others = [...headers].filter(([name]) => name !== 'date' && name !== 'content-length')
  return { status, text: withoutTokens(text), headers: others }
}

describe('the table', () => {
  it('has every route that the server has, and the server every route of it', async () => {
    const app = fastify({ exposeHeadRoutes: false })
    const registered: string[] = []
    app.addHook('onRoute', ({ method, url }) => void registered.push(`${String(method)} ${url}`))
    const parts = { demo: null, secure: true, clock: { now: () => 0 } } as unknown as WebParts
    await app.register(createWeb(parts))
    await app.ready()
    expect(registered.toSorted()).toEqual(ROUTES.map(nameOf).toSorted())
    await app.close()
  })

  it('uses every permission, and grants each route to somebody', () => {
    const used = new Set(ROUTES.map(({ permission }) => permission))
    expect(PERMISSIONS.filter((permission) => !used.has(permission))).toEqual([])
    const granted = new Set(Object.values(GRANTS).flat())
    const ungranted = ROUTES.filter(({ permission }) => permission !== 'public' && !granted.has(permission))
    expect(ungranted.map(nameOf)).toEqual([])
  })

  it('gives figures only where the audit log is written', async () => {
    for (const route of ROUTES) {
      if (route.audit === undefined) continue
      const role = ACCOUNT_ROLES.find((one) => GRANTED(route, one)) as AccountRole
      const before = (await served.audited()).length
      const { status } = await ask(route, role, OWN)
      const written = (await served.audited()).slice(before)
      const { id } = served.accounts[role]
      const actions = new Set(written.filter(({ actor }) => actor === id).map(({ action }) => action))
      const found = route.audit.filter((action) => actions.has(action))
      expect([nameOf(route), status < 400, found.length]).toEqual([nameOf(route), true, 1])
    }
  })
})
