/**
 * Wrapping: AES-256-GCM of one key under a key-encryption key. The associated data says whose key it is, what for and
 * which one, so that a wrapped key in another row is no key (attack A18).
 *
 * Form, as text: `v1.<nonce, 96 bit>.<ciphertext, 256 bit>.<tag, 128 bit>`, each base64url without padding. Nonces are
 * random: a KEK wraps some keys a tenant and month, far below the 2^32 that NIST SP 800-38D 8.3 allows.
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { tuple } from '../identified.ts'
import { KeyError } from './provider.ts'

/** Which key it is. All of it is authenticated. */
export interface KeyIdentity {
  readonly id: string
  readonly tenantId: string
  readonly ring: string
  /** `''` for a ring that does not rotate. */
  readonly epoch: string
  readonly kekId: string
}

const VERSION = 'v1'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const FORM = /^v1\.([\w-]{16})\.([\w-]{43})\.([\w-]{22})$/u

/** A new random key of 256 bits, wrapped; it exists in the clear only inside this function. */
export function wrapNewKey(kek: KeyObject, identity: KeyIdentity): string {
  const key = randomBytes(KEY_BYTES)
  try {
    return wrapKey(key, kek, identity)
  } finally {
    key.fill(0)
  }
}

/** @param key 32 bytes */
export function wrapKey(key: Buffer, kek: KeyObject, identity: KeyIdentity): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', kek, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(associatedData(identity))
  const text = Buffer.concat([cipher.update(key), cipher.final()])
  return [VERSION, ...[nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** @throws KeyError `format_unknown`, or `key_altered` when anything of it or of its row is not as it was made */
export function unwrapKey(wrapped: string, kek: KeyObject, identity: KeyIdentity): KeyObject {
  const parts = FORM.exec(wrapped)?.slice(1) ?? []
  const [nonce, text, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  const unknown = nonce === undefined || text === undefined || tag === undefined
  if (unknown || [nonce, text, tag].some((bytes, i) => bytes.toString('base64url') !== parts[i])) {
    throw new KeyError(
      'format_unknown',
      `${describeKey(identity)} is wrapped in a form that this version does not know.`,
    )
  }
  const decipher = createDecipheriv('aes-256-gcm', kek, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(associatedData(identity))
  decipher.setAuthTag(tag)
  const key = decipher.update(text)
  try {
    decipher.final()
    return createSecretKey(key)
  } catch {
    throw new KeyError(
      'key_altered',
      `${describeKey(identity)} cannot be unwrapped: its row in the control store was altered, or it was wrapped under another key than the one named ${identity.kekId}. Restore the control store and the key directory of the same day.`,
    )
  } finally {
    key.fill(0)
  }
}

function associatedData({ id, tenantId, ring, epoch, kekId }: KeyIdentity): Buffer {
  return Buffer.from(tuple('avesqo key', VERSION, tenantId, ring, epoch, id, kekId))
}

function describeKey({ tenantId, ring, epoch }: KeyIdentity): string {
  return `The ${ring} key of ${tenantId}${epoch === '' ? '' : ` for ${epoch}`}`
}
