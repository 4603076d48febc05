import { describe, expect, test } from 'vitest'
import { parseIp } from '../../../../services/ingest/pseudonymise/place/ip.ts'
import { parseRange } from '../../../../services/ingest/pseudonymise/place/ranges.ts'
import { createPlaces, type PlaceQuestion } from '../../../../services/ingest/pseudonymise/place.ts'
import type { Site } from '../../../../services/ingest/settings.ts'
import { UserError } from '../../../../services/shared/errors.ts'

function site(id: string, ranges: readonly string[], labels: Site['labels'] = []): Site {
  return { id, name: id, ranges, labels }
}

const SITES = [
  site(
    'hq',
    ['192.0.2.0/24', '2001:db8:1::/48', '10.0.0.0/8'],
    [{ label: 'Hoofd Kantoor' }, { label: 'edge', source: 'pexip-1' }],
  ),
  site('lab', ['192.0.2.128/25', '2001:db8:1:2::/64', '198.51.100.7'], [{ label: 'edge' }]),
  site('annex', ['10.1.2.3/16', '203.0.113.0/24'], [{ label: 'shared' }]),
  site('attic', ['203.0.113.0/24'], [{ label: 'Shared' }]),
]
const places = createPlaces({ sites: SITES })

function ask(question: Partial<PlaceQuestion>): string {
  const { site: found, site_by } = places.place({ room: null, ip: null, label: null, sourceId: 'pexip-1', ...question })
  return `${found} by ${site_by}`
}

describe('by address', () => {
  test.each([
    ['192.0.2.5', 'hq by ip'],
    ['192.0.2.127', 'hq by ip'],
    ['192.0.2.128', 'lab by ip'], // the longest prefix
    ['192.0.2.255', 'lab by ip'],
    ['192.0.3.0', 'remote by remote'],
    ['192.0.1.255', 'remote by remote'],
    ['10.1.255.255', 'annex by ip'], // a range with bits behind its prefix
    ['10.2.0.0', 'hq by ip'],
    ['198.51.100.7', 'lab by ip'], // a range of one address
    ['198.51.100.8', 'remote by remote'],
    ['203.0.113.9', 'ambiguous by ip'],
    ['2001:db8:1::1', 'hq by ip'],
    ['2001:DB8:1:2:ffff::', 'lab by ip'],
    ['2001:db8:2::', 'remote by remote'],
    ['::ffff:192.0.2.200', 'lab by ip'],
    ['::ffff:c000:2c8', 'lab by ip'],
    ['[2001:db8:1::1]:5060', 'hq by ip'],
    ['[2001:db8:1::1]', 'hq by ip'],
    ['192.0.2.5:5060', 'hq by ip'],
    ['2001:db8:1::1%eth0', 'hq by ip'],
    [' 192.0.2.5 ', 'hq by ip'],
    // not an address: nothing is known
    ['jan@192.0.2.5', 'null by null'],
    ['host.example', 'null by null'],
    ['192.0.2', 'null by null'],
    ['192.0.2.05', 'null by null'],
    ['192.0.2.256', 'null by null'],
    ['', 'null by null'],
    ['2001:db8:::1', 'null by null'],
    ['0.0.0.0', 'null by null'],
    ['::', 'null by null'],
    ['127.0.0.1', 'null by null'],
    ['::1', 'null by null'],
    ['9'.repeat(10_000), 'null by null'],
  ])('%s: %s', (ip, expected) => {
    expect(ask({ ip })).toBe(expected)
    expect(ask({ ip })).toBe(expected) // as remembered
  })

  test('two sites tie only where both prefixes are equal, also when written differently', () => {
    const tied = createPlaces({ sites: [site('a', ['192.0.2.0/24']), site('b', ['::ffff:192.0.2.77/120'])] })
    const alone = createPlaces({ sites: [site('a', ['192.0.2.0/24', '192.0.2.1/24'])] })
    const question = { room: null, ip: '192.0.2.1', label: null, sourceId: 's' }
    expect(tied.place(question)).toEqual({ site: 'ambiguous', site_by: 'ip' })
    expect(alone.place(question)).toEqual({ site: 'a', site_by: 'ip' })
  })

  test('the whole of IPv4 and IPv6 are ranges of their own', () => {
    const all = createPlaces({ sites: [site('four', ['0.0.0.0/0']), site('six', ['::/0'])] })
    const place = (ip: string) => all.place({ room: null, ip, label: null, sourceId: 's' }).site
    expect([place('198.51.100.1'), place('2001:db8::1'), place('127.0.0.1')]).toEqual(['four', 'six', 'four'])
  })
})

describe('the order', () => {
  test('room, address, label, remote', () => {
    const room = { site: 'attic' }
    expect(ask({ room, ip: '192.0.2.5', label: 'shared' })).toBe('attic by room')
    expect(ask({ room: { site: null }, ip: '192.0.2.5', label: 'shared' })).toBe('hq by ip')
    expect(ask({ ip: '198.51.100.8', label: 'hoofd kantoor' })).toBe('hq by label')
    expect(ask({ ip: '198.51.100.8', label: 'elsewhere' })).toBe('remote by remote')
    expect(ask({ ip: 'nonsense', label: 'elsewhere' })).toBe('null by null')
    expect(ask({})).toBe('null by null')
  })

  test('a label limited to a source wins there and says nothing elsewhere', () => {
    expect(ask({ label: ' EDGE ' })).toBe('hq by label')
    expect(ask({ label: 'edge', sourceId: 'cms-1' })).toBe('lab by label')
    expect(ask({ label: 'Hoofd\u00a0 KANTOOR', sourceId: 'cms-1' })).toBe('hq by label')
    expect(ask({ label: 'shared' })).toBe('ambiguous by label')
  })
})

describe('ranges', () => {
  test.each([
    '192.0.2.0/33',
    '192.0.2.0/-1',
    '2001:db8::/129',
    '192.0.2/24',
    'x/8',
    '',
    '/8',
    '192.0.2.0/',
    '::ffff:0:0/95',
    '[::1]/128',
  ])('%j is none', (text) => {
    expect(parseRange(text)).toBeNull()
  })

  test('a site with something else is refused by its name', () => {
    expect(() => createPlaces({ sites: [site('hq', ['192.0.2.0/33'])] })).toThrow(UserError)
  })

  test('an address is read to its last bit', () => {
    expect(parseIp('255.255.255.255')?.value).toBe(0xffffffffn)
    expect(parseIp('2001:db8::192.0.2.1')?.value).toBe(0x20010db80000000000000000c0000201n)
    expect(parseIp('ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff')?.value).toBe((1n << 128n) - 1n)
  })
})
