/**
 * Everything ends (invariant I7): sessions, links and tokens that are over go, an account that nobody may use any more
 * ends `UNUSABLE_MS` later, and the id of an ended one goes with the rows of the audit log that name it. Again at once it
 * does nothing. One operator always stays, whatever the state of that account: where there is none, nobody appoints anybody.
 */
import type { ControlTransaction } from '../shared/control/index.ts'
import { spanOfDay } from '../shared/calendar.ts'
import type { Logger } from '../shared/logger.ts'
import type { Context } from './context.ts'
import { endAccount } from './end.ts'
import { type AccountRow, expiresMs, lapsesAmong } from './held.ts'
import { ID_MS, INVITATION_MS, SESSION_IDLE_MS, UNUSABLE_MS } from './limits.ts'
import type { CleanedUp } from './ports.ts'

/** Who does what the night does. */
const NIGHT = 'schedule'

export async function cleanUp({ control, clock, audit }: Context, logger: Logger | undefined): Promise<CleanedUp> {
  const done = await control.transaction(async (tx): Promise<CleanedUp> => {
    const now = clock.now()
    const over = async (table: 'invitations' | 'sessions' | 'api_tokens'): Promise<number> =>
      Number((await tx.deleteFrom(table).where('ends_ms', '<=', now).executeTakeFirstOrThrow()).numDeletedRows)
    const idle = await tx
      .deleteFrom('sessions')
      .where('seen_ms', '<=', now - SESSION_IDLE_MS)
      .executeTakeFirstOrThrow()
    const ended = await unusable(tx, now)
    for (const account of ended) {
      await endAccount(tx, account, now)
      const detail = { account, reason: 'not_held' as const }
      await audit.write({ actor: NIGHT, action: 'account_ended', tenantId: null, detail }, tx)
    }
    const removed = await tx
      .deleteFrom('accounts')
      .where('ended_ms', '<=', now - ID_MS)
      .executeTakeFirstOrThrow()
    return {
      sessions: Number(idle.numDeletedRows) + (await over('sessions')),
      invitations: await over('invitations'),
      tokens: await over('api_tokens'),
      accountsEnded: ended.length,
      accountsRemoved: Number(removed.numDeletedRows),
    }
  })
  if (Object.values(done).some((count) => count > 0)) logger?.event('accounts_cleaned', { ...done })
  return done
}

/** Accounts that have been unusable for so long that they end, by id. */
async function unusable(tx: ControlTransaction, now: number): Promise<readonly string[]> {
  const rows = await tx.selectFrom('accounts').selectAll().where('ended_ms', 'is', null).orderBy('id').execute()
  const links = await tx.selectFrom('invitations').select(['account_id', 'ends_ms']).execute()
  const linkOf = new Map(links.map((row) => [row.account_id, row.ends_ms]))
  const contracts = await contractEnds(tx)
  const operators = rows.filter(({ role }) => role === 'operator')
  const over = rows.filter((row) => {
    const since = Math.min(
      expiresMs(row.expires_day) ?? Infinity,
      lapsesAmong(operators, row, now),
      // Its link may have gone with an earlier night; whoever makes a link attests.
      row.password === null ? (linkOf.get(row.id) ?? row.attested_ms + INVITATION_MS) : Infinity,
      row.role === 'customer_viewer' ? (contracts.get(row.id) ?? 0) : Infinity,
    )
    return now - since >= UNUSABLE_MS
  })
  const kept = operators.every((one) => over.includes(one)) ? operators.toSorted(byUse)[0] : undefined
  return over.filter((row) => row !== kept).map(({ id }) => id)
}

/** Whose password is set first; then who was confirmed last. */
function byUse(one: AccountRow, two: AccountRow): number {
  return Number(one.password === null) - Number(two.password === null) || two.attested_ms - one.attested_ms
}

/** When the contract of a viewer's customer is over, ms UTC; Infinity where it has no end. */
async function contractEnds(tx: ControlTransaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('account_tenants')
    .innerJoin('tenants', 'tenants.id', 'account_tenants.tenant_id')
    .select(['account_tenants.account_id', 'tenants.zone', 'tenants.contract_to'])
    .execute()
  return new Map(
    rows.map(({ account_id, zone, contract_to }) => [
      account_id,
      contract_to === null ? Infinity : spanOfDay(contract_to, zone).until,
    ]),
  )
}
