/**
 * Address ranges of sites, prepared for the longest match.
 */
import { UserError } from '../../../shared/errors.ts'
import type { Site } from '../../settings.ts'
import { type Ip, parseIp } from './ip.ts'

export interface Range {
  readonly bits: 32 | 128
  readonly prefix: number
  /** The first `prefix` bits of the address. */
  readonly head: bigint
}

export interface RangeTable {
  /** @returns the site with the longest range around the address, `tie` where two have it, null where none has */
  find(ip: Ip): string | null
}

/**
 * Reads a CIDR range such as `192.0.2.0/24`, `2001:db8::/48`, or one address. Bits behind the prefix are ignored.
 *
 * @returns null where the text is no range
 */
export function parseRange(text: string): Range | null {
  const match = /^([0-9a-fA-F:.]+)(?:\/(\d{1,3}))?$/u.exec(text.trim())
  const written = match?.[1] ?? ''
  const ip = parseIp(written)
  if (ip === null || !(written.includes('.') || written.includes('::') || written.split(':').length === 8)) return null
  const writtenBits = written.includes(':') ? 128 : 32
  const stated = match?.[2] === undefined ? writtenBits : Number(match[2])
  const prefix = stated - (writtenBits - ip.bits) // `::ffff:192.0.2.0/120` is `192.0.2.0/24`
  if (stated > writtenBits || prefix < 0) return null
  return { bits: ip.bits, prefix, head: ip.value >> BigInt(ip.bits - prefix) }
}

/**
 * @param tie what stands for a range that two sites claim with equal prefix
 * @throws UserError when a range cannot be read
 */
export function createRangeTable(sites: readonly Site[], tie: string): RangeTable {
  const tables = { 32: new Map<number, Map<bigint, string>>(), 128: new Map<number, Map<bigint, string>>() }
  for (const site of sites) {
    for (const text of site.ranges) {
      const range = parseRange(text)
      if (range === null) throw new UserError(`Site ${site.name}: ${text} is no address range such as 192.0.2.0/24.`)
      const heads = tables[range.bits].get(range.prefix) ?? new Map<bigint, string>()
      const other = heads.get(range.head)
      heads.set(range.head, other === undefined || other === site.id ? site.id : tie)
      tables[range.bits].set(range.prefix, heads)
    }
  }
  const longestFirst = {
    32: [...tables[32]].toSorted(([a], [b]) => b - a),
    128: [...tables[128]].toSorted(([a], [b]) => b - a),
  }
  return {
    find({ bits, value }) {
      for (const [prefix, heads] of longestFirst[bits]) {
        const site = heads.get(value >> BigInt(bits - prefix))
        if (site !== undefined) return site
      }
      return null
    },
  }
}
