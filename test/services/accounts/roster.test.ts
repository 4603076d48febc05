/** The roster: who may be appointed, by whom, and how many; and what stays of an account that has ended. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId, InviteInput } from '../../../services/accounts/index.ts'
import { DAY, type House, newHouse, START } from './house.ts'

let house: House
let ops: AccountId
beforeEach(async () => {
  house = await newHouse()
  await house.tenant('acme')
  await house.tenant('globex')
  ops = await house.account('operator', 'ops@avesqo.example', { name: 'Robin de Wit' })
})
afterEach(() => house.close())

const invite = (more: Partial<InviteInput>) =>
  house.accounts.invite({
    login: 'new@avesqo.example',
    name: 'New',
    role: 'consultant',
    tenants: [],
    language: 'nl',
    appointedBy: ops,
    expiresDay: null,
    ...more,
  })
const refused = (reason: string) => ({ outcome: 'refused', reason })

describe('an invitation is refused', () => {
  it('where the login is taken, however it is written, until that account has ended', async () => {
    const id = await house.account('consultant', 'sam@avesqo.example')
    expect(await invite({ login: ' SAM@avesqo.example' })).toEqual(refused('login_taken'))
    await house.accounts.end(id, ops)
    expect(await invite({ login: 'sam@avesqo.example' })).toMatchObject({ outcome: 'invited' })
  })

  it('where role and customers do not fit', async () => {
    expect(await invite({ role: 'customer_viewer' })).toEqual(refused('tenants_of_role'))
    expect(await invite({ role: 'customer_viewer', tenants: ['acme', 'globex'] })).toEqual(refused('tenants_of_role'))
    expect(await invite({ role: 'privacy_officer', tenants: ['acme'] })).toEqual(refused('tenants_of_role'))
    expect(await invite({ role: 'operator', tenants: ['acme'] })).toEqual(refused('tenants_of_role'))
    expect(await invite({ tenants: ['acme', 'nobody'] })).toEqual(refused('no_tenant'))
    expect(await invite({ tenants: ['acme', 'globex', 'acme'] })).toMatchObject({ outcome: 'invited' })
  })

  it('where a value is not of its form, or the last day is over', async () => {
    expect(await invite({ login: 'a b' })).toEqual({ outcome: 'invalid', field: 'login' })
    expect(await invite({ login: 'pаt@avesqo.example' })).toEqual({ outcome: 'invalid', field: 'login' }) // Cyrillic а
    expect(await invite({ name: '\u0000' })).toEqual({ outcome: 'invalid', field: 'name' })
    expect(await invite({ expiresDay: '2026-02-30' })).toEqual({ outcome: 'invalid', field: 'expiresDay' })
    expect(await invite({ expiresDay: '2026-11-19' })).toEqual(refused('expiry_past'))
    expect(await invite({ expiresDay: '2026-11-20' })).toMatchObject({ outcome: 'invited' })
  })

  it('where the role is full; viewers are counted by customer, and an ended account makes room', async () => {
    for (let index = 0; index < 25; index += 1) {
      const login = `viewer${index}@acme.example`
      expect(await invite({ login, role: 'customer_viewer', tenants: ['acme'] })).toMatchObject({ outcome: 'invited' })
    }
    const next = { login: 'next@acme.example', role: 'customer_viewer', tenants: ['acme'] } as const
    expect(await invite(next)).toEqual(refused('too_many'))
    expect(await invite({ ...next, login: 'first@globex.example', tenants: ['globex'] })).toMatchObject({
      outcome: 'invited',
    })
    const viewer = (await house.accounts.list()).find(({ login }) => login === 'viewer7@acme.example')
    if (viewer !== undefined) await house.accounts.end(viewer.id, ops)
    expect(await invite(next)).toMatchObject({ outcome: 'invited' })

    await house.account('operator', 'ops2@avesqo.example')
    await house.account('operator', 'ops3@avesqo.example')
    expect(await invite({ role: 'operator' })).toEqual(refused('too_many'))
  })
})

describe('nobody appoints oneself', () => {
  it('to another role, a longer time, the next attestation or a new password', async () => {
    const { accounts } = house
    expect(await invite({ name: 'robin DE wit' })).toEqual(refused('own_account'))
    expect(await accounts.extend(ops, null, ops)).toEqual(refused('own_account'))
    expect(await accounts.attest(ops, ops)).toEqual(refused('own_account'))
    expect(await accounts.reinvite(ops, ops)).toEqual(refused('own_account'))
    expect(await accounts.assign(ops, ['acme'], ops)).toEqual(refused('own_account'))
    expect(await accounts.end(ops, ops)).toEqual(refused('own_account'))
  })

  it('and the last operator who can sign in cannot be ended, two at the same time neither', async () => {
    const { accounts } = house
    expect(await accounts.end(ops, 'operator')).toEqual(refused('last_operator'))
    const invited = await invite({ login: 'late@avesqo.example', role: 'operator' })
    expect(await accounts.end(ops, 'operator')).toEqual(refused('last_operator')) // the other has no password yet
    if (invited.outcome === 'invited') await accounts.end(invited.accountId, 'operator')
    const second = await house.account('operator', 'ops2@avesqo.example')
    const outcomes = await Promise.all([accounts.end(ops, second), accounts.end(second, ops)])
    expect(outcomes).toContainEqual({ outcome: 'done' })
    expect(outcomes).toContainEqual(refused('last_operator'))
  })
})

describe('an account', () => {
  it('is shown with who answers for it, and when it is to be confirmed', async () => {
    const { accounts } = house
    await invite({ tenants: ['globex', 'acme'], expiresDay: '2027-03-31' })
    const shown = (await accounts.list()).find(({ login }) => login === 'new@avesqo.example')
    expect(shown).toMatchObject({
      name: 'New',
      role: 'consultant',
      tenants: ['acme', 'globex'],
      state: 'invited',
      appointedBy: ops,
      expiresDay: '2027-03-31',
      expiresMs: Date.parse('2027-03-31T22:00:00Z'), // midnight in Amsterdam, summer time
      attestedMs: START,
      attestDueMs: START + 92 * DAY,
      lapsesMs: START + 120 * DAY,
      lastLoginMs: null,
      invitedUntilMs: START + 7 * DAY,
    })
  })

  it('that expired can sign in again when it is extended, and gets no new link before', async () => {
    const { accounts } = house
    const id = await house.account('consultant', 'sam@avesqo.example', { expiresDay: '2026-11-21' })
    house.pass(3 * DAY)
    expect(await accounts.reinvite(id, ops)).toEqual(refused('expiry_past'))
    expect(await accounts.extend(id, '2026-11-22', ops)).toEqual(refused('expiry_past'))
    expect(await accounts.extend(id, '2026-12-31', ops)).toEqual({ outcome: 'done' })
    await house.signIn('sam@avesqo.example')
  })

  it('that ended leaves id and role, and nothing that names its person', async () => {
    const { accounts, control } = house
    const id = await house.account('consultant', 'sam@avesqo.example', { tenants: ['acme'] })
    await house.signIn('sam@avesqo.example')
    await accounts.createToken(id, { label: 'excel' })
    await accounts.end(id, ops)
    const row = await control.db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
    expect(row).toMatchObject({ id, role: 'consultant', login: null, name: null, password: null, last_login_ms: null })
    for (const table of ['account_tenants', 'sessions', 'api_tokens', 'invitations'] as const) {
      const left = await control.db.selectFrom(table).select('account_id').where('account_id', '=', id).execute()
      expect([table, left]).toEqual([table, []])
    }
    expect((await accounts.list()).at(-1)).toMatchObject({ id, login: '', name: '', state: 'ended' })
    for (const change of [accounts.attest(id, ops), accounts.reinvite(id, ops), accounts.end(id, ops)]) {
      expect(await change).toEqual(refused('no_account'))
    }
  })
})

describe('the audit log', () => {
  it('holds each change with opaque ids: who, what, of whom, for which customer', async () => {
    const { accounts } = house
    const before = (await house.audit()).length
    const id = await house.account('consultant', 'sam@avesqo.example', { tenants: ['acme'], appointedBy: ops })
    await house.signIn('sam@avesqo.example')
    await accounts.assign(id, ['globex'], ops)
    await accounts.extend(id, '2027-01-31', ops)
    await accounts.attest(id, ops)
    await accounts.end(id, ops)
    expect((await house.audit()).slice(before)).toEqual([
      of(ops, 'account_invited', { account: id, role: 'consultant' }),
      of(ops, 'account_assigned', { account: id, given: true }, 'acme'),
      of(id, 'account_accepted', {}),
      of(id, 'signed_in', {}),
      of(ops, 'account_assigned', { account: id, given: false }, 'acme'),
      of(ops, 'account_assigned', { account: id, given: true }, 'globex'),
      of(ops, 'account_extended', { account: id, until: '2027-01-31' }),
      of(ops, 'account_attested', { account: id }),
      of(ops, 'account_ended', { account: id, reason: 'asked' }),
    ])
  })

  it('has no row of a change that was refused', async () => {
    const before = (await house.audit()).length
    await invite({ tenants: ['nobody'] })
    await house.accounts.attest(ops, ops)
    await house.accounts.end(ops, 'operator')
    expect((await house.audit()).length).toBe(before)
  })
})

/** A row of the audit log. */
function of(actor: string, action: string, detail: object, tenant: string | null = null) {
  return { actor, action, tenant_id: tenant, detail: JSON.stringify(detail) }
}
