/** In which language somebody is answered who has not signed in: the chosen one, through forms and to the end. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Front, newFront, SAME_SITE, sent } from './front.ts'

const DUTCH_BROWSER = { 'accept-language': 'nl' } as const

let front: Front
beforeEach(async () => {
  front = await newFront()
})
afterEach(() => front.close())

async function show(url: string): Promise<string> {
  const { statusCode, body } = await front.app.inject({ url, headers: { ...SAME_SITE, ...DUTCH_BROWSER } })
  expect([url, statusCode]).toEqual([url, 200])
  return body
}
/** Sends the form of a page as a Dutch browser does. */
async function send(html: string, form: Readonly<Record<string, string>>) {
  const action = /<form class="form" method="post" action="([^"]+)"/u.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const { headers, ...more } = sent(form)
  return front.app.inject({ ...more, url: action, headers: { ...headers, ...DUTCH_BROWSER } })
}
const languageOf = (html: string) => /<html lang="(\w+)"/u.exec(html)?.[1]

it('keeps the chosen language when the form to sign in comes back', async () => {
  const html = await show('/login?lang=en')
  expect(languageOf(html)).toBe('en')
  const { statusCode, body } = await send(html, { login: 'nobody', password: 'x' })
  expect([statusCode, languageOf(body)]).toEqual([422, 'en'])
  expect(languageOf(await show('/login'))).toBe('nl')
})

it('opens an invitation in the language of its account, or in the one that was chosen', async () => {
  const { accounts } = front.house
  const invited = await accounts.invite({
    login: 'sam@adviser.example',
    name: 'Sam',
    role: 'consultant',
    tenants: [],
    language: 'en',
    appointedBy: 'operator',
    expiresDay: null,
  })
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  const path = `/welcome/${invited.token}`
  expect(languageOf(await show(`${path}?lang=nl`))).toBe('nl')
  const html = await show(path)
  expect(languageOf(html)).toBe('en')
  const short = await send(html, { password: 'short', repeat: 'short' })
  expect([short.statusCode, languageOf(short.body)]).toEqual([422, 'en'])
  const password = 'six grey herons at dawn'
  const { statusCode } = await send(await show(`${path}?lang=nl`), { password, repeat: password })
  expect(statusCode).toBe(303)
  expect(await accounts.list()).toMatchObject([{ login: 'sam@adviser.example', language: 'nl' }])
})

it.each([
  ['nl', 'Deze link is al gebruikt of is te oud. Vraag om een nieuwe.'],
  ['en', 'This link has been used or is too old. Ask for a new one.'],
] as const)('says of a link that has ended what to do, the same of one that never was (%s)', async (language, says) => {
  const made = await front.house.accounts.setupToken()
  const path = `/welcome/${made?.token ?? ''}`
  const password = 'six grey herons at dawn'
  await send(await show(path), { login: 'ops@adviser.example', name: 'Olga', password, repeat: password })
  const answers = []
  for (const url of [path, `/welcome/${'x'.repeat(43)}`, '/welcome/short']) {
    const { statusCode, body } = await front.app.inject({
      url,
      headers: { ...SAME_SITE, 'accept-language': language },
    })
    answers.push([statusCode, body])
  }
  expect(answers[0]?.[0]).toBe(404)
  expect(answers[0]?.[1]).toContain(says)
  expect(answers).toEqual([answers[0], answers[0], answers[0]])
})

it('gives the first operator’s account the language in which the form was shown', async () => {
  const made = await front.house.accounts.setupToken()
  const html = await show(`/welcome/${made?.token ?? ''}?lang=en`)
  const password = 'six grey herons at dawn'
  const done = await send(html, { login: 'ops@adviser.example', name: 'Olga', password, repeat: password })
  expect(done.statusCode).toBe(303)
  expect(await front.house.accounts.list()).toMatchObject([{ login: 'ops@adviser.example', language: 'en' }])
})
