/** API tokens: what a program shows. It may read what its account may, as long as the account may sign in. */
import { randomUUID } from 'node:crypto'
import { tokenLabel } from '../../schemas/control/accounts.ts'
import type { ControlTables } from '../../schemas/control/tables.ts'
import { DAY_MS, utcDayOf } from '../shared/calendar.ts'
import { AppError } from '../shared/errors.ts'
import type { Context } from './context.ts'
import { MOST_TOKENS, TOKEN_DAYS } from './limits.ts'
import type { Accounts, TokenShown } from './ports.ts'
import { principalOf } from './principal.ts'
import { newTokenSecret, secretHash } from './secrets.ts'

export function createTokens(context: Context): Pick<Accounts, 'createToken' | 'tokens' | 'revokeToken' | 'bearer'> {
  const { control, clock, audit } = context

  const markUsed = async (id: string, day: string): Promise<void> => {
    try {
      await control.transaction(async (tx) => {
        await tx.updateTable('api_tokens').set({ last_used_day: day }).where('id', '=', id).execute()
      })
    } catch (error) {
      // Reading goes on while nothing can be written.
      if (!(error instanceof AppError)) throw error
    }
  }

  return {
    async createToken(accountId, { label: given, days = TOKEN_DAYS.default }) {
      const label = tokenLabel.safeParse(given)
      if (!label.success) return { outcome: 'invalid', field: 'label' }
      if (!Number.isInteger(days) || days < 1 || days > TOKEN_DAYS.most) return { outcome: 'invalid', field: 'days' }
      const secret = newTokenSecret()
      return control.transaction(async (tx) => {
        const now = clock.now()
        const mine = await tx
          .selectFrom('api_tokens')
          .select('id')
          .where('account_id', '=', accountId)
          .where('ends_ms', '>', now)
          .execute()
        if (mine.length >= MOST_TOKENS) return { outcome: 'too_many' }
        const row: ControlTables['api_tokens'] = {
          id: randomUUID(),
          account_id: accountId,
          label: label.data,
          secret_hash: secretHash(secret),
          created_ms: now,
          ends_ms: now + days * DAY_MS,
          last_used_day: null,
        }
        await tx.insertInto('api_tokens').values(row).execute()
        const detail = { token: row.id, days }
        await audit.write({ actor: accountId, action: 'token_created', tenantId: null, detail }, tx)
        return { outcome: 'created', secret, token: shown(row) }
      })
    },

    async tokens(accountId) {
      const rows = await control.db
        .selectFrom('api_tokens')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('ends_ms', '>', clock.now())
        .orderBy('created_ms')
        .orderBy('id')
        .execute()
      return rows.map(shown)
    },

    revokeToken: (accountId, tokenId) =>
      control.transaction(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('api_tokens')
          .where('id', '=', tokenId)
          .where('account_id', '=', accountId)
          .executeTakeFirstOrThrow()
        if (numDeletedRows === 0n) return false
        const detail = { token: tokenId }
        await audit.write({ actor: accountId, action: 'token_revoked', tenantId: null, detail }, tx)
        return true
      }),

    async bearer(secret) {
      const now = clock.now()
      const row = await control.db
        .selectFrom('api_tokens')
        .select(['id', 'account_id', 'last_used_day'])
        .where('secret_hash', '=', secretHash(secret))
        .where('ends_ms', '>', now)
        .executeTakeFirst()
      if (row === undefined) return null
      const principal = await principalOf(control.db, row.account_id, now)
      const day = utcDayOf(now)
      if (principal !== null && row.last_used_day !== day) await markUsed(row.id, day)
      return principal
    },
  }
}

function shown({ id, label, created_ms, ends_ms, last_used_day }: ControlTables['api_tokens']): TokenShown {
  return { id, label, createdMs: created_ms, endsMs: ends_ms, lastUsedDay: last_used_day }
}
