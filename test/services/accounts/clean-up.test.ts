/** Everything ends (I7): what is over goes by night, and nothing that still holds. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DAY, HOUR, type House, newHouse } from './house.ts'

const NOTHING = { sessions: 0, invitations: 0, tokens: 0, accountsEnded: 0, accountsRemoved: 0 }
let house: House
beforeEach(async () => {
  house = await newHouse()
  await house.tenant('acme', { to: '2026-12-31' })
})
afterEach(() => house.close())

const states = async () =>
  Object.fromEntries((await house.accounts.list()).map(({ login, state }) => [login, state] as const))
/** The nights of so many days, with everybody confirmed where asked for. */
async function nights(days: number, attest: readonly string[] = []): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    house.pass(DAY)
    for (const one of await house.accounts.list()) {
      if (attest.includes(one.login)) await house.accounts.attest(one.id, 'operator')
    }
    await house.accounts.cleanUp()
  }
}

it('removes sessions, links and tokens that are over, and leaves the others', async () => {
  const { accounts } = house
  const sam = await house.account('consultant', 'sam@avesqo.example')
  await house.account('consultant', 'kim@avesqo.example')
  await accounts.reinvite((await accounts.list()).find(({ login }) => login.startsWith('kim'))?.id ?? sam, 'operator')
  await house.signIn('sam@avesqo.example')
  await accounts.createToken(sam, { label: 'one day', days: 1 })
  await accounts.createToken(sam, { label: 'two days', days: 2 })
  expect(await accounts.cleanUp()).toEqual(NOTHING)
  house.pass(DAY)
  const session = await house.signIn('sam@avesqo.example')
  expect(await accounts.cleanUp()).toEqual({ ...NOTHING, sessions: 1, tokens: 1 })
  expect(await accounts.session(session)).not.toBeNull()
  house.pass(6 * DAY)
  expect(await accounts.cleanUp()).toEqual({ ...NOTHING, sessions: 1, tokens: 1, invitations: 1 })
  expect(await accounts.cleanUp()).toEqual(NOTHING)
  house.pass(HOUR)
})

it('ends accounts thirty days after nobody may use them any more, and says so in the audit log', async () => {
  await house.account('consultant', 'kept@avesqo.example')
  await house.account('consultant', 'expiring@avesqo.example', { expiresDay: '2026-11-30' })
  await house.account('customer_viewer', 'viewer@acme.example', { tenants: ['acme'] })
  await house.account('consultant', 'advises@avesqo.example', { tenants: ['acme'] })
  await house.accounts.invite({
    login: 'never@avesqo.example',
    name: 'Never',
    role: 'consultant',
    tenants: [],
    language: 'nl',
    appointedBy: 'operator',
    expiresDay: null,
  })
  const attested = ['kept@avesqo.example', 'viewer@acme.example', 'advises@avesqo.example']
  await nights(36, attested) // 2026-12-26
  expect(Object.keys(await states())).toContain('never@avesqo.example')
  await nights(1, attested) // 7 + 30 days after the invitation
  expect(Object.keys(await states())).not.toContain('never@avesqo.example')
  expect((await states())['expiring@avesqo.example']).toBe('expired')
  await nights(4, attested) // 2026-12-31
  expect(Object.keys(await states())).not.toContain('expiring@avesqo.example')
  await nights(30, attested) // 2027-01-30
  expect((await states())['viewer@acme.example']).toBe('active')
  await nights(1, attested) // 30 days after the contract's last day
  const left = await states()
  expect([left['viewer@acme.example'], left['advises@avesqo.example'], left['kept@avesqo.example']]).toEqual([
    undefined,
    'active',
    'active',
  ])
  const ended = (await house.audit()).filter(({ action }) => action === 'account_ended')
  expect(ended.map(({ actor, detail }) => [actor, detail.includes('not_held')])).toEqual(
    Array.from({ length: 3 }, () => ['schedule', true]),
  )
})

it('does not end an account of long ago because its new link was not used at once', async () => {
  const id = await house.account('consultant', 'sam@avesqo.example')
  house.pass(100 * DAY)
  await house.accounts.reinvite(id, 'operator')
  await nights(36)
  expect((await states())['sam@avesqo.example']).toBe('invited')
  await nights(1)
  expect(Object.keys(await states())).toEqual([''])
})

it('ends what nobody confirms, and forgets the id with the rows of the audit log that name it', async () => {
  await house.account('consultant', 'sam@avesqo.example')
  house.pass(150 * DAY - 1)
  expect(await house.accounts.cleanUp()).toMatchObject({ accountsEnded: 0 })
  house.pass(1)
  expect(await house.accounts.cleanUp()).toMatchObject({ accountsEnded: 1, accountsRemoved: 0 })
  house.pass(731 * DAY - 1)
  expect(await house.accounts.cleanUp()).toEqual(NOTHING)
  house.pass(1)
  expect(await house.accounts.cleanUp()).toEqual({ ...NOTHING, accountsRemoved: 1 })
  expect(await house.accounts.list()).toEqual([])
})

it('ends a viewer whose customer was removed', async () => {
  await house.account('customer_viewer', 'viewer@acme.example', { tenants: ['acme'] })
  await house.account('consultant', 'sam@avesqo.example', { tenants: ['acme'] })
  await house.control.db.deleteFrom('tenants').where('id', '=', 'acme').execute()
  expect(await house.accounts.cleanUp()).toEqual({ ...NOTHING, accountsEnded: 1 })
  expect(await house.accounts.list()).toMatchObject([
    { login: 'sam@avesqo.example', tenants: [] },
    { role: 'customer_viewer', state: 'ended' },
  ])
})

it('never ends the last operator, who does not lapse while nobody else could confirm that account', async () => {
  const { accounts } = house
  const ops = await house.account('operator', 'ops@avesqo.example')
  await nights(200)
  expect(await states()).toEqual({ 'ops@avesqo.example': 'active' })
  await house.signIn('ops@avesqo.example')
  expect(await accounts.setupToken()).toBeNull()
  // Once there is another one, who confirms, it is as for everybody.
  const second = await house.account('operator', 'second@avesqo.example')
  await nights(119, ['second@avesqo.example'])
  expect((await states())['ops@avesqo.example']).toBe('active')
  await nights(1, ['second@avesqo.example'])
  expect((await states())['ops@avesqo.example']).toBe('lapsed')
  expect(await accounts.attest(ops, second)).toEqual({ outcome: 'done' })
  await nights(150, ['second@avesqo.example'])
  expect(Object.keys(await states())).toEqual(['second@avesqo.example', ''])
})

it('keeps one operator, also where the last day of every one is over', async () => {
  await house.account('operator', 'one@avesqo.example', { expiresDay: '2026-11-30' })
  house.pass(1)
  await house.account('operator', 'two@avesqo.example', { expiresDay: '2026-11-30' })
  await nights(60)
  expect(await states()).toEqual({ 'two@avesqo.example': 'expired', '': 'ended' })
  const [two] = await house.accounts.list()
  if (two === undefined) throw new Error('none left')
  const refused = { outcome: 'refused', reason: 'last_operator' }
  expect(await house.accounts.end(two.id, 'operator')).toEqual(refused)
})
