/** Rows of the control store's table `keys`. The only statements on it of the product (removal of a tenant apart). */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Control } from '../../shared/control/index.ts'
import { UserError } from '../../shared/errors.ts'
import type { Epoch, KeyRing } from '../pseudonymise/keymaker.ts'
import type { KeyProvider } from './provider.ts'
import { type KeyIdentity, wrapNewKey } from './wrap.ts'

/** One key of one tenant, ring and epoch. */
export interface KeyRow extends KeyIdentity {
  /** Null when the key has been destroyed. */
  readonly wrapped: string | null
  readonly createdMs: number
  readonly destroyedMs: number | null
}

export interface KeyStore {
  /** Every row, at one committed state. Synchronous. */
  all(): readonly KeyRow[]
  /**
   * The row of a key, made where there is none. Two processes that ask at the same time are given the same one.
   *
   * @param now ms UTC
   */
  ensure(tenantId: string, ring: KeyRing, epoch: Epoch, now: number): Promise<KeyRow>
  /**
   * Destroys keys for good: also those that were never made, so that they cannot be made later.
   *
   * @returns how many lived
   * @throws UserError when another process keeps their bytes in the write-ahead log
   */
  destroy(tenantId: string, rings: readonly KeyRing[], epoch: Epoch, now: number): Promise<number>
}

/** What stands as `kek_id` of a key that was destroyed before it was made. */
const NEVER_WRAPPED = 'none'

export function createKeyStore(control: Control, provider: KeyProvider): KeyStore {
  const { db } = control
  return {
    all: () => control.read((read) => read(db.selectFrom('keys').selectAll().compile()).map((row) => toKeyRow(row))),

    async ensure(tenantId, ring, epoch, now) {
      // The key-encryption key is made and on disk before the transaction that needs it.
      const identity = { id: randomUUID(), tenantId, ring, epoch, kekId: provider.currentKekId() }
      const wrapped = wrapNewKey(provider.kek(identity.kekId), identity)
      return control.transaction(async (tx) => {
        await tx
          .insertInto('keys')
          .values({
            id: identity.id,
            tenant_id: tenantId,
            ring,
            epoch,
            wrapped,
            kek_id: identity.kekId,
            created_ms: now,
            destroyed_ms: null,
          })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'ring', 'epoch']).doNothing())
          .execute()
        const row = await tx
          .selectFrom('keys')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where('ring', '=', ring)
          .where('epoch', '=', epoch)
          .executeTakeFirstOrThrow()
        return toKeyRow(row)
      })
    },

    async destroy(tenantId, rings, epoch, now) {
      const lived = await control.change(async (tx) => {
        const updated = await tx
          .updateTable('keys')
          .set({ wrapped: null, destroyed_ms: now })
          .where('tenant_id', '=', tenantId)
          .where('ring', 'in', rings)
          .where('epoch', '=', epoch)
          .where('wrapped', 'is not', null)
          .executeTakeFirst()
        for (const ring of rings) {
          await tx
            .insertInto('keys')
            .values({
              id: randomUUID(),
              tenant_id: tenantId,
              ring,
              epoch,
              wrapped: null,
              kek_id: NEVER_WRAPPED,
              created_ms: now,
              destroyed_ms: now,
            })
            .onConflict((conflict) => conflict.columns(['tenant_id', 'ring', 'epoch']).doNothing())
            .execute()
        }
        return Number(updated.numUpdatedRows)
      })
      await forgetOldPages(control)
      return lived
    },
  }
}

/**
 * `secure_delete` overwrites the key in the database file, but the page as it was before still stands in SQLite's
 * write-ahead log. Copying the log back and cutting it to nothing removes it there.
 */
async function forgetOldPages(control: Control): Promise<void> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(TRUNCATE)`.execute(control.db)
  if (rows[0]?.busy === 0) return
  throw new UserError(
    'The keys are destroyed, but another process is reading the control store, so their bytes still stand in its write-ahead log. Repeat the call in a moment.',
    1,
  )
}

interface StoredRow {
  readonly id: string
  readonly tenant_id: string
  readonly ring: string
  readonly epoch: string
  readonly wrapped: string | null
  readonly kek_id: string
  readonly created_ms: number
  readonly destroyed_ms: number | null
}

function toKeyRow(row: StoredRow): KeyRow {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    ring: row.ring,
    epoch: row.epoch,
    kekId: row.kek_id,
    wrapped: row.wrapped,
    createdMs: row.created_ms,
    destroyedMs: row.destroyed_ms,
  }
}
