/**
 * Where a leg must be found to be: a declared room's site; the site with the longest range around its address; the site
 * that the node or call bridge stands for; `remote` where there is an address; else nothing.
 */
import { BlockList, isIPv6 } from 'node:net'
import type { Organisation, Participation, SimulatedPlatform } from './model.ts'
import { REMOTE } from './organisation-sites.ts'

/** Cisco tells no addresses. */
export function placeFinder({
  sites,
  installation,
}: Organisation): (platform: SimulatedPlatform, leg: Participation) => string | null {
  const ranges = sites
    .flatMap(({ name, ranges: texts }) => texts.map((text) => rangeOf(name, text)))
    .toSorted((a, b) => b.prefix - a.prefix)
  const known = new Map<string, string | null>()
  const bySite = (ip: string): string | null => {
    const found = known.get(ip)
    if (found !== undefined) return found
    const family = isIPv6(ip) ? 'ipv6' : 'ipv4'
    const site = ranges.find(({ block }) => block.check(ip, family))?.site ?? null
    known.set(ip, site)
    return site
  }
  const byLabel = (label: string | undefined) => sites.find(({ labels }) => labels.includes(label ?? ''))?.name ?? null
  return (platform, { room, ip, node }) => {
    if (room !== null) return room.site
    if (platform === 'cms') return byLabel(installation.cms[node]?.callBridge)
    return (ip === '' ? null : bySite(ip)) ?? byLabel(installation.pexip[node]?.location) ?? (ip === '' ? null : REMOTE)
  }
}

function rangeOf(site: string, text: string): { site: string; prefix: number; block: BlockList } {
  const [address = '', bits = ''] = text.split('/')
  const block = new BlockList()
  block.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4')
  return { site, prefix: Number(bits), block }
}
