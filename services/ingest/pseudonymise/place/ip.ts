/**
 * IP addresses as platforms write them: IPv4, IPv6, IPv4 mapped into IPv6, with brackets, zone id or port.
 */
import { isIP } from 'node:net'

/** An address as a number; IPv4 mapped into IPv6 is the IPv4 address it stands for. */
export interface Ip {
  readonly bits: 32 | 128
  readonly value: bigint
  /** Unspecified or loopback: the platform's word for "none" or "myself", not a place. */
  readonly local: boolean
}

const MAPPED = 0xffffn << 32n

/** @returns null where the text is no IP address, such as a host name or an address with a user */
export function parseIp(text: string): Ip | null {
  if (text.length > 100) return null
  const bare = withoutZone(withoutPort(text.trim()))
  const version = isIP(bare)
  if (version === 4) return ipv4(value4(bare))
  if (version !== 6) return null
  const value = value6(bare)
  if (value >> 32n === MAPPED >> 32n) return ipv4(value & 0xffffffffn)
  return { bits: 128, value, local: value <= 1n }
}

function ipv4(value: bigint): Ip {
  return { bits: 32, value, local: value === 0n || value >> 24n === 127n }
}

/** `[::1]:5060`, `[::1]`, `192.0.2.1:5060`; a bare IPv6 address has no port. */
function withoutPort(text: string): string {
  if (text.startsWith('[')) {
    const match = /^\[([^\]]*)\](?::\d{0,5})?$/u.exec(text)
    return match?.[1] ?? ''
  }
  return text.replace(/^([^:]*):\d{0,5}$/u, '$1')
}

function withoutZone(text: string): string {
  const zone = text.indexOf('%')
  return zone < 0 ? text : text.slice(0, zone)
}

function value4(text: string): bigint {
  let value = 0n
  for (const octet of text.split('.')) value = (value << 8n) | BigInt(octet)
  return value
}

function value6(text: string): bigint {
  const [head = '', tail] = text.split('::')
  const left = groups(head)
  const right = tail === undefined ? [] : groups(tail)
  const gap = tail === undefined ? 0 : 8 - left.length - right.length
  let value = 0n
  for (const group of [...left, ...Array.from({ length: gap }, () => 0n), ...right]) value = (value << 16n) | group
  return value
}

function groups(text: string): bigint[] {
  if (text === '') return []
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [BigInt(`0x${group}`)]
    const value = value4(group)
    return [value >> 16n, value & 0xffffn]
  })
}
