/** A form that comes back: by an address of its own, for the session that sent it, for a while. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Front, newFront, SAME_SITE, sent } from './front.ts'

const OLGA = 'olga@adviser.example'
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

it('is gone after a while, and when many others came after it', async () => {
  const first = await refused()
  front.house.pass(10 * 60_000)
  expect(await shows(first.url, first.cookie)).toBe(false)
  const second = await refused()
  for (let more = 0; more < 63; more += 1) await refused(second.session)
  expect(await shows(second.url, second.cookie)).toBe(true)
  await refused(second.session)
  expect(await shows(second.url, second.cookie)).toBe(false)
})
