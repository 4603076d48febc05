/**
 * Erased and objecting persons against the running product (issue 3, line 8): marked while it runs, recognised in the
 * next delivery under every spelling and on every platform, and nothing of them stored; everybody else is untouched.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { observationColumns } from '../../schemas/observation.ts'
import { openKeys } from '../../services/ingest/keys/file-provider.ts'
import { openKeyring } from '../../services/ingest/keys/keyring.ts'
import type { Epoch } from '../../services/ingest/pseudonymise/keymaker.ts'
import { openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { SEED, spelling } from '../services/ingest/pseudonymise/spellings.ts'
import { deliver } from '../support/deliver.ts'
import { newProduct, type Running, withTenant } from '../support/product.ts'
import { needles, scanBytes, scanDirectory } from '../support/scan.ts'
import { OBSERVATIONS, queried, type Row } from './stored.ts'

const TENANT = 'wissel'
const T = '2026-11-15T10:00:00Z'
const BEFORE = '2026-11-15T09:59:59Z'
const AFTER = T

const PETRA = { user: 'petra.vos', host: 'voorbeeld.example' }
const PETRA_PHONE = [
  '06-87654329',
  '0031687654329',
  '+31 6 8765 4329',
  'tel:+31-6-87654329',
  'sip:0687654329@192.0.2.1',
]
const PETRA_ACCOUNT = '5f0c3f6e-4a44-4a0e-9d38-1f1f1b7d0c11'
const QUINTEN = { user: 'quinten', host: 'xn--bcher-kva.example' }
/** Names and numbers that are close to theirs. */
const OTHERS = [
  'petra.vos@elders.example',
  'petra@voorbeeld.example',
  'petra.vos+werk@voorbeeld.example',
  '+31687654328',
]

const AGENT = 'TANDBERG/529 (ce9.15.3.26dd8c8) Cisco-SX20'

