import type { TenantSettings } from '../settings.ts'
import type { KeyMaker } from './keymaker.ts'
import type { LedgerReader } from './ledger.ts'
import type { Places } from './place.ts'

/** What the entry knows when it reads a record of one source. */
export interface ObserveContext {
  readonly settings: TenantSettings
  readonly domains: ReadonlySet<string>
  readonly rooms: ReadonlyMap<string, RoomOfAlias>
  readonly places: Places
  readonly keys: KeyMaker
  /** Absent in `explain`, and where the tenant has no erased or objecting person. */
  readonly ledger: LedgerReader | null
  readonly sourceId: string
}

/** A declared room, found by the canonical form of one of its aliases. */
export interface RoomOfAlias {
  readonly id: string
  readonly site: string | null
}
