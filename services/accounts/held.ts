/** Whether an account may be used now. */
import type { Kysely } from 'kysely'
import { DEFAULT_ZONE } from '../../schemas/control/export.ts'
import type { ControlTables } from '../../schemas/control/tables.ts'
import { spanOfDay } from '../shared/calendar.ts'
import { LAPSE_MS } from './limits.ts'
import type { AccountState } from './ports.ts'

export type AccountRow = ControlTables['accounts']
type Held = Pick<AccountRow, 'password' | 'expires_day' | 'attested_ms' | 'ended_ms'>

/** First instant after the last day of an account, in the house's zone, ms UTC. */
export function expiresMs(day: string | null): number | null {
  return day === null ? null : spanOfDay(day, DEFAULT_ZONE).until
}

export function lapsesMs({ attested_ms }: Pick<AccountRow, 'attested_ms'>): number {
  return attested_ms + LAPSE_MS
}

/** What the row itself says; `stateNow` and `stateAmong` say whether that counts. */
export function stateOf(row: Held, now: number): AccountState {
  if (row.ended_ms !== null) return 'ended'
  const expires = expiresMs(row.expires_day)
  if (expires !== null && now >= expires) return 'expired'
  if (now >= lapsesMs(row)) return 'lapsed'
  return row.password === null ? 'invited' : 'active'
}

/**
 * Only `active` lets anybody in; what is wrong first is said first. An operator does not lapse while there is no other one
 * who could confirm that account: nobody could appoint anybody any more.
 *
 * @param operators all of the house
 */
export function stateAmong(operators: readonly AccountRow[], row: AccountRow, now: number): AccountState {
  const state = stateOf(row, now)
  return state !== 'lapsed' || now >= lapsesAmong(operators, row, now)
    ? state
    : stateOf({ ...row, attested_ms: now }, now)
}

/**
 * From when time without a confirmation counts, ms UTC; Infinity where nobody could confirm. For an operator it begins to
 * pass when there is another one, so that inviting a colleague does not lock anybody out.
 *
 * @param operators all of the house
 */
export function lapsesAmong(operators: readonly AccountRow[], row: AccountRow, now: number): number {
  if (row.role !== 'operator') return lapsesMs(row)
  const others = operators.filter((one) => one.id !== row.id && stateOf(one, now) === 'active')
  const since = Math.min(...others.map(({ created_ms }) => created_ms))
  return lapsesMs({ attested_ms: Math.max(row.attested_ms, since) })
}

/** As `stateAmong`. The others are looked up only where that makes a difference. */
export async function stateNow(db: Kysely<ControlTables>, row: AccountRow, now: number): Promise<AccountState> {
  const state = stateOf(row, now)
  if (state !== 'lapsed' || row.role !== 'operator') return state
  return stateAmong(await db.selectFrom('accounts').selectAll().where('role', '=', 'operator').execute(), row, now)
}
