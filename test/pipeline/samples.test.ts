/**
 * Payloads in the likeness of real ones, through `avesqo explain` and through the receivers of a running product on a
 * clock of their day: both give what a careful reader writes down (issue 3, line 2).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { deliver } from '../support/deliver.ts'
import { newProduct, type Product, withTenant } from '../support/product.ts'
import { needles, scanBytes, scanDirectory } from '../support/scan.ts'
import { CMS } from './samples/cms.ts'
import { GENERIC } from './samples/generic.ts'
import { type Expected, type Group, ROOM, SITE, TENANT } from './samples/group.ts'
import { PEXIP } from './samples/pexip.ts'
import { asExplained, keysByPlace, OBSERVATIONS, queried, renumbered, type Row, withoutKeys } from './stored.ts'

const explained = z.strictObject({
  observations: z.array(z.record(z.string(), z.unknown())),
  refused: z.array(z.strictObject({ index: z.number(), code: z.string(), path: z.string() })),
  ignored: z.number(),
})
const named = z.array(z.object({ id: z.string(), name: z.string() }))

const GROUPS: readonly [string, Group][] = [
  ['the Pexip event sink', PEXIP],
  ['Cisco Meeting Server', CMS],
  ['generic records', GENERIC],
]

/** Of whom and of what the payloads speak. */
const IDENTIFIERS = [
  'sara.kramer@voorbeeld.example',
  'Sara Kramer',
  'tijn.bos@elders.example',
  '+31612345678',
  '06-12345678',
  "Noor's kamer",
  'kade.overleg',
  'meldkamer',
  'geheime-sleutel',
  '198.51.100.22',
  '192.0.2.70',
]

/** What must be equal on both sides: what each observation says, and which of them share a key. */
const sides = (observations: readonly Expected[]) => ({
  said: observations.map(withoutKeys).toSorted(),
  keys: keysByPlace(observations),
})

describe.each(GROUPS)('%s', (_name, group) => {
  const product = newProduct({ AVESQO_NOW: group.now })
  const source = `${TENANT.id}-${group.platform}`
  const names = new Map<string, string>()
  const expected = group.payloads.flatMap((payload) => [...payload.expected])
  const together = group.together === undefined ? [] : [group.together]
  const refusals = group.payloads.flatMap(({ refused = [] }) => refused.map(({ code }) => code))
  let secret = ''
  let config = ''

  beforeAll(async () => {
    const secrets = await withTenant(product, TENANT, [group.platform])
    secret = secrets[source] ?? ''
    await ok(product, 'site', 'add', TENANT.id, SITE.name, '--range', SITE.range, '--label', SITE.label)
    await ok(product, 'room', 'add', TENANT.id, ROOM.name, '--alias', ROOM.alias, '--site', SITE.name, '--shared')
    for (const kind of ['site', 'room']) {
      const { stdout } = await ok(product, '--json', kind, 'list', TENANT.id)
      for (const { id, name } of named.parse(JSON.parse(stdout))) names.set(id, name)
    }
    // what the export prints is what explain reads, unchanged
    config = join(product.home, 'tenant.json')
    writeFileSync(config, (await ok(product, 'tenant', 'export', TENANT.id)).stdout)
  })
  afterAll(() => product.remove())

  async function explain(body: string, extension: string): Promise<z.infer<typeof explained>> {
    const file = join(product.home, `payload${extension}`)
    writeFileSync(file, body)
    const { stdout } = await ok(product, '--json', 'explain', '--platform', group.platform, '--config', config, file)
    return explained.parse(JSON.parse(stdout))
  }

  // each payload by itself, also of the many posts of Cisco: test/services/ingest/explain.test.ts
  const few = group.payloads.length > 10 ? [] : group.payloads
  test.each(few.map((payload) => [payload.name, payload] as const))('explain: %s', async (_, payload) => {
    const { observations, refused, ignored } = await explain(payload.body, payload.extension)
    expect(renumbered(observations)).toEqual(renumbered(payload.expected))
    expect({ refused, ignored }).toEqual({ refused: payload.refused ?? [], ignored: payload.ignored })
  })

  test.each(together)('explain: all of them as one body', async ({ body, ignored }) => {
    const answer = await explain(body, group.payloads[0]?.extension ?? '')
    expect(answer.observations).toEqual(expected)
    expect(answer.refused.map(({ code }) => code)).toEqual(refusals)
    expect(answer.ignored).toBe(ignored)
  })

  async function stored(bodies: readonly { readonly body: string; readonly contentType: string }[]) {
    const running = await product.start()
    for (const { body, contentType } of bodies) {
      const answer = await deliver(running.url, source, secret, body, { 'content-type': contentType })
      expect(answer.status).toBe(200)
    }
    expect(await running.stop()).toBe(0)
    const rows = await queried(product, OBSERVATIONS)
    return rows.map((row: Row) => asExplained(row, names))
  }

  test('the receiver: each payload by itself', async () => {
    expect(sides(await stored(group.payloads))).toEqual(sides(expected))
    const [intake] = await queried(
      product,
      'SELECT toUInt32(sum(accepted)) AS accepted, toUInt32(sum(refused)) AS refused, toUInt32(sum(ignored)) AS ignored, sumMap(refused_by_code) AS codes FROM intake FINAL',
    )
    expect(intake).toMatchObject({
      accepted: expected.length,
      refused: refusals.length,
      ignored: group.payloads.reduce((sum, { ignored }) => sum + ignored, 0),
    })
    const codes = Object.entries(intake?.['codes'] as object).map(([code, count]) => [code, Number(count)])
    expect(Object.fromEntries(codes)).toEqual(counted(refusals))
  })

  test.each(together)('the receiver: all of them as one body are the same rows', async ({ body }) => {
    const rows = await stored([{ body, contentType: group.payloads[0]?.contentType ?? '' }])
    expect(sides(rows)).toEqual(sides(expected))
  })

  test('nothing that names anybody is in the data directory or was said', () => {
    const bodies = group.payloads.map(({ body }) => body).join('\n')
    const wanted = needles(IDENTIFIERS.filter((one) => bodies.includes(one)))
    expect(wanted.length).toBeGreaterThan(0)
    expect(scanDirectory(product.data, wanted).leaks).toEqual([])
    expect(scanBytes('said', Buffer.from(product.said()), wanted)).toEqual([])
  })
})

function counted(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

async function ok(product: Product, ...args: readonly string[]): ReturnType<Product['run']> {
  const ran = await product.run(args)
  if (ran.code !== 0) throw new Error(`avesqo ${args.join(' ')}: ${ran.stdout}${ran.stderr}`)
  return ran
}
