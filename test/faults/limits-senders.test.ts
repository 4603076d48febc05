/**
 * Who may deliver, to the running product (design sections 5 and 12; attacks A35, A37, A43): a forged source, a source
 * that no agreement covers, one that sends too much, and requests that are none. Each has its own status, stores
 * nothing, and keeps no other sender away. What the administrator changes holds from the next delivery on.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newProduct, type Running, withTenant } from '../support/product.ts'
import { type Answer, authOf, type Line, openLine, pathOf, sendRaw } from './support-line.ts'
import { readStored } from './support-stored.ts'
import { bodyOf, genericRecord, NOW, soundRecord } from './support-valid.ts'

const TENANT = 'senders'
const PEXIP = `${TENANT}-pexip`
const CMS = `${TENANT}-cms`
const GENERIC = `${TENANT}-generic`

const product = newProduct({ AVESQO_NOW: NOW })
const secrets = new Map<string, string>()
const acknowledged: string[] = []
let running: Running
let line: Line
let sent = 0

beforeAll(async () => {
  for (const id of [TENANT, 'somebody-else']) {
    const made = await withTenant(product, { id }, ['pexip', 'cms', 'generic'])
    for (const [source, secret] of Object.entries(made)) secrets.set(source, secret)
  }
  for (const uncovered of UNCOVERED) await addUncovered(uncovered)
  running = await product.start()
  line = openLine(running.url)
})

afterAll(() => product.remove())

const secretOf = (source: string): string => secrets.get(source) ?? ''

/** A sound generic delivery; each is another record. */
async function deliver(source: string, secret = secretOf(source), members: Record<string, unknown> = {}) {
  sent += 1
  const { body, headers } = bodyOf('generic', [JSON.stringify(genericRecord(`sent-${sent}`, members))])
  const answer = await line.deliver(source, secret, body, headers)
  if (answer.deliveryId !== null) acknowledged.push(answer.deliveryId)
  return answer
}

/** Everything of an answer that a sender can tell apart. */
function told({ status, headers, text }: Answer): unknown {
  const { date: _, ...others } = headers
  return { status, headers: others, text }
}

async function administer(...args: string[]): Promise<unknown> {
  const ran = await product.run(['--json', ...args])
  if (ran.code !== 0) throw new Error(ran.stderr)
  return JSON.parse(ran.stdout)
}

const TERMS = ['--platform', 'generic', '--supplier', 'Own', '--supplier-country', 'NL', '--transfer-basis', 'eea']
const CHECKED = ['--checked-on', '2026-01-01', '--checked-by', 'officer']
const AGREED = ['--dpa', 'DPA-2', '--dpa-until', '2030-12-31']
const CUSTOMER = ['--name', 'Own', '--dpa', 'DPA-1', '--contract-from', '2026-01-01']

interface Uncovered {
  readonly source: string
  readonly why: string
  /** Flags of the customer, where it has one of its own. */
  readonly customer?: readonly string[]
  readonly terms?: readonly string[]
}

const UNCOVERED: readonly Uncovered[] = [
  {
    source: 'expired-generic',
    why: 'its agreement ended yesterday',
    terms: [...TERMS, ...CHECKED, '--dpa', 'D', '--dpa-until', '2026-11-19'],
  },
  { source: 'no-agreement-generic', why: 'it has no agreement', terms: [...TERMS, ...CHECKED] },
  { source: 'unchecked-generic', why: 'nobody checked the supplier', terms: [...TERMS, ...AGREED] },
  {
    source: 'checked-ahead-generic',
    why: 'the check is dated tomorrow',
    terms: [...TERMS, ...AGREED, '--checked-on', '2026-11-21', '--checked-by', 'officer'],
  },
  {
    source: 'no-basis-generic',
    why: 'its country is outside the EEA and no basis of the transfer is named',
    terms: ['--platform', 'generic', '--supplier', 'Own', '--supplier-country', 'US', ...CHECKED, ...AGREED],
  },
  {
    source: 'ended-generic',
    why: 'the contract ended yesterday',
    customer: [...CUSTOMER, '--contract-to', '2026-11-19'],
  },
  {
    source: 'not-begun-generic',
    why: 'the contract begins tomorrow',
    customer: ['--name', 'Own', '--dpa', 'D', '--contract-from', '2026-11-21'],
  },
  {
    source: 'no-dpa-generic',
    why: 'the customer has no agreement',
    customer: ['--name', 'Own', '--contract-from', '2026-01-01'],
  },
]

