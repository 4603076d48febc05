/**
 * Refused attempts in the audit log and the operator's log: how many, never of whom. One row a minute at most, so that a
 * flood of attempts does not become a flood of rows.
 */
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import { MINUTE_MS } from './limits.ts'
import type { AccountsAudit } from './ports.ts'

/** Who has not signed in. */
const ANYBODY = 'anonymous'

export interface Refusals {
  /** Counts an attempt; writes what was counted when the last row is a minute old. */
  count(kind: 'refused' | 'locked'): Promise<void>
  /** Writes what was counted and is not written yet. */
  flush(): Promise<void>
}

export function createRefusals(audit: AccountsAudit, clock: Clock, logger: Logger | undefined): Refusals {
  let counted = { refused: 0, locked: 0 }
  let lastMs = -Infinity

  const flush = async (): Promise<void> => {
    const detail = counted
    if (detail.refused + detail.locked === 0) return
    counted = { refused: 0, locked: 0 }
    lastMs = clock.now()
    logger?.event('sign_in_refused', detail)
    try {
      await audit.write({ actor: ANYBODY, action: 'sign_in_refused', tenantId: null, detail })
    } catch (error) {
      counted = { refused: counted.refused + detail.refused, locked: counted.locked + detail.locked }
      throw error
    }
  }

  return {
    async count(kind) {
      counted = { ...counted, [kind]: counted[kind] + 1 }
      if (Math.abs(clock.now() - lastMs) >= MINUTE_MS) await flush()
    },
    flush,
  }
}