type Platform = 'pexip' | 'cms' | 'generic'
interface Leg {
  readonly id: string
  readonly platform: Platform
  readonly start: string
  readonly written: string
  /** Field of the generic record. */
  readonly field?: 'address' | 'phone' | 'directory_id'
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** What each platform sends when a leg begins. */
function begins({ id, platform, start, written, field = 'address' }: Leg): string {
  const seconds = Date.parse(start) / 1000
  if (platform === 'cms') {
    return (
      '<records session="0a0a0a0a-0000-4000-8000-000000000001">' +
      `<record type="callLegStart" time="${start}" recordIndex="2" correlatorIndex="1"><callLeg id="${id}">` +
      `<remoteParty>${escaped(written)}</remoteParty><type>sip</type><direction>incoming</direction>` +
      '<call>vergadering-1</call></callLeg></record></records>'
    )
  }
  if (platform === 'generic') {
    return JSON.stringify({ leg_id: id, start, [field]: written, conference_name: 'Weekstart', equipment: AGENT })
  }
  return JSON.stringify({
    node: '192.0.2.11',
    seq: 1,
    version: 2,
    time: seconds + 1,
    event: 'participant_connected',
    data: {
      uuid: id,
      call_id: `call-${id}`,
      conference: 'Weekstart',
      source_alias: written,
      call_direction: 'in',
      protocol: 'SIP',
      connect_time: seconds,
      vendor: AGENT,
    },
  })
}

/** The leg's later record, which names nobody. */
function goesOn({ id, platform, start }: Leg): string {
  const time = new Date(Date.parse(start) + 60_000).toISOString()
  if (platform === 'cms') {
    return (
      '<records session="0a0a0a0a-0000-4000-8000-000000000001">' +
      `<record type="callLegEnd" time="${time}" recordIndex="4" correlatorIndex="3"><callLeg id="${id}">` +
      '<reason>callEnded</reason></callLeg></record></records>'
    )
  }
  if (platform === 'generic') return JSON.stringify({ leg_id: id, event: time, end_class: 'normal_self' })
  const data = { uuid: id, media_streams: [] }
  const event = { event: 'participant_media_streams_destroyed', time: Date.parse(time) / 1000 }
  return JSON.stringify({ node: '192.0.2.11', seq: 2, version: 2, ...event, data })
}

let count = 0
const leg = (platform: Platform, start: string, written: string, field?: Leg['field']): Leg => {
  count += 1
  const id = `0b0b0b0b-0000-4000-8000-${String(count).padStart(12, '0')}`
  return { id, platform, start, written, ...(field === undefined ? {} : { field }) }
}

const PLATFORMS: readonly Platform[] = ['pexip', 'cms', 'generic']
const ways = fc.sample(spelling, { seed: SEED, numRuns: 25 })
const spelled = (who: { user: string; host: string }, start: string): Leg[] =>
  PLATFORMS.flatMap((platform) => ways.map((write) => leg(platform, start, write(who))))
const phoned = (start: string): Leg[] =>
  PETRA_PHONE.flatMap((number) => [
    ...(number.startsWith('0') || number.startsWith('+') ? [leg('generic', start, number, 'phone')] : []),
    ...PLATFORMS.map((platform) => leg(platform, start, number)),
  ])

const known = PLATFORMS.map((platform) => leg(platform, BEFORE, 'petra.vos@voorbeeld.example'))
const erased = [...spelled(PETRA, BEFORE), ...phoned(BEFORE), leg('generic', BEFORE, PETRA_ACCOUNT, 'directory_id')]
const later = [...spelled(PETRA, AFTER), ...phoned(AFTER), leg('generic', AFTER, PETRA_ACCOUNT, 'directory_id')]
const objecting = spelled(QUINTEN, AFTER)
const earlier = PLATFORMS.map((platform) => leg(platform, BEFORE, 'quinten@bücher.example'))
const others = OTHERS.flatMap((written) =>
  PLATFORMS.flatMap((platform) => [leg(platform, BEFORE, written), leg(platform, AFTER, written)]),
)

const product = newProduct({ AVESQO_NOW: '2026-11-20T12:00:00Z', AVESQO_LOG: 'debug' })
let secrets: Readonly<Record<string, string>> = {}
const rows = new Map<string, Row[]>()
let intake: Row | undefined

async function send(running: Running, bodies: readonly (readonly [Platform, string])[]): Promise<void> {
  const statuses = await Promise.all(
    bodies.map(async ([platform, body]) => {
      const source = `${TENANT}-${platform}`
      return (await deliver(running.url, source, secrets[source] ?? '', body)).status
    }),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
}

const bodiesOf = (legs: readonly Leg[], tell: (leg: Leg) => string) =>
  legs.map((one): readonly [Platform, string] => [one.platform, tell(one)])

async function mark(name: 'erased' | 'objected', lines: readonly string[]): Promise<void> {
  const args = ['ledger', 'add', '--tenant', TENANT, '--mark', name, '--from', T]
  const { code, stdout, stderr } = await product.run(args, `${lines.join('\n')}\n`)
  if (code !== 0) throw new Error(`${stdout}${stderr}`)
}

beforeAll(async () => {
  secrets = await withTenant(product, { id: TENANT }, PLATFORMS)
  const running = await product.start()
  await send(running, bodiesOf(known, begins))
  // marked by another process, while this one runs
  await mark('erased', ['Petra.Vos@Voorbeeld.example', '06 87 65 43 29', PETRA_ACCOUNT.toUpperCase()])
  await mark('objected', ['sips:Quinten@BÜCHER.example;transport=tls'])
  await send(running, bodiesOf([...erased, ...later, ...objecting, ...earlier, ...others], begins))
  await send(running, bodiesOf([...erased, ...later, ...objecting, ...earlier, ...others], goesOn))
  expect(await running.stop()).toBe(0)
  for (const row of await queried(product, OBSERVATIONS)) {
    const key = String(row['subject_key'])
    rows.set(key, [...(rows.get(key) ?? []), row])
  }
  ;[intake] = await queried(
    product,
    'SELECT toUInt32(sum(erased)) AS erased, toUInt32(sum(objected)) AS objected, toUInt32(sum(refused)) AS refused FROM intake FINAL',
  )
  await nameKeys()
})
afterAll(() => product.remove())

/** Which key a leg has: the product's own keys say it. */
const keyOf = new Map<string, string>()
async function nameKeys(): Promise<void> {
  const logger = createLogger('silent')
  const clock = { now: () => Date.parse('2026-11-20T12:00:00Z') }
  const control = await openControl(product.data, clock, logger)
  const keyring = await openKeyring({ control, provider: openKeys(product.keys, product.data), clock, logger })
  const keys = keyring.maker(TENANT)
  for (const { id } of [...known, ...erased, ...later, ...objecting, ...earlier, ...others]) {
    keyOf.set(id, keys.key('leg', '' as Epoch, 'leg', id))
  }
  await control.close()
}

const rowsOf = ({ id }: Leg): readonly Row[] => rows.get(keyOf.get(id) ?? '') ?? []
const statedIn = (row: Row): string[] =>
  Object.entries(row)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([column]) => column)
/** The row that names somebody: it states when the leg began. */
const beginning = (one: Leg): Row => rowsOf(one).find((row) => row['start_ms'] !== null) ?? {}
const describeLeg = ({ platform, written }: Leg): string => `${platform}: ${JSON.stringify(written)}`

describe('an erased person', () => {
  test('was known before', () => {
    const keys = known.map((one) => beginning(one)['person_key'])
    expect(keys).not.toContain(null)
    expect(new Set(keys).size).toBe(1)
  })

  test('leaves a tombstone for every leg before T, in whatever spelling, and nothing else', () => {
    const allowed = [
      'tenant_id',
      'fact_day',
      'subject',
      'subject_key',
      'event_key',
      'rev',
      'config_rev',
      'links',
      'mark',
    ]
    expect(erased.length).toBeGreaterThan(90)
    for (const one of erased) {
      const found = rowsOf(one)
      expect(found.length, describeLeg(one)).toBe(1)
      const [stone = {}] = found
      expect(stone, describeLeg(one)).toMatchObject({ mark: 'erased', tenant_id: TENANT, fact_day: '2026-11-15' })
      expect([Number(stone['rev']), Number(stone['config_rev'])]).toEqual([0, 0])
      expect(allowed).toEqual(expect.arrayContaining(statedIn(stone)))
    }
    expect(observationColumns).toEqual(expect.arrayContaining(allowed))
  })

  test('keeps the legs from T on, as one person by address, one by number, one by account', () => {
    const keys = new Map<unknown, Set<unknown>>()
    for (const one of later) {
      const row = beginning(one)
      expect(row['mark'], describeLeg(one)).toBeNull()
      expect(rowsOf(one), describeLeg(one)).toHaveLength(2)
      keys.set(row['person_ident'], (keys.get(row['person_ident']) ?? new Set<unknown>()).add(row['person_key']))
    }
    expect(Object.fromEntries([...keys].map(([ident, some]) => [ident, some.size]))).toEqual({
      address: 1,
      phone: 1,
      directory: 1,
    })
  })
})

describe('an objecting person', () => {
  test('leaves the legs from T on, marked, without person, name and equipment', () => {
    for (const one of objecting) {
      const row = beginning(one)
      expect(row, describeLeg(one)).toMatchObject({
        mark: 'objected',
        person_key: null,
        person_ident: null,
        name_key: null,
        vendor: null,
        model: null,
        software: null,
        device_class: null,
      })
      expect(row['platform']).toBe(one.platform)
    }
  })

  test('keeps the legs before T', () => {
    for (const one of earlier) {
      expect(beginning(one), describeLeg(one)).toMatchObject({ mark: null, person_ident: 'address' })
    }
  })
})

test('everybody else is untouched, however close the spelling', () => {
  for (const one of others) {
    expect(rowsOf(one), describeLeg(one)).toHaveLength(2)
    expect(beginning(one), describeLeg(one)).toMatchObject({ mark: null, person_key: expect.any(String) as string })
  }
  expect(new Set(others.map((one) => beginning(one)['person_key'])).size).toBe(OTHERS.length)
})

test('what was done is counted, and nothing was refused', () => {
  expect(intake).toEqual({ erased: erased.length, objected: objecting.length, refused: 0 })
})

test('nothing of their identifiers stands in the data directory or was said', () => {
  const wanted = needles([
    'petra.vos@voorbeeld.example',
    'petra.vos',
    '+31687654329',
    '0687654329',
    '31687654329',
    PETRA_ACCOUNT,
    'quinten@xn--bcher-kva.example',
    'quinten@bücher.example',
  ])
  expect(scanDirectory(product.home, wanted).leaks).toEqual([])
  expect(scanBytes('said', Buffer.from(product.said()), wanted)).toEqual([])
})
