/**
 * Which passwords are not taken (NIST SP 800-63B-4, 3.1.1.2): too short, on a list of the commonest, or made of what
 * everybody knows about the account. No rules about kinds of characters: they make passwords worse.
 */
import type { Weakness } from './ports.ts'

/** Characters (code points) after normalisation. */
const LEAST = 12
const MOST = 256
/** UTF-16 units before it; a longer text is not even looked at. */
export const MOST_UNITS = 1_024
/** A repetition of few characters is no longer password than those. */
const LEAST_DISTINCT = 5
/** A login's part of fewer characters stands in many words by chance. */
const LEAST_PART = 4

/**
 * Beginnings of the commonest passwords (of lists of leaked ones, as far as they can be 12 characters and longer with
 * what people add to them), Dutch and English, and what this product is called.
 */
const COMMON = `
  password passwort passw0rd p@ssword p@ssw0rd wachtwoord w@chtwoord welkom welcome qwerty qwertyuiop azerty
  asdfghjkl zxcvbnm qazwsx qazwsxedc 1q2w3e4r 1qaz2wsx q1w2e3r4 iloveyou ikhouvanjou letmein admin administrator
  beheerder login geheim secret master changeme default monkey dragon sunshine princess football voetbal baseball
  superman lente zomer herfst winter spring summer autumn januari december maandag vrijdag nederland amsterdam
  rotterdam ajax feyenoord hallo hello testtest test abcdef abc avesqo meeting analytics meetinganalytics trustno1
  whatever computer internet samsung
`
  .trim()
  .split(/\s+/u)
const COMMON_WORDS: ReadonlySet<string> = new Set(COMMON)
/** Rows of keyboards, digits and the alphabet, in both directions. */
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklm',
]
const RUN_TEXTS = RUNS.flatMap((run) => [run, [...run].toReversed().join('')])

/** One password in one spelling, whatever keyboard it is typed on. */
export function normalised(password: string): string {
  return password.normalize('NFKC')
}

/** @returns why the password is not taken; null where it is */
export function weaknessOf(password: string, { login, name }: { login: string; name: string }): Weakness | null {
  if (password.length > MOST_UNITS) return 'too_long'
  const text = normalised(password)
  const { length } = [...text]
  if (length < LEAST) return 'too_short'
  if (length > MOST) return 'too_long'
  const lower = text.toLowerCase()
  // Also what is left when the login is taken out must not be all that makes it long: the login is known to others.
  if (partsOf(login, name).some((part) => lower.includes(part))) return 'contains_login'
  return isCommon(lower) ? 'too_common' : null
}

function partsOf(login: string, name: string): readonly string[] {
  const [local = '', host = ''] = login.toLowerCase().split('@')
  const [organisation = ''] = host.split('.')
  const parts = [login, local, organisation, name.toLowerCase(), name.toLowerCase().replaceAll(/\s+/gu, '')]
  return parts.filter((part) => [...part].length >= LEAST_PART)
}

function isCommon(lower: string): boolean {
  if (new Set(lower).size < LEAST_DISTINCT) return true
  if (RUN_TEXTS.some((run) => run.includes(lower))) return true
  // A common word once or several times, with digits and signs around it.
  const bare = lower.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const unit = /^(.{3,}?)\1+$/u.exec(bare)?.[1] ?? bare
  if (COMMON_WORDS.has(unit) || COMMON_WORDS.has(bare)) return true
  // The same where the word itself holds digits or signs: `p@ssw0rd2026!`.
  return COMMON.some((word) => word.length >= 6 && lower.startsWith(word) && !/\p{L}/u.test(lower.slice(word.length)))
}
