/** Whether an account may be used now. */
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

/** Only `active` lets anybody in; what is wrong first is said first. */
export function stateOf(row: Held, now: number): AccountState {
  if (row.ended_ms !== null) return 'ended'
  const expires = expiresMs(row.expires_day)
  if (expires !== null && now >= expires) return 'expired'
  if (now >= lapsesMs(row)) return 'lapsed'
  return row.password === null ? 'invited' : 'active'
}
