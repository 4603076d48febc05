/** API tokens: what a program shows. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AccountId } from '../../../services/accounts/index.ts'
import { ADDRESS, DAY, type House, newHouse, PASSWORD } from './house.ts'

let house: House
let jo: AccountId
beforeEach(async () => {
  house = await newHouse()
  await house.tenant('acme')
  jo = await house.account('customer_viewer', 'jo@acme.example', { tenants: ['acme'] })
})
afterEach(() => house.close())

async function create(label: string, days?: number) {
  const made = await house.accounts.createToken(jo, days === undefined ? { label } : { label, days })
  if (made.outcome !== 'created') throw new Error(made.outcome)
  return made
}

it('reads what its account reads; only a hash of it is stored', async () => {
  const { secret, token } = await create('Power BI')
  expect(secret).toMatch(/^avesqo_[\w-]{43}$/u)
  expect(await house.accounts.bearer(secret)).toMatchObject({
    accountId: jo,
    role: 'customer_viewer',
    tenants: ['acme'],
  })
  const [row] = await house.control.db.selectFrom('api_tokens').selectAll().execute()
  expect(row).toMatchObject({ id: token.id, secret_hash: createHash('sha256').update(secret).digest('hex') })
  expect(JSON.stringify(row)).not.toContain(secret)
  // A session is no token, nor a token a session.
  expect(await house.accounts.session(secret)).toBeNull()
  expect(await house.accounts.bearer(await house.signIn('jo@acme.example'))).toBeNull()
})

it('ends after its days, 90 where none are said, 365 at most', async () => {
  const short = await create('short', 1)
  const usual = await create('usual')
  for (const days of [0, -1, 366, 1.5, Number.NaN]) {
    const outcome = await house.accounts.createToken(jo, { label: 'x', days })
    expect([days, outcome]).toEqual([days, { outcome: 'invalid', field: 'days' }])
  }
  house.pass(DAY - 1)
  expect(await house.accounts.bearer(short.secret)).not.toBeNull()
  house.pass(1)
  expect(await house.accounts.bearer(short.secret)).toBeNull()
  house.pass(89 * DAY - 1)
  expect(await house.accounts.bearer(usual.secret)).not.toBeNull()
  house.pass(1)
  expect(await house.accounts.bearer(usual.secret)).toBeNull()
  expect(await house.accounts.tokens(jo)).toEqual([])
})

it('shows its owner since when it is there and on which day it was last used', async () => {
  const { secret, token } = await create('Power BI')
  expect(await house.accounts.tokens(jo)).toEqual([{ ...token, lastUsedDay: null }])
  house.pass(3 * DAY)
  await house.accounts.bearer(secret)
  await house.accounts.bearer(secret)
  expect(await house.accounts.tokens(jo)).toEqual([{ ...token, lastUsedDay: '2026-11-23' }])
})

it('is revoked by its owner alone', async () => {
  const { secret, token } = await create('Power BI')
  const other = await house.account('customer_viewer', 'kim@acme.example', { tenants: ['acme'] })
  expect(await house.accounts.revokeToken(other, token.id)).toBe(false)
  expect(await house.accounts.bearer(secret)).not.toBeNull()
  expect(await house.accounts.revokeToken(jo, token.id)).toBe(true)
  expect(await house.accounts.bearer(secret)).toBeNull()
  expect(await house.accounts.revokeToken(jo, token.id)).toBe(false)
  const actions = (await house.audit()).filter(({ action }) => action.startsWith('token_'))
  expect(actions.map(({ actor, action }) => [actor, action])).toEqual([
    [jo, 'token_created'],
    [jo, 'token_revoked'],
  ])
})

it('there are ten at most, also when they are made at the same time', async () => {
  const made = await Promise.all(
    Array.from({ length: 14 }, (_, index) => house.accounts.createToken(jo, { label: `t${index}` })),
  )
  expect(made.filter(({ outcome }) => outcome === 'created')).toHaveLength(10)
  expect(made.filter(({ outcome }) => outcome === 'too_many')).toHaveLength(4)
})

it('ends with a new password, and with signing out everywhere: whoever had a device may have made one', async () => {
  const { accounts } = house
  const before = await create('before')
  const session = await house.signIn('jo@acme.example')
  const password = 'eleven green buses by noon'
  const changed = await accounts.changePassword({ session, current: PASSWORD, password, address: ADDRESS })
  expect(changed.outcome).toBe('changed')
  expect(await accounts.bearer(before.secret)).toBeNull()
  const after = await create('after')
  expect(await accounts.bearer(after.secret)).not.toBeNull()
  await accounts.logoutEverywhere(jo)
  expect([await accounts.bearer(after.secret), await accounts.tokens(jo)]).toEqual([null, []])
})

it('is asked the password for, which cannot be guessed there either', async () => {
  const { accounts } = house
  const session = await house.signIn('jo@acme.example')
  const confirm = (password: string) => accounts.confirm({ session, password, address: ADDRESS })
  expect(await confirm(PASSWORD)).toEqual({ outcome: 'confirmed' })
  for (let failure = 0; failure < 6; failure += 1) expect(await confirm('not this one')).toEqual({ outcome: 'refused' })
  expect(await confirm(PASSWORD)).toMatchObject({ outcome: 'locked' })
  await accounts.logout(session)
  expect(await confirm(PASSWORD)).toEqual({ outcome: 'signed_out' })
})
