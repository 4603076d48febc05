/** The own account: what a session alone may not do. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PASSWORD } from '../../accounts/house.ts'
import { type Front, newFront } from './front.ts'

const SAM = 'sam@adviser.example'
let front: Front
beforeEach(async () => {
  front = await newFront()
  await front.house.account('consultant', SAM)
})
afterEach(() => front.close())

async function make(form: Readonly<Record<string, string>>) {
  const { cookie, csrf } = await front.signIn(SAM)
  return front.send('/account/tokens', { label: 'a sheet', days: '30', _csrf: csrf, ...form }, cookie)
}

it('makes a token for who knows the password, not for who found a session open', async () => {
  const without = await make({})
  const wrong = await make({ current: 'not this one at all' })
  expect([without.statusCode, wrong.statusCode]).toEqual([422, 422])
  expect(wrong.body).toContain('Het huidige wachtwoord klopt niet.')
  expect(`${without.body}${wrong.body}`).not.toMatch(/avesqo_[\w-]{43}/u)
  const right = await make({ current: PASSWORD })
  expect(right.statusCode).toBe(200)
  expect(right.body).toMatch(/avesqo_[\w-]{43}/u)
})
