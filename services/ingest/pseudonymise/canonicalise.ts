/**
 * The canonicaliser: one text for one person, one room alias, one name, however a record writes it. The same functions
 * serve the entry, declared rooms, the ledger of erased persons and rights requests; what they call equal is what the
 * product can recognise. Pure; `canon(canon(x)) = canon(x)`; linear time.
 *
 * | falls together (one person)                                                          | source                  |
 * |--------------------------------------------------------------------------------------|-------------------------|
 * | `sip:`, `sips:`, `h323:`, `mailto:`, no scheme; `<…>` and a display name around it   | privacy 5               |
 * | parameters, headers, password, port (RFC 3261 19.1.4 tells them apart; we want the person) | privacy 5         |
 * | upper and lower case, also of the user (two persons may merge: counted as one)       | privacy 6.7             |
 * | percent-escapes and the characters they stand for                                    | RFC 3986 6.2.2.2        |
 * | compatibility forms (NFKC), zero-width and bidi characters, dashes and hyphens       | UAX 15, A13             |
 * | Unicode and punycode of a domain; a dot behind it                                    | UTS 46                  |
 * | a telephone number in every form, as `tel:`, as a user part at any host, as a number | RFC 3966, privacy 5     |
 * | one user part at several machines (`2001@192.0.2.1`, `2001@[2001:db8::1]`)           | below                   |
 *
 * | stays apart                                                                          | why                     |
 * |--------------------------------------------------------------------------------------|-------------------------|
 * | `jan+tag@` and `jan@`                                                                | tags can be mailboxes   |
 * | one user at two domains, a subdomain and its parent                                  | other accounts          |
 * | an address, a telephone number and a directory id                                    | `person_ident`          |
 * | a number and the same number with `;ext=`: an extension is another end point         | RFC 3966 5.3            |
 * | `612345678@…` and `+31612345678`: bare digits are as likely a code (see `number.ts`) | in doubt apart          |
 * | letters of several scripts that look alike                                           | other accounts          |
 *
 * **No key** have: withheld and anonymous identities, `.invalid` hosts, user parts of UUID form (made for one join),
 * hosts without a user, control characters, broken UTF-16, more than 512 bytes, and what was typed unless it is a full
 * address at a public domain.
 *
 * **An address at a machine** (an IP literal as host) is mostly an extension behind a call manager, which writes the
 * address of whichever of its nodes carried the call. The machine is not part of who it is: `2001@192.0.2.1` is
 * `2001@[]`. So one person does not count once a node, an erased person is recognised behind every node, and no
 * address of a machine is in a key. The alias of a *room*, which must not be matched too easily, keeps it.
 */
import type { PersonIdent } from '../../../schemas/states.ts'
import { type Identifier, revealed } from '../identified.ts'
import { ANY_IP, isInvalidDomain, isPublicDomain, readHost } from './canonicalise/host.ts'
import { isNobody, isNobodysNumber, isUuid, isZeroId } from './canonicalise/nobody.ts'
import { isDialled, markedNumber, unmarkedNumber } from './canonicalise/number.ts'
import {
  folded,
  foldedName,
  hasControl,
  identifierText,
  MAX_BYTES,
  percentDecoded,
  percentEncoded,
} from './canonicalise/text.ts'
import { takeApart } from './canonicalise/uri.ts'
import { Recent } from './recent.ts'

/** Longer texts are read each time. */
const LONGEST_REMEMBERED = 128

/** Somebody, as text for a key. */
export interface CanonicalPerson {
  readonly ident: PersonIdent
  /**
   * `address`: `user@domain`, `user@[]`, or a bare alias; `phone`: E.164, with `;ext=` where stated, or the bare digits
   * of an internal number; `directory`: the id.
   */
  readonly text: string
  /** Lower-case ASCII; null where the identifier has no domain (numbers, bare aliases, machines). */
  readonly domain: string | null
}