const added = z.object({ secret: z.string() })

async function addUncovered({ source, customer, terms = [...TERMS, ...CHECKED, ...AGREED] }: Uncovered): Promise<void> {
  const tenant = customer === undefined ? TENANT : source.replace('-generic', '')
  if (customer !== undefined) await administer('tenant', 'add', tenant, ...customer)
  secrets.set(source, added.parse(await administer('source', 'add', tenant, source, ...terms)).secret)
}

const basic = (user: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
})
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

describe('a forged source', () => {
  it('is told what an unknown one is told, and nothing else', async () => {
    const forged: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      [PEXIP, {}],
      [PEXIP, basic(PEXIP, '')],
      [PEXIP, basic(PEXIP, 'wrong')],
      [PEXIP, basic(PEXIP, secretOf(GENERIC))], // the right secret of another source
      [PEXIP, basic(GENERIC, secretOf(GENERIC))], // all of another source
      [PEXIP, bearer(secretOf(GENERIC))],
      [PEXIP, basic(PEXIP, secretOf('somebody-else-pexip'))], // of another customer
      [PEXIP, basic('somebody-else-pexip', secretOf('somebody-else-pexip'))],
      [PEXIP, { authorization: 'Basic %%%' }],
      [PEXIP, { authorization: 'Digest username="x"' }],
      ['nobody-pexip', basic('nobody-pexip', secretOf(PEXIP))],
      ['nobody-pexip', bearer(secretOf(PEXIP))],
      ['constructor', basic('constructor', 'x')],
      ['__proto__', basic('__proto__', 'x')],
      ['NOBODY', basic('NOBODY', 'x')],
      ['not%20a%20slug', basic('not a slug', 'x')],
    ]
    const answers: Answer[] = []
    for (const [source, headers] of forged) {
      answers.push(await line.send(`/receive/${source}`, headers, soundRecord('pexip', 'forged')))
    }
    expect(answers.map(({ status }) => status)).toEqual(forged.map(() => 401))
    expect(new Set(answers.map((answer) => JSON.stringify(told(answer)))).size).toBe(1)
  })

  it('is told the same where the secret stands in the path', async () => {
    const paths = [
      `${CMS}/wrong`,
      `${CMS}/${secretOf(PEXIP)}`,
      `${CMS}/${secretOf('somebody-else-cms')}`,
      `${PEXIP}/${secretOf(PEXIP)}`, // right, but this platform can send a header
      `nobody-cms/${secretOf(CMS)}`,
    ]
    const answers: Answer[] = []
    for (const path of paths) answers.push(await line.send(`/receive/${path}`, {}, '<records session="a"/>'))
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 401))
    expect(new Set(answers.map((answer) => JSON.stringify(told(answer)))).size).toBe(1)
  })

  it('that tries again and again waits, known or not; other sources behind its address do not', async () => {
    const waits: Answer[] = []
    for (const source of ['somebody-else-generic', 'nobody-generic']) {
      let answer = await line.deliver(source, 'wrong', '{}')
      for (let tries = 1; answer.status === 401 && tries < 50; tries += 1)
        answer = await line.deliver(source, 'wrong', '{}')
      waits.push(answer)
    }
    expect(waits.map(({ status }) => status)).toEqual([429, 429])
    for (const { headers } of waits) expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1)
    expect((await deliver(GENERIC)).status).toBe(200)
  })

  it('that names another customer in its records changes nothing: a record belongs to who delivers it', async () => {
    const claims = { tenant_id: 'somebody-else', source_id: 'somebody-else-generic', tenant: 'somebody-else' }
    expect((await deliver(GENERIC, secretOf(GENERIC), claims)).status).toBe(200)
  })
})

