/** Texts as a page can show them. */
import { clean } from '../reports/text-wrap.ts'
import { hasGlyph } from './fonts.ts'

/** Longer words would run out of their column: they may be broken after this many characters. */
const LONGEST_WORD = 24
const TOO_LONG = new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, 'gu')
const BREAK = '\u{200B}'

/**
 * Without what a page cannot show: controls and invisible signs are left out; a character that the typeface lacks is
 * named by its number, so that two names in another script stay two.
 */
export function plain(text: string): string {
  const shown = [...clean(text.normalize('NFC'))]
    .map((character) => (hasGlyph(character) ? character : `[U+${hex(character)}]`))
    .join('')
  return shown.replaceAll(TOO_LONG, `$&${BREAK}`)
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
