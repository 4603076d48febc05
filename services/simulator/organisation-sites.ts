/** Sites by name, the nodes and call bridges that serve them, and the addresses that people there come from. */
import type { Random } from './random.ts'

/** Site of people at home, of callers and of those of other organisations. */
export const REMOTE = 'remote'
export const UTRECHT = 'Utrecht'
export const ANNEX = 'Utrecht Annex'
export const GRONINGEN = 'Groningen'
export const DEPOT = 'Depot'
/** Only in organisations with planned faults. */
export const ZWOLLE = 'Zwolle'

/** Nodes by their place in `Installation.pexip`. */
export const NODES = { utrecht: 0, edge: 1, groningen: 2, depot: 3 } as const
/** Call bridges by their place in `Installation.cms`. */
export const BRIDGES = { core: 0, groningen: 1 } as const

/** The gateway to the telephone network; it stands in no site's range. */
export const TRUNK_IP = '192.0.2.9'

/** The node that people of a site reach. */
export function nodeOf(site: string): number {
  if (site === UTRECHT || site === ANNEX) return NODES.utrecht
  if (site === GRONINGEN) return NODES.groningen
  return site === DEPOT ? NODES.depot : NODES.edge
}

/** An address somebody of a site, or at home, comes from. */
export function addressAt(random: Random, site: string): string {
  const last = (from: number, to: number) => String(random.whole(from, to))
  const six = random.chance(0.3)
  const host = random.whole(1, 65_534).toString(16)
  if (site === UTRECHT) return six ? `2001:db8:a1::${host}` : `198.51.100.${last(20, 190)}`
  if (site === ANNEX) return `198.51.100.${last(193, 254)}`
  if (site === GRONINGEN) return six ? `2001:db8:b2:7::${host}` : `203.0.113.${last(2, 126)}`
  if (site === DEPOT) return `203.0.113.${last(130, 180)}`
  if (site === ZWOLLE) return `203.0.113.${last(193, 254)}`
  return six ? `2001:db8:ffff::${host}` : `192.0.2.${last(20, 250)}`
}
