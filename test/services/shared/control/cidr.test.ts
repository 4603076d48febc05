import { BlockList, isIPv4 } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseCidr } from '../../../../services/shared/control/cidr.ts'

const SEED = 20_261_120

it.each([
  ['192.0.2.0/24', '192.0.2.0/24', true],
  ['192.0.2.17/24', '192.0.2.0/24', false],
  ['192.0.2.17', '192.0.2.17/32', true],
  ['0.0.0.0/0', '0.0.0.0/0', true],
  ['2001:DB8:0:0::/48', '2001:db8::/48', true],
  ['2001:db8::1/48', '2001:db8::/48', false],
  ['2001:db8::192.0.2.1', '2001:db8::c000:201/128', true],
  ['::ffff:192.0.2.0/120', '192.0.2.0/24', true],
  ['::/0', '::/0', true],
])('%s is %s', (text, expected, exact) => {
  expect(normaliseCidr(text)).toEqual({ text: expected, exact })
})

it.each([
  '',
  '192.0.2.0/33',
  '2001:db8::/129',
  '192.0.2/24',
  '192.0.2.0/24/1',
  'fe80::1%eth0/64',
  '192.0.2.0/-1',
  'x/8',
])('%j is none', (text) => {
  expect(normaliseCidr(text)).toBeNull()
})

function holds(text: string, probe: string): boolean {
  const [network = '', bits] = text.split('/')
  const list = new BlockList()
  list.addSubnet(network, Number(bits), isIPv4(network) ? 'ipv4' : 'ipv6')
  return list.check(probe, isIPv4(probe) ? 'ipv4' : 'ipv6')
}

it('the normalised range holds the same addresses, and is its own normal form', () => {
  const range = fc.oneof(
    fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })),
    // IPv4-mapped ranges become IPv4 ranges; they stand in the table above.
    fc.tuple(
      fc.ipV6().filter((address) => !/ffff/iu.test(address)),
      fc.integer({ min: 0, max: 128 }),
    ),
  )
  fc.assert(
    fc.property(range, fc.ipV4(), fc.ipV6(), ([address, prefix], v4, v6) => {
      const read = normaliseCidr(`${address}/${prefix}`)
      expect(read).not.toBeNull()
      if (read === null) return
      for (const probe of [address, v4, v6]) {
        expect(holds(read.text, probe)).toBe(holds(`${address}/${prefix}`, probe))
      }
      expect(normaliseCidr(read.text)).toEqual({ text: read.text, exact: true })
    }),
    { seed: SEED, numRuns: 500 },
  )
})
