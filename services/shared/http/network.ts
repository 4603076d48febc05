/** Of which network an address is, where it is counted how often somebody asks. */
import { isIPv6 } from 'node:net'
import { normaliseCidr } from '../control/cidr.ts'

/** An IPv6 subscriber has a whole /64, so that is one address here. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const alone = normaliseCidr(address)?.text ?? address
  return alone.includes(':') ? (normaliseCidr(`${address}/64`)?.text ?? address) : alone.replace(/\/32$/u, '')
}
