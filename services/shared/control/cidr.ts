/** Address ranges in one spelling, so that equal ranges are equal texts. */
import { isIP, isIPv4 } from 'node:net'

export interface Range {
  /** Network address in its shortest spelling and prefix length: `192.0.2.0/24`, `2001:db8::/48`. */
  readonly text: string
  /** False where the given address had bits behind the prefix: `192.0.2.17/24`. */
  readonly exact: boolean
}

/**
 * @param text an address range, or an address alone (the range of that one address)
 * @returns the range; null where `text` is none. An IPv4-mapped IPv6 range of at least 96 bits is the IPv4 range.
 */
export function normaliseCidr(text: string): Range | null {
  const [address = '', prefixText, ...rest] = text.trim().split('/')
  if (rest.length > 0 || isIP(address) === 0 || address.includes('%')) return null
  const size = isIPv4(address) ? 32 : 128
  if (prefixText !== undefined && !/^\d{1,3}$/u.test(prefixText)) return null
  const prefix = prefixText === undefined ? size : Number(prefixText)
  if (prefix > size) return null
  const bits = size === 32 ? bitsOf4(address) : bitsOf6(address)
  const mapped = size === 128 && prefix >= 96 && bits >> 32n === 0xffffn
  const host = (1n << BigInt(size - prefix)) - 1n
  const network = bits & ~host
  const spelled =
    size === 32 || mapped
      ? spell4(network & 0xffff_ffffn)
      : new URL(`http://[${spell6(network)}]`).hostname.slice(1, -1)
  return { text: `${spelled}/${mapped ? prefix - 96 : prefix}`, exact: network === bits }
}

function bitsOf4(address: string): bigint {
  return address.split('.').reduce((bits, part) => (bits << 8n) | BigInt(part), 0n)
}

function bitsOf6(address: string): bigint {
  // The URL parser writes an embedded IPv4 address as two groups and the longest run of zeros as '::'.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n)
}

function spell4(bits: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 0xffn)).join('.')
}

function spell6(bits: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((bits >> BigInt(112 - 16 * index)) & 0xffffn).toString(16))
  return groups.join(':')
}
