/** Inviting somebody: a role is chosen, and customers are given to roles that have some. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Front, newFront } from './front.ts'

const OLGA = 'olga@adviser.example'
let front: Front
beforeEach(async () => {
  front = await newFront()
  await front.house.account('operator', OLGA)
  await front.house.tenant('acme')
})
afterEach(() => front.close())

async function invite(form: Readonly<Record<string, string>>) {
  const { cookie, csrf } = await front.signIn(OLGA)
  const typed = { login: 'sam@adviser.example', name: 'Sam', language: 'nl', expires: '', _csrf: csrf, ...form }
  return front.send('/operations/accounts/invite', typed, cookie)
}
const invited = async () => (await front.house.accounts.list()).find(({ name }) => name === 'Sam')

it('asks for a role where none was chosen, and gives back what was typed', async () => {
  const { statusCode, body } = await invite({})
  expect(statusCode).toBe(422)
  expect(body).toContain('id="role-problem" role="alert">Kies een rol.')
  expect(body).toMatch(/name="login"[^>]*value="sam@adviser\.example"/u)
  expect(await invited()).toBeUndefined()
})

it('gives no customer to a role that has none, though one was ticked before', async () => {
  const { statusCode } = await invite({ role: 'privacy_officer', tenants: 'acme' })
  expect(statusCode).toBe(200)
  expect(await invited()).toMatchObject({ role: 'privacy_officer', tenants: [] })
})

it('does not invite a customer without exactly one', async () => {
  expect((await invite({ role: 'customer_viewer' })).body).toContain('id="tenants-problem" role="alert"')
  expect((await invite({ role: 'customer_viewer', tenants: 'acme' })).statusCode).toBe(200)
  expect(await invited()).toMatchObject({ role: 'customer_viewer', tenants: ['acme'] })
})
