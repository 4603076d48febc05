/** Signing in: the same answer after the same work for whoever is not let in (A37), and waits that grow but end. */
import { argon2 } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAccounts } from '../../../services/accounts/index.ts'
import { createAudit } from '../../../services/privacy/index.ts'
import { ADDRESS, DAY, type House, newHouse, PASSWORD } from './house.ts'

// The real argon2, counted.
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return { ...crypto, argon2: vi.fn<typeof crypto.argon2>(crypto.argon2) }
})
const computed = vi.mocked(argon2)

let house: House
beforeEach(async () => {
  house = await newHouse()
  await house.tenant('acme')
  await house.account('consultant', 'sam@avesqo.example', { tenants: ['acme'] })
})
afterEach(() => house.close())

const attempt = (login: string, password = 'not this one at all', address = ADDRESS) =>
  house.accounts.login({ login, password, address })

/** Attempts until one has to wait. @returns how many were refused, and the wait of the next, s */
async function untilLocked(login: string, address = ADDRESS): Promise<{ refused: number; waitS: number }> {
  for (let refused = 0; refused < 100; refused += 1) {
    const { outcome, ...more } = await attempt(login, undefined, address)
    if (outcome === 'locked' && 'retryAfterS' in more) return { refused, waitS: more.retryAfterS }
    expect(outcome).toBe('refused')
  }
  throw new Error('never locked')
}

/** Whether thirty attempts, each of another login, come to a wait. */
async function locked(address: (index: number) => string): Promise<boolean> {
  for (let index = 0; index < 30; index += 1) {
    const { outcome } = await attempt(`person${index}@acme.example`, PASSWORD, address(index))
    if (outcome === 'locked') return true
  }
  return false
}

describe('whoever is not let in', () => {
  it('gets one answer after one computation: unknown, wrong, invited, ended, expired, lapsed, no login at all', async () => {
    const { accounts } = house
    await accounts.invite({
      login: 'invited@avesqo.example',
      name: 'Invited',
      role: 'consultant',
      tenants: [],
      language: 'nl',
      appointedBy: 'operator',
      expiresDay: null,
    })
    const ended = await house.account('consultant', 'ended@avesqo.example')
    await accounts.end(ended, 'operator')
    await house.account('consultant', 'expired@avesqo.example', { expiresDay: '2026-11-21' })
    house.pass(2 * DAY)
    const tried = [
      ['nobody@avesqo.example', PASSWORD],
      ['sam@avesqo.example', 'not this one at all'],
      ['invited@avesqo.example', PASSWORD],
      ['ended@avesqo.example', PASSWORD],
      ['expired@avesqo.example', PASSWORD],
      ["' or 1=1 --", PASSWORD],
      ['', PASSWORD],
      ['x'.repeat(100_000), PASSWORD],
      ['sam@avesqo.example', 'y'.repeat(100_000)],
      ['sam@avesqo.example', ''],
    ] as const
    for (const [index, [login, password]] of tried.entries()) {
      computed.mockClear()
      expect([index, await attempt(login, password)]).toEqual([index, { outcome: 'refused' }])
      expect([index, computed.mock.calls.length]).toEqual([index, 1])
    }
    house.pass(118 * DAY)
    computed.mockClear()
    expect(await attempt('sam@avesqo.example', PASSWORD)).toEqual({ outcome: 'refused' }) // lapsed
    expect(computed.mock.calls).toHaveLength(1)
  })

  it('waits after the same number of failures, known or not, without a computation', async () => {
    const known = await untilLocked('sam@avesqo.example', '192.0.2.1')
    const unknown = await untilLocked('nobody@avesqo.example', '192.0.2.2')
    expect(unknown).toEqual(known)
    computed.mockClear()
    expect(await attempt('sam@avesqo.example', PASSWORD, '192.0.2.3')).toMatchObject({ outcome: 'locked' })
    expect(await attempt('nobody@avesqo.example', PASSWORD, '192.0.2.3')).toMatchObject({ outcome: 'locked' })
    expect(computed.mock.calls).toEqual([])
  })

  it('waits twice as long each time, and never longer than a quarter of an hour', async () => {
    const waits: number[] = []
    for (let time = 0; time < 9; time += 1) {
      const { waitS } = await untilLocked('sam@avesqo.example', `192.0.2.${time}`)
      waits.push(waitS)
      house.pass(waitS * 1_000)
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900, 900])
    // Its person is let in at the end of each wait, and starts anew.
    await house.signIn('sam@avesqo.example')
  })

  it('cannot try many passwords at the same time', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, index) => attempt('sam@avesqo.example', undefined, `198.51.100.${index}`)),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'refused').length).toBeLessThanOrEqual(6)
  })

  it('cannot try one password on many logins from one address, or one network of IPv6', async () => {
    expect(await locked(() => '203.0.113.9')).toBe(true)
    expect(await locked((index) => `2001:db8:1:2::${index}`)).toBe(true)
    expect(await locked((index) => `2001:db8:9:${index}::1`)).toBe(false)
  })
})