describe('a source that is not covered', () => {
  it.each(UNCOVERED.map(({ source, why }) => [why, source] as const))('is 403 because %s', async (_, source) => {
    const answer = await deliver(source)
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([403, { code: 'source_not_covered' }])
    expect((await deliver(GENERIC)).port).toBe(answer.port)
  })

  it('and one with a wrong secret is still 401', async () => {
    expect((await deliver('expired-generic', 'wrong')).status).toBe(401)
  })

  it('is so from the delivery on that follows the change, and no longer after the next change', async () => {
    const source = 'expired-generic'
    await administer('source', 'edit', source, '--dpa-until', '2026-11-20') // the last day counts
    expect((await deliver(source)).status).toBe(200)
    await administer('source', 'edit', source, '--dpa-until', '2026-11-19')
    expect((await deliver(source)).status).toBe(403)
    await administer('tenant', 'edit', 'ended', '--contract-to', 'none')
    expect((await deliver('ended-generic')).status).toBe(200)
    await administer('tenant', 'edit', 'ended', '--contract-to', '2026-11-19')
    expect((await deliver('ended-generic')).status).toBe(403)
  })
})

describe('a source that the administrator changes', () => {
  it('is let in with its new secret only, and not at all once it is removed', async () => {
    const source = 'somebody-else-pexip'
    const { secret } = added.parse(await administer('source', 'edit', source, '--rotate-secret'))
    expect((await deliver(source)).status).toBe(401)
    expect((await deliver(source, secret)).status).toBe(200)
    await administer('source', 'remove', source)
    expect((await deliver(source, secret)).status).toBe(401)
  })
})

describe('a request that is none', () => {
  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('of method %s is 405', async (method) => {
    const answer = await line.send(pathOf(GENERIC, ''), authOf(GENERIC, secretOf(GENERIC)), '', method)
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST'])
  })

  it.each(['/', '/receive', '/receive/a/b/c', '/admin', '/receive/../metrics/x', '/%2e%2e/etc/passwd'])(
    'of path %s is 404',
    async (path) => {
      expect((await line.send(path, {}, '{}')).status).toBe(404)
    },
  )

  it.each([
    [400, 'a path that is no UTF-8', 'POST /receive/%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    [400, 'no HTTP', '{"event":"participant_connected"}\r\n\r\n'],
    [400, 'two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na'],
    [
      400,
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na',
    ],
    [414, 'a long path', `POST /receive/${'x'.repeat(600)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    [431, 'large headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('is %i: %s', async (status, _, bytes) => {
    expect(await sendRaw(running.url, Buffer.from(bytes))).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'))
    expect((await deliver(GENERIC)).status).toBe(200)
  })

  it('is 400 where the body breaks off, and stores nothing of it', async () => {
    const head = `POST /receive/${GENERIC} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${secretOf(GENERIC)}\r\nContent-Length: 9999\r\n\r\n`
    const answer = await sendRaw(running.url, Buffer.from(`${head}${soundRecord('generic', 'broken-off')}`))
    expect(answer).toMatch(/^(?:HTTP\/1.1 400 |$)/u)
    expect((await deliver(GENERIC)).status).toBe(200)
  })
})

describe('a source that sends too much', () => {
  it('is 429 and told when to come again, and its neighbour is not kept waiting', async () => {
    line.close()
    expect(await running.stop()).toBe(0)
    running = await product.start({ AVESQO_RATE: '1' })
    line = openLine(running.url)
    const answers: Answer[] = []
    for (let i = 0; i < 20; i += 1) answers.push(await deliver(GENERIC))
    const limited = answers.filter(({ status }) => status === 429)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]))
    expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    for (const { headers, text, deliveryId } of limited) {
      expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1)
      expect(JSON.parse(text)).toMatchObject({ code: 'too_many_requests' })
      expect(deliveryId).toBeNull()
    }
    const { body, headers } = bodyOf('pexip', [soundRecord('pexip', 'neighbour')])
    const neighbour = await line.deliver(PEXIP, secretOf(PEXIP), body, headers)
    expect(neighbour.status).toBe(200)
    acknowledged.push(neighbour.deliveryId ?? '')
  })
})

describe('after all of it', () => {
  it('stored is what was acknowledged, for who delivered it, and nothing else', async () => {
    line.close()
    expect(await running.stop()).toBe(0)
    const { intake, observations } = await readStored(product.data)
    expect(intake.map((row) => row.delivery_id).toSorted()).toEqual(acknowledged.toSorted())
    expect(observations).toHaveLength(acknowledged.length - 1) // the Pexip source of somebody else is sent a generic record
    expect(new Set(observations.map((row) => row.tenant_id))).toEqual(new Set([TENANT, 'ended']))
    expect(product.said()).not.toContain('"event":"bug"')
  })
})
