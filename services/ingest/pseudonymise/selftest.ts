/**
 * The start-up self-test: known answers, computed by the product's HMAC (`node:crypto`) and by an independent second
 * implementation (`crypto-js`), which must both agree with what is written here. A wrong key would not be noticed in
 * operation: everybody would silently be somebody else.
 *
 * `crypto-js` is discontinued by its authors. It is used here and in tests only, never on what comes in.
 */
import { createSecretKey } from 'node:crypto'
import CryptoJS from 'crypto-js'
import type { Key128 } from '../../../schemas/observation.ts'
import { UserError } from '../../shared/errors.ts'
import { hmacKey } from './hmac.ts'

/** HMAC-SHA256 of (kind, canonical text) under a key in hex digits: the first 128 bits. */
export type Hmac = (keyHex: string, kind: string, canonical: string) => Key128

/** The product's way. */
export const productHmac: Hmac = (keyHex, kind, canonical) =>
  hmacKey(createSecretKey(Buffer.from(keyHex, 'hex')), kind, canonical)

/** The same bytes, laid out and hashed by crypto-js alone. */
export const secondHmac: Hmac = (keyHex, kind, canonical) => {
  const { Utf8, Hex } = CryptoJS.enc
  const bytes = CryptoJS.lib.WordArray.create()
  for (const part of [kind, canonical]) {
    const text = Utf8.parse(part)
    bytes.concat(Utf8.parse(`${text.sigBytes}:`)).concat(text)
  }
  const hex = CryptoJS.HmacSHA256(bytes, Hex.parse(keyHex)).toString(Hex)
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5') as Key128
}

interface KnownAnswer {
  readonly key: string
  readonly kind: string
  readonly text: string
  readonly answer: string
}

const SEQUENCE = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'

/** Computed once with a third implementation (Python's `hmac` and `hashlib`). */
export const KNOWN_ANSWERS: readonly KnownAnswer[] = [
  { key: SEQUENCE, kind: 'address', text: 'jan@klant.example', answer: '07ec34ac-899b-c1a6-7da2-c0028f5bb175' },
  { key: SEQUENCE, kind: 'phone', text: '+31201234567;ext=89', answer: '9b8ce4d4-bae9-4e10-6c82-cbf72affc622' },
  { key: SEQUENCE, kind: 'addres', text: 's17:jan@klant.example', answer: '1509e353-32b1-2940-f469-bd350a6238d1' },
  { key: SEQUENCE, kind: 'name', text: 'café 会議 😀', answer: 'e2dda431-982c-e8db-07d4-f683ef9a3ed5' },
  { key: SEQUENCE, kind: 'name', text: '', answer: 'b6c20b6c-fbc6-0dff-bcaf-693fd86e79b8' },
  {
    key: 'ff'.repeat(32),
    kind: 'leg',
    text: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    answer: '96e6a9ee-e455-15f4-193c-b6c2f1c9652a',
  },
]

/**
 * @param implementations what is tested; the product's own unless a test plants a difference
 * @throws UserError when an answer is not the known one: the process must not start
 */
export function selfTest(implementations: readonly Hmac[] = [productHmac, secondHmac]): void {
  for (const hmac of implementations) {
    for (const { key, kind, text, answer } of KNOWN_ANSWERS) {
      if (hmac(key, kind, text) === answer) continue
      throw new UserError(
        'The self-test of the pseudonyms failed: this machine’s HMAC-SHA256 does not give the known answers. Nothing is taken in. Reinstall Node and the packages (npm install) before you start again.',
        1,
      )
    }
  }
}
