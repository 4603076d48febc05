/** Signing in: what comes back after a mistake, and that whoever chooses a password by a link is signed in with it. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PASSWORD } from '../../accounts/house.ts'
import { type Front, newFront, SAME_SITE, sent } from './front.ts'

const SAM = 'sam@adviser.example'
const CHOSEN = 'six grey herons at dawn'
let front: Front
beforeEach(async () => {
  front = await newFront()
})
afterEach(() => front.close())

async function invite(role: 'consultant' | 'operator' = 'consultant') {
  const { accounts } = front.house
  const invited = await accounts.invite({
    login: SAM,
    name: 'Sam',
    role,
    tenants: [],
    language: 'nl',
    appointedBy: 'operator',
    expiresDay: null,
  })
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  return invited
}

async function choose(token: string, cookie = '') {
  const { headers, ...more } = sent({ password: CHOSEN, repeat: CHOSEN })
  return front.app.inject({ ...more, url: `/welcome/${token}`, headers: { ...headers, cookie } })
}

it('keeps the login that was typed, as text, and never the password', async () => {
  const login = '"><script>alert(1)</script>'
  const { statusCode, body } = await front.app.inject({ ...sent({ login, password: PASSWORD }), url: '/login' })
  expect(statusCode).toBe(422)
  expect(body).toMatch(/name="login"[^>]* value="&quot;>&lt;script>/u)
  expect(body).not.toContain('<script')
  expect(body).not.toContain(PASSWORD)
  const password = /<input[^>]*name="password"[^>]*>/u.exec(body)?.[0]
  expect(password).toMatch(/autofocus/u)
  expect(password).not.toMatch(/value=/u)
})

it('answers a mistake there and then, in the chosen language, and remembers where somebody wanted to go', async () => {
  const form = sent({ login: SAM, password: 'not this one at all', next: '/account' })
  const { statusCode, headers, body } = await front.app.inject({ ...form, url: '/login?lang=en' })
  expect([statusCode, headers.location]).toEqual([422, undefined])
  expect(body).toContain('<html lang="en"')
  expect(body).toContain('name="next" value="/account"')
})

it('says that it did not work where somebody else is signed in already, and leaves that session as it is', async () => {
  await front.house.account('privacy_officer', 'other@adviser.example')
  const { cookie } = await front.signIn('other@adviser.example')
  const { headers, ...more } = sent({ login: SAM, password: 'not this one at all' })
  const answered = await front.app.inject({ ...more, url: '/login', headers: { ...headers, cookie } })
  expect([answered.statusCode, answered.headers.location, answered.cookies]).toEqual([422, undefined, []])
  expect(answered.body).toMatch(/<p class="notice problem" role="alert">/u)
  expect(answered.body).toContain(`value="${SAM}"`)
  expect(await front.house.accounts.session(cookie.replace('avesqo=', ''))).not.toBeNull()
})

it('signs in whoever has chosen a password by a link, and says so on the first page', async () => {
  const { token, accountId } = await invite()
  const { statusCode, headers, cookies } = await choose(token)
  expect(statusCode).toBe(303)
  const [cookie] = cookies
  const session = await front.house.accounts.session(cookie?.value ?? '')
  expect(session?.principal.accountId).toBe(accountId)
  const actions = (await front.house.audit()).filter(({ actor }) => actor === accountId).map(({ action }) => action)
  expect(actions).toEqual(['account_accepted', 'signed_in'])
  expect(headers.location).toMatch(/^\/portfolio\?done=password_chosen\./u)
  const url = String(headers.location).replace('/portfolio', '/account')
  const shown = await front.app.inject({ url, headers: { ...SAME_SITE, cookie: `avesqo=${cookie?.value ?? ''}` } })
  expect(shown.body).toContain('Uw wachtwoord is opgeslagen en u bent ingelogd.')
})

it('ends the session that the browser had before', async () => {
  await front.house.account('privacy_officer', 'other@adviser.example')
  const { cookie } = await front.signIn('other@adviser.example')
  const { cookies } = await choose((await invite()).token, cookie)
  const before = cookie.replace('avesqo=', '')
  expect(cookies[0]?.value).not.toBe(before)
  expect(await front.house.accounts.session(before)).toBeNull()
})

it('leads to the page for signing in where the address has to wait, as it would have there', async () => {
  const { token } = await invite()
  for (let tried = 0; tried < 21; tried += 1) {
    await front.house.accounts.login({ login: `nobody${tried}`, password: 'x', address: '127.0.0.1' })
  }
  const { statusCode, headers, cookies } = await choose(token)
  expect([statusCode, headers.location, cookies]).toEqual([303, '/login?welcome=1&lang=nl', []])
  const { body } = await front.app.inject({ url: String(headers.location), headers: SAME_SITE })
  expect(body).toContain('Uw wachtwoord is ingesteld. Log er nu mee in.')
})
