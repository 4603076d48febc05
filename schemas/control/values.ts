/**
 * Values that stand in the control store, each with the sentence a person reads who gives a wrong one. Texts are
 * normalised where two spellings mean the same: what is stored is what is compared.
 */
import { isIP, isIPv4 } from 'node:net'
import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { SITE_WORDS } from '../states.ts'
import { COUNTRIES, EEA } from './countries.ts'

/** Id of a tenant or source: it stands in URLs, file names and logs. */
export const slug = z
  .string()
  .regex(/^[a-z0-9-]{3,40}$/u, 'must be 3 to 40 characters, only lower-case letters, digits and hyphens')

/** A name that a person gives: one line, trimmed, composed form. */
export const displayName = z
  .string()
  .transform((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'must not be empty')
      .max(80, 'must be at most 80 characters')
      .regex(/^\P{C}*$/u, 'must not hold control characters'),
  )

/** How two names are compared: "Board Room" and "board room" are one name. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}

/** Name of a site; the words that stand in the place of a site are not free. */
export const siteName = displayName.refine((name) => !SITE_WORDS.some((word) => word === nameKey(name)), {
  error: `must not be one of ${SITE_WORDS.join(', ')}: these words stand for places that are not sites`,
})

/** An IANA time zone, in the spelling of the zone database. */
export const zone = z.string().transform((text, context) => {
  try {
    const resolved = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
    if (resolved.toLowerCase() === text.toLowerCase()) return resolved
    // An alias of a zone ('Asia/Kolkata'): kept as given, because the database knows it too, but only in its spelling.
    if (/^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/u.test(text)) return text
  } catch {
    // not a zone: said below
  }
  context.addIssue({ code: 'custom', message: 'must be an IANA time zone, such as Europe/Amsterdam' })
  return z.NEVER
})

/** ISO 3166-1 alpha-2. */
export const country = z
  .string()
  .transform((text) => text.toUpperCase())
  .refine((text) => COUNTRIES.has(text), { error: 'must be a country of ISO 3166-1 in two letters, such as NL' })

/** Is a country of the European Economic Area, where the GDPR itself applies? */
export function inEea(code: string): boolean {
  return EEA.has(code)
}

/** A domain name of at least two labels: lower case, ASCII form, no final dot. */
export const domain = z.string().transform((text, context) => {
  const ascii = domainToASCII(text.trim().replace(/\.$/u, '')).toLowerCase()
  const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/u
  const labels = ascii.split('.')
  if (labels.length > 1 && ascii.length <= 253 && isIP(ascii) === 0 && labels.every((part) => label.test(part))) {
    return ascii
  }
  context.addIssue({ code: 'custom', message: 'must be a domain name, such as example.org' })
  return z.NEVER
})

/** An address range in CIDR form, IPv4 or IPv6; an address alone is the range of that one address. */
export const cidr = z.string().refine(
  (text) => {
    const [address = '', prefix, ...rest] = text.split('/')
    if (rest.length > 0 || isIP(address) === 0 || address.includes('%')) return false
    return prefix === undefined || (/^\d{1,3}$/u.test(prefix) && Number(prefix) <= (isIPv4(address) ? 32 : 128))
  },
  { error: 'must be an address range, such as 192.0.2.0/24 or 2001:db8::/48' },
)

/** A day in the tenant's zone. */
export const localDay = z.iso.date('must be a day, such as 2026-11-30')

/** Words by which a platform names a place. */
export const labelText = z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters')

/** An address or number of a room's equipment, as the customer writes it. */
export const aliasText = z.string().trim().min(1, 'must not be empty').max(320, 'must be at most 320 characters')

/** A reference to a document of ours or a person of ours; not its content. */
export const reference = z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters')

export const capacity = z
  .number('must be a whole number from 1 to 10000')
  .int('must be a whole number from 1 to 10000')
  .min(1, 'must be a whole number from 1 to 10000')
  .max(10_000, 'must be a whole number from 1 to 10000')

/** Characters of a note. */
export const NOTE_LENGTH = 500

/**
 * A note on a finding: one line, trimmed, composed form. Invisible characters (of format) are taken out, because they
 * could turn the reading order around; control characters are refused, and so is what says nothing.
 */
export const noteText = z
  .string()
  .transform((text) =>
    text
      .normalize('NFC')
      .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(1, 'must not be empty')
      .max(NOTE_LENGTH, `must be at most ${NOTE_LENGTH} characters`)
      .regex(/^\P{C}*$/u, 'must not hold control characters')
      .regex(/[\p{L}\p{N}]/u, 'must hold a letter or a digit'),
  )
  .brand<'Note'>()
export type Note = z.output<typeof noteText>
