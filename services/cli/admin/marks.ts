/** Entries of the ledger. Each change raises the revision, so that a running entry sees it. */
import type { LedgerHmac } from '../../ingest/keyport.ts'
import type { Mark } from '../../../schemas/states.ts'
import type { Control } from '../../shared/control/index.ts'

export interface MarkTerms {
  readonly mark: Mark
  /** ms UTC. */
  readonly fromMs: number
  /** ms UTC. */
  readonly now: number
}

export interface AddedMarks {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** Adds entries. One that is there keeps whichever instant protects more: the later erasure, the earlier objection. */
export async function addMarks(
  control: Control,
  tenantId: string,
  { mark, fromMs, now }: MarkTerms,
  hmacs: readonly LedgerHmac[],
): Promise<AddedMarks> {
  return control.change(async (tx) => {
    const tally = { added: 0, changed: 0, unchanged: 0 }
    for (const hmac of new Set(hmacs.map((one) => one.hmac))) {
      const known = await tx
        .selectFrom('ledger')
        .select('from_ms')
        .where('tenant_id', '=', tenantId)
        .where('hmac', '=', hmac)
        .where('mark', '=', mark)
        .executeTakeFirst()
      if (known === undefined) {
        const row = { tenant_id: tenantId, hmac, mark, from_ms: fromMs, created_ms: now, expires_ms: null }
        await tx.insertInto('ledger').values(row).execute()
        tally.added += 1
        continue
      }
      const from = mark === 'erased' ? Math.max(known.from_ms, fromMs) : Math.min(known.from_ms, fromMs)
      if (from === known.from_ms) {
        tally.unchanged += 1
        continue
      }
      await tx
        .updateTable('ledger')
        .set({ from_ms: from })
        .where('tenant_id', '=', tenantId)
        .where('hmac', '=', hmac)
        .where('mark', '=', mark)
        .execute()
      tally.changed += 1
    }
    return tally
  })
}

export interface ListedMark {
  readonly hmac: string
  readonly mark: Mark
  /** ISO UTC. */
  readonly from: string
  /** ISO UTC. */
  readonly created: string
}

export async function listMarks({ db }: Control, tenantId: string): Promise<readonly ListedMark[]> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('created_ms')
    .orderBy('mark')
    .orderBy('hmac')
    .execute()
  return rows.map((row) => ({
    hmac: row.hmac,
    mark: row.mark,
    from: new Date(row.from_ms).toISOString(),
    created: new Date(row.created_ms).toISOString(),
  }))
}

/** @returns how many entries were there */
export async function removeMarks(
  control: Control,
  tenantId: string,
  mark: Mark,
  hmacs: readonly string[],
): Promise<number> {
  return control.change(async (tx) => {
    let removed = 0
    for (const hmac of new Set(hmacs)) {
      const { numDeletedRows } = await tx
        .deleteFrom('ledger')
        .where('tenant_id', '=', tenantId)
        .where('hmac', '=', hmac)
        .where('mark', '=', mark)
        .executeTakeFirst()
      removed += Number(numDeletedRows)
    }
    return removed
  })
}
