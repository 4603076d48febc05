/**
 * What stands in the place of an identifier and names nobody: it gives no key (attack A20).
 */

/** Users of RFC 3323 and of what gateways and telephone networks write for a withheld number. */
const NOBODY: ReadonlySet<string> = new Set(['anonymous', 'unknown', 'unavailable', 'restricted'])
/** These may be somebody's address at a domain, but not alone. */
const NOBODY_ALONE: ReadonlySet<string> = new Set([
  'private',
  'withheld',
  'blocked',
  'no number',
  'none',
  'null',
  'undefined',
  'invalid',
  'guest',
  'user',
])
/** `ANONYMOUS`, `RESTRICTED`, `UNAVAILABLE`, `UNKNOWN`, `BLOCKED` typed on a telephone keypad, as carriers send them. */
const NOBODY_DIALLED: ReadonlySet<string> = new Set(['266696687', '7378742833', '86282452253', '8656696', '2562533'])
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/u

/** @param user folded user part @param alone without the name of a domain behind it */
export function isNobody(user: string, alone: boolean): boolean {
  if (NOBODY.has(user) || (alone && NOBODY_ALONE.has(user))) return true
  if (alone && NOBODY_DIALLED.has(user.replace(/[^0-9]/gu, ''))) return true
  return !/[\p{L}\p{N}]/u.test(user)
}

/** @param number E.164 or bare digits */
export function isNobodysNumber(number: string): boolean {
  const digits = number.replace(/[^0-9]/gu, '')
  return NOBODY_DIALLED.has(digits) || /^0*$/u.test(digits)
}

/** An id made for one join or one device: it recognises nobody the next time, and would count as one more person. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The directory's way to say "no account". */
export function isZeroId(text: string): boolean {
  return /^[0-]*$/u.test(text)
}
