/**
 * The product's keys: HMAC-SHA256 over what is keyed, of which the first 128 bits stay (design, section 5).
 *
 * The bytes under the HMAC are two netstrings, kind and canonical text, lengths in UTF-8 bytes and decimal:
 * `<bytes of kind>:<kind><bytes of text>:<text>`, such as `7:address17:jan@klant.example`. The lengths make it
 * impossible that two different pairs give the same bytes (attack A14).
 *
 * The key is a `KeyObject` made once: with a raw buffer each HMAC costs eight times as much (reference stack, E).
 */
import { createHmac, type KeyObject } from 'node:crypto'
import type { Key128 } from '../../../schemas/observation.ts'
import { EpochClosed, type Epoch, type KeyMaker, type KeyRing } from './keymaker.ts'
import { Recent } from './recent.ts'

/**
 * Rings whose canonical texts come back often enough that remembering them saves work. Events never come back, and a
 * leg's ids only a few times, with many others in between: to remember each costs more than it saves.
 */
const REMEMBERED: ReadonlySet<KeyRing> = new Set<KeyRing>(['person', 'name', 'conference', 'ledger'])
/** Texts of one kind; twice as many in memory at most. */
const MOST_REMEMBERED = 8192

/** The text whose UTF-8 bytes stand under the HMAC. */
export function hmacInput(kind: string, canonical: string): string {
  return `${Buffer.byteLength(kind)}:${kind}${Buffer.byteLength(canonical)}:${canonical}`
}

/** The first 32 of an HMAC's hex digits in the form of a UUID. */
function keyFromHex(hex: string): Key128 {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}` as Key128
}

/** One HMAC, not remembered. */
export function hmacKey(key: KeyObject, kind: string, canonical: string): Key128 {
  return keyFromHex(createHmac('sha256', key).update(hmacInput(kind, canonical), 'utf8').digest('hex'))
}

/** Turns (kind, canonical text) into a key, under one key of one ring and epoch. */
export type KeyedHash = (kind: string, canonical: string) => Key128

/** The keyed hash of one ring and epoch; recurring identifiers are remembered in this process's memory. */
export function keyedHash(ring: KeyRing, key: KeyObject): KeyedHash {
  if (!REMEMBERED.has(ring)) return (kind, canonical) => hmacKey(key, kind, canonical)
  // By kind, of which there are a few words of our own, then by the text as it is: looking up a text that is first put
  // together of both costs several times as much.
  const kinds = new Map<string, Recent<Key128>>()
  return (kind, canonical) => {
    let recent = kinds.get(kind)
    if (recent === undefined) {
      recent = new Recent(MOST_REMEMBERED)
      kinds.set(kind, recent)
    }
    const known = recent.get(canonical)
    if (known !== undefined) return known
    const made = hmacKey(key, kind, canonical)
    recent.set(canonical, made)
    return made
  }
}

/**
 * A key maker over the keyed hashes of one tenant.
 *
 * @param hashOf gives the keyed hash of a ring and epoch (`''` for rings that do not rotate): `closed` when its key was
 *   destroyed, undefined when it was not prepared, which is a bug of the caller
 * @param rotating which rings have a key for each epoch
 */
export function createKeyMaker(
  hashOf: (ring: KeyRing, epoch: Epoch) => KeyedHash | 'closed' | undefined,
  rotating: ReadonlySet<KeyRing>,
): KeyMaker {
  const standing = '' as Epoch
  return {
    key(ring, epoch, kind, canonical) {
      const hash = hashOf(ring, rotating.has(ring) ? epoch : standing)
      if (hash === 'closed') throw new EpochClosed()
      if (hash === undefined) throw new Error('a key was used before it was prepared')
      return hash(kind, canonical)
    },
  }
}
