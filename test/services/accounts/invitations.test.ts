/** Links that work once: of the set-up, of an invitation, of a new password. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InviteInput } from '../../../services/accounts/index.ts'
import { ADDRESS, DAY, type House, newHouse, PASSWORD } from './house.ts'

let house: House
beforeEach(async () => {
  house = await newHouse()
})
afterEach(() => house.close())

const FIRST = { login: 'Ops@Avesqo.example', name: 'Ops', language: 'nl', password: PASSWORD } as const
const VIEWER: InviteInput = {
  login: 'Jo@Acme.example',
  name: 'Jo',
  role: 'customer_viewer',
  tenants: ['acme'],
  language: 'en',
  appointedBy: 'operator',
  expiresDay: null,
}

async function link(of: Awaited<ReturnType<House['accounts']['invite']>> | { token: string } | null): Promise<string> {
  if (of === null || !('token' in of)) throw new Error('no link')
  return of.token
}

describe('the set-up link', () => {
  it('makes the first operator’s account, once', async () => {
    const { accounts } = house
    const token = await link(await accounts.setupToken())
    expect(await accounts.invitation(token)).toEqual({ kind: 'setup' })
    expect(await accounts.setUp(token, FIRST)).toMatchObject({ outcome: 'accepted' })
    expect(await accounts.setUp(token, { ...FIRST, login: 'second@avesqo.example' })).toEqual({ outcome: 'not_open' })
    expect(await accounts.list()).toMatchObject([{ login: 'ops@avesqo.example', role: 'operator', state: 'active' }])
    expect(await accounts.setupToken()).toBeNull()
    await house.signIn('ops@avesqo.example')
    await house.control.db.updateTable('accounts').set({ ended_ms: house.now() }).execute()
    expect(await accounts.setupToken()).toBeNull() // nor where every operator ended
  })

  it('of a new start voids the one before, and none works longer than a day', async () => {
    const { accounts } = house
    const first = await link(await accounts.setupToken())
    const second = await link(await accounts.setupToken())
    expect(await accounts.setUp(first, FIRST)).toEqual({ outcome: 'not_open' })
    house.pass(DAY)
    expect(await accounts.setUp(second, FIRST)).toEqual({ outcome: 'not_open' })
  })

  it('used twice at the same time makes one account', async () => {
    const { accounts } = house
    const token = await link(await accounts.setupToken())
    const outcomes = await Promise.all(
      ['a@avesqo.example', 'b@avesqo.example'].map((login) => accounts.setUp(token, { ...FIRST, login })),
    )
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'not_open'])
    expect(await accounts.list()).toHaveLength(1)
  })

  it('is void as soon as there is an operator, whoever made it', async () => {
    const { accounts } = house
    const token = await link(await accounts.setupToken())
    await house.account('operator', 'ops@avesqo.example')
    expect(await accounts.invitation(token)).toBeNull()
    expect(await accounts.setUp(token, { ...FIRST, login: 'late@avesqo.example' })).toEqual({ outcome: 'not_open' })
  })

  it('says what is wrong, and stays open', async () => {
    const { accounts } = house
    const token = await link(await accounts.setupToken())
    expect(await accounts.setUp(token, { ...FIRST, login: 'no' })).toEqual({ outcome: 'invalid', field: 'login' })
    expect(await accounts.setUp(token, { ...FIRST, name: ' ' })).toEqual({ outcome: 'invalid', field: 'name' })
    expect(await accounts.setUp(token, { ...FIRST, password: 'short' })).toMatchObject({ outcome: 'weak' })
    // An invitation's way does not make an operator.
    expect(await accounts.accept(token, PASSWORD)).toEqual({ outcome: 'not_open' })
    expect(await accounts.setUp(token, FIRST)).toMatchObject({ outcome: 'accepted' })
  })
})

describe('an invitation', () => {
  beforeEach(() => house.tenant('acme'))

  it('shows its person whom it is for, and gives the account its password, once', async () => {
    const { accounts } = house
    const token = await link(await accounts.invite(VIEWER))
    expect(await accounts.invitation(token)).toEqual({
      kind: 'invitation',
      login: 'jo@acme.example',
      name: 'Jo',
      role: 'customer_viewer',
      language: 'en',
    })
    expect(await accounts.accept(token, 'jo@acme.example')).toMatchObject({ outcome: 'weak' })
    expect(await accounts.accept(token, PASSWORD)).toMatchObject({ outcome: 'accepted' })
    expect(await accounts.accept(token, `${PASSWORD} again`)).toEqual({ outcome: 'not_open' })
    expect(await accounts.invitation(token)).toBeNull()
    await house.signIn('JO@ACME.example ')
  })

  it('accepted twice at the same time: one wins, and its password holds', async () => {
    const { accounts } = house
    const token = await link(await accounts.invite(VIEWER))
    const tried = ['first horse on the dike', 'second horse on the dike']
    const outcomes = await Promise.all(tried.map((password) => accounts.accept(token, password)))
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'not_open'])
    const won = outcomes.findIndex(({ outcome }) => outcome === 'accepted')
    await house.signIn('jo@acme.example', tried[won])
    const lost = await accounts.login({ login: 'jo@acme.example', password: tried[1 - won] ?? '', address: ADDRESS })
    expect(lost.outcome).toBe('refused')
  })

  it('ends after seven days', async () => {
    const { accounts } = house
    const token = await link(await accounts.invite(VIEWER))
    house.pass(7 * DAY - 1)
    expect(await accounts.invitation(token)).not.toBeNull()
    house.pass(1)
    expect(await accounts.invitation(token)).toBeNull()
    expect(await accounts.accept(token, PASSWORD)).toEqual({ outcome: 'not_open' })
  })

  it('of an account that was ended meanwhile is void', async () => {
    const { accounts } = house
    const invited = await accounts.invite(VIEWER)
    if (invited.outcome !== 'invited') throw new Error('not invited')
    await accounts.end(invited.accountId, 'operator')
    expect(await accounts.accept(invited.token, PASSWORD)).toEqual({ outcome: 'not_open' })
  })

  it('again is a new password: the old one, sessions, tokens and the older link are void at once', async () => {
    const { accounts } = house
    const id = await house.account('customer_viewer', 'jo@acme.example', { tenants: ['acme'] })
    const session = await house.signIn('jo@acme.example')
    const made = await accounts.createToken(id, { label: 'excel' })
    if (made.outcome !== 'created') throw new Error('no token')
    const first = await link(await accounts.reinvite(id, 'operator'))
    const second = await link(await accounts.reinvite(id, 'operator'))

    expect(await accounts.session(session)).toBeNull()
    expect(await accounts.bearer(made.secret)).toBeNull()
    const old = await accounts.login({ login: 'jo@acme.example', password: PASSWORD, address: ADDRESS })
    expect(old.outcome).toBe('refused')
    expect(await accounts.accept(first, PASSWORD)).toEqual({ outcome: 'not_open' })
    expect(await accounts.invitation(second)).toMatchObject({ kind: 'reset' })
    expect(await accounts.accept(second, 'four brown ducks at noon')).toMatchObject({ outcome: 'accepted' })
    await house.signIn('jo@acme.example', 'four brown ducks at noon')
    expect(await accounts.bearer(made.secret)).toBeNull()
  })
})
