/**
 * Telephone numbers: every way of writing one number gives its E.164 form. Which digits are a number is decided by
 * libphonenumber's full metadata, with the tenant's country for national forms.
 */
import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

/** Digits with the separators of RFC 3966 and everyday writing; nothing else can be a number. */
const DIALLED = /^\+?[0-9 ().\-/]+$/u
const EXTENSION = /\s*(?:;ext=|ext\.?|x|#)\s*([0-9]{1,11})$/iu
const SEPARATORS = /[ ().\-/]/gu
const LONGEST = 40
const LONGEST_BARE = 20
/** Digits of a full national number, where it is in no range that is assigned now. */
const SHORTEST_FULL = 8

/** Only digits and separators, at least one digit. */
export function isDialled(text: string): boolean {
  return text.length <= LONGEST && DIALLED.test(text) && /[0-9]/u.test(text)
}

/**
 * A number that the record does not mark as one: the user part of an address, an alias.
 *
 * It must be written in a way that only telephone numbers are written: with `+`, an international or a
 * national prefix, or the country code. Nine digits such as `612345678` are as likely a meeting code or an alias, and
 * two different things must not become one person. Where national numbers have no prefix (Spain, United States), a
 * valid national number is taken as one.
 *
 * @returns E.164 such as `+31612345678`, or null
 */
export function unmarkedNumber(text: string, country: string): string | null {
  if (!isDialled(text)) return null
  const number = parse(text, country)
  if (number !== null && hasPrefix(text, number) && isPlausible(number)) return number.number
  if (text.startsWith('+')) return international(text)
  if (number === null || hasPrefix(text, number)) return null
  const withoutPrefix = number.formatNational().replace(/[^0-9]/gu, '') === number.nationalNumber
  return withoutPrefix && number.isValid() ? number.number : null
}

function hasPrefix(text: string, number: PhoneNumber): boolean {
  return text.replace(SEPARATORS, '') !== number.nationalNumber
}

/**
 * Assigned ranges change, and the keys of a month must not change with them: of a number that is written in full, only
 * the length has to be right. Prefixes of prefixes (`000612…`) are no number: read again they would be another one.
 */
function isPlausible(number: PhoneNumber): boolean {
  if (number.isValid()) return true
  if (!number.isPossible() || number.nationalNumber.length < SHORTEST_FULL) return false
  return parsePhoneNumberFromString(number.number)?.number === number.number
}

/**
 * A number that the record marks as one (`tel:`, `user=phone`, a number field).
 *
 * @returns E.164 where it is valid, also when the `+` of a foreign number was lost; else its bare digits, with `+`
 *   where it was written internationally; with `;ext=` behind it where there is an extension: an extension is another
 *   end point than the number it stands behind. Null where it is no number.
 */
export function markedNumber(text: string, country: string, stated: string | null = null): string | null {
  const match = EXTENSION.exec(text)
  const extension = stated ?? match?.[1] ?? null
  const dialled = match === null ? text : text.slice(0, match.index)
  if (!isDialled(dialled)) return null
  const number = e164(dialled, country) ?? bareDigits(dialled)
  return number === null || extension === null ? number : `${number};ext=${extension}`
}

function e164(text: string, country: string): string | null {
  const number = parse(text, country)
  if (number !== null && (number.isValid() || (hasPrefix(text, number) && isPlausible(number)))) return number.number
  const digits = text.replace(SEPARATORS, '')
  if (!/^[1-9][0-9]{8,14}$/u.test(digits)) return null
  const foreign = parse(`+${digits}`, country)
  return foreign?.isValid() === true ? foreign.number : null
}

function bareDigits(text: string): string | null {
  const digits = text.replace(/[^0-9]/gu, '')
  return /^0*$/u.test(digits) || digits.length > LONGEST_BARE ? null : (international(text) ?? digits)
}

/** `+` and the digits of a number that was written internationally, whether or not its country is known. */
function international(text: string): string | null {
  const digits = text.replace(SEPARATORS, '').replace(/^\+?00(?=[1-9])/u, '+')
  return /^\+[1-9][0-9]{6,14}$/u.test(digits) ? digits : null
}

function parse(text: string, country: string): PhoneNumber | null {
  const region = country.toUpperCase()
  const defaultCountry: CountryCode | undefined = isSupportedCountry(region) ? region : undefined
  return parsePhoneNumberFromString(text, { ...(defaultCountry && { defaultCountry }), extract: false }) ?? null
}
