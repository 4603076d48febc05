/**
 * Secrets of links, cookies and tokens: 256 random bits each. Of a secret of that size SHA-256 can be stored without a
 * slow hash: there is nothing to guess. It is looked up by its hash, so how long that takes tells nothing of the secret.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'

/** Marks a token of ours, so that programs that look for lost secrets find it. */
const TOKEN_PREFIX = 'avesqo_'

/** @returns 43 characters, base64url */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function newTokenSecret(): string {
  return `${TOKEN_PREFIX}${newSecret()}`
}

/** What is stored of a secret: SHA-256, hex. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Derived, so that it need not be stored: who has the cookie may know it, who reads the store cannot. */
export function csrfSecretOf(session: string): string {
  return createHmac('sha256', session).update('csrf').digest('base64url')
}