interface Account {
  readonly is: 'account'
  readonly user: string
  readonly domain: string
}

/** What an address means before it is asked whether it names anybody. */
type Reading =
  | { readonly is: 'phone'; readonly text: string }
  | Account
  | { readonly is: 'device'; readonly user: string; readonly ip: string }
  | { readonly is: 'plain'; readonly user: string; readonly isHost: boolean }

/** Kinds of identifiers that can name somebody. */
type NamingKind = 'address' | 'number' | 'directory' | 'typed'

/**
 * @param country ISO 3166 alpha-2 of the tenant, for telephone numbers in national form
 * @returns null where the identifier names nobody, so that no key is made of it
 */
export const canonicalPerson = remembering(personOf)

/**
 * What a record's far end is compared with, to find a declared room: the same form as `canonicalAlias`.
 *
 * @param country as above
 * @returns null where the identifier can be no room's alias: what a person typed is one only if it is a full address
 */
export const aliasOf = remembering(aliasFrom)

/** Persons and rooms come back: most of what is read was read a moment ago. Raw text stays in ingest's memory only. */
function remembering<T>(
  read: (kind: NamingKind, value: string, country: string) => T | null,
): (identifier: Identifier, country: string) => T | null {
  // Looked up by the value as it is: to put a question together costs more than the look-up. The country is compared.
  const memory = () => new Recent<{ readonly country: string; readonly answer: T | null }>(4096)
  const recent = { address: memory(), number: memory(), directory: memory(), typed: memory() }
  return (identifier, country) => {
    const { kind } = identifier
    if (kind !== 'address' && kind !== 'number' && kind !== 'directory' && kind !== 'typed') return null
    const value = revealed(identifier)
    if (value.length > LONGEST_REMEMBERED) return read(kind, value, country)
    const known = recent[kind].get(value)
    if (known?.country === country) return known.answer
    const answer = read(kind, value, country)
    recent[kind].set(value, { country, answer })
    return answer
  }
}

function personOf(kind: NamingKind, value: string, country: string): CanonicalPerson | null {
  const person = kind === 'directory' ? directoryPerson(value, country) : somebody(readAs(kind, value, country), kind)
  return person !== null && Buffer.byteLength(person.text) <= MAX_BYTES ? person : null
}

function readAs(kind: NamingKind, value: string, country: string): Reading | null {
  return kind === 'number' ? readNumber(value, country) : readAddress(value, country)
}

function somebody(reading: Reading | null, kind: Exclude<NamingKind, 'directory'>): CanonicalPerson | null {
  if (reading === null) return null
  if (reading.is === 'account') return accountPerson(reading, kind === 'typed')
  if (kind === 'typed') return null
  if (reading.is === 'phone') {
    return isNobodysNumber(reading.text) ? null : { ident: 'phone', text: reading.text, domain: null }
  }
  const { user } = reading
  if (isNobody(user, true) || isUuid(user) || (reading.is === 'plain' && reading.isHost)) return null
  return { ident: 'address', text: addressText(user, reading.is === 'device' ? ANY_IP : null), domain: null }
}

function accountPerson({ user, domain }: Account, typed: boolean): CanonicalPerson | null {
  if (isNobody(user, false) || isUuid(user) || isInvalidDomain(domain)) return null
  if (typed && !isPublicDomain(domain)) return null
  return { ident: 'address', text: addressText(user, domain), domain }
}

function addressText(user: string, host: string | null): string {
  return host === null ? percentEncoded(user) : `${percentEncoded(user)}@${host}`
}

/** A directory id is opaque, unless the directory's id is the account's address (a user principal name). */
function directoryPerson(value: string, country: string): CanonicalPerson | null {
  const reading = value.includes('@') ? readAddress(value, country) : null
  if (reading?.is === 'account') {
    const person = somebody(reading, 'address')
    return person === null ? null : { ...person, ident: 'directory' }
  }
  const written = identifierText(value)
  if (written === null || hasControl(percentDecoded(written))) return null
  const id = folded(percentDecoded(written))
  return isZeroId(id) || isNobody(id, true) ? null : { ident: 'directory', text: percentEncoded(id), domain: null }
}

