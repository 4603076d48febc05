/**
 * The normal form of text that is compared: one way of writing for what a reader sees as the same. Everything here
 * takes linear time and is its own fixed point: `f(f(x)) = f(x)`.
 */

/** The longest text that is read as an identifier, in UTF-8 bytes; longer ones give no key. */
export const MAX_BYTES = 512

/** Printable ASCII without blanks: most identifiers, and already in every normal form but case. */
const PLAIN = /^[!-~]*$/u
/** Zero-width characters, bidi controls, soft hyphens, variation selectors: what no reader sees. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu
const CONTROL = /\p{Cc}/u
const CONTROLS = /\p{Cc}+/gu
const BLANKS = /\s+/gu
/** Hyphens and dashes other than `-`: word processors write them into telephone numbers. */
const DASHES = /[\u2010-\u2015\u2212]/gu
/** Case folding and normal form each undo a little of the other; three rounds settle all of Unicode 16. */
const MAX_ROUNDS = 8

/**
 * Text as an identifier, before it is taken apart.
 *
 * @returns null where it is no identifier: empty, longer than `MAX_BYTES`, broken UTF-16, or with control characters
 *   inside
 */
export function identifierText(text: string): string | null {
  if (text.length > MAX_BYTES) return null
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (PLAIN.test(trimmed)) return trimmed
  if (!trimmed.isWellFormed() || CONTROL.test(trimmed) || Buffer.byteLength(trimmed) > MAX_BYTES) return null
  const shown = trimmed.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').trim()
  return shown === '' || CONTROL.test(shown) ? null : shown
}

/** Compatibility form, lower case, nothing invisible, one blank between words, none around. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  let last = text
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = last
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFKC')
      .replace(INVISIBLE, '')
      .replace(BLANKS, ' ')
      .trim()
    if (next === last) break
    last = next
  }
  return last
}

/** `folded`, with control characters as blanks: for names, which are never refused. */
export function foldedName(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : folded(text.toWellFormed().replace(CONTROLS, ' '))
}

/** Decodes percent-escapes once. An escape that is none, or is not UTF-8, stays as it is written. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/(?:%[0-9a-f]{2})+/giu, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

/**
 * Characters that would be read as syntax if a canonical text were read again, with the marks that stand on them: a
 * mark behind an escape would otherwise join the escape's last letter (`%3a` and a grave accent are `%3à`).
 */
const SYNTAX = /[%:@;?<>"[\]\s]\p{M}*/gu

/** Escapes what would be syntax, such that `percentDecoded` gives the text back. */
export function percentEncoded(text: string): string {
  return text.replace(SYNTAX, (run) => encodeURIComponent(run).toLowerCase())
}

/** Whether text holds a control character. */
export function hasControl(text: string): boolean {
  return CONTROL.test(text)
}