describe('the right person', () => {
  it('is not kept out by others who try the login from elsewhere, where it signed in before', async () => {
    await house.signIn('sam@avesqo.example')
    await untilLocked('sam@avesqo.example', '203.0.113.9')
    expect(await attempt('sam@avesqo.example', PASSWORD, '203.0.113.10')).toMatchObject({ outcome: 'locked' })
    await house.signIn('sam@avesqo.example')
  })

  it('does not wait after a new password was set by a link, where it signed in before', async () => {
    const { accounts } = house
    await house.signIn('sam@avesqo.example')
    await untilLocked('sam@avesqo.example')
    const [sam] = await accounts.list()
    const reset = sam === undefined ? null : await accounts.reinvite(sam.id, 'operator')
    if (reset?.outcome !== 'invited') throw new Error('no link')
    await accounts.accept(reset.token, PASSWORD)
    expect(await attempt('sam@avesqo.example', PASSWORD)).toMatchObject({ outcome: 'signed_in' })
  })

  it('has all attempts again after it has signed in', async () => {
    for (let round = 0; round < 5; round += 1) {
      for (let failure = 0; failure < 4; failure += 1) await attempt('sam@avesqo.example')
      expect(await attempt('sam@avesqo.example', PASSWORD)).toMatchObject({ outcome: 'signed_in' })
    }
  })

  it('types its password on any keyboard: composed or not is the same', async () => {
    const { accounts } = house
    const [sam] = await accounts.list()
    const reset = sam === undefined ? null : await accounts.reinvite(sam.id, 'operator')
    if (reset?.outcome !== 'invited') throw new Error('no link')
    await accounts.accept(reset.token, 'vijf caf\u00e9s aan zee')
    const decomposed = 'vijf cafe\u0301s aan zee'
    expect(await attempt('sam@avesqo.example', decomposed)).toMatchObject({ outcome: 'signed_in' })
  })

  it('gets a hash of today’s cost when the house has raised it, and keeps its password', async () => {
    const hashes = () => house.control.db.selectFrom('accounts').select('password').execute()
    const [before] = await hashes()
    const clock = { now: () => house.now() }
    const audit = createAudit(house.control, clock)
    const cost = { memory: 16, passes: 2, parallelism: 1 }
    const dearer = createAccounts({ control: house.control, clock, audit, cost })
    const tried = { login: 'sam@avesqo.example', password: PASSWORD, address: ADDRESS }
    expect(await dearer.login(tried)).toMatchObject({ outcome: 'signed_in' })
    const [after] = await hashes()
    expect(before?.password).toContain('m=8,t=1,p=1')
    expect(after?.password).toContain('m=16,t=2,p=1')
    expect(await dearer.login(tried)).toMatchObject({ outcome: 'signed_in' })
    expect((await hashes())[0]).toEqual(after)
  })
})

describe('a flood', () => {
  it('is answered busy beyond what may wait, and costs nobody an attempt', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        attempt(`person${index}@acme.example`, undefined, `198.51.100.${index}`),
      ),
    )
    const count = (kind: string) => outcomes.filter(({ outcome }) => outcome === kind).length
    expect(count('busy')).toBeGreaterThan(0)
    expect(count('refused') + count('busy')).toBe(60)
    await house.signIn('sam@avesqo.example')
  })

  it('leaves one row a minute in the audit log, with counts and without a login', async () => {
    for (let index = 0; index < 4; index += 1) await attempt(`person${index}@acme.example`)
    house.pass(61_000)
    await attempt('person9@acme.example')
    const rows = (await house.audit()).filter(({ action }) => action === 'sign_in_refused')
    expect(rows).toEqual([
      { actor: 'anonymous', action: 'sign_in_refused', tenant_id: null, detail: '{"refused":1,"locked":0}' },
      { actor: 'anonymous', action: 'sign_in_refused', tenant_id: null, detail: '{"refused":4,"locked":0}' },
    ])
  })
})
