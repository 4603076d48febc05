/**
 * Keys of things: what takes an identifier's canonical text and gives a 128-bit key. The product's key maker is an
 * HMAC under the tenant's keys (`hmac.ts`); `avesqo explain` numbers what it sees instead (`numbering.ts`) and needs
 * no key. Everything else of pseudonymisation is the same code for both.
 */
import type { Key128 } from '../../../schemas/observation.ts'

/** A tenant-local calendar month, `YYYY-MM`. */
export type Epoch = string & { readonly __epoch: true }

/**
 * Which of a tenant's keys: `person` and `name` rotate with the epoch, because they can stand for a person or a
 * recurring group; `leg`, `conference` and `event` are of ids of one instance only; `ledger` recognises erased and
 * objecting persons.
 */
export type KeyRing = 'person' | 'name' | 'leg' | 'conference' | 'event' | 'ledger' | 'refusal'

export const ROTATING: ReadonlySet<KeyRing> = new Set<KeyRing>(['person', 'name', 'refusal'])

/** Makes the keys of one tenant. */
export interface KeyMaker {
  /**
   * @param ring which key
   * @param epoch the epoch of a rotating ring; ignored for the others
   * @param kind domain separation inside the ring, such as `address` or `phone`
   * @param canonical the canonical text
   * @returns the first 128 bits of HMAC-SHA256(key, len-prefixed(kind, canonical))
   * @throws EpochClosed when the epoch's key has been destroyed
   */
  key(ring: KeyRing, epoch: Epoch, kind: string, canonical: string): Key128
}

/** The key of this epoch has been destroyed: nothing of it can be pseudonymised any more (refusal `epoch_closed`). */
export class EpochClosed extends Error {
  constructor() {
    super('epoch_closed')
    this.name = 'EpochClosed'
  }
}
