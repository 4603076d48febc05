/**
 * Whether a note holds how to reach a person: an e-mail address or a telephone number. A note is kept and read by others,
 * so such a one is refused. Names cannot be recognised; the form asks not to write any.
 */

const EMAIL = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}/u
/** `7-11-2026`, `2026-11-07`: digits with signs between them, and no number of anybody. */
const DATE = /(?<!\d)(?:\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)/gu
/** In international form (`+31`, `0031`) or with the zero of an area or mobile number; 9 to 15 digits (ITU-T E.164). */
const TELEPHONE = /(?<![\p{L}\p{N}.,-])(?:\+\d|00[1-9]|\(?0[1-9])(?:[\s()./-]{0,3}\d){7,13}(?!\p{N})/u

/** @param note as `noteText` reads it */
export function holdsContact(note: string): boolean {
  const text = note.normalize('NFKC').replaceAll(DATE, ' date ')
  return EMAIL.test(text) || TELEPHONE.test(text)
}
