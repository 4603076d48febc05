/**
 * What somebody signed in was refused, in the audit log: one row an account and minute at most, which says how many there
 * were besides, so that nobody makes the log grow without bound.
 */
import type { Permission } from '../../../schemas/accounts.ts'
import type { AccountId } from '../../accounts/index.ts'
import type { Audit } from '../../privacy/index.ts'
import type { Clock } from '../../shared/clock.ts'

const MINUTE_MS = 60_000

interface Count {
  readonly writtenMs: number
  /** Refused since that row: how many, and what last. */
  readonly since: number
  readonly last: Permission
}

export interface Refusals {
  /** @throws AppError `unavailable` where it cannot be written */
  count(actor: AccountId, permission: Permission): Promise<void>
  /** Writes what was counted and is not written yet; before the server closes. @throws as `count` */
  flush(): Promise<void>
}

export function createRefusals(audit: Pick<Audit, 'write'>, clock: Clock): Refusals {
  const counts = new Map<AccountId, Count>() // as many as there are accounts

  const write = async (actor: AccountId, permission: Permission, others: number): Promise<void> => {
    counts.set(actor, { writtenMs: clock.now(), since: 0, last: permission })
    const detail = { permission, ...(others > 0 && { others }) }
    await audit.write({ actor, action: 'access_refused', tenantId: null, detail })
  }

  return {
    async count(actor, permission) {
      const known = counts.get(actor)
      if (known === undefined || Math.abs(clock.now() - known.writtenMs) >= MINUTE_MS) {
        return write(actor, permission, known?.since ?? 0)
      }
      counts.set(actor, { ...known, since: known.since + 1, last: permission })
      return undefined
    },
    async flush() {
      for (const [actor, { since, last }] of counts) if (since > 0) await write(actor, last, since - 1)
    },
  }
}
