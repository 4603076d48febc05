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
   * @param startStated whether the record states the leg's start
   * @returns what holds for this leg, erasure before objection; `in_doubt` where the leg may have begun before an
   *   erasure took effect (a leg lasts at most 24 h): it is kept, and its person is not recognised
   */
  markOf(candidates: readonly CanonicalPerson[], instant: number, startStated: boolean): Mark | 'in_doubt' | null
}

/** A leg lasts at most this long (design, section 6, step 3). */
const LONGEST_LEG_MS = 86_400_000

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
    markOf(candidates, instant, startStated) {
      let found: 'objected' | 'in_doubt' | null = null
      for (const person of candidates) {
        for (const { mark, fromMs } of entries.get(ledgerHmac(person, keys)) ?? []) {
          if (mark === 'erased' && instant < fromMs) return 'erased'
          if (mark === 'objected' && instant >= fromMs) found = 'objected'
          if (mark === 'erased' && !startStated && instant < fromMs + LONGEST_LEG_MS) found ??= 'in_doubt'
        }
      }
      return found
    },
  }
}
