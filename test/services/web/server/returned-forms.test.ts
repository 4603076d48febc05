/** A form that comes back: by an address of its own, for the session that sent it, for a while. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createReturnedForms } from '../../../../services/web/server/returned-forms.ts'
import { type Front, newFront, SAME_SITE, sent } from './front.ts'

const OLGA = 'olga@adviser.example'
const MIB = 1_048_576
let front: Front
beforeEach(async () => {
  front = await newFront()
  await front.house.account('operator', OLGA)
})
afterEach(() => front.close())

async function refused(by?: Awaited<ReturnType<Front['signIn']>>) {
  const session = by ?? (await front.signIn(OLGA))
  const { cookie, csrf } = session
  const { headers, ...more } = sent({ login: 'sam', name: 'Sam', language: 'nl', _csrf: csrf })
  const at = '/operations/accounts/invite'
  const answered = await front.app.inject({ ...more, url: at, headers: { ...headers, cookie } })
  expect(answered.statusCode).toBe(303)
  expect(answered.headers.location).toMatch(/^\/operations\/accounts\?form=[0-9a-f-]{36}$/u)
  return { url: String(answered.headers.location), cookie, session }
}
async function shows(url: string, cookie: string): Promise<boolean> {
  const { body, statusCode } = await front.app.inject({ url, headers: { ...SAME_SITE, cookie } })
  expect([200, 422]).toContain(statusCode)
  return body.includes('id="role-problem"')
}

it('is shown as often as the browser asks for it, and not where its address leads elsewhere', async () => {
  const { url, cookie } = await refused()
  expect(await shows(url, cookie)).toBe(true)
  expect(await shows(url, cookie)).toBe(true)
  expect(await shows(url.replace('/operations/accounts', '/account'), cookie)).toBe(false)
})

it('is nobody else’s: another session of the same person gets the page without it', async () => {
  const { url } = await refused()
  expect(await shows(url, (await front.signIn(OLGA)).cookie)).toBe(false)
})

it('is gone after a while, and the page says so in place of it', async () => {
  const { url, cookie } = await refused()
  const open = async (at: string) => (await front.app.inject({ url: at, headers: { ...SAME_SITE, cookie } })).body
  expect(await open(url)).not.toContain('Wat u hier had ingevuld')
  front.house.pass(10 * 60_000)
  const body = await open(url)
  expect(body).toMatch(/<p class="notice problem" role="alert">.*Wat u hier had ingevuld, is er niet meer\./u)
  expect(body).toContain('action="/operations/accounts/invite"')
  expect(await open('/operations/accounts')).not.toContain('Wat u hier had ingevuld')
})

it('makes room for the newest two of its own session, and takes none of another’s', async () => {
  const first = await refused()
  const other = await refused()
  const second = await refused(other.session)
  expect(await shows(other.url, other.cookie)).toBe(true)
  const third = await refused(other.session)
  const shown = [first, other, second, third].map(async ({ url, cookie }) => shows(url, cookie))
  expect(await Promise.all(shown)).toEqual([true, false, true, true])
})

it('is the answer itself where it is too large to be kept', async () => {
  const customers = Array.from({ length: 900 }, (_, index) => `customer-${index}-with-a-long-name`)
  for (const id of customers) await front.house.tenant(id)
  for (let colleague = 1; colleague < 20; colleague += 1) {
    const of = { login: `c${colleague}@adviser.example`, name: 'Sam', language: 'nl', expiresDay: null } as const
    await front.house.accounts.invite({ ...of, role: 'consultant', tenants: [], appointedBy: 'operator' })
  }
  const { cookie, csrf } = await front.signIn(OLGA)
  const { headers, ...more } = sent({ login: 'sam', name: 'Sam', language: 'nl', _csrf: csrf })
  const at = '/operations/accounts/invite'
  const { statusCode, body } = await front.app.inject({ ...more, url: at, headers: { ...headers, cookie } })
  expect(body.length).toBeGreaterThan(2 * MIB)
  expect(statusCode).toBe(422)
  expect(body).toContain('id="role-problem"')
})

it('is bounded in bytes over all sessions: who finds no room loses none of the others’', () => {
  const forms = createReturnedForms({ now: () => front.house.now() })
  const page = { type: 'page', html: 'x'.repeat(2 * MIB), status: 422 } as const
  const sessions = Array.from({ length: 16 }, (_, index) => ({ csrfSecret: `session ${index}` }))
  const kept = sessions.map((session) => ({ session, id: idIn(forms.keep(session, '/account', page)) }))
  const late = { csrfSecret: 'late' }
  expect(forms.keep(late, '/account', { ...page, html: 'x' })).toBeNull()
  for (const { session, id } of kept) expect(forms.find(session, '/account', id)).toEqual(page)
  // Of one that has some, the oldest makes room.
  const [{ session, id } = { session: late, id: '' }] = kept
  const newer = idIn(forms.keep(session, '/account', page))
  expect([forms.find(session, '/account', id), forms.find(session, '/account', newer)]).toEqual([null, page])
  front.house.pass(10 * 60_000)
  expect(idIn(forms.keep(late, '/account', page))).not.toBe('')
})

function idIn(address: string | null): string {
  return address?.split('=')[1] ?? ''
}
