/**
 * The roster: who is appointed to which role, by whom, for whom and until when. Each change is one transaction with its
 * row in the audit log.
 */
import { randomUUID } from 'node:crypto'
import { loginName } from '../../schemas/control/accounts.ts'
import { displayName, localDay } from '../../schemas/control/values.ts'
import type { ControlTransaction } from '../shared/control/index.ts'
import type { Context } from './context.ts'
import { endAccount } from './end.ts'
import { type AccountRow, expiresMs } from './held.ts'
import { openInvitation } from './invitations.ts'
import type { AccountId, Accounts, Actor, InviteInput, RosterRefusal, RosterRefused } from './ports.ts'
import { isLastOperator, isOwn, livingAccount, whyNotAnother, whyNotTenants } from './roster-rules.ts'
import { endAccess } from './sessions.ts'
import { listAccounts } from './shown.ts'

const DONE = { outcome: 'done' } as const
const refused = (reason: RosterRefusal): RosterRefused => ({ outcome: 'refused', reason })

type Roster = Pick<Accounts, 'list' | 'invite' | 'reinvite' | 'assign' | 'extend' | 'attest' | 'end'>

export function createRoster(context: Context): Roster {
  const { control, clock, audit, throttle } = context

  /** A change of one account by somebody else. */
  const changing = <Done>(
    id: AccountId,
    by: Actor,
    work: (tx: ControlTransaction, row: AccountRow, now: number) => Promise<Done | RosterRefused>,
  ): Promise<Done | RosterRefused> =>
    control.transaction(async (tx) => {
      const row = await livingAccount(tx, id)
      if (row === undefined) return refused('no_account')
      if (await isOwn(tx, by, { id })) return refused('own_account')
      return work(tx, row, clock.now())
    })

  const give = async (tx: ControlTransaction, account: string, tenantId: string, by: Actor): Promise<void> => {
    await tx.insertInto('account_tenants').values({ account_id: account, tenant_id: tenantId }).execute()
    await audit.write({ actor: by, action: 'account_assigned', tenantId, detail: { account, given: true } }, tx)
  }
  const take = async (tx: ControlTransaction, account: string, tenantId: string, by: Actor): Promise<void> => {
    await tx.deleteFrom('account_tenants').where('account_id', '=', account).where('tenant_id', '=', tenantId).execute()
    await audit.write({ actor: by, action: 'account_assigned', tenantId, detail: { account, given: false } }, tx)
  }

  return {
    list: () => listAccounts(context),

    async invite(input) {
      const { role, language, appointedBy, expiresDay } = input
      const login = loginName.safeParse(input.login)
      if (!login.success) return { outcome: 'invalid', field: 'login' }
      const name = displayName.safeParse(input.name)
      if (!name.success) return { outcome: 'invalid', field: 'name' }
      if (expiresDay !== null && !localDay.safeParse(expiresDay).success)
        return { outcome: 'invalid', field: 'expiresDay' }
      const tenants = [...new Set(input.tenants)]
      return control.transaction(async (tx) => {
        const now = clock.now()
        if (isOver(expiresDay, now)) return refused('expiry_past')
        const why = await whyNotInvite(tx, input, { login: login.data, name: name.data, tenants })
        if (why !== null) return refused(why)
        const id = randomUUID()
        await tx
          .insertInto('accounts')
          .values({
            id,
            role,
            login: login.data,
            name: name.data,
            language,
            password: null,
            appointed_by: appointedBy,
            created_ms: now,
            expires_day: expiresDay,
            attested_ms: now,
            last_login_ms: null,
            ended_ms: null,
          })
          .execute()
        const invited = await openInvitation(tx, id, 'invitation', now)
        const detail = { account: id, role }
        await audit.write({ actor: appointedBy, action: 'account_invited', tenantId: null, detail }, tx)
        for (const tenantId of tenants) await give(tx, id, tenantId, appointedBy)
        return { outcome: 'invited', accountId: id as AccountId, ...invited }
      })
    },

    reinvite: (id, by) =>
      changing(id, by, async (tx, row, now) => {
        if (isOver(row.expires_day, now)) return refused('expiry_past')
        // Whoever has the old password or a token may be why this is asked for.
        const kind = row.password === null && row.last_login_ms === null ? 'invitation' : 'reset'
        const change = { password: null, attested_ms: now } // who makes a link says that it is needed
        await tx.updateTable('accounts').set(change).where('id', '=', id).execute()
        await endAccess(tx, id)
        const invited = await openInvitation(tx, id, kind, now)
        await audit.write({ actor: by, action: 'account_reset', tenantId: null, detail: { account: id } }, tx)
        if (row.login !== null) throttle.forgive(row.login)
        return { outcome: 'invited' as const, accountId: id, ...invited }
      }),

    assign: (id, given, by) =>
      changing(id, by, async (tx, { role }) => {
        const tenants = new Set(given)
        const why = await whyNotTenants(tx, role, [...tenants], id)
        if (why !== null) return refused(why)
        const rows = await tx.selectFrom('account_tenants').select('tenant_id').where('account_id', '=', id).execute()
        const had = new Set(rows.map((row) => row.tenant_id))
        for (const tenantId of had) if (!tenants.has(tenantId)) await take(tx, id, tenantId, by)
        for (const tenantId of tenants) if (!had.has(tenantId)) await give(tx, id, tenantId, by)
        return DONE
      }),

    async extend(id, expiresDay, by) {
      if (expiresDay !== null && !localDay.safeParse(expiresDay).success)
        return { outcome: 'invalid', field: 'expiresDay' }
      return changing(id, by, async (tx, _row, now) => {
        if (isOver(expiresDay, now)) return refused('expiry_past')
        // Who says until when it is needed says that it is needed.
        await tx
          .updateTable('accounts')
          .set({ expires_day: expiresDay, attested_ms: now })
          .where('id', '=', id)
          .execute()
        const detail = { account: id, until: expiresDay }
        await audit.write({ actor: by, action: 'account_extended', tenantId: null, detail }, tx)
        return DONE
      })
    },

    attest: (id, by) =>
      changing(id, by, async (tx, _row, now) => {
        await tx.updateTable('accounts').set({ attested_ms: now }).where('id', '=', id).execute()
        await audit.write({ actor: by, action: 'account_attested', tenantId: null, detail: { account: id } }, tx)
        return DONE
      }),

    end: (id, by) =>
      changing(id, by, async (tx, row, now) => {
        if (await isLastOperator(tx, row, now)) return refused('last_operator')
        await endAccount(tx, id, now)
        const detail = { account: id, reason: 'asked' as const }
        await audit.write({ actor: by, action: 'account_ended', tenantId: null, detail }, tx)
        return DONE
      }),
  }
}

function isOver(day: string | null, now: number): boolean {
  const until = expiresMs(day)
  return until !== null && now >= until
}

/** @returns why this account cannot be invited; null where it can */
async function whyNotInvite(
  tx: ControlTransaction,
  { role, appointedBy }: InviteInput,
  { login, name, tenants }: { login: string; name: string; tenants: readonly string[] },
): Promise<RosterRefusal | null> {
  if (await isOwn(tx, appointedBy, { name })) return 'own_account'
  const taken = await tx.selectFrom('accounts').select('id').where('login', '=', login).executeTakeFirst()
  if (taken !== undefined) return 'login_taken'
  return (await whyNotAnother(tx, role)) ?? whyNotTenants(tx, role, tenants, null)
}
