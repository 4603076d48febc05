/** Prepares what `observe` needs of one source: done once per change of the settings, not per record. */
import { canonicalAlias } from './pseudonymise/canonicalise.ts'
import type { KeyMaker } from './pseudonymise/keymaker.ts'
import type { LedgerReader } from './pseudonymise/ledger.ts'
import type { ObserveContext, RoomOfAlias } from './pseudonymise/observe-context.ts'
import { createPlaces } from './pseudonymise/place.ts'
import type { TenantSettings } from './settings.ts'

export interface ContextParts {
  readonly settings: TenantSettings
  readonly keys: KeyMaker
  readonly ledger: LedgerReader | null
  readonly sourceId: string
}

export function createContext(parts: ContextParts): ObserveContext {
  const { settings } = parts
  return {
    settings,
    domains: new Set(settings.domains),
    rooms: roomsByAlias(settings),
    places: createPlaces(settings),
    keys: parts.keys,
    ledger: parts.ledger,
    sourceId: parts.sourceId,
  }
}

function roomsByAlias(settings: TenantSettings): ReadonlyMap<string, RoomOfAlias> {
  const rooms = new Map<string, RoomOfAlias>()
  for (const room of settings.rooms) {
    for (const alias of room.aliases) {
      const canonical = canonicalAlias(alias, settings.country)
      if (canonical !== null) rooms.set(canonical, { id: room.id, site: room.site })
    }
  }
  return rooms
}
