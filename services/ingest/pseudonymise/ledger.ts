/**
 * Recognises erased and objecting persons at the entry, by HMAC under a key of the ledger's own: what the ledger holds
 * fits no person key, and no person key fits the ledger. (Design, section 5: "Erased and objecting persons".)
 */
import type { Mark } from '../../../schemas/states.ts'
import type { CanonicalPerson } from './canonicalise.ts'
import type { Key128 } from '../../../schemas/observation.ts'
import type { Epoch, KeyMaker } from './keymaker.ts'

/** What was decided about one identifier. */
export interface LedgerMark {
  readonly mark: Mark
  /** ms UTC. `erased`: of legs that start before it; `objected`: of legs from it on. */
  readonly fromMs: number
}

export interface LedgerReader {
  /**
   * @param candidates every identifier that a record gives for the far end
   * @param instant ms UTC of the leg's stated start, else of the event
   * @returns what holds for this leg; erasure goes before objection
   */
  markOf(candidates: readonly CanonicalPerson[], instant: number): Mark | null
}

/** The ledger's HMAC of one identifier, such as it is stored. */
export function ledgerHmac(person: CanonicalPerson, keys: KeyMaker): Key128 {
  return keys.key('ledger', '' as Epoch, person.ident, person.text)
}

/**
 * @param entries the tenant's ledger, by HMAC
 * @param keys the tenant's key maker; its `ledger` ring is prepared
 */
export function createLedgerReader(entries: ReadonlyMap<string, readonly LedgerMark[]>, keys: KeyMaker): LedgerReader {
  return {
    markOf(candidates, instant) {
      let found: Mark | null = null
      for (const person of candidates) {
        for (const { mark, fromMs } of entries.get(ledgerHmac(person, keys)) ?? []) {
          if (mark === 'erased' && instant < fromMs) return 'erased'
          if (mark === 'objected' && instant >= fromMs) found = 'objected'
        }
      }
      return found
    },
  }
}
