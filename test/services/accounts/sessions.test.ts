/** Sessions and what ends them; attack A36: what was taken away is denied with the next request. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '../../../services/accounts/index.ts'
import { ADDRESS, DAY, HOUR, type House, newHouse, PASSWORD } from './house.ts'

let house: House
let sam: AccountId
beforeEach(async () => {
  house = await newHouse()
  await house.tenant('acme', { to: '2026-11-22' })
  await house.tenant('globex')
  sam = await house.account('consultant', 'sam@avesqo.example', { tenants: ['globex', 'acme'] })
})
afterEach(() => house.close())

const principal = async (session: string) => (await house.accounts.session(session))?.principal ?? null
const NEW = 'four brown ducks at noon'

describe('a session', () => {
  it('says who asks; only a hash of it is stored', async () => {
    const session = await house.signIn('sam@avesqo.example')
    expect(await principal(session)).toEqual({
      accountId: sam,
      role: 'consultant',
      name: 'Name of sam@avesqo.example',
      language: 'nl',
      tenants: ['acme', 'globex'],
    })
    const rows = await house.control.db.selectFrom('sessions').select('token_hash').execute()
    expect(rows).toEqual([{ token_hash: createHash('sha256').update(session).digest('hex') }])
    expect(await principal(`${session}x`)).toBeNull()
    expect(await principal('')).toBeNull()
  })

  it('ends an hour after its last use, and twelve hours after it began', async () => {
    const idle = await house.signIn('sam@avesqo.example')
    house.pass(HOUR)
    expect(await principal(idle)).toBeNull()
    const used = await house.signIn('sam@avesqo.example')
    for (let half = 0; half < 23; half += 1) {
      house.pass(HOUR / 2)
      expect([half, (await principal(used)) !== null]).toEqual([half, true])
    }
    house.pass(HOUR / 2)
    expect(await principal(used)).toBeNull()
  })

  it('is another one after signing in again in the same browser', async () => {
    const first = await house.signIn('sam@avesqo.example')
    const tried = { login: 'sam@avesqo.example', password: PASSWORD, address: ADDRESS, previous: first }
    const again = await house.accounts.login(tried)
    if (again.outcome !== 'signed_in') throw new Error('not signed in')
    expect(await principal(first)).toBeNull()
    expect(again.session).not.toBe(first)
    expect((await house.accounts.session(again.session))?.csrfSecret).toHaveLength(43)
  })

  it('ends by signing out, alone or with all others', async () => {
    const [one, two, three] = [
      await house.signIn('sam@avesqo.example'),
      await house.signIn('sam@avesqo.example'),
      await house.signIn('sam@avesqo.example'),
    ]
    await house.accounts.logout(one)
    expect([await principal(one), (await principal(two))?.accountId]).toEqual([null, sam])
    await house.accounts.logoutEverywhere(sam)
    expect([await principal(two), await principal(three)]).toEqual([null, null])
  })

  it('has a secret for forms of its own', async () => {
    const one = await house.accounts.session(await house.signIn('sam@avesqo.example'))
    const two = await house.accounts.session(await house.signIn('sam@avesqo.example'))
    expect(one?.csrfSecret).toHaveLength(43)
    expect(two?.csrfSecret).not.toBe(one?.csrfSecret)
  })

  it('too many: the one longest unused ends', async () => {
    const sessions: string[] = []
    for (let index = 0; index < 11; index += 1) {
      sessions.push(await house.signIn('sam@avesqo.example'))
      house.pass(60_000)
    }
    const open = await Promise.all(sessions.map(async (session) => (await principal(session)) !== null))
    expect(open).toEqual([false, ...Array.from({ length: 10 }, () => true)])
  })

  it('follows the language its person chooses', async () => {
    const session = await house.signIn('sam@avesqo.example')
    await house.accounts.setLanguage(sam, 'en')
    expect((await principal(session))?.language).toBe('en')
  })
})

describe('a change of the password', () => {
  it('ends every other session, and this one goes on under a new value', async () => {
    const { accounts } = house
    const other = await house.signIn('sam@avesqo.example')
    const session = await house.signIn('sam@avesqo.example')
    const changed = await accounts.changePassword({ session, current: PASSWORD, password: NEW, address: ADDRESS })
    if (changed.outcome !== 'changed') throw new Error(changed.outcome)
    expect([await principal(other), await principal(session)]).toEqual([null, null])
    expect((await principal(changed.session))?.accountId).toBe(sam)
    await house.signIn('sam@avesqo.example', NEW)
  })

  it('needs the present one, which cannot be guessed here either, and a good new one', async () => {
    const { accounts } = house
    const session = await house.signIn('sam@avesqo.example')
    const change = (current: string, password: string) =>
      accounts.changePassword({ session, current, password, address: ADDRESS })
    expect(await change(PASSWORD, 'short')).toEqual({ outcome: 'weak', weakness: 'too_short' })
    const outcomes: string[] = []
    for (let index = 0; index < 8; index += 1) outcomes.push((await change('wrong', NEW)).outcome)
    expect(outcomes).toEqual([...Array.from({ length: 6 }, () => 'refused'), 'locked', 'locked'])
    expect(await principal(session)).not.toBeNull()
    await accounts.logout(session)
    expect(await change(PASSWORD, NEW)).toEqual({ outcome: 'signed_out' })
  })
})

describe('what is taken away (A36)', () => {
  it('a customer that is unassigned is gone with the next request', async () => {
    const session = await house.signIn('sam@avesqo.example')
    await house.accounts.assign(sam, ['globex'], 'operator')
    expect((await principal(session))?.tenants).toEqual(['globex'])
    await house.accounts.assign(sam, [], 'operator')
    expect((await principal(session))?.tenants).toEqual([])
  })

  it('a customer whose contract is over is gone in the first moment of the next day of its own zone', async () => {
    const made = await house.accounts.createToken(sam, { label: 'excel' })
    if (made.outcome !== 'created') throw new Error('no token')
    house.pass(Date.parse('2026-11-22T22:59:59.999Z') - house.now()) // 23:59:59.999 in Amsterdam
    const session = await house.signIn('sam@avesqo.example')
    expect((await principal(session))?.tenants).toEqual(['acme', 'globex'])
    house.pass(1)
    expect((await principal(session))?.tenants).toEqual(['globex'])
    expect((await house.accounts.bearer(made.secret))?.tenants).toEqual(['globex'])
  })

  it('a contract that has not begun gives nothing yet', async () => {
    await house.tenant('initech', { from: '2026-12-01', zone: 'Pacific/Auckland' })
    await house.accounts.assign(sam, ['initech'], 'operator')
    const at = async (instant: string) => {
      house.pass(Date.parse(instant) - house.now())
      return (await principal(await house.signIn('sam@avesqo.example')))?.tenants
    }
    expect(await at('2026-11-30T10:59:59Z')).toEqual([])
    expect(await at('2026-11-30T11:00:00Z')).toEqual(['initech']) // midnight in Auckland
  })

  it('an account that ends, expires or lapses is nobody with the next request', async () => {
    const { accounts } = house
    const ended = await house.signIn('sam@avesqo.example')
    await accounts.end(sam, 'operator')
    expect(await principal(ended)).toBeNull()

    await house.account('consultant', 'kim@avesqo.example', { expiresDay: '2026-11-20' })
    house.pass(Date.parse('2026-11-20T22:59:59.999Z') - house.now())
    const expiring = await house.signIn('kim@avesqo.example')
    expect(await principal(expiring)).not.toBeNull()
    house.pass(1)
    expect(await principal(expiring)).toBeNull()

    const lapsing = await house.account('consultant', 'pat@avesqo.example')
    const made = await accounts.createToken(lapsing, { label: 'excel', days: 365 })
    if (made.outcome !== 'created') throw new Error('no token')
    house.pass(120 * DAY - 1)
    expect(await accounts.bearer(made.secret)).not.toBeNull()
    house.pass(1)
    expect(await accounts.bearer(made.secret)).toBeNull()
    await accounts.attest(lapsing, 'operator')
    expect(await accounts.bearer(made.secret)).not.toBeNull()
  })

  it('a role without figures has no customer, whatever is stored', async () => {
    const ops = await house.account('operator', 'ops@avesqo.example')
    await house.control.db.insertInto('account_tenants').values({ account_id: ops, tenant_id: 'acme' }).execute()
    expect((await principal(await house.signIn('ops@avesqo.example')))?.tenants).toEqual([])
  })
})
