/**
 * Takes an address apart as SIP, tel, H.323 and mail write it (RFC 3261 19.1 and 25.1, RFC 3966, RFC 3508, RFC 6068):
 * `"display name" <scheme:user;params:password@host:port;params?headers>`. Only what names somebody is kept.
 *
 * WHATWG `URL` is of no use here: it leaves `sip:` opaque and knows no host in it.
 */
import { folded, hasControl, identifierText, percentDecoded } from './text.ts'

export interface AddressParts {
  /** `tel` and numbers with `user=phone` say themselves that they are telephone numbers. */
  readonly isNumber: boolean
  /** Folded, percent-decoded, without its parameters; not empty unless there is a host only. */
  readonly user: string
  /** `sip:` or `sips:`, where a text without `@` is a host (RFC 3261 25.1). */
  readonly isSip: boolean
  /** Everything before parameters and headers, as written. */
  readonly whole: string
  /** As written, with port and brackets; null where there is none. */
  readonly host: string | null
  /** Value of `phone-context` (RFC 3966), or null. */
  readonly phoneContext: string | null
  /** Digits of `ext` (RFC 3966), or null. */
  readonly extension: string | null
}

const SCHEME = /^(sips?|tel|h323|mailto|smtp|im|pres|xmpp|callto):/iu
const AGAIN = /^(sips?|tel|h323):/iu

/** @returns null where the text is no identifier at all (see `identifierText`) */
export function takeApart(raw: string): AddressParts | null {
  const text = identifierText(raw)
  if (text === null) return null
  const { scheme, rest } = withoutSchemes(withoutDisplayName(text))
  const at = rest.indexOf('@')
  const userinfo = at < 0 ? until(rest, '?') : rest.slice(0, at)
  const behind = at < 0 ? '' : until(rest.slice(at + 1), '?')
  const [user = '', ...userParameters] = userinfo.split(';')
  const [host = '', ...hostParameters] = behind.split(';')
  const parameters = [...userParameters, ...hostParameters]
  // `user:password` loses its password. A text without `@` has none and stays whole.
  const name = percentDecoded(at >= 0 ? until(user, ':') : user)
  if (hasControl(name)) return null
  return {
    isNumber: scheme === 'tel' || parameter(parameters, 'user')?.toLowerCase() === 'phone',
    isSip: scheme.startsWith('sip'),
    user: folded(name),
    whole: at < 0 ? user.trim() : rest,
    host: at < 0 ? null : host.trim(),
    phoneContext: parameter(parameters, 'phone-context'),
    extension: digitsOf(parameter(parameters, 'ext')),
  }
}

function withoutDisplayName(text: string): string {
  const open = text.indexOf('<', text.startsWith('"') ? endOfQuoted(text) : 0)
  if (open < 0) return text
  const close = text.indexOf('>', open)
  return text.slice(open + 1, close < 0 ? undefined : close).trim()
}

/** Where a quoted string that opens the text ends; a backslash takes the next character with it. */
function endOfQuoted(text: string): number {
  for (let i = 1; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1
    else if (text[i] === '"') return i
  }
  return 0
}

/** A gateway may put its own scheme before one that is there: `sip:tel:…`. What follows in other words is a user. */
function withoutSchemes(text: string): { scheme: string; rest: string } {
  let scheme = ''
  let rest = text
  for (let match = SCHEME.exec(rest); match !== null; match = AGAIN.exec(rest)) {
    scheme = (match[1] ?? '').toLowerCase()
    rest = rest.slice(match[0].length).trim()
    if (rest.startsWith('//')) rest = rest.slice(2)
  }
  return { scheme, rest }
}

function until(text: string, mark: string): string {
  const at = text.indexOf(mark)
  return at < 0 ? text : text.slice(0, at)
}

function parameter(parameters: readonly string[], name: string): string | null {
  for (const one of parameters) {
    const equals = one.indexOf('=')
    if (equals > 0 && one.slice(0, equals).trim().toLowerCase() === name) {
      return percentDecoded(one.slice(equals + 1).trim())
    }
  }
  return null
}

function digitsOf(text: string | null): string | null {
  const digits = text?.replace(/[^0-9]/gu, '') ?? ''
  return digits === '' ? null : digits
}
