/** Which addresses are this machine's own. */
import { BlockList, isIP } from 'node:net'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** Whether an IP address is a loopback address, also in its IPv4-mapped form. A host name never is. */
export function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false
  const version = isIP(address)
  // BlockList compares an IPv4-mapped IPv6 address with the IPv4 rules.
  return version !== 0 && LOOPBACK.check(address, version === 4 ? 'ipv4' : 'ipv6')
}
