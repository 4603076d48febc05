/** Under which address the product is reached: what it is told, where it is told; a request's Host else. */
import { afterEach, expect, it } from 'vitest'
import { type Front, newFront, sent } from './front.ts'

const HOUSE = 'https://figures.adviser.example'
const OPERATOR = 'olga@adviser.example'
const NEW = { login: 'new@adviser.example', name: 'New', role: 'consultant', language: 'nl', expires: '' }

let front: Front
afterEach(() => front.close())

async function invite(host: string, origin?: string) {
  const { cookie, csrf } = await front.signIn(OPERATOR)
  const { headers, ...form } = sent({ ...NEW, _csrf: csrf })
  const asked = { ...headers, host, cookie, ...(origin !== undefined && { origin }) }
  return front.app.inject({ ...form, url: '/operations/accounts/invite', headers: asked })
}

it('makes links of the house’s address, whatever host a request names', async () => {
  front = await newFront({ secure: true, origin: HOUSE })
  await front.house.account('operator', OPERATOR)
  const { statusCode, body } = await invite('evil.example', HOUSE)
  expect(statusCode).toBe(200)
  expect(body).toContain(`${HOUSE}/welcome/`)
  expect(body).not.toContain('evil.example')
})

it('takes forms from pages of the house’s address only', async () => {
  front = await newFront({ secure: true, origin: HOUSE })
  await front.house.account('operator', OPERATOR)
  expect(await invite('evil.example', 'https://evil.example')).toMatchObject({ statusCode: 403 })
  expect(await invite('127.0.0.1:8080', HOUSE)).toMatchObject({ statusCode: 200 }) // a proxy may name us as it likes
})

it('goes by the request where the house says none', async () => {
  front = await newFront()
  await front.house.account('operator', OPERATOR)
  expect(await invite('127.0.0.1:8080', 'https://127.0.0.1:8080')).toMatchObject({ statusCode: 403 })
  const { statusCode, body } = await invite('127.0.0.1:8080', 'http://127.0.0.1:8080')
  expect(statusCode).toBe(200)
  expect(body).toContain('http://127.0.0.1:8080/welcome/')
})
