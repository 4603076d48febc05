/** What one sender can bring about: no rows without bound, and no pages without a rate. */
import { afterEach, expect, it } from 'vitest'
import { type Front, newFront, SAME_SITE } from './front.ts'

const SAM = 'sam@adviser.example'
let front: Front
afterEach(() => front.close())

const refused = async () =>
  (await front.house.audit())
    .filter(({ action }) => action === 'access_refused')
    .map(({ detail }): unknown => JSON.parse(detail))

it('writes one row a minute of what an account is refused, with how many there were besides', async () => {
  front = await newFront()
  await front.house.account('consultant', SAM)
  const { cookie } = await front.signIn(SAM)
  const ask = async (url: string) => {
    const { statusCode } = await front.app.inject({ url, headers: { ...SAME_SITE, cookie } })
    return statusCode
  }
  for (let time = 0; time < 5; time += 1) expect(await ask('/operations')).toBe(403)
  expect(await refused()).toEqual([{ permission: 'operations_read' }])
  front.house.pass(60_000)
  await ask('/privacy')
  await ask('/operations')
  const rows = [{ permission: 'operations_read' }, { permission: 'protocol_read', others: 4 }]
  expect(await refused()).toEqual(rows)
  await front.app.close()
  expect(await refused()).toEqual([...rows, { permission: 'operations_read' }])
})

it('counts addresses that there are not, and a network of IPv6 as one sender', async () => {
  front = await newFront({ rates: { address: { perSecond: 0.001, burst: 3 } } })
  const ask = async (url: string, remoteAddress: string) =>
    (await front.app.inject({ url, remoteAddress, headers: SAME_SITE })).statusCode
  const asked = []
  for (const last of [1, 2, 3, 4]) asked.push(await ask(`/nothing-${last}`, `2001:db8:1:2::${last}`))
  expect(asked).toEqual([404, 404, 404, 429])
  expect(await ask('/login', '2001:db8:1:2::9')).toBe(429)
  expect(await ask('/login', '2001:db8:1:3::1')).toBe(200)
})
