/**
 * The host of an address: a domain name in ASCII form, or the address of a machine.
 */
import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { percentDecoded } from './text.ts'

export type Host =
  | { readonly is: 'domain'; readonly name: string }
  /** `text`: the address without brackets, zone and port, lower case; `''` where only "some address" is known. */
  | { readonly is: 'ip'; readonly text: string }

/** How a canonical text writes "some machine's address": `jan@[]`. No platform writes it. */
export const ANY_IP = '[]'

const SIMPLE = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/u
/** A last label that WHATWG reads as a number, so that `1.2.3` would become an IPv4 address. */
const NUMERIC_END = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/u

/**
 * @param text host with or without port, brackets, trailing dot; Unicode or punycode
 * @returns null where it is no host
 */
export function readHost(text: string): Host | null {
  const lower = text.toLowerCase()
  if (lower.startsWith('[')) return bracketed(lower)
  if (isIP(withoutZone(lower)) === 6) return { is: 'ip', text: withoutZone(lower) }
  const name = withoutPort(lower)
  if (name === null) return null
  if (isIP(name) === 4) return { is: 'ip', text: name }
  return domain(percentDecoded(name))
}

function bracketed(text: string): Host | null {
  const end = text.indexOf(']')
  if (end < 0 || withoutPort(`x${text.slice(end + 1)}`) === null) return null
  const inner = withoutZone(text.slice(1, end))
  return inner === '' || isIP(inner) > 0 ? { is: 'ip', text: inner } : null
}

function withoutZone(text: string): string {
  const zone = text.indexOf('%')
  return zone < 0 ? text : text.slice(0, zone)
}

function withoutPort(text: string): string | null {
  const colon = text.indexOf(':')
  if (colon < 0) return text
  return /^\d{0,5}$/u.test(text.slice(colon + 1)) ? text.slice(0, colon) : null
}

function domain(text: string): Host | null {
  const bare = text.endsWith('.') ? text.slice(0, -1) : text
  if (NUMERIC_END.test(bare)) return null
  const ascii = SIMPLE.test(bare) && !bare.includes('xn--') ? bare : domainToASCII(bare)
  const name = ascii.endsWith('.') ? ascii.slice(0, -1) : ascii
  return name.length > 0 && name.length <= 253 && SIMPLE.test(name) && !NUMERIC_END.test(name)
    ? { is: 'domain', name }
    : null
}

/** Whether mail or calls could reach the domain from outside: it has a dot and a last label of letters. */
export function isPublicDomain(name: string): boolean {
  return /\.(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/u.test(name)
}

/** Whether the domain says itself that it is none (RFC 2606, RFC 3323 `anonymous.invalid`). */
export function isInvalidDomain(name: string): boolean {
  return name === 'invalid' || name.endsWith('.invalid')
}