/** A number field; some platforms write an address into it. */
function readNumber(value: string, country: string): Reading | null {
  const text = identifierText(value)
  if (text === null) return null
  const number = markedNumber(text, country)
  if (number !== null) return { is: 'phone', text: number }
  return isDialled(text) ? null : readAddress(value, country)
}

function readAddress(value: string, country: string): Reading | null {
  const parts = takeApart(value)
  if (parts === null) return null
  const { user, isNumber, extension } = parts
  if (isNumber) {
    const inContext = parts.phoneContext?.startsWith('+') === true && !user.startsWith('+')
    const number = markedNumber(inContext ? `${parts.phoneContext}${user}` : user, country, extension)
    if (number?.startsWith('+') === true) return { is: 'phone', text: number }
    const place = parts.host ?? (inContext ? null : parts.phoneContext)
    if (number !== null) return place === null ? { is: 'phone', text: number } : at(number, place)
  }
  const number = unmarkedNumber(user, country)
  if (number !== null) return { is: 'phone', text: extension === null ? number : `${number};ext=${extension}` }
  if (parts.host !== null) return at(user, parts.host)
  if (user === '') return null
  const host = readHost(parts.whole)
  if (host?.is === 'ip') return hostOnly(host.text)
  return { is: 'plain', user, isHost: parts.isSip && user.includes('.') }
}

function at(user: string, place: string): Reading | null {
  const host = readHost(place)
  if (host === null) return null
  if (user === '') return hostOnly(host.is === 'ip' ? host.text : host.name)
  return host.is === 'ip' ? { is: 'device', user, ip: host.text } : { is: 'account', user, domain: host.name }
}

function hostOnly(name: string): Reading | null {
  return name === '' ? null : { is: 'plain', user: name, isHost: true }
}

/**
 * An alias as a customer declares it for a shared room: an address, a telephone number, or a bare alias such as an
 * H.323 id or an extension.
 *
 * @returns `address:…`, `phone:…` or `plain:…`; null where the text is no alias
 */
export function canonicalAlias(text: string, country: string): string | null {
  return aliasText(readAddress(text, country))
}

function aliasFrom(kind: NamingKind, value: string, country: string): string | null {
  const reading = readAs(kind, value, country)
  if (reading === null) return null
  if (kind === 'typed' && !(reading.is === 'account' && isPublicDomain(reading.domain))) return null
  if (kind === 'directory' && reading.is !== 'account') return null
  return aliasText(reading)
}

function aliasText(reading: Reading | null): string | null {
  const alias = reading === null ? null : aliasForm(reading)
  return alias !== null && Buffer.byteLength(alias) <= MAX_BYTES ? alias : null
}

function aliasForm(reading: Reading): string {
  if (reading.is === 'phone') return reading.text.startsWith('+') ? `phone:${reading.text}` : `plain:${reading.text}`
  if (reading.is === 'account') return `address:${addressText(reading.user, reading.domain)}`
  if (reading.is === 'device') return `address:${addressText(reading.user, `[${reading.ip}]`)}`
  return `plain:${addressText(reading.user, null)}`
}

/** A conference's reusable name, number or code: one text for what a reader sees as the same name; `''` for none. */
export function canonicalName(text: string): string {
  return foldedName(text)
}

const UUID = /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/u
const LOWER_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

/** An id of one leg, conference or event: as it is written, but a UUID in lower case. */
export function canonicalInstance(text: string): string {
  if (text.length === 36 && LOWER_UUID.test(text)) return text // nearly every id
  const trimmed = text.trim()
  return trimmed.length === 36 && UUID.test(trimmed) ? trimmed.toLowerCase() : trimmed
}
