/** What stands in place of a page: still a page of whoever is signed in, with a way back to what was being done. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Front, newFront, SAME_SITE, sent } from './front.ts'

const OLGA = 'olga@adviser.example'
let front: Front
let cookie: string
beforeEach(async () => {
  front = await newFront()
  await front.house.account('operator', OLGA)
  cookie = (await front.signIn(OLGA)).cookie
})
afterEach(() => front.close())

const open = (url: string, of = cookie) => front.app.inject({ url, headers: { ...SAME_SITE, cookie: of } })

it.each(['/nothing-here', '/t/acme/2026-10'])('has the menu, the language and the way out: %s', async (url) => {
  const { statusCode, body } = await open(url)
  expect([url, statusCode]).toEqual([url, url === '/nothing-here' ? 404 : 403])
  expect(body).toContain('href="/operations/accounts"')
  expect(body).not.toContain('aria-current')
  const [, form = ''] = /action="\/language">(.*?)<\/form>/u.exec(body) ?? []
  const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value])
  const { headers: said } = await front.send('/language', Object.fromEntries(fields) as Record<string, string>, cookie)
  expect(said.location).toBe('/')
  const [, token = ''] = /action="\/logout"><input type="hidden" name="_csrf" value="([^"]+)"/u.exec(body) ?? []
  const { headers, ...more } = sent({ _csrf: token })
  const out = await front.app.inject({ ...more, url: '/logout', headers: { ...headers, cookie } })
  expect([out.statusCode, out.headers.location]).toEqual([303, '/login'])
})

it('has neither for who is not signed in', async () => {
  const { statusCode, body } = await open('/nothing-here', '')
  expect(statusCode).toBe(404)
  expect(body).not.toMatch(/action="\/log|_csrf/u)
})

it('leads back to the form that was too old, from its own page', async () => {
  const { headers, ...more } = sent({ login: 'x', _csrf: 'of another session' })
  const url = '/operations/accounts/invite'
  const { statusCode, body } = await front.app.inject({ ...more, url, headers: { ...headers, cookie } })
  expect(statusCode).toBe(403)
  expect(body).toContain('<a href="/operations/accounts">Terug naar het formulier</a>')
})

it('leads whoever opens the address of a form to the page of the form', async () => {
  for (const [url, page] of [
    ['/operations/accounts/invite', '/operations/accounts'],
    ['/account/password', '/account'],
    ['/account/tokens', '/account'],
  ] as const) {
    const { statusCode, headers } = await open(url)
    expect([url, statusCode, headers.location]).toEqual([url, 303, page])
  }
})
